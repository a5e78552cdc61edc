import { sumClusters, type Units } from '../stats/clustered.ts';
import { effectiveSize, type Sized } from '../stats/effective.ts';
import { mapped } from '../stats/ratio.ts';
import type { Estimand } from './estimand.ts';
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

/** What a number rests on: a value of each unit, and what the unit counts for. */
export function sizedUnits<Reading>(
  units: Units<Reading>,
  { values, size }: Pick<Estimand<Reading>, 'values' | 'size'>,
): Sized {
  return { values: values(units), sizes: mapped(units, size) };
}

/** Units that differ from the most common value, below which they are too few. */
const FEWEST_DIFFERING = 10;

/**
 * Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
 * rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
 * 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates. Units of unequal size are
 * counted by their share of the effective number, so that ten feathers beside a stone are few.
 */
export function isSparse({ values, sizes }: Sized): boolean {
  const effective = effectiveSize(sizes);
  const known = new Map<number, number>();
  const each = sizes[Symbol.iterator]();
  const isEven = effective === countOf(sizes);
  let [units, total] = [0, 0];
  for (const value of values) {
    const size: number = each.next().value ?? 0;
    units += 1;
    total += size;
    known.set(value, (known.get(value) ?? 0) + size);
    // Whichever is the most common, each of the others stands for a unit that differs; of the same size where all are.
    if (isEven && known.size > FEWEST_DIFFERING) return false;
  }
  let commonest = 0;
  for (const size of known.values()) commonest = Math.max(commonest, size);
  return known.size < units && effective * (total - commonest) < FEWEST_DIFFERING * total;
}

function countOf(items: Iterable<unknown>): number {
  let count = 0;
  for (const _ of items) count += 1;
  return count;
}
