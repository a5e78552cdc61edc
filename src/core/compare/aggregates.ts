import type { MetricDeclaration } from '../domain/metric.ts';
import type { Aggregate, RunRecord, TaskRun } from '../domain/run.ts';
import { estimateOf } from './estimate.ts';
import { byCodeUnits, type Pairs } from './pair.ts';
import { type MetricScores, scoresOf } from './scores.ts';

/** The metrics of a task of which at least one side has no samples. A side that has them is summed up like the other. */
export function aggregatedMetrics(
  baseline: TaskRun | null,
  candidate: TaskRun | null,
  pairs: Pairs,
  { metrics }: RunRecord,
): MetricScores[] {
  const sides = [baseline, candidate];
  return metrics.flatMap((declaration) => {
    const filters = new Set(
      sides.flatMap((run) => [
        ...(run?.record.aggregates ?? []).flatMap(({ metric, filter }) =>
          metric === declaration.name ? [filter ?? null] : [],
        ),
        ...Array.from(run?.samples ?? []).flatMap(({ filter, scores }) =>
          Object.hasOwn(scores, declaration.name) ? [filter ?? null] : [],
        ),
      ]),
    );
    return [...filters]
      .sort((a, b) => byCodeUnits(a ?? '', b ?? ''))
      .map(
        (filter): MetricScores => ({
          ...{ declaration, filter, scores: [] },
          aggregates: {
            baseline: aggregateOf(baseline, 'baseline', pairs, declaration, filter),
            candidate: aggregateOf(candidate, 'candidate', pairs, declaration, filter),
          },
          unpaired: { baseline: 0, candidate: 0 },
          unscored: { baseline: 0, candidate: 0 },
          whyUnscored: { baseline: null, candidate: null },
        }),
      );
  });
}

/** Null for a side that has samples and not all of them scored: nobody said what the rest would have come to. */
function aggregateOf(
  run: TaskRun | null,
  side: 'baseline' | 'candidate',
  pairs: Pairs,
  declaration: MetricDeclaration,
  filter: string | null,
): Aggregate | null {
  if (run === null) return null;
  const { aggregates, planned } = run.record;
  if (aggregates !== undefined) {
    return (
      aggregates.find((each) => each.metric === declaration.name && (each.filter ?? null) === filter) ?? null
    );
  }
  const own = estimateOf(scoresOf(pairs, declaration, filter, planned), (score) => score[side]);
  return own === null || own.n < planned ? null : { metric: declaration.name, ...own };
}
