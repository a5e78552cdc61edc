import { z } from 'zod';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import type { Score } from '../../core/domain/sample.ts';
import type { MetricTraits } from '../../core/metrics/traits.ts';
import { type Answer, type Scorer, sha256Hex } from './scorer.ts';

/** An option that every scorer with several metrics has. */
export const prefixOption = {
  metric: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/)
    .optional()
    .describe(
      'Put before the names of its metrics, where a task uses one scorer several times: `mine` gives `mine_accuracy`.',
    ),
};

type OptionsSchema = z.ZodType<{ readonly metric?: string | undefined }, Readonly<Record<string, unknown>>>;

interface Definition<Schema extends OptionsSchema> {
  readonly name: string;
  readonly summary: string;
  /** Raised whenever the same options could give another score. */
  readonly codeVersion: number;
  /** Strict, with `prefixOption` among them. */
  readonly options: Schema;
  readonly example: Scorer['example'] & { readonly options: z.input<Schema> };
  readonly looserWhen?: Scorer['looserWhen'];
  /** Names of all metrics that it can give, where its options choose some. */
  readonly gives?: readonly string[];
  /** The first is the primary one of a task that has no other scorer. */
  readonly metrics: (options: z.infer<Schema>) => Readonly<Record<string, MetricTraits>>;
  readonly checkTargets: (targets: readonly string[], options: z.infer<Schema>) => string | null;
  /** Of one answer, a score for each of `metrics`; nothing else decides it. */
  readonly scoring: (options: z.infer<Schema>) => (answer: Answer) => Readonly<Record<string, Score>>;
}

/** Makes a row of a scorer that asks several things of one reading of an answer. */
export function defineSeveral<Schema extends OptionsSchema>(definition: Definition<Schema>): Scorer {
  const { name, summary, codeVersion, example } = definition;
  const standard = () => definition.metrics(definition.options.parse(example.options));
  return {
    // What its metrics are is said of each of them.
    ...{ name, summary, example, facts: null, options: definition.options },
    looserWhen: definition.looserWhen ?? {},
    // Asked for by documentation and by advice, not by every command that may name a scorer.
    get metric() {
      return firstOf(standard());
    },
    get gives() {
      return definition.gives ?? Object.keys(standard());
    },
    configure(input) {
      const parsed = definition.options.safeParse(input);
      if (!parsed.success) return { ok: false, issues: parsed.error.issues };
      const options = parsed.data;
      const named = (metric: string) =>
        options.metric === undefined ? metric : `${options.metric}_${metric}`;
      const traits = definition.metrics(options);
      const names = Object.keys(traits);
      const metrics = names.map(
        (metric): MetricDeclaration => ({ name: named(metric), ...(traits[metric] as MetricTraits) }),
      );
      const scorer = {
        ...{ name, metrics, options, runsCode: false, scoresTogether: false, loadsModel: false },
        ...{ needsContexts: false, asks: null, labels: null },
        checkTargets: (targets: readonly string[]) => definition.checkTargets(targets, options),
        async open() {
          const score = definition.scoring(options);
          const settings = sha256Hex(canonicalJson([JSON.parse(JSON.stringify(options))]));
          return {
            version: `${name}@${codeVersion}#${settings.slice(0, 16)}`,
            ready: async () => {},
            close: async () => {},
            async score(answers: readonly Answer[]) {
              return answers.map((answer) => {
                const scores = score(answer);
                return Object.fromEntries(
                  names.map((metric) => [named(metric), scores[metric] ?? missing(metric)] as const),
                );
              });
            },
          };
        },
      };
      return { ok: true, scorer };
    },
  };
}

function missing(metric: string): never {
  throw new TypeError(`an answer has no score for ${metric}`);
}

function firstOf(metrics: Readonly<Record<string, MetricTraits>>): MetricTraits {
  const [first] = Object.values(metrics);
  if (first === undefined) throw new TypeError('a scorer without metrics');
  return first;
}
