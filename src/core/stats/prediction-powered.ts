import { effectiveSize } from './effective.ts';
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

/** What a value counts for, and whether it hangs together with others. */
export interface Counted {
  readonly weight: number;
  /** Null for one that is independent of all others. */
  readonly cluster: string | null;
}

/** Of every value in its place, where they do not all count alike and for themselves. */
export interface CountedValues {
  readonly labelled: readonly Counted[];
  readonly unlabelled: readonly Counted[];
}

/**
 * Mean of the labels over all units, of which only some have one, with help of a predictor that may be biased:
 * θ = λ f̄_N + mean_n(Y − λ f), Var = λ² Var(f) / N + Var(Y − λ f) / n, λ = Cov(Y, f) / ((1 + n/N) Var f) within [0, 1].
 * PPI++ of Angelopoulos, Duchi & Zrnic 2023. Whatever the predictor is worth, θ is centred on the labels' mean, and no wider than
 * without it but for what it takes to estimate λ, for which a degree of freedom goes. What values of one cluster move θ by, labelled or
 * not, is added before it is squared, as in every mean of clusters; degrees of freedom go by the effective number of those with a label.
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
  dependence: CountedValues | null = null,
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
  const residuals = labelled.map(({ label, prediction }, index) => ({
    ...(dependence?.labelled[index] ?? ALONE),
    value: label - lambda * prediction,
  }));
  const more = unlabelled.map((prediction, index) => ({
    ...(dependence?.unlabelled[index] ?? ALONE),
    value: lambda * prediction,
  }));
  const estimateOf = (own: readonly Value[]) => estimate(own, lambda, lambda === 0 ? [] : more);
  const powered = { ...estimateOf(residuals), lambda };
  if (reach === null) return powered;
  const units = countedUnits(residuals, ({ value }) => value);
  const weight = extraWeight(units, 2 * reach);
  if (weight === 0) return powered;
  const middle = median(units.values);
  const heaviest = Math.max(...units.sizes);
  const withOne = (end: number) => {
    const value = middle + weight * (end - middle);
    return estimateOf([...residuals, { value, weight: heaviest, cluster: null }]);
  };
  return { ...powered, ends: { low: withOne(-reach), high: withOne(reach) } };
}

const ALONE: Counted = { weight: 1, cluster: null };

interface Value extends Counted {
  readonly value: number;
}

function estimate(
  residuals: readonly Value[],
  lambda: number,
  predictions: readonly Value[],
): SkewedEstimate {
  const moved = movesOf(residuals);
  const more = movesOf(predictions);
  // What fits its own residuals makes them too small.
  const df = moved.effective - (lambda === 0 ? 1 : 2);
  const [own, other] = [moved.effective / df, more.effective / (more.effective - 1)].map(Math.sqrt);
  let [variance, cubes] = [0, 0];
  for (const name of new Set([...moved.by.keys(), ...more.by.keys()])) {
    const [left, right] = [moved.by.get(name) ?? 0, more.by.get(name) ?? 0];
    variance += ((own ?? 1) * left + (right === 0 ? 0 : (other ?? 1) * right)) ** 2;
    cubes += (left + right) ** 3;
  }
  const stderr = Math.sqrt(variance);
  return {
    value: moved.mean + more.mean,
    ...{ stderr, df },
    skewness: stderr === 0 ? 0 : (cubes / stderr ** 3) * Math.sqrt(df + 1),
  };
}

/** A mean, and what each cluster moves it by; those that are alone by a name that no cluster has. */
function movesOf(values: readonly Value[]) {
  const total = sum(values.map(({ weight }) => weight));
  const mean = values.length === 0 ? 0 : sum(values.map(({ value, weight }) => weight * value)) / total;
  const by = new Map<string | Value, number>();
  for (const each of values) {
    const name = each.cluster ?? each;
    by.set(name, (by.get(name) ?? 0) + (each.weight * (each.value - mean)) / total);
  }
  return { mean, by, effective: effectiveSize(countedUnits(values, ({ value }) => value).sizes) };
}

/** Mean and weight of each cluster. */
export function countedUnits<Each extends Counted>(values: readonly Each[], read: (each: Each) => number) {
  const sums = new Map<string | Each, { total: number; weight: number }>();
  for (const each of values) {
    const own = sums.get(each.cluster ?? each) ?? { total: 0, weight: 0 };
    own.total += each.weight * read(each);
    own.weight += each.weight;
    sums.set(each.cluster ?? each, own);
  }
  const units = [...sums.values()];
  return {
    values: units.map(({ total, weight }) => total / weight),
    sizes: units.map(({ weight }) => weight),
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

const meanOf = (values: readonly number[]): number => sum(values) / values.length;

const varianceOf = (values: readonly number[]): number => covarianceOf(values, values);

function covarianceOf(left: readonly number[], right: readonly number[]): number {
  const [ours, theirs] = [meanOf(left), meanOf(right)];
  const products = left.map((value, index) => (value - ours) * ((right[index] ?? theirs) - theirs));
  return sum(products) / (left.length - 1);
}
