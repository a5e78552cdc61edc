import type { Estimate } from '../domain/decision.ts';
import { stratifiedMean } from '../stats/strata.ts';
import type { LinearEstimate } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { clustersOf } from './clusters.ts';
import type { MetricScores, PairedScore } from './scores.ts';
import type { Subject } from './subject.ts';

/** Whether the metric is a mean of means, and there are several of these. */
export function isMeanOfGroups({ declaration, scores }: MetricScores): boolean {
  return declaration.group_average === 'macro' && groupsOf(scores).length > 1;
}

/** Samples by group, in the order in which groups first come. One that no side has belongs to nobody knows which. */
function groupsOf(scores: readonly PairedScore[]): PairedScore[][] {
  const groups = new Map<string | null, PairedScore[]>();
  for (const score of scores) {
    if (score.group === null && score.baseline === null && score.candidate === null) continue;
    const group = groups.get(score.group);
    if (group === undefined) groups.set(score.group, [score]);
    else group.push(score);
  }
  return [...groups.values()];
}

/**
 * One number a cluster, group by group; null where a group has none, so that there is no mean of all groups, and where a
 * cluster reaches over groups, which are then not independent.
 */
export function valuesByGroup<Reading>(
  scores: readonly PairedScore[],
  read: (score: PairedScore) => Reading | null,
  values: Subject<Reading>['values'],
): number[][] | null {
  const groups = groupsOf(scores);
  const clusters = groups.map((group) => new Set(group.map(({ cluster }) => cluster)));
  const all = new Set(clusters.flatMap((each) => [...each]));
  if (all.size < sum(clusters.map(({ size }) => size))) return null;
  const found = groups.map((group) => values(clustersOf(group, read)));
  return found.some((group) => group.length === 0) ? null : found;
}

export const meanOfMeans = (groups: readonly (readonly number[])[]): number =>
  sum(groups.map((values) => sum(values) / values.length)) / groups.length;

/** Every group counts alike. @param extra one more unit, for the smallest group, where it weighs most */
export function stratify(
  groups: readonly (readonly number[])[],
  extra: readonly number[] = [],
): LinearEstimate {
  const smallest = groups.reduce(
    (least, group, index) => (group.length < (groups[least]?.length ?? 0) ? index : least),
    0,
  );
  return stratifiedMean(
    groups.map((values, index) => ({
      values: index === smallest ? [...values, ...extra] : values,
      weight: 1,
    })),
  );
}

/** Value and standard error of a mean of groups' means. */
export function estimateOfGroups(groups: readonly (readonly number[])[] | null, n: number): Estimate | null {
  if (groups === null) return null;
  const { stderr } = stratify(groups);
  return { value: meanOfMeans(groups), stderr: Number.isFinite(stderr) ? stderr : null, n };
}

/** How one group's means are completed when scores are missing: only where the sample's own group is known. */
export const isAttributed = (scores: readonly PairedScore[]): boolean =>
  sum(groupsOf(scores).map(({ length }) => length)) === scores.length;
