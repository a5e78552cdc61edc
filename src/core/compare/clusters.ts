import { sumClusters, type Units } from '../stats/clustered.ts';
import type { Sized } from '../stats/effective.ts';
import { mapped } from '../stats/ratio.ts';
import type { Estimand } from './estimand.ts';
import type { PairedScore, PairedScores } from './score-table.ts';

/** Readings summed by cluster; those that are null are left out. */
export function unitsOf<Reading>(
  scores: PairedScores,
  read: (score: PairedScore) => Reading | null,
  { add, keep }: Pick<Estimand<Reading>, 'add' | 'keep'>,
): Units<Reading> {
  return sumClusters(scores, read, ({ cluster }) => cluster, add, keep);
}

/** What a number rests on: a value of each unit, and what the unit counts for. */
export function sizedUnits<Reading>(
  units: Units<Reading>,
  { values, size }: Pick<Estimand<Reading>, 'values' | 'size'>,
): Sized {
  return { values: values(units), sizes: mapped(units, size) };
}
