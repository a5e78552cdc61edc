/** What a corpus metric knows of one sample, and how much the sample counts. */
export interface WeightedParts {
  readonly parts: readonly number[];
  readonly weight: number;
}

/**
 * A corpus metric on a fixed list of samples, as a function of which of them count and how often: what resampling asks, many
 * thousand times. Values are NaN where the metric is undefined.
 */
export interface Weighable {
  /** The value when sample i counts `times[i]` times. */
  value(times: ArrayLike<number>): number;
  /** The value without some of the samples, the others counting once. */
  without(left: readonly number[]): number;
}

export type AggregateFunction = (samples: readonly WeightedParts[]) => Weighable;

/** The value on all samples. */
export function valueOfAll(aggregate: AggregateFunction, samples: readonly WeightedParts[]): number {
  return aggregate(samples).without([]);
}
