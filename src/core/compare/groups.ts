import type { Estimate } from '../domain/decision.ts';
import { type ExtraUnit, effectiveSize, type Sized } from '../stats/effective.ts';
import { extendedMean } from '../stats/mean.ts';
import { mapped } from '../stats/ratio.ts';
import { stratifiedMean } from '../stats/strata.ts';
import { type LinearEstimate, sizedMean } from '../stats/student.ts';
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
  /** Each unit with its own value, as it is seen without the others. */
  readonly own: Sized;
  readonly effective: number;
  /** The same for groups into which one cluster reaches. */
  readonly source: number;
}

/** For each group the first one that it shares a cluster with, or that one with another. */
function sourcesOf(groups: readonly PairedScores[]): readonly number[] {
  let sources = groups.map((_, index) => index);
  const owners = new Map<string, number>();
  for (const [index, group] of groups.entries()) {
    for (const { cluster } of group) {
      if (cluster === null) continue;
      const [own = index, other = index] = [sources[index], sources[owners.get(cluster) ?? index]];
      if (own !== other)
        sources = sources.map((each) => (each === own || each === other ? Math.min(own, other) : each));
      owners.set(cluster, index);
    }
  }
  return sources;
}

/**
 * One number a unit, group by group; null where a group has none, so that there is no mean of all groups.
 */
export function valuesByGroup<Reading>(
  scores: PairedScores,
  read: (score: PairedScore) => Reading | null,
  estimand: Pick<Estimand<Reading>, 'values' | 'size' | 'add' | 'keep' | 'unitValue'>,
): GroupValues[] | null {
  const groups = groupsOf(scores);
  const sources = sourcesOf(groups);
  const found = groups.map((group, index) => {
    const units = unitsOf(group, read, estimand);
    const sized = sizedUnits(units, estimand);
    return {
      ...sized,
      own: { values: mapped(units, estimand.unitValue), sizes: sized.sizes },
      effective: effectiveSize(sized.sizes),
      count: units.count,
      source: sources[index] ?? index,
    };
  });
  return found.some(({ count }) => count === 0) ? null : found;
}

export const meanOfMeans = (groups: readonly GroupValues[]): number =>
  sum(groups.map(({ values, count }) => sum(values) / count)) / groups.length;

/**
 * Every group counts alike.
 * @param extras for each group one more unit, where too few of its own lie far from the rest; one such group gets it, in which
 * it weighs most: that is the smallest, with all others into which one cluster reaches. Had each of them one, they would assume a rate of
 * what was not seen that all groups together rule out.
 * @param times as if every unit but those had been seen so often
 */
export function stratify(
  groups: readonly GroupValues[],
  extras: readonly (ExtraUnit | null)[],
  times = 1,
): LinearEstimate {
  const reach = new Map<number, number>();
  for (const [index, { source, effective }] of groups.entries()) {
    const weight = extras[index]?.weight ?? 0;
    if (weight > 0) reach.set(source, (reach.get(source) ?? 0) + weight / (effective * times + weight));
  }
  const [[weighsMost] = []] = [...reach].sort(([, left], [, right]) => right - left);
  return stratifiedMean(
    groups.map((group, index) => {
      const extra = extras[index] ?? null;
      const { value, stderr, df } = sizedMean(group);
      const estimate =
        extra !== null && group.source === weighsMost
          ? extendedMean(group, extra, times)
          : { value, stderr: stderr / Math.sqrt(times), df: (df + 1) * times - 1 };
      return { estimate, weight: 1, source: group.source };
    }),
  );
}

export const estimateOfStrata = (groups: readonly GroupValues[]): LinearEstimate => stratify(groups, []);

/** Value and standard error of a mean of groups' means. */
export function estimateOfGroups(groups: readonly GroupValues[] | null, n: number): Estimate | null {
  if (groups === null) return null;
  const { stderr } = estimateOfStrata(groups);
  return { value: meanOfMeans(groups), stderr: Number.isFinite(stderr) ? stderr : null, n };
}

/** How one group's means are completed when scores are missing: only where the sample's own group is known. */
export const isAttributed = (scores: PairedScores): boolean =>
  sum(groupsOf(scores).map(({ length }) => length)) === scores.length;
