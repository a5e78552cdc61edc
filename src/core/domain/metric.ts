import type { CorpusAggregate } from '../metrics/corpus/registry.ts';
import type { MeasuredRate } from '../stats/rogan-gladen.ts';

/** Which way is better. There is no default: a metric whose direction is unknown is refused. */
export type Direction = 'higher_is_better' | 'lower_is_better';

/** 1 where a greater number is worse, −1 where it is better: a number times this is plus where it is worse. */
export type WorseSign = 1 | -1;

/** The one place that asks for a direction. */
export function worseSign({ direction }: { readonly direction: Direction }): WorseSign {
  return direction === 'higher_is_better' ? -1 : 1;
}

/**
 * How a metric summarises scores, which decides how its uncertainty is computed:
 * - `mean`: the mean of one number a sample (accuracy, exact match, a toxicity rate);
 * - `ratio`: Σ numerator / Σ denominator over samples (bits per byte, perplexity, micro-F1);
 * - `corpus`: a function of all samples at once, with no value a sample (BLEU, AUC, ECE).
 */
export type MetricKind = 'mean' | 'ratio' | 'corpus';

/** What the number counts, for printing: a `rate` lies in [0, 1] and is shown in per cent and points. */
export type MetricUnit = 'rate' | 'bits_per_byte' | 'perplexity' | 'seconds' | 'number';

/** What is known of each answer by whoever asked, and is no score. */
export type UsageMetric =
  | 'output_tokens'
  | 'prompt_tokens'
  | 'cost'
  | 'latency'
  | 'latency_p50'
  | 'latency_p95'
  | 'time_to_first_token'
  | 'time_to_first_token_p50'
  | 'time_to_first_token_p95'
  | 'tokens_per_second';

/** What a million tokens cost, in any currency. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/** What may be asked of k answers to one sample. */
export type RepeatFamily = 'pass@' | 'pass^' | 'maj@';

/** Of several sets on which an instrument was measured, those on which it did worst and best. */
interface MeasuredRates {
  readonly least: MeasuredRate;
  readonly most: MeasuredRate;
}

/** How often whoever gave the scores of 0 and 1 finds what is there, and lets pass what is not. */
export interface MeasuredErrors {
  readonly sensitivity: MeasuredRates;
  readonly specificity: MeasuredRates;
}

/** The grades that a judge may give. */
export interface JudgeScale {
  readonly min: number;
  readonly max: number;
  /** Between two grades; 1 where it is absent. */
  readonly step?: 0.5 | 1;
}

/** What `run.json` says of a metric, enough to judge its samples without knowing who scored them. */
export interface MetricDeclaration {
  readonly name: string;
  readonly direction: Direction;
  readonly kind: MetricKind;
  readonly unit: MetricUnit;
  /** Smallest and largest possible score of a sample, or value of a corpus metric; null where unbounded. */
  readonly range: { readonly min: number | null; readonly max: number | null };
  /**
   * `log`: the shown value is exp(Σ numerator / Σ denominator), as for perplexity. Deltas are then judged on the log
   * scale, where a relative limit of r is a margin of ln(1 + r).
   */
  readonly scale: 'linear' | 'log';
  /** Weak evidence (for instance a word list) may not block on its own unless the policy says `allow_weak_scorer`. */
  readonly weak: boolean;
  /** Measured errors of a rate's scorer: ceilings and floors are judged on the rate corrected for them. */
  readonly errors?: MeasuredErrors;
  /** How a corpus metric follows from its samples' parts; without it such a metric can be shown and never judged. */
  readonly aggregate?: CorpusAggregate;
  /** Of a metric whose parts name classes by their positions, the names of these. */
  readonly classes?: readonly string[];
  /** Never on disk: the parts are those of another metric, seen as one class against all others. */
  readonly of_class?: { readonly metric: string; readonly position: number };
  /** Never on disk: what is counted or measured of each answer by whoever asked, and no score. */
  readonly of_usage?: UsageMetric;
  /** Never on disk: of `cost`, what the tokens of this side's model cost; absent where nobody says. */
  readonly price?: TokenPrice;
  /** Every sample has as many answers as the run's `repeats`, and its score is the mean over all of them. */
  readonly repeated?: true;
  /** Never on disk: the score follows from the scores that a sample's answers have for another metric. */
  readonly of_repeats?: { readonly metric: string; readonly family: RepeatFamily; readonly k: number };
  /**
   * A model gave the score, from `min` to `max` in whole numbers, or in steps of `step`, which is worth its agreement with people. `of` are the metrics
   * that it graded by themselves and of which this one is the mean; its own name alone where it is one of them. `apart`: this one is no
   * mean of them, so that people's grades tell what the judge is worth and not what they would have given here.
   */
  readonly judge?: JudgeScale & { readonly of: readonly string[]; readonly apart?: true };
  /** The metric is the mean of its groups' means, each counting alike, however many samples a group has. */
  readonly group_average?: 'macro';
}

/** As it stands in a file. */
export type StoredDeclaration = Omit<MetricDeclaration, 'of_class' | 'of_usage' | 'of_repeats' | 'price'>;
