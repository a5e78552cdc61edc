import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { type MetricDeclaration, worseSign } from '../../../core/domain/metric.ts';
import type { Aggregate, RunRecord } from '../../../core/domain/run.ts';
import { isRatio, isUnscored, type SampleRecord, type Score } from '../../../core/domain/sample.ts';
import { estimate } from '../../../core/metrics/estimate.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../store/disk-faults.ts';
import type { ExportedRun, Exporter } from '../format.ts';

const SCHEMA_VERSION = '0.3.0';

export const everyEvalEverExporter: Exporter = {
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
      await makeDirectory(target);
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

/** Names of one run's evaluation. */
interface Names {
  readonly model: string;
  readonly evaluation: string;
  /** Folder of both files, as the format wants it: `data/<collection>/<developer>/<model>`. */
  readonly folder: string;
  /** The same for the same run, so that a second export replaces the first. */
  readonly uuid: string;
  /** Seconds since 1970, as a text. */
  readonly timestamp: string;
}

const COLLECTION = 'weighbridge';

function namesOf(record: RunRecord): Names {
  const { model, task, started, finished } = record;
  const [developer, name] = modelName(model.source);
  const seconds = Math.floor(new Date(finished ?? started).getTime() / 1000);
  const timestamp = String(Number.isFinite(seconds) ? seconds : 0);
  return {
    model: `${developer}/${name}`,
    evaluation: `${task}/${developer}_${name}/${timestamp}`,
    folder: ['data', COLLECTION, developer, name].join('/'),
    uuid: uuidOf(canonicalJson([record.side, task, model.digest, model.adapter_digest])),
    timestamp,
  };
}

/** The last two parts of what names the model, without a remark in brackets, as names of folders. */
function modelName(written: string): [developer: string, name: string] {
  const source = written.replace(/ \([^()]*\)$/, '');
  const parts = source.split(/[/\\]/);
  const developer = parts.length === 2 ? part(parts[0] ?? '') : 'unknown';
  return [developer, part(basename(source.replaceAll('\\', '/')))];
}

function part(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 100);
  return /[A-Za-z0-9]/.test(plain) ? plain : 'unknown';
}

/** A digest in the form of a UUID of version 4, which the format demands. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** `task/metric`, or `task/metric,filter`: what a row of a sample points to. */
const resultId = (task: string, metric: string, filter: string | undefined): string =>
  `${task}/${metric}${filter === undefined ? '' : `,${filter}`}`;

/** One result a metric and filter; none for a metric that no sample has a score of, of which there is no number. */
function resultsOf(run: ExportedRun): object[] {
  const { record } = run;
  const filters = new Set(run.samples.map(({ filter }) => filter));
  return record.metrics.flatMap((metric) => {
    const known =
      record.aggregates?.filter((aggregate) => aggregate.metric === metric.name) ??
      [...filters].flatMap((filter) => summed(run, metric, filter));
    return known.map((aggregate) => result(run, metric, aggregate));
  });
}

function summed(
  { samples }: ExportedRun,
  metric: MetricDeclaration,
  filter: string | undefined,
): Aggregate[] {
  const scores = samples.flatMap((sample) =>
    sample.filter === filter ? (sample.scores[metric.name] ?? []) : [],
  );
  const found = estimate(scores, metric);
  if (found === null || !Number.isFinite(found.value)) return [];
  const { value, stderr, n } = found;
  return [{ metric: metric.name, value, stderr, n, ...(filter === undefined ? {} : { filter }) }];
}

const UNITS: Readonly<Record<MetricDeclaration['unit'], string>> = {
  rate: 'proportion',
  bits_per_byte: 'bits_per_byte',
  perplexity: 'perplexity',
  seconds: 'seconds',
  number: 'points',
};

function result({ record, samples }: ExportedRun, metric: MetricDeclaration, aggregate: Aggregate): object {
  const { task } = record;
  const { filter, value, stderr, n, rounded } = aggregate;
  const id = resultId(task, metric.name, filter);
  const uncertainty = {
    ...(stderr === null ? {} : { standard_error: { value: stderr, method: 'analytic' } }),
    // A bound is no count.
    ...(n === null || rounded !== undefined ? {} : { num_samples: n }),
  };
  const unscored = samples.filter((sample) => sample.filter === filter).length - (n ?? 0);
  return {
    evaluation_result_id: id,
    evaluation_name: filter === undefined ? task : `${task}/${filter}`,
    source_data: { dataset_name: task, source_type: 'other' },
    metric_config: {
      metric_id: metric.name,
      metric_name: metric.name,
      metric_unit: UNITS[metric.unit],
      lower_is_better: metric.direction === 'lower_is_better',
      score_type: 'continuous',
      min_score: metric.range.min ?? '-Infinity',
      max_score: metric.range.max ?? 'Infinity',
    },
    score_details: {
      score: value,
      ...(unscored > 0 && record.aggregates === undefined ? { details: { unscored: String(unscored) } } : {}),
      ...(Object.keys(uncertainty).length === 0 ? {} : { uncertainty }),
    },
  };
}

/** One line a sample and metric. What was asked is known by its digest only, and the digest stands in its place. */
function* rowsOf({ record, samples }: ExportedRun, names: Names): Generator<string> {
  for (const sample of samples) {
    for (const metric of record.metrics) {
      const score = Object.hasOwn(sample.scores, metric.name) ? sample.scores[metric.name] : undefined;
      if (score !== undefined) yield `${JSON.stringify(row(record.task, sample, metric, score, names))}\n`;
    }
  }
}

function row(
  task: string,
  sample: SampleRecord,
  metric: MetricDeclaration,
  score: Score,
  names: Names,
): object {
  const { id, filter, scores: _all, output, usage, ...kept } = sample;
  const { input_digest, target_digest } = sample;
  const plain = typeof score === 'number';
  const value = plain ? score : substitute(score);
  return {
    schema_version: SCHEMA_VERSION,
    evaluation_id: names.evaluation,
    model_id: names.model,
    evaluation_name: filter === undefined ? task : `${task}/${filter}`,
    evaluation_result_id: resultId(task, metric.name, filter),
    sample_id: id,
    sample_hash: createHash('sha256').update(`${input_digest}${target_digest}`).digest('hex'),
    interaction_type: 'single_turn',
    input: { raw: input_digest, reference: [target_digest] },
    output: { raw: output === undefined ? [] : [output] },
    answer_attribution: [],
    evaluation: { score: value, is_correct: isRight(value, plain, metric) },
    ...(usage === undefined
      ? {}
      : {
          token_usage: {
            input_tokens: usage.prompt_tokens,
            output_tokens: usage.output_tokens,
            total_tokens: usage.prompt_tokens + usage.output_tokens,
          },
        }),
    ...(!plain && isUnscored(score) ? { error: score.unscored } : {}),
    metadata: {
      weighbridge: canonicalJson({
        ...kept,
        metric: metric.name,
        ...(filter === undefined ? {} : { filter }),
        ...(plain ? {} : { score }),
      }),
    },
  };
}

/** The format demands a number: of a ratio its value; of what has none 0, beside the error or the parts that say so. */
function substitute(score: Exclude<Score, number>): number {
  if (isUnscored(score) || !isRatio(score)) return 0;
  const value = score.numerator / score.denominator;
  return Number.isFinite(value) ? value : 0;
}

function isRight(score: number, plain: boolean, metric: MetricDeclaration): boolean {
  return plain && score === (worseSign(metric) === 1 ? metric.range.min : metric.range.max);
}
