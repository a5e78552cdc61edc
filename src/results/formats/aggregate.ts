import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import type { RunRecord } from '../../core/domain/run.ts';
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
  /** The number that the program writes where the metric is undefined: 0 of scikit-learn's classifications. None when left out. */
  readonly undefinedAs?: number | undefined;
}

/** The same, where it stands. */
export interface ExpectedAggregate extends OwnAggregate {
  readonly at: Location;
  /** The samples that it is of; those of its filter where left out. */
  readonly of?: (sample: SampleRecord) => boolean;
  /** What the program itself counted for the sample, where that is not its score. */
  readonly counted?: (sample: SampleRecord) => Score | undefined;
}

/** Whether two numbers are one but for rounding. Never for what is not finite, where any difference is within any tolerance. */
export const agree = ({ value, rounding = 0 }: OwnAggregate, ours: number): boolean =>
  Number.isFinite(value) && Math.abs(value - ours) <= rounding + TOLERANCE * Math.max(1, Math.abs(value));

type ExpectingRun = Pick<RunRecord, 'task' | 'metrics'>;

/**
 * Sees all samples of a run, and checks a program's own numbers at the end: they must follow from the samples, or these
 * are not the samples of that run. One that is not finite must have its reason in them.
 */
export class ExpectedCheck {
  readonly #run: ExpectingRun;
  readonly #seen: readonly { readonly aggregate: ExpectedAggregate; readonly scores: Score[] }[];

  constructor(run: ExpectingRun, expected: readonly ExpectedAggregate[]) {
    this.#run = run;
    this.#seen = expected.map((aggregate) => ({ aggregate, scores: [] }));
  }

  see(sample: SampleRecord): void {
    for (const { aggregate, scores } of this.#seen) {
      const { metric, filter, of } = aggregate;
      const isOf = of === undefined ? sample.filter === filter : of(sample);
      const score = isOf ? (aggregate.counted?.(sample) ?? sample.scores[metric]) : undefined;
      if (score !== undefined) scores.push(score);
    }
  }

  /** @throws WeighbridgeError `data` with both numbers */
  end(): void {
    const { task, metrics } = this.#run;
    for (const { aggregate, scores } of this.#seen) {
      const metric = metrics.find(({ name }) => name === aggregate.metric);
      if (metric === undefined || (metric.kind === 'corpus' && metric.aggregate === undefined)) continue;
      if (!Number.isFinite(aggregate.value) && scores.some(isUnscored)) continue;
      const ours = estimate(scores, metric)?.value ?? NaN;
      const isUndefined = Number.isNaN(ours) && scores.length > 0 && !scores.some(isUnscored);
      if (isUndefined && aggregate.value === aggregate.undefinedAs) continue;
      if (!agree(aggregate, ours)) throw disagreement(task, aggregate, ours, aggregate.at);
    }
  }
}

export const disagreement = (task: string, { metric, value }: OwnAggregate, ours: number, at: Location) =>
  new WeighbridgeError(
    'data',
    `${task}/${metric} is ${value} in the results file and ${ours} by the samples`,
    { at, fix: 'keep results and samples of one run together, and change neither' },
  );
