import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { RunRecord } from '../../../core/domain/run.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { onDisk } from '../../store/disk-faults.ts';
import type { Exporter } from '../exporter.ts';
import { type Names, namesOf } from './export-names.ts';
import { resultsOf } from './export-results.ts';
import { rowsOf, SCHEMA_VERSION } from './export-rows.ts';

export const everyEvalEver: Exporter = {
  summary: 'Every Eval Ever 0.3.0: an evaluation a task, with its samples',

  async write(run, folder) {
    const { record, samples } = run;
    const results = resultsOf(run);
    if (results.length === 0) {
      throw new WeighbridgeError('data', `${record.task} has no number to export`, {
        fix: 'evaluate it: not one of its samples has a score',
      });
    }
    const names = namesOf(record);
    const target = join(folder, names.folder);
    return onDisk(target, async () => {
      await mkdir(target, { recursive: true });
      const aggregate = join(target, `${names.uuid}.json`);
      const rows = `${names.uuid}_samples.jsonl`;
      const written = samples.length === 0 ? null : await writeRows(join(target, rows), rowsOf(run, names));
      const evaluation = {
        ...evaluationOf(record, names),
        evaluation_results: results,
        ...(written === null
          ? {}
          : {
              detailed_evaluation_results: {
                format: 'jsonl',
                file_path: `${names.folder}/${rows}`,
                hash_algorithm: 'sha256',
                ...written,
              },
            }),
      };
      await writeAtomically(aggregate, `${JSON.stringify(evaluation, null, 2)}\n`);
      return written === null ? [aggregate] : [aggregate, join(target, rows)];
    });
  },
};

function evaluationOf(record: RunRecord, names: Names): object {
  const { fingerprint, model } = record;
  const engine = {
    ...(typeof fingerprint.engine === 'string' ? { name: fingerprint.engine } : {}),
    ...(typeof fingerprint.engine_version === 'string' ? { version: fingerprint.engine_version } : {}),
  };
  return {
    schema_version: SCHEMA_VERSION,
    evaluation_id: names.evaluation,
    evaluation_timestamp: names.timestamp,
    retrieved_timestamp: names.timestamp,
    source_metadata: {
      source_name: 'Weighbridge',
      source_type: 'evaluation_run',
      source_organization_name: 'unknown',
      evaluator_relationship: 'first_party',
    },
    eval_library: {
      name: String(fingerprint.harness ?? 'weighbridge'),
      version: String(fingerprint.harness_version ?? 'unknown'),
      // What the format has no place for, so that nothing is lost on the way back.
      additional_details: { weighbridge: JSON.stringify(record) },
    },
    model_info: {
      name: names.model,
      id: names.model,
      ...(Object.keys(engine).length === 0 ? {} : { inference_engine: engine }),
      additional_details: {
        deployment_type: 'unknown',
        model_availability: 'unknown',
        weights_digest: model.digest,
        ...(model.adapter_digest === null ? {} : { adapter_digest: model.adapter_digest }),
        ...(model.quantization === null ? {} : { quantization: model.quantization }),
      },
    },
  };
}

/** Whole, or not at all. */
async function writeRows(
  file: string,
  rows: Iterable<string>,
): Promise<{ checksum: string; total_rows: number }> {
  const temporary = `${file}.${process.pid}.tmp`;
  const hash = createHash('sha256');
  let total_rows = 0;
  const handle = await open(temporary, 'w');
  try {
    for (const row of rows) {
      hash.update(row);
      total_rows += 1;
      await handle.write(row);
    }
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
  } catch (error) {
    await handle.close();
    await rm(temporary, { force: true });
    throw error;
  }
  return { checksum: hash.digest('hex'), total_rows };
}
