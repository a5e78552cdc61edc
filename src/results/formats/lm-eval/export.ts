import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import {
  designOf,
  FINGERPRINT_FIELDS,
  type FingerprintField,
  type RunRecord,
} from '../../../core/domain/run.ts';
import {
  isRatio,
  isUnscored,
  NOT_RECORDED,
  type SampleRecord,
  type Score,
} from '../../../core/domain/sample.ts';
import { estimate } from '../../../core/metrics/estimate.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../store/disk-faults.ts';
import { taskFolder } from '../../store/layout.ts';
import { digest } from '../digest.ts';
import type { ExportedRun, Exporter } from '../format.ts';
import { ratioMetric } from './known-metrics.ts';

/** What the harness calls the answers that no filter has changed. */
const NO_FILTER = 'none';

/**
 * As lm_eval 0.4.13 writes with `--log_samples` (lm_eval/loggers/evaluation_tracker.py): `results_<time>.json` and
 * `samples_<task>_<time>.jsonl`, in a folder of the task, since one time is of one task here.
 */
export const lmEvalExporter: Exporter = {
  summary: 'lm-evaluation-harness 0.4: results and samples files, as --log_samples writes them',

  async write(run, folder) {
    const { record, samples } = run;
    const { task } = record;
    const metrics = record.metrics.filter((metric) => fits(metric, samples));
    const obstacle = obstacleTo(run, metrics);
    if (obstacle !== null) {
      throw new WeighbridgeError(
        'data',
        `${task} cannot be written as lm-evaluation-harness writes: ${obstacle}`,
        {
          fix: 'export it as every-eval-ever or parquet, which hold all of a run',
        },
      );
    }
    const place = join(folder, taskFolder(task));
    const time = timeOf(record);
    const [results, rows] = [
      join(place, `results_${time}.json`),
      join(place, `samples_${task}_${time}.jsonl`),
    ];
    return onDisk(place, async () => {
      await makeDirectory(place);
      await writeAtomically(results, `${JSON.stringify(resultsOf(run, metrics), null, 2)}\n`);
      if (samples.length === 0) return [results];
      await writeAtomically(
        rows,
        samples.map((sample) => `${JSON.stringify(rowOf(sample, metrics))}\n`).join(''),
      );
      return [results, rows];
    });
  },
};

/** A metric whose lines the harness has: numbers, and the ratios that it knows. */
function fits({ name, kind }: MetricDeclaration, samples: readonly SampleRecord[]): boolean {
  if (kind === 'mean') return true;
  const ratio = kind === 'ratio' ? ratioMetric(name) : null;
  const holds = (score: Score | undefined) =>
    score === undefined || !isRatio(score) || ratio?.write(score) !== null;
  return ratio !== null && samples.every(({ scores }) => holds(scores[name]));
}

/** What would be lost, and change what the samples prove; null where nothing would. */
function obstacleTo({ record, samples }: ExportedRun, metrics: readonly MetricDeclaration[]): string | null {
  if (metrics.length === 0) return 'no metric of it is a number a sample';
  if (/[/\\]/.test(record.task)) return 'its name is no name of a file';
  if (designOf(record) !== 'full') return 'it stopped early by design, which no results of the harness do';
  if (samples.some(({ weight }) => weight !== undefined)) return 'its samples have weights';
  if (samples.some(({ cluster }) => cluster !== undefined)) return 'its samples have clusters';
  if (samples.some((sample) => sample.input_digest === NOT_RECORDED)) return 'nobody recorded what was asked';
  return null;
}

/** In the form of the harness's own names, which have microseconds. */
function timeOf({ started, finished }: RunRecord): string {
  const date = new Date(finished ?? started);
  const known = Number.isNaN(date.getTime()) ? new Date(0) : date;
  return known.toISOString().replace('Z', '000').replaceAll(':', '-');
}

