import type { MetricDeclaration, UsageMetric } from '../domain/metric.ts';
import type { RatioScore, SampleRecord, Score } from '../domain/sample.ts';
import { ERROR, type MetricFacts, type MetricTraits } from './traits.ts';

type Known = Pick<SampleRecord, 'usage' | 'timing'>;

/** How a measured metric follows from one number a sample, u / v: the ratio of their sums, or a quantile. */
export type MeasuredStatistic = 'ratio' | 0.5 | 0.95;

interface UsageRow {
  readonly traits: MetricTraits;
  readonly facts: MetricFacts;
  /** Absent where it is counted, and would be the same whenever it was asked. */
  readonly measured?: MeasuredStatistic;
  /** Null where nobody counted or measured it, for the reason `unknown`. */
  readonly of: (sample: Known, declaration: MetricDeclaration) => number | RatioScore | null;
  readonly unknown: string;
}

const LATENCY = { ...ERROR, kind: 'corpus', unit: 'seconds' } as const;
const SPEED = { ...LATENCY, direction: 'higher_is_better', unit: 'number' } as const;

const UNCOUNTED = 'nobody counted its tokens';
const UNTIMED = 'nobody measured how long it took';
const NOT_STREAMED = 'nobody measured when its first token came';

const latencyOf = ({ timing }: Known): RatioScore | null =>
  timing === undefined ? null : { numerator: timing.seconds, denominator: timing.answers ?? 1 };

const firstTokenOf = ({ timing }: Known): RatioScore | null =>
  timing?.first_token_seconds === undefined
    ? null
    : { numerator: timing.first_token_seconds, denominator: timing.answers ?? 1 };

/** All that the model wrote, thoughts that were told from the answer too. */
const written = ({ output_tokens: said, thinking_tokens: thought = 0 }: NonNullable<Known['usage']>) =>
  said + thought;

const timed = <Name extends string>(name: Name, what: string, of: UsageRow['of'], unknown: string) => {
  const row = (measured: MeasuredStatistic, how: string): UsageRow => ({
    ...{ traits: LATENCY, measured, of, unknown },
    facts: { definition: `${how} ${what}, in seconds.`, use: USE[measured], reference: 'a clock' },
  });
  return {
    [name]: row('ratio', 'The mean time'),
    [`${name}_p50`]: row(0.5, 'The median time'),
    [`${name}_p95`]: row(0.95, 'The 95th percentile of the time'),
  } as Readonly<Record<Name | `${Name}_p50` | `${Name}_p95`, UsageRow>>;
};

const USE: Readonly<Record<MeasuredStatistic, string>> = {
  ratio: 'What all answers together take, on one machine.',
  0.5: 'What an answer usually takes.',
  0.95: 'How long the slowest of twenty answers take.',
};

/** What is known of every answer, whatever a task is scored by: one row a metric. */
const ROWS: Readonly<Record<UsageMetric, UsageRow>> = {
  output_tokens: {
    traits: ERROR,
    facts: {
      definition: 'All tokens that were written, thoughts too.',
      use: 'Answers that grow longer.',
      reference: 'a count',
    },
    of: ({ usage }) => (usage === undefined ? null : written(usage)),
    unknown: UNCOUNTED,
  },
  prompt_tokens: {
    traits: ERROR,
    facts: { definition: 'Tokens that were read.', use: 'Prompts that grow longer.', reference: 'a count' },
    of: ({ usage }) => usage?.prompt_tokens ?? null,
    unknown: UNCOUNTED,
  },
  cost: {
    traits: ERROR,
    facts: {
      definition: 'What the tokens of an answer cost by the config’s `prices`, in their currency.',
      use: 'Models that are paid by the token.',
      reference: 'a count',
    },
    of: ({ usage }, { price }) =>
      usage === undefined || price === undefined
        ? null
        : (usage.prompt_tokens * price.input + written(usage) * price.output) / 1e6,
    unknown: `${UNCOUNTED}, or the config’s prices have none for its model`,
  },
  ...timed('latency', 'from the question to the whole answer', latencyOf, UNTIMED),
  ...timed('time_to_first_token', 'from the question to the first token', firstTokenOf, NOT_STREAMED),
  tokens_per_second: {
    traits: SPEED,
    measured: 'ratio',
    facts: {
      definition: 'Tokens that were written over the seconds that the answers took.',
      use: 'Speed whatever the length of answers.',
      reference: 'a clock',
    },
    of: ({ usage, timing }) =>
      usage === undefined || timing === undefined
        ? null
        : { numerator: written(usage), denominator: timing.seconds },
    unknown: UNTIMED,
  },
};

/** In the order in which they are documented. */
export const USAGE_METRICS = Object.keys(ROWS) as UsageMetric[];

export const usageFacts = (name: UsageMetric): Pick<UsageRow, 'traits' | 'facts'> => ROWS[name];

/** A metric that every run has whose samples say what they used; null for any other name. */
export function usageMetric(name: string): MetricDeclaration | null {
  if (!Object.hasOwn(ROWS, name)) return null;
  const of = name as UsageMetric;
  return { name, ...ROWS[of].traits, of_usage: of };
}

/** Whether a metric of this name is of when the first token was there. */
export const timesFirstToken = (name: string): boolean =>
  Object.hasOwn(ROWS, name) && ROWS[name as UsageMetric].of === firstTokenOf;

/** How it follows from what was measured; null of a metric that another clock could not change. */
export const measuredBy = ({ of_usage: of }: MetricDeclaration): MeasuredStatistic | null =>
  of === undefined ? null : (ROWS[of].measured ?? null);

export function usageScore(sample: Known, declaration: MetricDeclaration, of: UsageMetric): Score {
  return ROWS[of].of(sample, declaration) ?? { unscored: ROWS[of].unknown };
}
