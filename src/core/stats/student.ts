import { type Every, forEachOf, type Numbers } from './columns.ts';
import type { Sized } from './effective.ts';
import type { Interval } from './interval.ts';
import { studentQuantile } from './special/student-t.ts';

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
export function studentMean(values: Numbers): LinearEstimate {
  // Welford 1962.
  let [count, mean, squares] = [0, 0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    count += 1;
    const before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }
  return { value: mean, stderr: Math.sqrt(squares / (count - 1) / count), df: count - 1 };
}

/** What moves an estimate: by how much, and with which share of all weight; `times` such units. */
export interface Move {
  readonly by: number;
  readonly share: number;
  readonly times: number;
}

/**
 * Standard error of Σ moves and its degrees of freedom, of units whose own values are alike uncertain while their shares w differ:
 * Σ e² / (1 − 2w + Σw²), in which every unit's distance from a mean that it pulls to itself is restored, so that the variance is
 * unbiased (CR2 of Bell & McCaffrey 2002 under such a model), and Satterthwaite's degrees of freedom of that sum of squares (Imbens &
 * Kolesár 2016). Of n even shares it is Student's, with n − 1.
 */
export function spreadOf(moves: Every<Move>): Omit<LinearEstimate, 'value'> {
  let squaresOfShares = 0;
  forEachOf(moves, ({ share, times }) => {
    squaresOfShares += times * share ** 2;
  });
  // The residuals' covariance is 1{g = h} + c_g + c_h, c = Σw²/2 − w.
  let [variance, total, first, second, own] = [0, 0, 0, 0, 0];
  forEachOf(moves, ({ by, share, times }) => {
    const kept = 1 - 2 * share + squaresOfShares;
    variance += (times * by ** 2) / kept;
    const weight = share ** 2 / kept;
    const c = squaresOfShares / 2 - share;
    total += times * weight;
    first += times * weight * c;
    second += times * weight * c ** 2;
    own += times * weight ** 2 * (1 + 4 * c);
  });
  return {
    stderr: Math.sqrt(variance),
    df: squaresOfShares ** 2 / (2 * total * second + 2 * first ** 2 + own),
  };
}

/** Mean of one number a unit, the units counting for different sizes: as `studentMean`, which it is where all are of one size. */
export function sizedMean({ values, sizes }: Sized): LinearEstimate {
  let [count, mean, total, least, most] = [0, 0, 0, Infinity, 0];
  for (let index = 0; index < values.length; index += 1) {
    count += 1;
    mean += ((values[index] as number) - mean) / count;
  }
  for (let index = 0; index < sizes.length; index += 1) {
    const size = sizes[index] as number;
    total += size;
    least = Math.min(least, size);
    most = Math.max(most, size);
  }
  return least === most
    ? studentMean(values)
    : { value: mean, ...spreadOf(movesOf({ values, sizes }, mean, total, count)) };
}

const movesOf = ({ values, sizes }: Sized, mean: number, total: number, count: number): Every<Move> => ({
  every(holds) {
    for (let index = 0; index < values.length; index += 1) {
      const by = ((values[index] as number) - mean) / count;
      if (!holds({ by, share: (sizes[index] ?? 0) / total, times: 1 })) return false;
    }
    return true;
  },
});

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
