import type { Sized } from './effective.ts';
import type { Interval } from './interval.ts';
import { studentQuantile } from './special/student-t.ts';
import { type LinearEstimate, sizedMean, studentStatistic } from './student.ts';

/** A mean of independent values, with what makes Student's t too hopeful on one side and too strict on the other. */
export interface SkewedEstimate extends LinearEstimate {
  /** Σ(x − x̄)³ / n / s³. */
  readonly skewness: number;
}

/** The mean of one number a unit; gone through several times: cubes are taken about the mean. */
export function skewedMean(units: Sized): SkewedEstimate {
  const estimate = sizedMean(units);
  const { value, stderr, df } = estimate;
  const { values } = units;
  const n = values.length;
  let cubes = 0;
  for (let index = 0; index < n; index += 1) cubes += (((values[index] as number) - value) / stderr) ** 3;
  // That of the mean is Σ((x − x̄) / n)³ / SE³, whatever the weights; it is 1/√n of that of values of one weight.
  return { ...estimate, skewness: Number.isFinite(cubes) ? (cubes / n ** 3) * Math.sqrt(df + 1) : 0 };
}

/**
 * Student's statistic freed of its skewness by a transformation that is monotone, so that it can be turned round into an
 * interval: t = √n x becomes √n (((1 + γx/3)³ − 1) / γ + γ / 6n). Hall 1992, "On the removal of skewness by transformation".
 * Values that are not skewed give Student's t.
 */
export function skewedStatistic(estimate: SkewedEstimate, nullValue: number): number {
  const t = studentStatistic(estimate, nullValue);
  if (!Number.isFinite(t)) return t;
  const { skewness, df } = estimate;
  const n = df + 1;
  const w = (skewness * t) / Math.sqrt(n);
  return t * (1 + w / 3 + w ** 2 / 27) + skewness / (6 * Math.sqrt(n));
}

/** The values that the statistic does not rule out; each side has error `alpha`. */
export function skewedInterval(estimate: SkewedEstimate, alpha: number): Interval {
  const { value, stderr, df, skewness } = estimate;
  const n = df + 1;
  const quantile = studentQuantile(1 - alpha, df) / Math.sqrt(n);
  const distance = (y: number) => {
    const root = Math.cbrt(1 + skewness * y);
    return (3 * y * stderr * Math.sqrt(n)) / (root ** 2 + root + 1);
  };
  const shift = skewness / (6 * n);
  return { low: value - distance(quantile - shift), high: value - distance(-quantile - shift) };
}
