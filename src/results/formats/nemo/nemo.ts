import { dirname } from 'node:path';
import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject } from '../../../core/domain/json.ts';
import type { Fingerprint, FingerprintValue } from '../../../core/domain/run.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { NOT_RECORDED } from '../../../core/domain/sample.ts';
import { brief, digest, inputDigest } from '../digest.ts';
import { defineFormat, firstLine, idFrom, type Placed, unidentifiedModel } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { meanMetric } from '../metrics.ts';
import { scoresOfAnswers } from '../repeats.ts';
import { type Bundle, type BundleRow, bundleRows, readBundle } from './files.ts';

const HEAD = /^\s*\{\s*"run_id"\s*:\s*"eval-[^"]*"\s*,\s*"config_hash"\s*:/;

export const nemo = defineFormat<Bundle>({
  name: 'NeMo Evaluator',
  summary: 'bundles of `nel`, each with its results.jsonl: one eval-….json, or a folder of benchmarks',
  detect: (head) => HEAD.test(head),
  // A folder of benchmarks, each in a folder of its own.
  locate: { depth: 2, names: /\.json$/ },
  readsAll: true,
  modelOf: ({ content }) => String(content.config.model ?? 'a model without a name'),
  read: readBundle,

  async toRuns(bundles, { each }) {
    checkFolders(bundles);
    const name = String(bundles[0].content.config.model ?? 'a model without a name');
    // One identity for all: a folder is of one model, or its configs would differ in what they name.
    const by = { model: name, files: bundles.map((bundle) => bundle.digest).sort() };
    const model = unidentifiedModel(`${name}, by NeMo Evaluator`, by);
    return each(bundles, async (bundle) => {
      const counted = await tally(bundle);
      const { benchmark, config, timestamp } = bundle.content;
      return {
        ...{ file: bundle.file, task: benchmark.name, model, planned: counted.problems.size },
        metrics: [counted.repeats > 1 ? { ...REWARD, repeated: true as const } : REWARD],
        fingerprint: fingerprintOf(bundle, counted.repeats),
        samples: () => samplesOf(bundle, counted),
        ...(typeof config.seed === 'number' ? { seed: config.seed } : {}),
        ...(timestamp ? { started: timestamp } : {}),
      };
    });
  },
});

/** @throws WeighbridgeError `data` where the results of one bundle were replaced by those of a later one */
function checkFolders(bundles: readonly Bundle[]): void {
  for (const [folder, own] of groupBy(bundles, ({ file }) => dirname(file))) {
    if (own.length === 1) continue;
    const list = own.map(({ file }) => `\n  ${file}`).join('');
    const message = `${own.length} runs in one folder share one results.jsonl:${list}`;
    throw new WeighbridgeError('data', message, {
      at: { file: folder },
      fix: 'keep every run in a folder of its own: the later one has replaced results.jsonl',
    });
  }
}

function fingerprintOf({ content: { config, sdk_version } }: Bundle, answers: number): Fingerprint {
  const { temperature, max_tokens, top_p, repeats, system_prompt, shuffle_seed, problem_range } = config;
  const known = (value: unknown): FingerprintValue =>
    typeof value === 'number' || typeof value === 'string' ? value : null;
  return {
    prompt: digest({ system_prompt }),
    // A mean is of one thing however many answers it is over.
    generation: brief({ temperature, max_tokens, top_p, repeats: answers > 1 ? 1 : repeats }),
    ...(answers > 1 ? { repeats: answers } : {}),
    dataset: brief({ shuffle_seed, problem_range }),
    limit: known(config.max_problems),
    harness: 'nemo-evaluator',
    harness_version: sdk_version ?? null,
    seed: known(config.seed),
  };
}

const METRIC = 'reward';
const REWARD = meanMetric(METRIC, 'higher_is_better', 'rate');

/** The program writes a reward of 0 for these, though nobody judged an answer (nemo_evaluator/engine/eval_loop.py). */
const NOT_JUDGED: readonly unknown[] = ['solve_failed', 'infra_error', 'graceful_error', 'system_error'];

/** Four decimals are kept. */
const ROUNDING = 5e-5 + 1e-9;

/** One of several answers to a problem. */
interface AnsweredOnce {
  readonly repeat: number;
  readonly reward: number;
  readonly score: Score;
  /** What it says; null where nobody kept it. */
  readonly said: string | null;
}

