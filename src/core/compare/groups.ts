import type { Estimate } from '../domain/decision.ts';
import { stratifiedMean } from '../stats/strata.ts';
import type { LinearEstimate } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { unitsOf } from './clusters.ts';
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
interface GroupValues {
  readonly values: Iterable<number>;
  readonly count: number;
}

/**
 * One number a unit, group by group; null where a group has none, so that there is no mean of all groups, and where a
 * cluster reaches over groups, which are then not independent.
 */
export function valuesByGroup<Reading>(
  scores: PairedScores,
  read: (score: PairedScore) => Reading | null,
  { values, add }: Pick<Estimand<Reading>, 'values' | 'add'>,
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
    const units = unitsOf(group, read, add);
    return { values: values(units), count: units.count };
  });
  return found.some(({ count }) => count === 0) ? null : found;
}

export const meanOfMeans = (groups: readonly GroupValues[]): number =>
  sum(groups.map(({ values, count }) => sum(values) / count)) / groups.length;

/** Every group counts alike. @param extra one more unit, for the smallest group, where it weighs most */
export function stratify(groups: readonly GroupValues[], extra: readonly number[] = []): LinearEstimate {
  const smallest = groups.reduce(
    (least, { count }, index) => (count < (groups[least]?.count ?? 0) ? index : least),
    0,
  );
  return stratifiedMean(
    groups.map(({ values }, index) => ({
      values: index === smallest ? withExtra(values, extra) : values,
      weight: 1,
    })),
  );
}

/** Values with some more after them. */
export const withExtra = (values: Iterable<number>, extra: readonly number[]): Iterable<number> => ({
  *[Symbol.iterator]() {
    yield* values;
    yield* extra;
  },
});

/** Value and standard error of a mean of groups' means. */
export function estimateOfGroups(groups: readonly GroupValues[] | null, n: number): Estimate | null {
  if (groups === null) return null;
  const { stderr } = stratify(groups);
  return { value: meanOfMeans(groups), stderr: Number.isFinite(stderr) ? stderr : null, n };
}

/** How one group's means are completed when scores are missing: only where the sample's own group is known. */
export const isAttributed = (scores: PairedScores): boolean =>
  sum(groupsOf(scores).map(({ length }) => length)) === scores.length;
