import { type Interval, rootOfDecreasing } from './interval.ts';

/** Paired 0/1 scores, summed up: samples that went from wrong to right and from right to wrong, among all pairs. */
export interface PairedCounts {
  readonly improved: number;
  readonly regressed: number;
  readonly pairs: number;
}

/**
 * Tango's score statistic for H₀: P(candidate right) − P(baseline right) = `delta0`, −1 < delta0 < 1.
 *
 * z = (improved − regressed − n δ₀) / √(n (2q + δ₀(1 − δ₀))), where q is the probability of a regressed pair, estimated
 * under H₀: the larger root of 2n q² + B q + C = 0. Positive when the candidate does better than H₀ says; decreasing
 * in δ₀; at δ₀ = 0 it is McNemar's z. Without any discordant pair it stays finite, √(n·m / (1 − m)) at δ₀ = −m, so that
 * a handful of identical answers proves little and many prove much.
 *
 * Assumes independent pairs. One-sided error at the margin is at most 5.5 % for n ≥ 30 at nominal 5 %.
 * Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design".
 */
export function tangoZ({ improved, regressed, pairs }: PairedCounts, delta0: number): number {
  const a = 2 * pairs;
  const b = -improved - regressed + (a - improved + regressed) * delta0;
  const c = -regressed * delta0 * (1 - delta0);
  const q = (Math.sqrt(Math.max(b * b - 4 * a * c, 0)) - b) / (2 * a);
  const variance = pairs * (2 * q + delta0 * (1 - delta0));
  const distance = improved - regressed - pairs * delta0;
  if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Infinity;
  return distance / Math.sqrt(variance);
}

/** All δ₀ that the score test does not reject at critical value `z` on either side. */
export function tangoInterval(counts: PairedCounts, z: number): Interval {
  const { improved, regressed, pairs } = counts;
  return {
    low: regressed === pairs ? -1 : rootOfDecreasing((delta) => tangoZ(counts, delta) - z, -1, 1),
    high: improved === pairs ? 1 : rootOfDecreasing((delta) => tangoZ(counts, delta) + z, -1, 1),
  };
}
