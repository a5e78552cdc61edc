import type { Interval } from './interval.ts';
import { studentQuantile } from './special/student-t.ts';

/** An estimate that is normal to first order, with the degrees of freedom of its standard error. */
export interface LinearEstimate {
  readonly value: number;
  readonly stderr: number;
  readonly df: number;
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
