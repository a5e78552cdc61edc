import { sumClusters, type Units } from '../stats/clustered.ts';
import type { PairedScore, PairedScores } from './score-table.ts';

/** Readings summed by cluster; those that are null are left out. */
export function unitsOf<Reading>(
  scores: Iterable<PairedScore>,
  read: (score: PairedScore) => Reading | null,
  add: (left: Reading, right: Reading) => Reading,
): Units<Reading> {
  return sumClusters(scores, read, ({ cluster }) => cluster, add);
}

/** Readings by cluster, in the order of samples, for what no sum can stand for; those that are null are left out. */
export function clustersOf<Reading>(
  scores: PairedScores,
  read: (score: PairedScore) => Reading | null,
): Reading[][] {
  const clusters: Reading[][] = [];
  const named = new Map<string, Reading[]>();
  for (const score of scores) {
    const reading = read(score);
    if (reading === null) continue;
    const cluster = score.cluster === null ? undefined : named.get(score.cluster);
    if (cluster !== undefined) {
      cluster.push(reading);
      continue;
    }
    const first = [reading];
    clusters.push(first);
    if (score.cluster !== null) named.set(score.cluster, first);
  }
  return clusters;
}

/** Units that differ from the most common value, below which they are too few. */
const FEWEST_DIFFERING = 10;

/**
 * Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
 * rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
 * 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates.
 */
export function isSparse(unitValues: Iterable<number>): boolean {
  const counts = new Map<number, number>();
  let units = 0;
  for (const value of unitValues) {
    units += 1;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    // Whichever is the most common, each of the others stands for a unit that differs.
    if (counts.size > FEWEST_DIFFERING) return false;
  }
  const commonest = Math.max(0, ...counts.values());
  return commonest > 1 && units - commonest < FEWEST_DIFFERING;
}
