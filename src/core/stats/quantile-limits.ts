import type { ConfidenceLimits } from './combined.ts';
import { binomialAtLeast, binomialAtMost } from './special/binomial.ts';
import { normalQuantile } from './special/normal.ts';
import { studentQuantile } from './special/student-t.ts';
import type { LinearEstimate } from './student.ts';

/**
 * Limits of a quantile without any assumption on the distribution: order statistics (Conover 1999, *Practical Nonparametric Statistics*,
 * section 3.2). What is below x is binomial, so that the q-quantile is at most x where few enough numbers are above it:
 * P(Bin(n′, 1 − q) ≤ k′) ≤ α, with k′ = k · n′ / n of the k above. Exact for independent numbers, n′ = n.
 * @param sorted lowest first
 * @param effective n′, at most as many as there are numbers: so many independent ones tell as much at this α
 */
export function quantileLimits(
  sorted: readonly number[],
  q: number,
  effective: (alpha: number) => number,
): ConfidenceLimits {
  const n = sorted.length;
  return {
    upper(alpha) {
      const own = effective(alpha);
      // Fewer are above a greater number: the first that few enough are above.
      const isAbove = (index: number) => binomialAtMost(((n - 1 - index) * own) / n, own, 1 - q) <= alpha;
      return sorted[firstWhere(n, isAbove)] ?? Infinity;
    },
    lower(alpha) {
      const own = effective(alpha);
      // Whatever is below this number has it and all that follow above it.
      const isReached = (index: number) => binomialAtLeast(((n - index) * own) / n, own, 1 - q) > alpha;
      return sorted[firstWhere(n, isReached) - 1] ?? -Infinity;
    },
  };
}

/** Between these t is told from z; beyond them nobody judges. */
const [LOWEST_LEVEL, HIGHEST_LEVEL] = [0.001, 0.25];

/**
 * How many independent samples tell as much of a share p as these n: p (1 − p) / s², less for the degrees of freedom of s,
 * (z / t)²; never more than n (Korn & Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts
 * estimated from survey data").
 */
export const effectiveCount =
  ({ value: share, stderr, df }: LinearEstimate, n: number) =>
  (alpha: number): number => {
    const level = Math.min(HIGHEST_LEVEL, Math.max(LOWEST_LEVEL, alpha));
    const wider = studentQuantile(1 - level, df) / normalQuantile(1 - level);
    const known = (share * (1 - share)) / (stderr * wider) ** 2;
    return known > 0 ? Math.min(n, known) : n;
  };

/** The first of `count` places at which it holds, as it does at all after it; `count` where it holds at none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
