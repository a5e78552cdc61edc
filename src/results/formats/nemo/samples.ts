import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { isObject } from '../files.ts';
import { idFrom, NOT_RECORDED, type Placed } from '../foreign-run.ts';
import { digest } from '../lm-eval/digest.ts';
import { type Bundle, type Row, readRows } from './bundle.ts';

export const METRIC = 'reward';

/** The program writes a reward of 0 for these, though nobody judged an answer (nemo_evaluator/engine/eval_loop.py). */
const NOT_JUDGED: readonly unknown[] = ['solve_failed', 'infra_error', 'graceful_error', 'system_error'];

/** Four decimals are kept. */
const ROUNDING = 5e-5 + 1e-9;

/** What a first reading learns of a benchmark's results. */
export interface Counted {
  readonly rows: number;
  readonly problems: number;
  /** Whether every row says what was asked. */
  readonly inputs: boolean;
}

/**
 * @throws WeighbridgeError `data` where results are missing, there twice, or do not come to the bundle's own number
 */
export async function tally(bundle: Bundle): Promise<Counted> {
  const { benchmark, n_results } = bundle.content;
  const rewards = new Map<number, number[]>();
  const seen = new Set<string>();
  let inputs = true;
  for await (const { row, at } of readRows(bundle)) {
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

const idOf = ({ problem_idx, repeat }: Row): string =>
  repeat === 0 ? `${problem_idx}` : `${problem_idx}#${repeat + 1}`;

/** @throws WeighbridgeError `data` for a reward outside of 0 to 1 */
export async function* samplesOf(bundle: Bundle, { rows, problems }: Counted): AsyncGenerator<Placed> {
  let index = 0;
  for await (const { row, at } of readRows(bundle)) {
    const category = row.metadata?.category;
    const sample: SampleRecord = {
      id: idOf(row),
      index,
      input_digest: row.prompt === undefined || row.prompt === null ? NOT_RECORDED : digest(row.prompt),
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

function scoreOf({ reward, scoring_details }: Row): Score {
  const { method, error, judge } = scoring_details ?? {};
  if (NOT_JUDGED.includes(method)) return { unscored: reason(String(method), error) };
  if (isObject(judge) && judge.error) return { unscored: reason('judge', judge.error) };
  if (reward === null || reward === undefined) return { unscored: 'no reward in the file' };
  return Number.isFinite(reward) ? reward : { unscored: String(reward) };
}

const reason = (what: string, error: unknown): string =>
  typeof error === 'string' ? `${what}: ${error.split('\n', 1)[0]?.slice(0, 200)}` : what;
