import type { DeltaEstimate, MetricBasis } from '../domain/decision.ts';
import { type Inference, lowerLimit, upperLimit } from '../stats/inference.ts';
import { aggregateEstimate, imputeAggregates } from './aggregate-only.ts';
import { CANDIDATE, DELTA } from './estimand.ts';
import { alone, estimateOf, shown } from './estimate.ts';
import { imputeCandidate } from './impute.ts';
import type { ImputedEstimate } from './imputed-estimate.ts';
import { keptEstimate } from './kept-estimate.ts';
import type { MetricScores } from './scores.ts';

/**
 * What is kept of a metric so that another limit can be held to it when its samples are gone.
 * @param metric all samples that were planned
 * @param delta what they say of the change
 * @param isStopped whether the evaluation stopped for what it saw, so that no interval of a fixed size holds
 */
export function basisOf(
  metric: MetricScores,
  delta: ImputedEstimate | null,
  isStopped: boolean,
  alpha: number,
): MetricBasis {
  const { filter, scores, aggregates } = metric;
  // How a metric follows from another is known where it is asked for, and stands on no disk.
  const { of_class: _, of_usage: __, of_repeats: ___, price: ____, ...declaration } = metric.declaration;
  const [planned, scored] =
    aggregates === undefined
      ? [scores.length, countScored(metric)]
      : [aggregates.candidate?.n ?? 0, { pairs: 0, candidate: aggregates.candidate?.n ?? 0 }];
  const value = isStopped ? null : candidateOf(metric);
  return {
    ...{ declaration, filter, planned, scored },
    baseline:
      aggregates === undefined
        ? estimateOf(metric, alone('baseline'))
        : aggregateEstimate(metric, 'baseline'),
    value: value === null ? null : intervalOf(value, metric, alpha),
    counts: { delta: isStopped ? null : countsOf(delta, movesOf), value: countsOf(value, eventsOf) },
    ...(isStopped ? {} : estimatesOf(metric, delta, value)),
    repeated: metric.varies === true,
  };
}

/** Of what a clock measured nothing: to be judged it takes the machines, too. */
function estimatesOf(
  { machines }: MetricScores,
  delta: ImputedEstimate | null,
  value: ImputedEstimate | null,
): Pick<MetricBasis, 'estimates'> {
  if (machines !== undefined) return {};
  const kept = {
    delta: countsOf(delta, movesOf) === null ? keptEstimate(delta) : null,
    value: countsOf(value, eventsOf) === null ? keptEstimate(value) : null,
  };
  return kept.delta === null && kept.value === null ? {} : { estimates: kept };
}

function countScored({ scores }: MetricScores): MetricBasis['scored'] {
  let [pairs, candidate] = [0, 0];
  for (const score of scores) {
    if (DELTA.read(score) !== null) pairs += 1;
    if (CANDIDATE.read(score) !== null) candidate += 1;
  }
  return { pairs, candidate };
}

/** Of a statistic of all samples nothing: it is resampled, which is too dear for what no gate of the round has asked. */
function candidateOf(metric: MetricScores): ImputedEstimate | null {
  if (metric.aggregates !== undefined) return imputeAggregates(metric, 'candidate');
  return metric.declaration.kind === 'corpus' ? null : imputeCandidate(metric);
}

/** What an estimate says at one level, on the shown scale. */
function intervalOf(
  { method, value, lowest, highest }: ImputedEstimate,
  { declaration }: Pick<MetricScores, 'declaration'>,
  alpha: number,
): DeltaEstimate {
  const limit = (at: number | null) => {
    const end = at === null ? Number.NaN : shown(at, declaration);
    return Number.isFinite(end) ? end : null;
  };
  return {
    value: shown(value, declaration),
    low: limit(lowest === null ? null : lowerLimit(lowest.inference, alpha)),
    high: limit(highest === null ? null : upperLimit(highest.inference, alpha)),
    ...{ level: 1 - 2 * alpha, method },
  };
}

function countsOf<T>(estimate: ImputedEstimate | null, of: (inference: Inference) => T | null) {
  if (estimate === null || estimate.lowest === null || estimate.highest === null) return null;
  const [lowest, highest] = [of(estimate.lowest.inference), of(estimate.highest.inference)];
  return lowest === null || highest === null ? null : { lowest, highest };
}

const movesOf = (inference: Inference) => (inference.kind === 'tango' ? inference.counts : null);

const eventsOf = (inference: Inference) =>
  inference.kind === 'binomial' ? { events: inference.events, n: inference.n } : null;
