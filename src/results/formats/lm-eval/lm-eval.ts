import { basename, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { ModelIdentity } from '../../../core/domain/model.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import { withCounts } from '../count-behind.ts';
import { companionFile, filesAt, foldersIn, unpackedName } from '../files.ts';
import { byTask, defineFormat, type FormatRequest, type Placed, type TaskResults } from '../format.ts';
import { lmEvalExporter } from './export.ts';
import { dateOf, identityOf, modelName } from './fingerprint.ts';
import { joinGroups } from './groups.ts';
import { isScored } from './metrics.ts';
import {
  aggregatesOf,
  innerRows,
  isLmEvalResults,
  type LmEvalResults,
  readLmEvalResults,
} from './results.ts';
import type { RowSource } from './rows.ts';
import { type LeafTask, readLeafTask } from './task.ts';

const TIMESTAMP = /\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:\.\d+)?/.source;
const RESULTS_TIMESTAMP = new RegExp(`_(${TIMESTAMP})\\.json$`);
const SAMPLES = new RegExp(`^samples_.+_${TIMESTAMP}\\.jsonl?$`);

const isSamples = (file: string): boolean => SAMPLES.test(unpackedName(basename(file)));

export const lmEval = defineFormat<LmEvalResults>({
  name: 'lm-evaluation-harness',
  summary:
    'results and logged samples of 0.3 to 0.4.13: the folder given as --output_path, or one results file',

  /** Samples are known too, so that those without their results are not taken for nothing. */
  async locate(path, roots) {
    // `<output_path>/<model>/results_<timestamp>.json`, and two folders above it.
    const within = { depth: 5, names: new RegExp(`\\.json$|${SAMPLES.source}`) };
    const files = await filesAt(
      path,
      within,
      async (file) => isSamples(file) || (await isLmEvalResults(file)),
      roots,
    );
    const results = files.filter((file) => !isSamples(file));
    return results.length > 0 ? results : files.slice(0, 1);
  },

  readsAll: true,
  modelOf: modelName,

  async read(file, roots) {
    if (!isSamples(file)) return readLmEvalResults(file, roots);
    const message = 'samples of lm-evaluation-harness without the results file of their run';
    throw new WeighbridgeError('data', message, {
      at: { file },
      fix: 'keep results_<timestamp>.json beside the samples: without it nobody knows how many there should be',
    });
  },

  async toRuns(sources, request) {
    const model = identityOf(sources);
    const tasks = await request.each(sources, (source) => tasksOf(source, model, request));
    return tasks.flat().sort(byTask);
  },

  exporter: lmEvalExporter,
});

/** The tasks of one results file. */
async function tasksOf(
  source: LmEvalResults,
  model: ModelIdentity,
  { each }: FormatRequest,
): Promise<TaskResults[]> {
  const files = new Map<string, RowSource | null>();
  for (const task of leafTasks(source))
    files.set(task, (await samplesFile(source, task)) ?? innerRows(source, task));
  // A run without any samples logged none. One that lacks those of a task has lost them.
  const logged = [...files.values()].some((file) => file !== null);
  const leaves = await each(files, ([task, file]) => {
    if (logged && file === null) throw noSamples(source, task);
    return readLeafTask(source, task, file);
  });
  const tasks = joinGroups(source, new Map(leaves.map((leaf) => [leaf.task, leaf])));
  const sums = Object.values(source.results.results).flatMap(aggregatesOf);
  return each(tasks, (joined) => {
    const { aggregates, ...task } = taskOf(source, joined);
    if (aggregates === undefined) return { ...task, model };
    // The error of a group is pooled, and says nothing of how many there are.
    const isOne = isOneTask(source, joined.task);
    return {
      ...{ ...task, model },
      aggregates: isOne ? withCounts(joined.task, aggregates, joined.metrics, sums) : aggregates,
    };
  });
}

/** Whether a row is of one task, also where nobody says of which rows a group is: the rows of its tasks begin with its name. */
function isOneTask({ results }: LmEvalResults, name: string): boolean {
  if ((results.group_subtasks[name] ?? []).length > 0) return false;
  if (Object.keys(results.configs).length > 0) return results.configs[name] !== undefined;
  return !Object.keys(results.results).some(
    (other) => other.startsWith(`${name}_`) || other.startsWith(`${name}-`),
  );
}

