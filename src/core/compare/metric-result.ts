import type { MetricResult } from '../domain/decision.ts';
import { aggregateResult, imputeAggregates } from './aggregate-only.ts';
import { basisOf } from './basis.ts';
import type { FoundDraw, ReplayedDraw } from './draw.ts';
import { alone, countFlips, descriptive, estimateDelta, estimateOf, paired } from './estimate.ts';
import { groupDeltas } from './group-deltas.ts';
import { imputeDelta } from './impute.ts';
import type { MetricScores } from './scores.ts';

interface Shown {
  readonly alpha: number;
  /** Whether the evaluation stopped for what it saw, so that no interval of a fixed size holds. */
  readonly isStopped: boolean;
  readonly draw: FoundDraw;
}

/**
 * What a reader is shown of each metric.
 * @param metrics all samples that were planned
 * @param seen of the same metrics, those that were evaluated
 */
export function metricResults(
  metrics: readonly MetricScores[],
  seen: readonly MetricScores[],
  { alpha, isStopped, draw }: Shown,
): MetricResult[] {
  return seen.map((metric, index) => {
    const all = metrics[index] ?? metric;
    const name = nameOf(metric, seen);
    if (draw !== null && isStopped)
      return { ...weightedResult(all, metric, name, draw), basis: basisOf(all, null, isStopped, alpha) };
    const estimate =
      metric.aggregates === undefined ? imputeDelta(metric) : imputeAggregates(metric, 'delta');
    const delta = metric.aggregates === undefined ? estimateDelta(metric, estimate, alpha) : null;
    const shown =
      metric.aggregates === undefined
        ? {
            ...plainResult(metric, name),
            delta: delta !== null && isStopped ? descriptive(delta) : delta,
            groups: groupDeltas(metric, isStopped ? null : alpha),
          }
        : aggregateResult(metric, name, alpha);
    return { ...shown, basis: basisOf(all, estimate, isStopped, alpha) };
  });
}

function plainResult(metric: MetricScores, name: string): Omit<MetricResult, 'delta' | 'groups'> {
  const { unit, direction } = metric.declaration;
  return {
    ...{ metric: name, unit, direction },
    baseline: estimateOf(metric, paired('baseline')),
    candidate: estimateOf(metric, paired('candidate')),
    flips: countFlips(metric),
  };
}

/**
 * What samples that were drawn by weight say of all of them: the baseline's full value, and the change within each stratum, in
 * which each sample was as likely as any other (post-stratification; Cochran 1977). Their plain means say nothing.
 */
function weightedResult(
  all: MetricScores,
  seen: MetricScores,
  name: string,
  draw: Exclude<FoundDraw, null>,
): MetricResult {
  const baseline = estimateOf(all, alone('baseline'));
  const change = draw === 'lost' || all.declaration.kind !== 'mean' ? null : changeByStrata(all, seen, draw);
  const isKnown = baseline !== null && change !== null;
  return {
    metric: name,
    unit: all.declaration.unit,
    direction: all.declaration.direction,
    baseline,
    candidate: isKnown ? { value: baseline.value + change, stderr: null, n: seen.scores.length } : null,
    delta: isKnown
      ? { value: change, low: null, high: null, level: 0.9, method: 'post-stratified, descriptive' }
      : null,
    flips: countFlips(seen),
    groups: [],
  };
}

/** Null where a stratum has no pair yet, or samples weigh differently. */
function changeByStrata({ scores }: MetricScores, seen: MetricScores, draw: ReplayedDraw): number | null {
  if (scores.some(({ weight }) => weight !== 1)) return null;
  const sizes = new Map<number | undefined, number>();
  for (const { key } of scores) sizes.set(draw.stratumOf(key), (sizes.get(draw.stratumOf(key)) ?? 0) + 1);
  const changes = new Map<number | undefined, { sum: number; pairs: number }>();
  for (const { key, baseline, candidate } of seen.scores) {
    if (baseline === null || candidate === null) continue;
    const own = changes.get(draw.stratumOf(key)) ?? { sum: 0, pairs: 0 };
    own.sum += candidate.numerator - baseline.numerator;
    own.pairs += 1;
    changes.set(draw.stratumOf(key), own);
  }
  let total = 0;
  for (const [stratum, size] of sizes) {
    const own = changes.get(stratum);
    if (own === undefined) return null;
    total += (size * own.sum) / own.pairs;
  }
  return total / scores.length;
}

/** `metric`, or `metric,filter` where a task has it under several filters. */
export function nameOf({ declaration, filter }: MetricScores, all: readonly MetricScores[]): string {
  const namesakes = all.filter((other) => other.declaration.name === declaration.name);
  return namesakes.length < 2 || filter === null ? declaration.name : `${declaration.name},${filter}`;
}
