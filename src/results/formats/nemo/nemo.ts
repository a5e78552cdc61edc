import { dirname } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject } from '../../../core/domain/json.ts';
import type { Fingerprint, FingerprintValue } from '../../../core/domain/run.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { NOT_RECORDED } from '../../../core/domain/sample.ts';
import { brief, digest, inputDigest } from '../digest.ts';
import { defineFormat, firstLine, idFrom, numberedId, type Placed, unidentifiedModel } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { meanMetric } from '../metrics.ts';
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
        ...{ file: bundle.file, task: benchmark.name, model, planned: counted.rows },
        metrics: [meanMetric(METRIC, 'higher_is_better', 'rate')],
        fingerprint: fingerprintOf(bundle),
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

function fingerprintOf({ content: { config, sdk_version } }: Bundle): Fingerprint {
  const { temperature, max_tokens, top_p, repeats, system_prompt, shuffle_seed, problem_range } = config;
  const known = (value: unknown): FingerprintValue =>
    typeof value === 'number' || typeof value === 'string' ? value : null;
  return {
    prompt: digest({ system_prompt }),
    generation: brief({ temperature, max_tokens, top_p, repeats }),
    dataset: brief({ shuffle_seed, problem_range }),
    limit: known(config.max_problems),
    harness: 'nemo-evaluator',
    harness_version: sdk_version ?? null,
    seed: known(config.seed),
  };
}

const METRIC = 'reward';

/** The program writes a reward of 0 for these, though nobody judged an answer (nemo_evaluator/engine/eval_loop.py). */
const NOT_JUDGED: readonly unknown[] = ['solve_failed', 'infra_error', 'graceful_error', 'system_error'];

/** Four decimals are kept. */
const ROUNDING = 5e-5 + 1e-9;

/** What a first reading learns of a benchmark's results. */
interface Counted {
  readonly rows: number;
  readonly problems: number;
  /** Whether every row says what was asked. */
  readonly inputs: boolean;
}

/**
 * @throws WeighbridgeError `data` where results are missing, there twice, or do not come to the bundle's own number
 */
async function tally(bundle: Bundle): Promise<Counted> {
  const { benchmark, n_results } = bundle.content;
  const rewards = new Map<number, number[]>();
  const seen = new Set<string>();
  let inputs = true;
  for await (const { row, at } of bundleRows(bundle)) {
    const id = idOf(row);
    if (seen.has(id)) {
      throw new WeighbridgeError(
        'data',
        `problem ${row.problem_idx} has two results of repeat ${row.repeat}`,
        { at },
      );
    }
    seen.add(id);
    inputs &&= row.prompt !== undefined && row.prompt !== null;
    rewards.set(row.problem_idx, [...(rewards.get(row.problem_idx) ?? []), row.reward ?? NaN]);
  }
  const at = { file: bundle.file };
  if (seen.size !== n_results || rewards.size !== benchmark.samples || seen.size === 0) {
    const found = `${seen.size} results of ${rewards.size} problems`;
    const message = `${found} are here, and the bundle counts ${n_results} of ${benchmark.samples}`;
    throw new WeighbridgeError('data', message, { at, fix: 'keep the whole results.jsonl of the run' });
  }
  const mean = average([...rewards.values()].map(average));
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
  return { rows: seen.size, problems: rewards.size, inputs };
}

const average = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

const idOf = ({ problem_idx, repeat }: BundleRow): string => numberedId(`${problem_idx}`, repeat + 1);

/** @throws WeighbridgeError `data` for a reward outside of 0 to 1 */
async function* samplesOf(bundle: Bundle, { rows, problems }: Counted): AsyncGenerator<Placed> {
  let index = 0;
  for await (const { row, at } of bundleRows(bundle)) {
    const category = row.metadata?.category;
    const sample: SampleRecord = {
      id: idOf(row),
      index,
      input_digest: inputDigest(row.prompt),
      target_digest: row.expected_answer === undefined ? NOT_RECORDED : digest(row.expected_answer),
      scores: { [METRIC]: scoreOf(row) },
      // Answers to one problem are not independent.
      ...(rows > problems ? { cluster: `${row.problem_idx}` } : {}),
      ...(typeof category === 'string' && category !== '' ? { group: idFrom(category) } : {}),
      ...(typeof row.model_response === 'string' ? { output: row.model_response } : {}),
    };
    index += 1;
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
