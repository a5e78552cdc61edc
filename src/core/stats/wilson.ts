import type { Interval } from './interval.ts';

/**
 * Score interval of a rate: (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). Wilson 1927.
 * Its error is close to nominal on average and may exceed it at single rates; ceilings use Clopper-Pearson.
 */
export function wilsonInterval(events: number, n: number, z: number): Interval {
  const rate = events / n;
  const shrink = 1 + (z * z) / n;
  const centre = (rate + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n));
  return {
    low: events === 0 ? 0 : Math.max(0, centre - half),
    high: events === n ? 1 : Math.min(1, centre + half),
  };
}
