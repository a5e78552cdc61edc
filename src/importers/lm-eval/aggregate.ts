import { WeighbridgeError } from '../../domain/errors.ts';
import type { MetricDeclaration } from '../../domain/metric.ts';
import { isUnscored, type SampleRecord, type Score } from '../../domain/sample.ts';
import { estimate } from '../../metrics/estimate.ts';
import type { Aggregate } from './results-file.ts';

/** Sums of doubles in another order; an aggregate of another set of samples is far beyond it. */
const TOLERANCE = 1e-9;

/** Never for what is not finite, where any difference is within any tolerance. */
export const agree = (own: number, ours: number): boolean =>
  Number.isFinite(own) && Math.abs(own - ours) <= TOLERANCE * Math.max(1, Math.abs(own));

interface Scored {
  readonly task: string;
  readonly metrics: readonly MetricDeclaration[];
  readonly samples: readonly SampleRecord[];
}

export function scoresOf({ samples }: Scored, { metric, filter }: Aggregate): Score[] {
  return samples.flatMap((sample) => (sample.filter === filter ? (sample.scores[metric] ?? []) : []));
}

/**
 * The harness's own number must follow from the samples, or they are not the samples of that run. One that is not finite
 * must have its reason in them.
 * @throws WeighbridgeError `data` with both numbers
 */
export function checkAggregate(run: Scored, aggregate: Aggregate, file: string): void {
  const metric = run.metrics.find(({ name }) => name === aggregate.metric);
  if (metric === undefined || metric.kind === 'corpus') return;
  const scores = scoresOf(run, aggregate);
  if (!Number.isFinite(aggregate.value) && scores.some(isUnscored)) return;
  const ours = estimate(scores, metric)?.value ?? NaN;
  if (agree(aggregate.value, ours)) return;
  throw disagreement(run.task, aggregate, ours, file);
}

export const disagreement = (
  task: string,
  { metric, filter, value }: Aggregate,
  ours: number,
  file: string,
) =>
  new WeighbridgeError(
    'data',
    `${task}/${metric} is ${value} in the results file and ${ours} by the samples`,
    {
      at: { file, key: `results.${task}.${metric},${filter}` },
      fix: 'keep results and samples of one run together, and change neither',
    },
  );
