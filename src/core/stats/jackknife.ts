import type { ConfidenceLimits } from './combined.ts';
import { lowerLimit, upperLimit } from './inference.ts';
import type { Interval } from './interval.ts';
import { inferMean } from './mean.ts';
import { extraWeight } from './sparse.ts';
import { studentMean } from './student.ts';

/** A statistic on all independent units, and without each of them. */
export interface Deleted {
  readonly value: number;
  readonly without: readonly number[];
}

/**
 * The jackknife's estimate, freed of the bias that falls as 1/n (Quenouille 1956), with the limits of a mean of the pseudo-values n·θ̂ − (n − 1)·θ̂₍ᵢ₎
 * (Tukey 1958), whose standard error is too large on average and not too small (Efron & Stein 1981).
 * @param range between which values the statistic lies, so that a unit that was not drawn could lie at either end; null where none is assumed
 */
export function jackknifed(
  { value, without }: Deleted,
  range: Interval | null = null,
): {
  readonly value: number;
  readonly limits: ConfidenceLimits;
} {
  const units = without.length;
  const values = Float64Array.from(without, (each) => units * value - (units - 1) * each);
  const own = { values, sizes: new Float64Array(units).fill(1) };
  const weight = range === null ? 0 : extraWeight(own, range.high - range.low);
  const at = (end: keyof Interval) => {
    const extra = range === null || weight === 0 ? null : { value: range[end], weight };
    return inferMean(own, { extra, seconded: false });
  };
  const [low, high] = [at('low'), at('high')];
  return {
    value: studentMean(values).value,
    limits: {
      lower: (alpha) => lowerLimit(low, alpha),
      upper: (alpha) => upperLimit(high, alpha),
    },
  };
}