/** What a first reading learns of a benchmark's results. */
interface Counted {
  /** What its answers came to, by the problem. */
  readonly problems: ReadonlyMap<number, readonly AnsweredOnce[]>;
  /** Answers to a problem: as many as were asked for, or those of the one with most. */
  readonly repeats: number;
  /** Whether every row says what was asked. */
  readonly inputs: boolean;
}

/**
 * @throws WeighbridgeError `data` where results are missing, there twice, or do not come to the bundle's own number
 */
async function tally(bundle: Bundle): Promise<Counted> {
  const { benchmark, config, n_results } = bundle.content;
  const problems = new Map<number, AnsweredOnce[]>();
  let rows = 0;
  let inputs = true;
  for await (const { row, at } of bundleRows(bundle)) {
    const { problem_idx: problem, repeat, reward } = row;
    const own = problems.get(problem) ?? [];
    if (own.some((other) => other.repeat === repeat)) {
      throw new WeighbridgeError('data', `problem ${problem} has two results of repeat ${repeat}`, { at });
    }
    rows += 1;
    inputs &&= row.prompt !== undefined && row.prompt !== null;
    const answer = row.model_response ?? null;
    const said = answer === null ? null : digest(answer.trim());
    own.push({ repeat, reward: reward ?? NaN, score: scoreOf(row), said });
    problems.set(problem, own);
  }
  const at = { file: bundle.file };
  if (rows !== n_results || problems.size !== benchmark.samples || rows === 0) {
    const found = `${rows} results of ${problems.size} problems`;
    const message = `${found} are here, and the bundle counts ${n_results} of ${benchmark.samples}`;
    throw new WeighbridgeError('data', message, { at, fix: 'keep the whole results.jsonl of the run' });
  }
  const mean = average([...problems.values()].map((own) => average(own.map(({ reward }) => reward))));
  for (const name of ['pass@1', 'mean_reward']) {
    const score = Object.hasOwn(benchmark.scores, name) ? benchmark.scores[name] : undefined;
    const own = isObject(score) ? score.value : undefined;
    if (typeof own !== 'number' || Math.abs(own - mean) <= ROUNDING) continue;
    const message = `${name} is ${own} in the bundle and ${mean} by the results`;
    throw new WeighbridgeError('data', message, {
      at: { ...at, key: `benchmark.scores.${name}` },
      fix: 'keep bundle and results of one run together, and change neither',
    });
  }
  // Where every problem lacks one, the bundle alone knows of it.
  let repeats = typeof config.repeats === 'number' ? config.repeats : 0;
  for (const { length } of problems.values()) repeats = Math.max(repeats, length);
  return { problems, repeats, inputs };
}

const average = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

/** @throws WeighbridgeError `data` for a reward outside of 0 to 1 */
async function* samplesOf(bundle: Bundle, { problems, repeats }: Counted): AsyncGenerator<Placed> {
  const seen = new Set<number>();
  for await (const { row, at } of bundleRows(bundle)) {
    if (seen.has(row.problem_idx)) continue;
    const index = seen.size;
    seen.add(row.problem_idx);
    const answers = (problems.get(row.problem_idx) ?? []).toSorted((a, b) => a.repeat - b.repeat);
    const category = row.metadata?.category;
    const sample: SampleRecord = {
      id: `${row.problem_idx}`,
      index,
      input_digest: inputDigest(row.prompt),
      target_digest: row.expected_answer === undefined ? NOT_RECORDED : digest(row.expected_answer),
      ...scoresOfAnswers(
        answers.map(({ score, said }) => ({ scores: { [METRIC]: score }, said })),
        repeats,
      ),
      ...(typeof category === 'string' && category !== '' ? { group: idFrom(category) } : {}),
      ...(typeof row.model_response === 'string' ? { output: row.model_response } : {}),
      ...askedOf(row.prompt, undefined, row.expected_answer),
    };
    yield { sample, at };
  }
}

function scoreOf({ reward, scoring_details }: BundleRow): Score {
  const { method, error, judge } = scoring_details ?? {};
  if (NOT_JUDGED.includes(method)) return { unscored: reason(String(method), error) };
  if (isObject(judge) && judge.error) return { unscored: reason('judge', judge.error) };
  if (reward === null || reward === undefined) return { unscored: 'no reward in the file' };
  return Number.isFinite(reward) ? reward : { unscored: String(reward) };
}

const reason = (what: string, error: unknown): string =>
  typeof error === 'string' ? `${what}: ${firstLine(error)}` : what;
