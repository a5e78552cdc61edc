import type { OneSidedTest } from './one-sided-test.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';
import { sum } from './sum.ts';

/** What is known of a number by its one-sided limits alone, each with error `alpha`. */
export interface ConfidenceLimits {
  readonly lower: (alpha: number) => number;
  readonly upper: (alpha: number) => number;
}

/** One unknown number in a weighted sum. Terms of one source rest on the same samples; different sources are independent. */
export interface Term {
  readonly source: string;
  readonly weight: number;
  readonly value: number;
  readonly limits: ConfidenceLimits;
}

/** How two terms of different sources hang together, in [0, 1]. */
export type Correlation = (left: Term, right: Term) => number;

/**
 * Σ w_j θ_j. Its limits recover variances from the limits of each term: Σ w_j θ̂_j ∓ √Σ (w_j (θ̂_j − limit_j))², the limit of
 * each on the side that matters. Zou & Donner 2008, "Construction of confidence limits about effect measures" (MOVER), of
 * which Newcombe's square-and-add is the case of two rates. Every term keeps the method that fits it, so that a term in
 * which nothing flipped is uncertain here too.
 *
 * Terms of one source are correlated in an unknown way: their distances are added, the most that any correlation allows. Where
 * a correlation is known, 2 r_jk d_j d_k comes under the root (Zou 2007, "Toward using confidence intervals to compare
 * correlations"); weights are positive there.
 */
export function limitsOfSum(
  terms: readonly Term[],
  correlation: Correlation = independent,
): ConfidenceLimits {
  const value = sum(terms.map((term) => term.weight * term.value));
  const distance = (alpha: number, end: keyof ConfidenceLimits) => {
    const bySource = new Map<string, number>();
    for (const { source, weight, value: own, limits } of terms) {
      const limit = limits[weight > 0 === (end === 'lower') ? 'lower' : 'upper'](alpha);
      bySource.set(source, (bySource.get(source) ?? 0) + Math.abs(weight * (own - limit)));
    }
    const apart = sum([...bySource.values()].map((each) => each ** 2));
    const together = correlation === independent ? 0 : jointly(terms, bySource, correlation);
    return Math.sqrt(apart + together);
  };
  return {
    lower: (alpha) => value - distance(alpha, 'lower'),
    upper: (alpha) => value + distance(alpha, 'upper'),
  };
}

const independent: Correlation = () => 0;

/** Σ 2 r_jk d_j d_k over pairs of sources; each source is one term here. */
function jointly(
  terms: readonly Term[],
  distances: ReadonlyMap<string, number>,
  correlation: Correlation,
): number {
  let total = 0;
  terms.forEach((left, index) => {
    for (const right of terms.slice(index + 1)) {
      const r = left.source === right.source ? 0 : correlation(left, right);
      // A distance that is open stays so, and nothing times it is no number.
      if (r !== 0) total += 2 * r * (distances.get(left.source) ?? 0) * (distances.get(right.source) ?? 0);
    }
  });
  return total;
}

/**
 * The least of several unknown numbers. That it is greater than something must be proven of each (an intersection-union test:
 * no correction); that it is less, of any one (Bonferroni).
 */
export function limitsOfLeast(of: readonly ConfidenceLimits[]): ConfidenceLimits {
  return {
    lower: (alpha) => Math.min(...of.map((limits) => limits.lower(alpha))),
    upper: (alpha) => Math.min(...of.map((limits) => limits.upper(alpha / of.length))),
  };
}

/** The greatest of several, likewise. */
export function limitsOfMost(of: readonly ConfidenceLimits[]): ConfidenceLimits {
  return {
    lower: (alpha) => Math.max(...of.map((limits) => limits.lower(alpha / of.length))),
    upper: (alpha) => Math.max(...of.map((limits) => limits.upper(alpha))),
  };
}

/** The same limits, each level worked out once: sums over many sets of terms ask for the same again and again. */
export function remembered({ lower, upper }: ConfidenceLimits): ConfidenceLimits {
  const once = (limit: (alpha: number) => number) => {
    const known = new Map<number, number>();
    return (alpha: number) => {
      const found = known.get(alpha) ?? limit(alpha);
      known.set(alpha, found);
      return found;
    };
  };
  return { lower: once(lower), upper: once(upper) };
}

/** Levels beyond which nothing is told apart; a p-value is never smaller. */
const LEAST_LEVEL = 1e-9;

/** The levels at which the limits meet the null value; ½ where a limit does not pass it at any level. */
export function testByLimits({ lower, upper }: ConfidenceLimits, nullValue: number): OneSidedTest {
  const pGreater = firstLevel((alpha) => lower(alpha) > nullValue);
  const pLess = firstLevel((alpha) => upper(alpha) < nullValue);
  const statistic = pGreater <= pLess ? -normalQuantile(pGreater) : normalQuantile(pLess);
  return {
    statistic: statistic === 0 ? 0 : statistic,
    pGreater: pLess < 0.5 ? 1 - pLess : pGreater,
    pLess: pGreater < 0.5 ? 1 - pGreater : pLess,
  };
}

/** By bisection of the logarithm: what holds at a level holds at every greater one. */
function firstLevel(holds: (alpha: number) => boolean): number {
  let [low, high] = [LEAST_LEVEL, 0.5];
  if (!holds(high)) return 0.5;
  if (holds(low)) return low;
  for (let step = 0; step < 30; step += 1) {
    const middle = Math.sqrt(low * high);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * What a random sample says of the finite list that it was drawn from: every limit lies nearer by √(1 − n/N), so that nothing is
 * left open when all were seen. Cochran 1977, "Sampling techniques", 2.6; on score tests the same as dividing z by that factor.
 * @param share n/N, at most 1
 */
export function limitsOfFinitePopulation(
  { lower, upper }: ConfidenceLimits,
  share: number,
): ConfidenceLimits {
  const level = (alpha: number) => normalCdf(normalQuantile(alpha) * Math.sqrt(1 - share));
  return { lower: (alpha) => lower(level(alpha)), upper: (alpha) => upper(level(alpha)) };
}
