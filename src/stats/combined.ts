import { type Inference, lowerLimit, type OneSidedTest, testAgainst, upperLimit } from './inference.ts';
import { normalQuantile } from './special/normal.ts';
import { sum } from './sum.ts';

/** One unknown number in a weighted sum. Terms of one source rest on the same samples; different sources are independent. */
export interface Term {
  readonly source: string;
  /** Not 0. */
  readonly weight: number;
  readonly value: number;
  readonly inference: Inference;
}

/**
 * Σ w_j θ_j. Its limits recover variances from the limits of each term: Σ w_j θ̂_j ∓ √Σ (w_j (θ̂_j − limit_j))², the limit of
 * each on the side that matters. Zou & Donner 2008, "Construction of confidence limits about effect measures" (MOVER), of
 * which Newcombe's square-and-add is the case of two rates. Every term keeps the method that fits it, so that a term in
 * which nothing flipped is uncertain here too.
 *
 * Terms of one source are correlated in an unknown way: their distances are added, the most that any correlation allows.
 */
export interface Sum {
  readonly kind: 'sum';
  readonly terms: readonly Term[];
}

/**
 * The least of several unknown numbers. That it is greater than something must be proven of each (an intersection-union test:
 * no correction); that it is less, of any (Bonferroni).
 */
export interface Least {
  readonly kind: 'least';
  readonly of: readonly Inference[];
}

export function sumLimit({ terms }: Sum, alpha: number, end: 'low' | 'high'): number {
  const value = sum(terms.map((term) => term.weight * term.value));
  const distances = new Map<string, number>();
  for (const { source, weight, value, inference } of terms) {
    const limit = (weight > 0 === (end === 'low') ? lowerLimit : upperLimit)(inference, alpha);
    distances.set(source, (distances.get(source) ?? 0) + Math.abs(weight * (value - limit)));
  }
  const distance = Math.sqrt(sum([...distances.values()].map((each) => each ** 2)));
  return end === 'low' ? value - distance : value + distance;
}

/** Levels beyond which nothing is told apart; a p-value is never smaller. */
const LEAST_LEVEL = 1e-9;

/** The level at which the limit meets the null value, by bisection on the normal score. */
export function testSum(inference: Sum, nullValue: number): OneSidedTest {
  const value = sum(inference.terms.map((term) => term.weight * term.value));
  const end = value >= nullValue ? 'low' : 'high';
  const isBeyond = (alpha: number) =>
    end === 'low' ? sumLimit(inference, alpha, end) > nullValue : sumLimit(inference, alpha, end) < nullValue;
  let [low, high] = [LEAST_LEVEL, 0.5];
  if (isBeyond(low)) high = low;
  for (let step = 0; step < 40 && high > low; step += 1) {
    const middle = Math.sqrt(low * high);
    if (isBeyond(middle)) high = middle;
    else low = middle;
  }
  const statistic = (end === 'low' ? 1 : -1) * -normalQuantile(high);
  return end === 'low'
    ? { statistic, pGreater: high, pLess: 1 - high }
    : { statistic, pGreater: 1 - high, pLess: high };
}

export function leastLimit({ of }: Least, alpha: number, end: 'low' | 'high'): number {
  const limits = of.map((inference) =>
    end === 'low' ? lowerLimit(inference, alpha) : upperLimit(inference, alpha / of.length),
  );
  return Math.min(...limits);
}

export function testLeast({ of }: Least, nullValue: number): OneSidedTest {
  const tests = of.map((inference) => testAgainst(inference, nullValue));
  return {
    statistic: null,
    pGreater: Math.max(...tests.map(({ pGreater }) => pGreater)),
    pLess: Math.min(1, of.length * Math.min(...tests.map(({ pLess }) => pLess))),
  };
}
