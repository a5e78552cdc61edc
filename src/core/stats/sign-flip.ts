import type { Resampling } from './bootstrap.ts';
import { mulberry32 } from './random.ts';
import { sum } from './sum.ts';

export interface SignFlip {
  /** P(a sum this high or higher) when signs are a coin's: small says that the values are centred above 0. */
  readonly pGreater: number;
  readonly pLess: number;
  readonly pTwoSided: number;
}

/** Up to here all 2ⁿ sign patterns are tried. */
const MOST_EXACT = 16;

/**
 * Permutation test of differences whose distribution is symmetric about 0; for a margin m, pass d + m. Fisher 1935.
 * Exact for up to 16 values, otherwise by seeded resampling, in which the observed pattern counts as one. Symmetry is
 * assumed and is more than a mean of 0, so that this is a cross-check beside the t-test.
 */
export function signFlip(values: readonly number[], resampling: Resampling): SignFlip {
  const observed = sum(values);
  const totals =
    values.length <= MOST_EXACT ? everyTotal(values) : [observed, ...randomTotals(values, resampling)];
  // Sums in another order differ by rounding: ties must stay ties.
  const slack = 1e-12 * sum(values.map(Math.abs));
  const share = (holds: (total: number) => boolean) => totals.filter(holds).length / totals.length;
  return {
    pGreater: share((total) => total >= observed - slack),
    pLess: share((total) => total <= observed + slack),
    pTwoSided: share((total) => Math.abs(total) >= Math.abs(observed) - slack),
  };
}

function everyTotal(values: readonly number[]): number[] {
  return values.reduce((totals, value) => totals.flatMap((total) => [total + value, total - value]), [0]);
}

function randomTotals(values: readonly number[], { resamples, seed }: Resampling): number[] {
  const random = mulberry32(seed);
  return Array.from({ length: resamples }, () =>
    sum(values.map((value) => (random() < 0.5 ? value : -value))),
  );
}
