import type { Estimate } from '../domain/decision.ts';
import { effectiveSize, type Sized, withExtra } from '../stats/effective.ts';
import { stratifiedMean } from '../stats/strata.ts';
import type { LinearEstimate } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { sizedUnits, unitsOf } from './clusters.ts';
import type { Estimand } from './estimand.ts';
import { type PairedScore, type PairedScores, ScoreTable } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/** Whether the metric is a mean of means, and there are several of these. */
export function isMeanOfGroups({ declaration, scores }: MetricScores): boolean {
  return declaration.group_average === 'macro' && groupsOf(scores).length > 1;
}

/** Samples by group, in the order in which groups first come. One that no side has belongs to nobody knows which. */
function groupsOf(scores: PairedScores): PairedScores[] {
  const groups = ScoreTable.from(scores).split(({ group, baseline, candidate }) =>
    group === null && baseline === null && candidate === null ? undefined : group,
  );
  return [...groups.values()];
}

/** What one group's mean is made of: a number for each of so many units. */
interface GroupValues extends Sized {
  readonly count: number;
}

/**
 * One number a unit, group by group; null where a group has none, so that there is no mean of all groups, and where a
 * cluster reaches over groups, which are then not independent.
 */
export function valuesByGroup<Reading>(
  scores: PairedScores,
  read: (score: PairedScore) => Reading | null,
  estimand: Pick<Estimand<Reading>, 'values' | 'size' | 'add'>,
): GroupValues[] | null {
  const groups = groupsOf(scores);
  const owners = new Map<string, number>();
  for (const [index, group] of groups.entries()) {
    for (const { cluster } of group) {
      if (cluster === null) continue;
      if ((owners.get(cluster) ?? index) !== index) return null;
      owners.set(cluster, index);
    }
  }
  const found = groups.map((group) => {
    const units = unitsOf(group, read, estimand.add);
    return { ...sizedUnits(units, estimand), count: units.count };
  });
  return found.some(({ count }) => count === 0) ? null : found;
}

export const meanOfMeans = (groups: readonly GroupValues[]): number =>
  sum(groups.map(({ values, count }) => sum(values) / count)) / groups.length;

/** Every group counts alike. @param extra one more unit, for the smallest group, where it weighs most; null for none */
export function stratify(groups: readonly GroupValues[], extra: number | null = null): LinearEstimate {
  const counts = groups.map(({ sizes }) => effectiveSize(sizes));
  const smallest = counts.indexOf(Math.min(...counts));
  return stratifiedMean(
    groups.map((group, index) => {
      const { values, sizes } = extra !== null && index === smallest ? withExtra(group, extra) : group;
      return { values, effective: effectiveSize(sizes), weight: 1 };
    }),
  );
}

/** Value and standard error of a mean of groups' means. */
export function estimateOfGroups(groups: readonly GroupValues[] | null, n: number): Estimate | null {
  if (groups === null) return null;
  const { stderr } = stratify(groups);
  return { value: meanOfMeans(groups), stderr: Number.isFinite(stderr) ? stderr : null, n };
}

/** How one group's means are completed when scores are missing: only where the sample's own group is known. */
export const isAttributed = (scores: PairedScores): boolean =>
  sum(groupsOf(scores).map(({ length }) => length)) === scores.length;
