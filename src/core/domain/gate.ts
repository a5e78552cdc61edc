import { DRIFT_LIMITS, type DriftFeatureName } from './drift.ts';

/** Where a value in force came from; printed in the report beside the value. */
export type Source =
  | { readonly kind: 'default' }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'file'; readonly file: string; readonly line: number };

/** A source in words, such as `flag --max-mmlu-drop` or `weighbridge.yml:12`. */
export function describeSource(source: Source): string {
  switch (source.kind) {
    case 'default':
      return 'default';
    case 'input':
      return `input ${source.name}`;
    case 'flag':
      return `flag ${source.name}`;
    case 'file':
      return `${source.file}:${source.line}`;
  }
}

export interface Sourced<T> {
  readonly value: T;
  readonly source: Source;
}

/**
 * How far a metric may move: `absolute` in the metric's own unit (0.02 is two points of a rate), `relative` as a share
 * of the baseline's value (0.02 is two per cent of it). Never negative; the rule gives it its direction.
 */
export interface Change {
  readonly kind: 'absolute' | 'relative';
  readonly value: number;
}

/** How many may be. */
export interface Count {
  readonly kind: 'count';
  /** A whole number that is not negative. */
  readonly value: number;
}

/**
 * One rule on one metric.
 * - `max_drop`: the candidate may be worse by less than `limit` (a non-inferiority margin);
 * - `max_rise`: the same of a metric that is better when lower, such as tokens of an answer;
 * - `min_gain`: the candidate must be better by at least `limit`;
 * - `ceiling` / `floor`: the candidate's own value must stay below / above `limit`, whatever the baseline does;
 * - `no_regression_by_group`: no group of samples (a subject) may be proven to have got worse by more than `limit`, all groups
 *   of the task being one family; a limit of 0 forbids any proven loss. An alarm: its pass proves no safety;
 * - `max_group_gap`: no two groups may have values of the candidate that are further apart than `limit`, whatever the baseline's are;
 * - `max_new_failures`: no more than `limit` samples that the baseline always passes may fail, none of them critical: unit tests of a
 *   model, which speak of these samples and of no others;
 * - `max_drift`: the answers of the candidate may differ from the baseline's in a feature, whatever is right, by less than `limit`;
 * - `net_gain`: the gain, less the weighted losses of other metrics, must be more than `limit`, in the unit of the gain. What
 *   those metrics win counts nothing: it pays for no loss elsewhere;
 * - `average`: the weighted mean of several tasks' metrics may be worse by less than `limit`. Here a gain pays for a loss.
 */
export type GateRule =
  | { readonly rule: 'max_drop'; readonly limit: Change }
  | { readonly rule: 'max_rise'; readonly limit: Change }
  | { readonly rule: 'min_gain'; readonly limit: Change }
  | { readonly rule: 'ceiling'; readonly limit: number }
  | { readonly rule: 'floor'; readonly limit: number }
  | { readonly rule: 'no_regression_by_group'; readonly limit: Change }
  | { readonly rule: 'max_group_gap'; readonly limit: Change }
  | { readonly rule: 'max_new_failures'; readonly limit: Count }
  | { readonly rule: 'max_drift'; readonly limit: Change; readonly feature: DriftFeatureName }
  | { readonly rule: 'net_gain'; readonly limit: Change; readonly losses: readonly WeightedMetric[] }
  | { readonly rule: 'average'; readonly limit: Change; readonly of: readonly WeightedMetric[] };

/** A metric by its name. */
export interface NamedMetric {
  readonly task: string;
  readonly metric: string;
  readonly filter?: string;
}

/** A metric of several: one unit of its loss outweighs `weight` units of a gain, or is `weight` parts of an average. */
export interface WeightedMetric extends NamedMetric {
  /** Positive. */
  readonly weight: number;
}

export type GateRuleName = GateRule['rule'];
/** A rule with one question about one metric, as a flag can ask it. */
export type SingleRule = Exclude<
  GateRule,
  {
    rule:
      | 'no_regression_by_group'
      | 'max_group_gap'
      | 'max_new_failures'
      | 'max_drift'
      | 'net_gain'
      | 'average';
  }
>;

/** `blocking` decides the verdict; `advisory` is judged and shown, and never blocks. */
export type Tier = 'blocking' | 'advisory';

export type Gate = GateRule & {
  /** `task/metric:rule`, with `@anchor` for gates against the anchor; unique in a config. */
  readonly id: string;
  /** Of an average its name: `metricsOfGate` says which tasks it needs. */
  readonly task: string;
  readonly metric: string;
  readonly filter?: string;
  /** What the candidate is compared with; the baseline when left out. */
  readonly against?: 'anchor';
  readonly tier: Tier;
  /** Whether sums without samples, which cannot be paired, may decide the gate. */
  readonly allowWeakEvidence?: true;
  /** Whether the gate may decide although it could not fail: the baseline has nothing to lose, or a guess would pass. */
  readonly allowFloor?: true;
  readonly source: Source;
};

export type OnInconclusive = 'lean' | 'block' | 'warn';
/** What follows where other weights answer exactly as the baseline. */
export type OnIdentical = 'block' | 'warn';

/** How gates are judged. */
export interface Policy {
  /** One-sided error rate of each hypothesis; in (0, 0.5). */
  readonly alpha: Sourced<number>;
  readonly onInconclusive: Sourced<OnInconclusive>;
  /** Error rate at which an undecided gate leans to pass under `lean`; in [0.05, 0.5], and not below `alpha`. */
  readonly leanAlpha: Sourced<number>;
  /** What the verdict speaks of: questions like these, or exactly this benchmark. */
  readonly target: Sourced<'auto' | 'population' | 'benchmark'>;
  /** Smallest share of paired and scored samples with which a task can still be judged; in (0, 1]. */
  readonly minCoverage: Sourced<number>;
  /** Left out: `block` where a metric must gain, which the baseline's own answers cannot, else `warn`. */
  readonly identical?: Sourced<OnIdentical>;
}

/** The metrics that a gain has to outweigh; none of a rule that is about one metric. */
export function lossesOf(rule: GateRule): readonly WeightedMetric[] {
  return 'losses' in rule ? rule.losses : [];
}

/** The metrics that a gate needs, its own first; none of one on the answers themselves. */
export function metricsOfGate(gate: Gate): readonly NamedMetric[] {
  if (gate.rule === 'max_drift') return [];
  return gate.rule === 'average' ? gate.of : [gate, ...lossesOf(gate)];
}

/** The tasks that it needs. */
export function tasksOfGate(gate: Gate): readonly string[] {
  return gate.rule === 'max_drift' ? [gate.task] : metricsOfGate(gate).map(({ task }) => task);
}

/** A limit in words and units, as a person would write it in the config. */
export function describeLimit(rule: GateRule, ofMetric: 'rate' | 'other'): string {
  const { limit } = rule;
  const unit = rule.rule === 'max_drift' ? DRIFT_LIMITS[rule.feature].unit : ofMetric;
  if (typeof limit === 'number') return unit === 'rate' ? `${trim(limit * 100)}%` : trim(limit);
  if (limit.kind === 'count') return trim(limit.value);
  if (limit.kind === 'relative') return `${trim(limit.value * 100)}%rel`;
  return unit === 'rate' ? `${trim(limit.value * 100)}pp` : trim(limit.value);
}

function trim(value: number): string {
  return String(Number(value.toPrecision(12)));
}
