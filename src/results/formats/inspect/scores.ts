import { z } from 'zod';
import { isObject } from '../../../core/domain/json.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { median } from '../../../core/stats/median.ts';
import type { InspectScore } from './log.ts';

/** Metrics of Inspect that are the mean over samples. */
const means = z.enum(['accuracy', 'mean']);

/** What a log says that the mean of a score over samples came to. */
export interface StatedMean {
  readonly by: z.output<typeof means>;
  /** NaN where it says so; null where it says nothing of all samples together. */
  readonly value: number | null;
  readonly groups: StatedGroups | null;
}

/** `grouped(accuracy(), "subject")`: the mean of each group, of all samples, and where it is asked for of the groups. */
export interface StatedGroups {
  /** By which of the samples' metadata. */
  readonly key: string;
  readonly countAlike: boolean;
  readonly values: ReadonlyMap<string, number>;
  /** What the log calls a group. */
  readonly nameOf: (group: string) => string;
}

/** Arguments of `grouped` (inspect_ai/scorer/_metrics/grouped.py), which a log has where they were given. */
const groupedParams = z.object({
  metric: z.object({
    name: z
      .string()
      .transform((name) => name.replace(/^inspect_ai\//, ''))
      .pipe(means),
  }),
  group_key: z.string(),
  all: z.union([z.literal('samples'), z.literal('groups'), z.literal(false)]).default('samples'),
  all_label: z.string().default('all'),
  name_template: z.string().default('{group_name}'),
});

/** Null where a score has no mean over samples. */
export function statedMean({ metrics }: InspectScore): StatedMean | null {
  for (const by of means.options) {
    const own = metrics[by];
    if (own !== undefined && !own.group) return { by, value: stated(own.value), groups: null };
  }
  const grouped = Object.values(metrics).flatMap(({ name, value, params }) => {
    const known = groupedParams.safeParse(params).data;
    return known === undefined ? [] : [{ name, value: stated(value), params: known }];
  });
  const [first] = grouped;
  if (first === undefined) return null;
  const { metric, group_key: key, all, all_label: label, name_template: template } = first.params;
  const own = grouped.filter(({ params }) => params.group_key === key && params.metric.name === metric.name);
  const values = new Map(own.map(({ name, value }) => [name, value]));
  const value = all === false ? null : (values.get(label) ?? NaN);
  if (all !== false) values.delete(label);
  const nameOf = (group: string) => template.replaceAll('{group_name}', group);
  return { by: metric.name, value, groups: { key, countAlike: all === 'groups', values, nameOf } };
}

const stated = (value: unknown): number => (typeof value === 'number' ? value : NaN);

/** What letters and words of a score count as (value_to_float of inspect_ai/scorer/_metric.py). */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['C', 1],
  ['P', 0.5],
  ['I', 0],
  ['N', 0],
]);

const TRUTHS: ReadonlyMap<string, number> = new Map([
  ['yes', 1],
  ['true', 1],
  ['no', 0],
  ['false', 0],
]);

/** The number that a value counts as; NaN is Inspect's sign of no score. What Inspect itself takes for 0 with a warning is none. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string') return NaN;
  const word = WORDS.get(value) ?? TRUTHS.get(value.toLowerCase());
  if (word !== undefined) return word;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : NaN;
}

/** One epoch's value of a score, which is a scorer's, or of one key of what a scorer gives. */
export function ownValue(scores: unknown, name: string, scorer: string): unknown {
  if (!isObject(scores)) return undefined;
  const own = scores[scorer] ?? scores[name];
  const value = isObject(own) ? own.value : undefined;
  return isObject(value) ? value[name] : value;
}

type Reducer = (values: readonly number[]) => number;

const mean: Reducer = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const PLAIN: Readonly<Record<string, Reducer>> = {
  mean,
  median,
  /** Of equally common ones the first. */
  mode: (values) => {
    const count = (value: number) => values.filter((other) => other === value).length;
    return values.reduce((best, value) => (count(value) > count(best) ? value : best));
  },
  max: (values) => Math.max(...values),
};

/** Binomial coefficient. */
const choose = (n: number, k: number): number =>
  k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);

const correct = (values: readonly number[]): number => values.filter((value) => value >= 1).length;

/** Those with a number of epochs (inspect_ai/scorer/_reducer): at least k right, one of k drawn right, all of k drawn right. */
const COUNTED: readonly (readonly [RegExp, (values: readonly number[], k: number) => number])[] = [
  [/^at_least_(\d+)$/, (values, k) => Number(correct(values) >= k)],
  [
    /^pass_at_(\d+)$/,
    (values, k) =>
      values.length < k ? NaN : 1 - choose(values.length - correct(values), k) / choose(values.length, k),
  ],
  [
    /^pass_k_(\d+)$/,
    (values, k) => (values.length < k ? NaN : choose(correct(values), k) / choose(values.length, k)),
  ],
];

/** How the epochs of a sample become one number; null for a reducer that is not known. */
export function reducerOf(name: string): Reducer | null {
  if (Object.hasOwn(PLAIN, name)) return PLAIN[name] ?? null;
  for (const [pattern, reduce] of COUNTED) {
    const k = Number(pattern.exec(name)?.[1]);
    if (k > 0) return (values) => reduce(values, k);
  }
  return null;
}

/** Epochs without a score take no part; a sample without any has none. */
export function reduceScores(values: readonly number[], reduce: Reducer, why: string): Score {
  const scored = values.filter((value) => !Number.isNaN(value));
  const value = scored.length === 0 ? NaN : reduce(scored);
  return Number.isFinite(value) ? value : { unscored: why };
}
