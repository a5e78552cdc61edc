import type { Interval } from './interval.ts';
import { studentQuantile } from './special/student-t.ts';
import { sum } from './sum.ts';

/** An estimate that is normal to first order, with the degrees of freedom of its standard error. */
export interface LinearEstimate {
  readonly value: number;
  readonly stderr: number;
  readonly df: number;
}

/**
 * Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
 * On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
 * values break.
 */
export function studentMean(values: readonly number[]): LinearEstimate {
  const n = values.length;
  const mean = sum(values) / n;
  const squares = sum(values.map((value) => (value - mean) ** 2));
  return { value: mean, stderr: Math.sqrt(squares / (n - 1) / n), df: n - 1 };
}

/** value ± t(1 − alpha, df) · stderr: each side has error `alpha`. */
export function studentInterval({ value, stderr, df }: LinearEstimate, alpha: number): Interval {
  const half = studentQuantile(1 - alpha, df) * stderr;
  return { low: value - half, high: value + half };
}

/** (value − null) / stderr; infinite or 0 where the standard error is 0. */
export function studentStatistic({ value, stderr }: LinearEstimate, nullValue: number): number {
  const distance = value - nullValue;
  if (stderr > 0) return distance / stderr;
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}
