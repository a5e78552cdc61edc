import type { PairedScore } from './scores.ts';

/** Readings by cluster, in the order of samples; those that are null are left out. */
export function clustersOf<Reading>(
  scores: readonly PairedScore[],
  read: (score: PairedScore) => Reading | null,
): Reading[][] {
  const clusters = new Map<string, Reading[]>();
  for (const score of scores) {
    const reading = read(score);
    if (reading === null) continue;
    const cluster = clusters.get(score.cluster);
    if (cluster === undefined) clusters.set(score.cluster, [reading]);
    else cluster.push(reading);
  }
  return [...clusters.values()];
}

/**
 * Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
 * rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
 * 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates.
 */
export function isSparse(unitValues: readonly number[]): boolean {
  const counts = new Map<number, number>();
  let commonest = 0;
  for (const value of unitValues) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    commonest = Math.max(commonest, count);
  }
  return commonest > 1 && unitValues.length - commonest < 10;
}
