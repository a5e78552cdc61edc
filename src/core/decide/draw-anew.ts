import type { PairedScore } from '../compare/score-table.ts';
import type { MetricScores } from '../compare/scores.ts';

/** Samples drawn anew from those that there are, as other questions like these would be. */

/** Of a corpus metric's bootstrap in each round: a tenth of a verdict's, since its own chance evens out over the rounds. */
export const RESAMPLES = 200;

/** Clusters by group; a cluster has its scores by metric. */
export type UnitsByGroup = readonly (readonly (readonly (readonly PairedScore[])[])[])[];

export function unitsByGroup(metrics: readonly MetricScores[]): UnitsByGroup {
  const clusters = new Map<string, PairedScore[][]>();
  metrics.forEach(({ scores }, metric) => {
    for (const score of scores) {
      // A sample without a cluster is one by itself, under all of its metrics.
      const name = score.cluster ?? `\u0000${score.key}`;
      const cluster = clusters.get(name) ?? metrics.map(() => []);
      clusters.set(name, cluster);
      cluster[metric]?.push(score);
    }
  });
  const groups = new Map<string | null, PairedScore[][][]>();
  for (const cluster of clusters.values()) {
    const name = cluster.flat()[0]?.group ?? null;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [cluster]);
    else group.push(cluster);
  }
  return [...groups.values()];
}

/**
 * Whole clusters with replacement, group by group; the sides of each changed by a coin, which makes candidate and baseline exchangeable.
 * @param metrics how many there are
 * @param times how many clusters of each group are drawn for one that there is
 * @returns by metric
 */
export function drawAnew(
  units: UnitsByGroup,
  metrics: number,
  random: () => number,
  times = 1,
): PairedScore[][] {
  const drawn = Array.from({ length: metrics }, (): PairedScore[] => []);
  units.forEach((group, name) => {
    const places = Math.max(1, Math.round(times * group.length));
    for (let place = 0; place < places; place += 1) {
      const cluster = group[Math.floor(random() * group.length)] ?? [];
      const isSwapped = random() < 0.5;
      cluster.forEach((scores, metric) => {
        for (const score of scores) {
          const own = { ...score, key: `${name} ${place} ${score.key}`, cluster: `${name} ${place}` };
          drawn[metric]?.push(isSwapped ? { ...own, baseline: own.candidate, candidate: own.baseline } : own);
        }
      });
    }
  });
  return drawn;
}
