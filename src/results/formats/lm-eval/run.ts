import { dirname } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { RunRecord, Side } from '../../../core/domain/run.ts';
import { parseRunRecord, serializeRunRecord } from '../../store/run-record.ts';
import type { ForeignRun } from '../importer.ts';
import { dateOf, identityOf } from './fingerprint.ts';
import { isScored } from './metrics.ts';
import type { ResultsFile } from './results-file.ts';
import type { LeafTask } from './task.ts';

/**
 * A task as a stored run. Every task is `general`: only a config can say another role.
 * @throws WeighbridgeError `data` when no metric of it is a function of single samples
 */
export function toRun(source: ResultsFile, leaf: LeafTask, side: Side): ForeignRun {
  const { task, metrics, fingerprint, evidence } = leaf;
  const { config, date } = source.results;
  const sampled = evidence.kind === 'samples';
  const scored = sampled ? metrics.filter(isScored) : metrics;
  const primary = scored.find(({ unit }) => unit === 'rate') ?? scored[0];
  if (primary === undefined) {
    const names = metrics.map(({ name }) => name).join(', ');
    throw new WeighbridgeError('data', `no metric of ${task} is a function of single samples (${names})`, {
      at: { file: source.file, key: `results.${task}` },
      fix: 'leave the task out, or give it a metric that is a mean over samples',
    });
  }
  if (!sampled && evidence.aggregates.length === 0) {
    throw new WeighbridgeError('data', `${task} has neither samples nor a number`, {
      at: { file: source.file, key: `results.${task}` },
      fix: 'run lm_eval with --log_samples, and keep the samples files beside the results file',
    });
  }
  const record: RunRecord = {
    schema_version: 1,
    side,
    task,
    task_role: 'general',
    metrics,
    primary_metric: primary.name,
    fingerprint,
    model: identityOf(source),
    seed: typeof config.random_seed === 'number' ? config.random_seed : 0,
    planned: sampled ? evidence.planned : 0,
    ...(sampled ? {} : { aggregates: evidence.aggregates }),
    status: { state: 'complete' },
    started: dateOf(date),
    finished: null,
  };
  // What another program wrote is held to the same bounds as a run.json.
  const checked = parseRunRecord(serializeRunRecord(record), source.file);
  return {
    folder: dirname(source.file),
    record: checked,
    incomplete: null,
    samples: sampled ? evidence.samples : none,
  };
}

async function* none(): AsyncGenerator<never> {}
