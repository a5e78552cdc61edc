import { dirname } from 'node:path';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import type { Direction, MetricDeclaration, MetricUnit } from '../../core/domain/metric.ts';
import type { ModelIdentity } from '../../core/domain/model.ts';
import type { RunRecord } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import { parseRunRecord, serializeRunRecord } from '../store/run-record.ts';
import { parseSample, serializeSample } from '../store/sample-codec.ts';
import type { ForeignRun } from './importer.ts';
import { digest } from './lm-eval/digest.ts';

/** Stands for the digest of what a program did not keep. A side that kept it is not comparable with one that did not. */
export const NOT_RECORDED = 'not recorded';

/** What a format knows of a task; the rest of the record is the same for all that only keep scores. */
export interface Described
  extends Pick<RunRecord, 'side' | 'task' | 'metrics' | 'fingerprint' | 'model' | 'planned' | 'aggregates'> {
  readonly primary_metric?: string;
  readonly seed?: number;
  /** ISO 8601. */
  readonly started?: string;
}

/** A sample, and where it stands. */
export interface Placed {
  readonly sample: SampleRecord;
  readonly at: Location;
}

/**
 * A task of a complete run. Every task is `general`: only a config can say another role. What another program wrote is held
 * to the same bounds as our own files.
 * @throws WeighbridgeError `data` for a task or metric that no run can have
 */
export function foreignRun(
  file: string,
  described: Described,
  samples: () => AsyncIterable<Placed>,
): ForeignRun {
  const { primary_metric, seed = 0, started = 'unknown date', aggregates, ...rest } = described;
  const record: RunRecord = {
    schema_version: 1,
    ...rest,
    ...(aggregates === undefined ? {} : { aggregates }),
    task_role: 'general',
    primary_metric: primary_metric ?? rest.metrics[0]?.name ?? '',
    seed,
    status: { state: 'complete' },
    started,
    finished: null,
  };
  if (/\p{Cc}/u.test(record.task)) {
    const message = `${JSON.stringify(record.task)} is no name of a task`;
    throw new WeighbridgeError('data', message, { at: { file } });
  }
  const checked = parseRunRecord(serializeRunRecord(record), file);
  const metrics = new Map(checked.metrics.map((metric) => [metric.name, metric]));
  return {
    folder: dirname(file),
    record: checked,
    incomplete: null,
    async *samples() {
      for await (const { sample, at } of samples()) yield parseSample(serializeSample(sample), metrics, at);
    },
  };
}

/** A mean of one number a sample; of what is no rate the range is not known. */
export const meanMetric = (
  name: string,
  direction: Direction,
  unit: Extract<MetricUnit, 'rate' | 'number'>,
): MetricDeclaration => ({
  name,
  direction,
  kind: 'mean',
  unit,
  range: unit === 'rate' ? { min: 0, max: 1 } : { min: null, max: null },
  scale: 'linear',
  weak: false,
});

/**
 * A program that does not record which weights it ran: what it wrote stands for a model of its own, so that two files are
 * two models and two copies of one file are one.
 */
export const unidentifiedModel = (source: string, by: unknown): ModelIdentity => ({
  source: `${source} (weights not identified)`,
  digest: digest(by),
  adapter_digest: null,
  architecture: null,
  parameter_count: null,
  quantization: null,
});

/** A text as an id of a sample: as it is, or its digest where it is too long for one or holds what no id may. */
export const idFrom = (text: string): string =>
  text !== '' && text.length <= 200 && !/\p{Cc}|\p{Cs}/u.test(text) ? text : digest(text);
