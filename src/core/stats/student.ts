import type { Interval } from './interval.ts';
import { studentQuantile } from './special/student-t.ts';

/** An estimate that is normal to first order, with the degrees of freedom of its standard error. */
export interface LinearEstimate {
  readonly value: number;
  readonly stderr: number;
  readonly df: number;
}

/** Mean and spread of values that come one by one: three numbers of memory, however many there are. Welford 1962. */
class RunningMean {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.#count += 1;
    const before = value - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (value - this.#mean);
  }

  /** Of two values or more, which count for `effective` of one weight. */
  estimate(effective = this.#count): LinearEstimate {
    const n = this.#count;
    const variance = (this.#squares / (effective - 1)) * (effective / n);
    return { value: this.#mean, stderr: Math.sqrt(variance / n), df: effective - 1 };
  }
}

/**
 * Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
 * On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
 * values break.
 * @param effective what the values count for where they are of unequal weight: then it takes the place of n
 */
export function studentMean(values: Iterable<number>, effective?: number): LinearEstimate {
  const running = new RunningMean();
  for (const value of values) running.add(value);
  return running.estimate(effective);
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
