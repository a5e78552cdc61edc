import type { TaskComparison } from '../compare/compare.ts';
import type { PairedScore } from '../compare/score-table.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { NamedMetric, Policy } from '../domain/gate.ts';
import { NOT_RECORDED } from '../domain/sample.ts';
import { parseClassMetric } from '../metrics/classes.ts';
import { whyNotJudged } from '../metrics/corpus/registry.ts';
import { measuredBy } from '../metrics/usage.ts';
import { countOf } from '../stats/columns.ts';
import * as messages from './messages.ts';
import { mismatchMessage } from './mismatch-message.ts';

/** The scores that a gate is about, comparable; otherwise why there are none. */
export type LocatedMetric =
  | { readonly comparison: TaskComparison; readonly metric: MetricScores }
  | { readonly faults: readonly string[]; readonly metric: MetricScores | null };

export function locateMetric(named: NamedMetric, comparisons: readonly TaskComparison[]): LocatedMetric {
  const comparison = comparisons.find(({ task }) => task === named.task);
  if (comparison === undefined)
    return { faults: [messages.unknownTaskMessage(named.task, comparisons)], metric: null };
  const metric = findMetric(named, comparison);
  const hard = comparison.mismatches.filter(({ severity }) => severity === 'hard');
  const scores = 'refusal' in metric ? null : metric;
  if (hard.length > 0) return { faults: hard.map(mismatchMessage), metric: scores };
  return 'refusal' in metric ? { faults: [metric.refusal], metric: null } : { comparison, metric };
}

function findMetric(
  named: NamedMetric,
  comparison: TaskComparison,
): MetricScores | { readonly refusal: string } {
  const namesakes = comparison.metrics.filter(({ declaration }) => declaration.name === named.metric);
  const chosen =
    named.filter === undefined ? namesakes : namesakes.filter(({ filter }) => filter === named.filter);
  const [only, ...others] = chosen;
  if (only === undefined) {
    const ofClass = parseClassMetric(named.metric);
    if (ofClass !== null && comparison.metrics.some(({ aggregates }) => aggregates !== undefined))
      return { refusal: messages.classOfSumsMessage(ofClass, comparison.task) };
    const name = named.filter === undefined ? named.metric : `${named.metric},${named.filter}`;
    return { refusal: messages.unknownMetricMessage(name, comparison) };
  }
  return others.length === 0 ? only : { refusal: messages.ambiguousMetricMessage(named.metric, chosen) };
}

/** Why samples cannot carry a verdict, whatever they say; null where they can. */
export function obstacleOf(
  metric: MetricScores,
  read: (score: PairedScore) => unknown,
  { minCoverage }: Policy,
): string | null {
  const { declaration, scores, machines = [] } = metric;
  const isMeasured = measuredBy(declaration) !== null;
  if (machines.includes(NOT_RECORDED)) return messages.machineUnknownMessage(declaration.name);
  if (machines.length > 1) return messages.machinesMessage(declaration.name, machines);
  if (declaration.kind === 'corpus' && declaration.aggregate === undefined && !isMeasured)
    return messages.corpusMetricMessage(declaration.name);
  const why = declaration.aggregate === undefined ? null : whyNotJudged(declaration.aggregate);
  if (why !== null) return messages.notJudgedMessage(declaration.name, why);
  const usable = countOf(scores, (score) => read(score) !== null);
  return usable === 0 || usable < minCoverage.value * scores.length
    ? messages.coverageMessage(usable, metric, minCoverage.value)
    : null;
}
