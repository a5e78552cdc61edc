import { type Interval, rootOfDecreasing } from './interval.ts';

/** Paired 0/1 scores, summed up: samples that went from 0 to 1 and from 1 to 0, among all pairs. */
export interface PairedCounts {
  readonly rose: number;
  readonly fell: number;
  readonly pairs: number;
}

/**
 * Tango's score statistic for H₀: P(candidate is 1) − P(baseline is 1) = `delta0`, −1 < delta0 < 1.
 *
 * z = (rose − fell − n δ₀) / √(n (2q + δ₀(1 − δ₀))), where q is the probability of a pair that fell, estimated
 * under H₀: the larger root of 2n q² + B q + C = 0. Positive when the delta lies above δ₀; decreasing
 * in δ₀; at δ₀ = 0 it is McNemar's z. Without any discordant pair it stays finite, √(n·m / (1 − m)) at δ₀ = −m, so that
 * a handful of identical answers proves little and many prove much.
 *
 * Assumes independent pairs. One-sided error at the margin is at most 5.5 % for n ≥ 30 at nominal 5 %.
 * Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design".
 */
export function tangoZ({ rose, fell, pairs }: PairedCounts, delta0: number): number {
  const a = 2 * pairs;
  const b = -rose - fell + (a - rose + fell) * delta0;
  const c = -fell * delta0 * (1 - delta0);
  // Without a pair that fell the square is not taken, since it underflows for tiny δ₀ and would prove anything.
  const root = c === 0 ? Math.abs(b) : Math.sqrt(Math.max(b * b - 4 * a * c, 0));
  const q = (root - b) / (2 * a);
  const variance = pairs * (2 * q + delta0 * (1 - delta0));
  const distance = rose - fell - pairs * delta0;
  if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Infinity;
  return distance / Math.sqrt(variance);
}

/** All δ₀ that the score test does not reject at critical value `z` on either side. */
export function tangoInterval(counts: PairedCounts, z: number): Interval {
  const { rose, fell, pairs } = counts;
  return {
    low: fell === pairs ? -1 : rootOfDecreasing((delta) => tangoZ(counts, delta) - z, -1, 1),
    high: rose === pairs ? 1 : rootOfDecreasing((delta) => tangoZ(counts, delta) + z, -1, 1),
  };
}
