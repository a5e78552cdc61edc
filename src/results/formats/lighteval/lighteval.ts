import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Aggregate, Fingerprint } from '../../../core/domain/run.ts';
import { keptLikelihoods, type SampleRecord, type Score } from '../../../core/domain/sample.ts';
import { withCounts } from '../count-behind.ts';
import { brief, digest, inputDigest } from '../digest.ts';
import {
  byTask,
  choicesIn,
  defineFormat,
  idFrom,
  numberedId,
  type Placed,
  type TaskResults,
  unidentifiedModel,
} from '../format.ts';
import { commonDirection, commonMetric } from '../metrics.ts';
import { type Directions, noDirection } from '../selection.ts';
import { settingsOf } from '../settings.ts';
import { countRows, DEPTH, type Details, detailRows, detailsOf, timeOf } from './details.ts';
import {
  higherIsBetter,
  isMean,
  type LightevalResults,
  lightevalModel,
  readLighteval,
  sameName,
  taskConfig,
  taskNames,
} from './results.ts';

export const lighteval = defineFormat<LightevalResults>({
  name: 'lighteval',
  summary: 'results and details (--save-details): the folder given as --output-dir, or one results file',
  // The settings stand first, so that large files need not be read for this.
  detect: (head) => /^\s*\{\s*"config_general"\s*:\s*\{/.test(head),
  locate: { depth: DEPTH, names: /\.json$/ },
  directions: commonDirection,
  readsAll: true,
  modelOf: lightevalModel,
  read: readLighteval,

  async toRuns(sources, { directions, each }) {
    const by = sources.map((source) => source.digest).sort();
    const name = `${lightevalModel(sources[0])}, by results of lighteval`;
    const model = unidentifiedModel(name, by.length === 1 ? by[0] : by);
    const tasks = await each(sources, async (source) => {
      const details = await detailsOf(source.file, source.roots);
      return each(taskNames(source), async (task) => ({
        ...(await taskOf(source, task, details, directions)),
        ...{ model, started: timeOf(source.file) },
      }));
    });
    return tasks.flat().sort(byTask);
  },
});

interface Own {
  readonly metric: MetricDeclaration;
  readonly value: number;
  readonly stderr: number | null;
}

/**
 * A task: with samples where its details were saved.
 * @throws WeighbridgeError `data`
 */
async function taskOf(
  source: LightevalResults,
  task: string,
  details: Details,
  directions: Directions,
): Promise<Omit<TaskResults, 'model'>> {
  const { file } = source;
  const own = metricsOf(source, task, directions);
  const metrics = own.map(({ metric }) => metric);
  const rows = details.get(sameName(task));
  const fingerprint = fingerprintOf(source, task, rows !== undefined);
  const common = { task: sameName(task), metrics, fingerprint };
  if (rows === undefined) {
    if (details.size > 0) {
      throw new WeighbridgeError('data', `there are no details of the task ${JSON.stringify(task)}`, {
        at: { file },
        fix: 'keep all details that the run wrote',
      });
    }
    const aggregates = own
      .filter(({ value }) => Number.isFinite(value))
      .map(({ metric, value, stderr }) => ({ metric: metric.name, value, stderr, n: null }));
    return { ...common, file, aggregates: withCounts(task, aggregates, metrics, allSums(source)) };
  }
  const planned = await countRows(rows);
  checkCount(source, task, planned, rows);
  const expected = own.map(({ metric: { name: metric }, value }) => ({
    ...{ metric, value, at: { file, key: `results.${task}.${metric}` } },
  }));
  return { ...common, file: rows, planned, expected, samples: () => samplesOf(rows, metrics) };
}

/** Every number of the file, by which it is told how far all were rounded. */
function allSums({ results }: LightevalResults): Pick<Aggregate, 'value' | 'stderr'>[] {
  return Object.values(results.results).flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) => {
      const stderr = row[`${name}_stderr`];
      return typeof value !== 'number' || name.endsWith('_stderr')
        ? []
        : [{ value, stderr: typeof stderr === 'number' ? stderr : null }];
    }),
  );
}

function metricsOf(source: LightevalResults, task: string, directions: Directions): Own[] {
  const { file, results } = source;
  const row = results.results[task] ?? {};
  const config = taskConfig(source, task);
  const said: Directions = (name) => {
    const higher = higherIsBetter(config, name);
    if (higher === null) return directions(name);
    return higher ? 'higher_is_better' : 'lower_is_better';
  };
  return Object.entries(row).flatMap(([name, value]): Own[] => {
    if (name.endsWith('_stderr') || typeof value !== 'number') return [];
    const metric = commonMetric(name, said);
    if (metric === null) throw noDirection({ file, key: `results.${task}.${name}` }, name);
    const stderr = row[`${name}_stderr`];
    const isCorpus = !isMean(config, name);
    return [
      {
        metric: isCorpus
          ? { ...metric, kind: 'corpus', unit: 'number', range: { min: null, max: null } }
          : metric,
        value,
        stderr: typeof stderr === 'number' && Number.isFinite(stderr) ? stderr : null,
      },
    ];
  });
}

/** Few-shot counts of -1 are what some versions write where they counted nothing. */
function checkCount(source: LightevalResults, task: string, rows: number, details: string): void {
  const { effective_num_docs: effective } = taskConfig(source, task);
  if (typeof effective !== 'number' || effective < 0 || effective === rows) return;
  throw new WeighbridgeError('data', `${task} has ${rows} details, and the run evaluated ${effective}`, {
    at: { file: details },
    fix: `keep the whole details of the run that wrote ${source.file}`,
  });
}

