import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import { isUnscored, type SampleRecord, type Score } from '../../core/domain/sample.ts';
import { estimate } from '../../core/metrics/estimate.ts';

/** Sums of doubles in another order; an aggregate of another set of samples is far beyond it. */
const TOLERANCE = 1e-9;

/** What a program says that a metric came to. */
export interface OwnAggregate {
  readonly metric: string;
  readonly filter?: string;
  /** NaN where it says that there is no number. */
  readonly value: number;
  /** Largest error of a value that was rounded before it was written: 5e-5 for four decimals. None when left out. */
  readonly rounding?: number;
}

/** A task's samples as they were read. */
export interface Scored {
  readonly task: string;
  readonly metrics: readonly MetricDeclaration[];
  readonly samples: readonly SampleRecord[];
}

/** Whether two numbers are one but for rounding. Never for what is not finite, where any difference is within any tolerance. */
export const agree = ({ value, rounding = 0 }: OwnAggregate, ours: number): boolean =>
  Number.isFinite(value) && Math.abs(value - ours) <= rounding + TOLERANCE * Math.max(1, Math.abs(value));

export function scoresOfAggregate({ samples }: Scored, { metric, filter }: OwnAggregate): Score[] {
  return samples.flatMap((sample) => (sample.filter === filter ? (sample.scores[metric] ?? []) : []));
}

/**
 * A program's own number must follow from the samples, or they are not the samples of that run. One that is not finite
 * must have its reason in them.
 * @param at where the number stands
 * @throws WeighbridgeError `data` with both numbers
 */
export function checkAggregate(run: Scored, aggregate: OwnAggregate, at: Location): void {
  checkScores(run, aggregate, scoresOfAggregate(run, aggregate), at);
}

/**
 * Hands samples on, and checks a program's own numbers when the last has passed.
 * @throws WeighbridgeError `data` at the end, as `checkAggregate`
 */
export async function* checkWhile<Own extends OwnAggregate>(
  run: Omit<Scored, 'samples'> & { readonly samples: AsyncIterable<SampleRecord> },
  aggregates: readonly Own[],
  at: (aggregate: Own) => Location,
): AsyncGenerator<SampleRecord> {
  const seen = aggregates.map((aggregate) => ({ aggregate, scores: [] as Score[] }));
  for await (const sample of run.samples) {
    for (const { aggregate, scores } of seen) {
      const score = sample.filter === aggregate.filter ? sample.scores[aggregate.metric] : undefined;
      if (score !== undefined) scores.push(score);
    }
    yield sample;
  }
  for (const { aggregate, scores } of seen) checkScores(run, aggregate, scores, at(aggregate));
}

function checkScores(
  { task, metrics }: Omit<Scored, 'samples'>,
  aggregate: OwnAggregate,
  scores: readonly Score[],
  at: Location,
): void {
  const metric = metrics.find(({ name }) => name === aggregate.metric);
  if (metric === undefined || (metric.kind === 'corpus' && metric.aggregate === undefined)) return;
  if (!Number.isFinite(aggregate.value) && scores.some(isUnscored)) return;
  const ours = estimate(scores, metric)?.value ?? NaN;
  if (!agree(aggregate, ours)) throw disagreement(task, aggregate, ours, at);
}

export const disagreement = (task: string, { metric, value }: OwnAggregate, ours: number, at: Location) =>
  new WeighbridgeError(
    'data',
    `${task}/${metric} is ${value} in the results file and ${ours} by the samples`,
    { at, fix: 'keep results and samples of one run together, and change neither' },
  );
