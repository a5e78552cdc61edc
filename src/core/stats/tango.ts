import { clopperPearsonLower } from './clopper-pearson.ts';
import { type Interval, rootOfDecreasing } from './interval.ts';
import type { OneSidedTest } from './one-sided-test.ts';
import { binomialAtLeast } from './special/binomial.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';

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

/**
 * Tango's test; that a change is more than some lies in its direction has to follow also where every flip goes one way, from the exact
 * binomial probability of the net one: flips that hardly ever happen have a longer tail than a normal score. Of 300 pairs a gain of 1 point
 * with hardly a loss is otherwise proven to be more in 8.9 % of runs. With more flips both ways Tango's p is the greater one.
 */
export function testChange(counts: PairedCounts, delta0: number): OneSidedTest {
  const z = tangoZ(counts, delta0);
  const oneWay = (net: number, rate: number) =>
    rate > 0 && net > 0 ? binomialAtLeast(net, counts.pairs, rate) : 0;
  const net = counts.rose - counts.fell;
  return {
    statistic: z,
    pGreater: Math.max(normalCdf(-z), oneWay(net, delta0)),
    pLess: Math.max(normalCdf(z), oneWay(-net, -delta0)),
  };
}

/** What the test does not rule out, each side with error `alpha`. */
export function changeInterval(counts: PairedCounts, alpha: number): Interval {
  const { low, high } = tangoInterval(counts, normalQuantile(1 - alpha));
  const net = counts.rose - counts.fell;
  return {
    low: low > 0 ? Math.min(low, clopperPearsonLower(net, counts.pairs, alpha)) : low,
    high: high < 0 ? Math.max(high, -clopperPearsonLower(-net, counts.pairs, alpha)) : high,
  };
}
