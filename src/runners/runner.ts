import type { MetricDeclaration } from '../domain/metric.ts';
import type { Fingerprint } from '../domain/run.ts';
import type { SampleRecord } from '../domain/sample.ts';
import type { LoadedModel } from '../engines/engine.ts';

/** A sample as planned, before any model has seen it. */
export interface PlannedSample {
  readonly id: string;
  readonly index: number;
  readonly group?: string;
  readonly cluster?: string;
}

export interface RunContext {
  /** Samples still to be done, in the order in which they are to be done. */
  readonly pending: readonly PlannedSample[];
  readonly model: LoadedModel;
  readonly seed: number;
  /** Stores one finished sample; the caller batches and fsyncs. */
  readonly write: (sample: SampleRecord) => Promise<void>;
  /** Aborted on Ctrl-C and on timeout: return soon, what was written is kept. */
  readonly signal: AbortSignal;
}

/** A task whose dataset has been read and whose prompts are known to render: nothing about it can be wrong any more but the model. */
export interface PreparedTask {
  readonly samples: readonly PlannedSample[];
  readonly metrics: readonly MetricDeclaration[];
  /** Digest of the dataset's rows; with the seed it decides the order of samples. */
  readonly datasetDigest: string;
  /** Evaluate only this many samples of that order; null for all. */
  readonly limit: number | null;
  /** The part of the fingerprint that the task decides; the engine's part joins it when a model is loaded. */
  readonly fingerprint: (model: Pick<LoadedModel, 'fingerprint' | 'chatTemplate'>) => Fingerprint;
  run(context: RunContext): Promise<void>;
}

/** What of a task's options must be known without reading data, so that a gate on a metric that does not exist is an error. */
export interface TaskMetrics {
  readonly metrics: readonly MetricDeclaration[];
  /** The metric that is meant when only the task is named. */
  readonly primary: string;
}

/** How a task becomes samples. */
export interface Runner<Options> {
  /**
   * Reads what the task needs, from `directory` where paths are relative.
   * @throws WeighbridgeError `data` or `config`
   */
  prepare(task: string, options: Options, directory: string): Promise<PreparedTask>;
}