function resultsOf({ record, samples }: ExportedRun, metrics: readonly MetricDeclaration[]): object {
  const { task, model, fingerprint, seed, started } = record;
  const filters = [...new Set(samples.map(({ filter }) => filter))];
  const values = metrics.flatMap((metric) =>
    record.aggregates === undefined
      ? filters.flatMap((filter) => summed(samples, metric, filter))
      : record.aggregates.filter((aggregate) => aggregate.metric === metric.name).flatMap(numbersOf),
  );
  const documents = new Set(samples.map(({ id }) => id)).size;
  const seconds = Date.parse(started) / 1000;
  const known = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : null);
  return {
    results: { [task]: { alias: task, ...Object.fromEntries(values) } },
    group_subtasks: { [task]: [] },
    configs: {
      [task]: {
        task,
        metric_list: metrics.map(({ name: metric, kind, direction }) => ({
          ...{ metric, higher_is_better: direction === 'higher_is_better' },
          ...(kind === 'mean' ? { aggregation: 'mean' } : {}),
        })),
      },
    },
    // Whatever must agree for two runs to be compared still must.
    versions: { [task]: digest(hardFields(record)).slice(7, 19) },
    'n-shot': {},
    higher_is_better: {
      [task]: Object.fromEntries(
        metrics.map(({ name, direction }) => [name, direction === 'higher_is_better']),
      ),
    },
    'n-samples':
      samples.length === 0
        ? {}
        : { [task]: { original: record.population ?? documents, effective: documents } },
    config: {
      ...{ model: known(fingerprint.engine) ?? 'weighbridge', model_args: { pretrained: model.source } },
      ...{ model_num_parameters: model.parameter_count, model_sha: model.digest, random_seed: seed },
    },
    git_hash: null,
    date: Number.isFinite(seconds) ? seconds : null,
    model_source: 'weighbridge',
    model_name: model.source,
  };
}

const hardFields = ({ fingerprint }: RunRecord): object =>
  Object.fromEntries(
    Object.entries(fingerprint)
      .filter(([field]) => FINGERPRINT_FIELDS[field as FingerprintField]?.severity === 'hard')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

type Numbers = readonly (readonly [string, number | string])[];

function summed(
  samples: readonly SampleRecord[],
  metric: MetricDeclaration,
  filter: string | undefined,
): Numbers {
  const scores = samples.flatMap((sample) =>
    sample.filter === filter ? (sample.scores[metric.name] ?? []) : [],
  );
  if (scores.length === 0) return [];
  const { value = NaN, stderr = null } = estimate(scores, metric) ?? {};
  return numbersOf({ metric: metric.name, value, stderr, filter });
}

/** A number that there is not is `N/A`, as the harness writes it. */
function numbersOf(of: {
  readonly metric: string;
  readonly filter?: string | undefined;
  readonly value: number;
  readonly stderr: number | null;
}): Numbers {
  const { metric, filter = NO_FILTER, value, stderr } = of;
  return [
    [`${metric},${filter}`, Number.isFinite(value) ? value : 'N/A'],
    [`${metric}_stderr,${filter}`, stderr !== null && Number.isFinite(stderr) ? stderr : 'N/A'],
  ];
}

/** What a sample is called stands in its hash; the question and the reference, which may be kept of one side alone, do not. */
function rowOf(sample: SampleRecord, metrics: readonly MetricDeclaration[]): object {
  const {
    id,
    index,
    filter = NO_FILTER,
    asked,
    choices,
    output,
    input_digest,
    target_digest,
    scores,
  } = sample;
  const own = metrics.filter(({ name }) => scores[name] !== undefined);
  const likelihoods = Array.isArray(choices) ? choices.map((likelihood) => [likelihood, false]) : null;
  const answer = output ?? null;
  return {
    ...{ doc_id: index, doc: { id, ...asked }, target: asked?.reference ?? null, arguments: {} },
    resps: likelihoods === null ? [[answer]] : likelihoods.map((likelihood) => [likelihood]),
    filtered_resps: likelihoods ?? [answer],
    ...{ filter, metrics: own.map(({ name }) => name) },
    doc_hash: sha256(id),
    prompt_hash: hexOf(sample.question_digest ?? input_digest),
    target_hash: hexOf(target_digest),
    ...Object.fromEntries(own.map(({ name }) => [name, lineValue(name, scores[name])])),
  };
}

function lineValue(name: string, score: Score | undefined): unknown {
  if (score === undefined || isUnscored(score)) return null;
  return isRatio(score) ? ratioMetric(name)?.write(score) : score;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A digest as the harness writes one. */
const hexOf = (known: string): string => /^(?:sha256:)?([0-9a-f]{64})$/.exec(known)?.[1] ?? sha256(known);
