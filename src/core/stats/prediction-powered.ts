import type { Interval } from './interval.ts';
import { median } from './median.ts';
import { type SkewedEstimate, skewedInterval } from './skewed.ts';
import { extraWeight } from './sparse.ts';
import { studentInterval } from './student.ts';
import { sum } from './sum.ts';

/** A unit whose true value is known beside what a predictor says of it. */
export interface LabelledValue {
  readonly label: number;
  readonly prediction: number;
}

export interface PredictionPowered extends SkewedEstimate {
  /** How much the predictions count, 0 to 1: 0 is the mean of the labels alone. */
  readonly lambda: number;
  /** The same with one more labelled unit at either end of the range, where few of those there are lie far from the middle. */
  readonly ends?: { readonly low: SkewedEstimate; readonly high: SkewedEstimate };
}

/**
 * Mean of the labels over all units, of which only some have one, with help of a predictor that may be biased:
 * θ = λ f̄_N + mean_n(Y − λ f), Var = λ² Var(f) / N + Var(Y − λ f) / n, λ = Cov(Y, f) / ((1 + n/N) Var f) within [0, 1].
 * PPI++ of Angelopoulos, Duchi & Zrnic 2023. Whatever the predictor is worth, θ is centred on the labels' mean, and no wider than
 * without it but for what it takes to estimate λ, for which a degree of freedom goes.
 *
 * Assumes that labelled and unlabelled units come from one population: who is labelled must not depend on the answer.
 *
 * @param labelled at least three
 * @param unlabelled predictions of the others; with none, θ is the mean of the labels
 * @param reach of a label, which lies between −reach and reach; null where that is not known
 */
export function predictionPowered(
  labelled: readonly LabelledValue[],
  unlabelled: readonly number[],
  reach: number | null = null,
): PredictionPowered {
  const [n, others] = [labelled.length, unlabelled.length];
  const [labels, predictions] = [
    labelled.map(({ label }) => label),
    labelled.map(({ prediction }) => prediction),
  ];
  const spread = varianceOf([...predictions, ...unlabelled]);
  const best =
    others < 2 || spread === 0 ? 0 : covarianceOf(labels, predictions) / ((1 + n / others) * spread);
  const lambda = Math.min(1, Math.max(0, best));
  const residuals = labelled.map(({ label, prediction }) => label - lambda * prediction);
  const more = lambda === 0 ? NOTHING : scaledMean(unlabelled, lambda);
  const estimate = { ...estimateOf(residuals, lambda, more), lambda };
  if (reach === null) return estimate;
  const weight = extraWeight({ values: residuals, sizes: residuals.map(() => 1) }, 2 * reach);
  if (weight === 0) return estimate;
  const middle = median(residuals);
  const withOne = (end: number) => estimateOf([...residuals, middle + weight * (end - middle)], lambda, more);
  return { ...estimate, ends: { low: withOne(-reach), high: withOne(reach) } };
}

function estimateOf(residuals: readonly number[], lambda: number, more: typeof NOTHING): SkewedEstimate {
  const n = residuals.length;
  // What fits its own residuals makes them too small.
  const df = n - (lambda === 0 ? 1 : 2);
  const stderr = Math.sqrt(momentOf(residuals, 2) / df + more.variance);
  const cubes = momentOf(residuals, 3) / n ** 2 + more.cubes;
  return {
    value: meanOf(residuals) + more.mean,
    ...{ stderr, df },
    skewness: stderr === 0 ? 0 : (cubes / stderr ** 3) * Math.sqrt(df + 1),
  };
}

/**
 * Each side has error `alpha`: Student's and Hall's interval together, since differences of grades are skewed; with one more unit at the end
 * of the range on that side where few labels tell of changes as large (`extraWeight`).
 */
export function predictionPoweredInterval(estimate: PredictionPowered, alpha: number): Interval {
  const both = (own: SkewedEstimate) => [studentInterval(own, alpha), skewedInterval(own, alpha)];
  const { low = estimate, high = estimate } = estimate.ends ?? {};
  return {
    low: Math.min(...[estimate, low].flatMap(both).map((each) => each.low)),
    high: Math.max(...[estimate, high].flatMap(both).map((each) => each.high)),
  };
}

const NOTHING = { mean: 0, variance: 0, cubes: 0 };

/** The mean of values that count `factor` times, with its second and third cumulant. */
function scaledMean(values: readonly number[], factor: number): typeof NOTHING {
  const n = values.length;
  return {
    mean: factor * meanOf(values),
    variance: (factor ** 2 * momentOf(values, 2)) / (n - 1),
    cubes: (factor ** 3 * momentOf(values, 3)) / n ** 2,
  };
}

/** Mean of a power of the distances from the mean. */
function momentOf(values: readonly number[], power: number): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** power));
}

const meanOf = (values: readonly number[]): number => sum(values) / values.length;

const varianceOf = (values: readonly number[]): number => covarianceOf(values, values);

function covarianceOf(left: readonly number[], right: readonly number[]): number {
  const [ours, theirs] = [meanOf(left), meanOf(right)];
  const products = left.map((value, index) => (value - ours) * ((right[index] ?? theirs) - theirs));
  return sum(products) / (left.length - 1);
}