async function* samplesOf(file: string, metrics: readonly MetricDeclaration[]): AsyncGenerator<Placed> {
  const scored = metrics.filter(({ kind }) => kind !== 'corpus');
  const seen = new Map<string, number>();
  let index = 0;
  for await (const row of detailRows(file)) {
    const doc = isObject(row.doc) ? row.doc : row;
    const asked = doc.query ?? row.full_prompt ?? row.example;
    const question = inputDigest(plain([asked ?? null, asked === undefined ? null : doc.choices]));
    const given = isObject(row.model_response) ? (row.model_response.input ?? null) : null;
    const id = idFrom(String(doc.id ?? doc.instance_id ?? question));
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    const output = outputOf(row);
    const sample = {
      id: numberedId(id, times),
      index,
      // The question as the task has it, and what the model was given of it, system message and template included.
      input_digest: given === null ? question : digest(plain([question, given])),
      target_digest: digest(plain(doc.gold_index ?? row.gold_index ?? row.gold ?? null)),
      scores: Object.fromEntries(scored.map(({ name }) => [name, scoreOf(row.metric ?? row.metrics, name)])),
      ...(output === undefined ? {} : { output }),
      ...answerOf(row, doc.choices),
      ...askedIn(asked, doc, row),
    };
    yield { sample };
    index += 1;
  }
}

/** Golds are positions among the choices; of a free answer the choices are the right ones. */
function askedIn(question: unknown, doc: Members, row: Members): Pick<SampleRecord, 'asked'> {
  const list: unknown[] = Array.isArray(doc.choices) ? doc.choices : [];
  const golds = [doc.gold_index ?? row.gold_index ?? []].flat();
  const right = golds.map((gold) => list[Number(gold)] ?? gold);
  return askedOf(
    plain(question ?? null),
    list.length >= 2 ? list : undefined,
    right.length > 0 ? right : row.gold,
  );
}

function scoreOf(scores: unknown, metric: string): Score {
  const value = isObject(scores) ? scores[metric] : undefined;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : { unscored: `${value ?? 'no value'}` };
}

/** Of choices that were asked for by their log-likelihoods; in a task of free answers they are the right ones. */
function answerOf(
  { model_response: response, predictions }: Members,
  offered: unknown,
): Pick<SampleRecord, 'choices' | 'answer_digest'> {
  const likelihoods = isObject(response) ? response.logprobs : predictions;
  const isOfEach = Array.isArray(likelihoods) && likelihoods.length === choicesIn(offered);
  if (!isOfEach || likelihoods.some(isText)) return {};
  return { choices: keptLikelihoods(likelihoods), answer_digest: digest(plain(likelihoods)) };
}

const isText = (value: unknown): boolean => typeof value === 'string';

function outputOf({ model_response: response, predictions }: Members): string | undefined {
  const texts = isObject(response) ? (response.text_post_processed ?? response.text) : predictions;
  const first = Array.isArray(texts) ? texts[0] : texts;
  return typeof first === 'string' ? first : undefined;
}

/** Parquet has integers that JSON does not. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? Number(each) : each)));
}

/**
 * What a task's hashes are of (`info_loggers.py`): its questions, the prompts (of 0.13 nothing), the ids of what the model was
 * given, and the ids of what it answered, which differ wherever two models do. Ids depend on the tokenizer too, and count
 * only where no detail shows the text.
 */
const QUESTIONS = ['hash_examples'];
const PROMPTS = ['hash_full_prompts'];
const GIVEN_IDS = ['hash_input_tokens'];

const hashesOf = (summary: unknown, names: readonly string[]): unknown[] => {
  const hashes = isObject(summary) && isObject(summary.hashes) ? summary.hashes : {};
  return names.map((name) => hashes[name]);
};

function fingerprintOf(source: LightevalResults, task: string, hasDetails: boolean): Fingerprint {
  const { results } = source;
  const config = taskConfig(source, task);
  const { config_general: general, versions, summary_tasks: summaries } = results;
  const shots = /[:|](\d+)$/.exec(task)?.[1];
  const max = general.max_samples ?? null;
  const own = Object.entries(summaries).find(([name]) => sameName(name) === sameName(task))?.[1];
  const { hf_repo, hf_subset, hf_revision, evaluation_splits, prompt_function, stop_sequence } = config;
  const version = versions[task] ?? config.version;
  return {
    dataset: digest({ hf_repo, hf_subset, hf_revision, evaluation_splits, of: hashesOf(own, QUESTIONS) }),
    prompt: digest({
      prompt_function,
      of: hashesOf(own, [...PROMPTS, ...(hasDetails ? [] : GIVEN_IDS)]),
    }),
    few_shot: shots === undefined ? null : Number(shots),
    generation: brief({
      ...{ stop_sequence, size: config.generation_size },
      samples: config.num_samples,
    }),
    task_version: typeof version === 'number' || typeof version === 'string' ? version : null,
    limit: typeof max === 'number' ? max : null,
    harness: 'lighteval',
    harness_version: typeof general.lighteval_sha === 'string' ? general.lighteval_sha : null,
    ...settingsOf('lighteval', {
      model: general.model_config,
      generation: general.model_config?.generation_parameters ?? general.generation_parameters,
      general,
      task: config,
    }),
  };
}