/** Rows of `results` that are not the sum of others. */
function leafTasks({ results }: LmEvalResults): string[] {
  const { group_subtasks: groups, configs } = results;
  return Object.keys(results.results).filter((task) => {
    if ((groups[task] ?? []).length > 0) return false;
    // In 0.4.0 and 0.4.1 groups are told by their having no config; their standard errors are wrong.
    if (Object.keys(configs).length > 0 && configs[task] === undefined) return false;
    return aggregatesOf(results.results[task]).length > 0;
  });
}

/** @throws WeighbridgeError `data` when no metric of it is a function of single samples */
function taskOf(source: LmEvalResults, leaf: LeafTask): Omit<TaskResults, 'model'> {
  const { task, metrics, fingerprint, kept, parts } = leaf;
  const { file, results } = source;
  const sampled = kept.kind === 'samples';
  const primary = primaryOf(sampled ? metrics.filter(isScored) : metrics);
  const fail = (message: string, fix: string): never => {
    throw new WeighbridgeError('data', message, { at: { file, key: `results.${task}` }, fix });
  };
  if (primary === undefined) {
    const names = metrics.map(({ name }) => name).join(', ');
    return fail(
      `no metric of ${task} is a function of single samples (${names})`,
      'leave the task out, or give it a metric that is a mean over samples',
    );
  }
  if (!sampled && kept.aggregates.length === 0) {
    return fail(
      `${task} has neither samples nor a number`,
      'run lm_eval with --log_samples, and keep the samples files beside the results file',
    );
  }
  const { random_seed: seed } = results.config;
  return {
    ...{ file, task, metrics, fingerprint, primary_metric: primary.name },
    ...(parts === undefined ? {} : { parts }),
    seed: typeof seed === 'number' ? seed : 0,
    started: dateOf(results.date),
    ...(sampled
      ? { planned: kept.planned, samples: () => placed(kept.samples()) }
      : { aggregates: kept.aggregates }),
  };
}

async function* placed(groups: AsyncIterable<Iterable<SampleRecord>>): AsyncGenerator<Iterable<Placed>> {
  function* each(samples: Iterable<SampleRecord>): Generator<Placed> {
    for (const sample of samples) yield { sample };
  }
  for await (const samples of groups) yield each(samples);
}

const primaryOf = (metrics: LeafTask['metrics']) => metrics.find(({ unit }) => unit === 'rate') ?? metrics[0];

/**
 * The samples of one task, beside the results or in a folder there, where people sort them into; null when there are none.
 * @throws WeighbridgeError `data` for samples that lie in two places
 */
async function samplesFile(source: LmEvalResults, task: string): Promise<string | null> {
  const beside = dirname(source.file);
  const stem = samplesStem(source, task);
  const own = await samplesIn(beside, stem, source);
  // A name without the time of its run could be that of another.
  if (own !== null || !isSamples(`${stem}.jsonl`)) return own;
  const folders = await foldersIn(beside, source.roots);
  const found = await Promise.all(folders.map((name) => samplesIn(join(beside, name), stem, source)));
  const [file = null, other] = found.filter((each) => each !== null);
  if (file === null || other === undefined) return file;
  throw new WeighbridgeError('data', `the samples of ${JSON.stringify(task)} lie in two folders`, {
    at: { file: other },
    fix: `remove this file, or ${file}`,
  });
}

async function samplesIn(folder: string, stem: string, source: LmEvalResults): Promise<string | null> {
  for (const extension of ['.jsonl', '.jsonl.gz', '.jsonl.zst', '.json']) {
    const at = { beside: source.file, roots: source.roots };
    const file = await companionFile(folder, join(folder, stem + extension), at);
    if (file !== null) return file;
  }
  return null;
}

const noSamples = (source: LmEvalResults, task: string) =>
  new WeighbridgeError('data', `there are no samples of the task ${JSON.stringify(task)}`, {
    at: { file: join(dirname(source.file), `${samplesStem(source, task)}.jsonl`) },
    fix: 'keep all samples files that the run wrote beside its results file',
  });

/** Up to 0.4.2 the name has no time but the model's arguments. */
function samplesStem({ file, results }: LmEvalResults, task: string): string {
  const timestamp = RESULTS_TIMESTAMP.exec(unpackedName(basename(file)))?.[1];
  return timestamp === undefined
    ? `${String(results.config.model_args).replaceAll(/[/=]/g, '__')}_${task}`
    : `samples_${task}_${timestamp}`;
}
