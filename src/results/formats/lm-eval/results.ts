import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { Aggregate } from '../../../core/domain/run.ts';
import type { Roots } from '../../links.ts';
import { exactCount } from '../count-behind.ts';
import { headOf, readText } from '../files.ts';
import { parsePythonJson, readJsonAs } from '../json.ts';
import type { InnerRows } from './rows.ts';

const values = z.record(z.string(), z.unknown());

/** Of Python's dumps only what is read here; the rest passes unseen. Numbers may be NaN. */
const schema = z.looseObject({
  results: z.record(z.string(), values),
  config: values.default({}),
  configs: z.record(z.string(), values).default({}),
  versions: values.default({}),
  'n-shot': values.default({}),
  'n-samples': z
    .record(z.string(), z.object({ original: z.int().min(0), effective: z.int().min(0) }))
    .default({}),
  higher_is_better: z.record(z.string(), z.record(z.string(), z.boolean().nullable())).default({}),
  group_subtasks: z.record(z.string(), z.array(z.string())).default({}),
  git_hash: z.string().nullish(),
  date: z.number().nullish(),
  lm_eval_version: z.string().nullish(),
  transformers_version: z.string().nullish(),
  chat_template_sha: z.string().nullish(),
  system_instruction_sha: z.string().nullish(),
  model_name: z.string().nullish(),
});

export type LmEvalContent = z.output<typeof schema>;

export interface LmEvalResults {
  readonly file: string;
  readonly roots: Roots;
  readonly results: LmEvalContent;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/**
 * Whether a JSON value is the aggregate of one run of the harness. The oldest have nothing but results and versions of the
 * same tasks; lighteval has `config_general` for `config`.
 */
function isResults(value: unknown): value is object {
  if (!isObject(value) || !isObject(value.results) || !isObject(value.versions)) return false;
  if (isObject(value.config)) return true;
  const tasks = Object.keys(value.results);
  const keys = Object.keys(value).join();
  return (
    keys === 'results,versions' && tasks.length > 0 && tasks.join() === Object.keys(value.versions).join()
  );
}

/** Whether a file that begins so can be one object: what is a table of objects line by line is told without reading all of it. */
function mayBeOneObject(head: string, file: string): boolean {
  const start = head.trimStart();
  const end = start.indexOf('\n');
  if (!start.startsWith('{')) return false;
  if (end === -1 || start.slice(end).trim() === '') return true;
  try {
    parsePythonJson(start.slice(0, end), { file });
    return false;
  } catch {
    return true;
  }
}

/** Whether a file is one; what is no JSON is none. */
export async function isLmEvalResults(file: string): Promise<boolean> {
  try {
    if (!mayBeOneObject((await headOf(file)) ?? '', file)) return false;
    return isResults(parsePythonJson((await readText(file)).text, { file }));
  } catch (error) {
    if (error instanceof WeighbridgeError) return false;
    throw error;
  }
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readLmEvalResults(file: string, roots: Roots): Promise<LmEvalResults> {
  const { value: results, digest } = await readJsonAs(file, schema, 'results of lm-evaluation-harness');
  return { file, roots, results, digest };
}

/** One number of a task: `acc,none`, or `acc` up to 0.3, which has no filters. */
export interface LmEvalAggregate {
  readonly metric: string;
  readonly filter?: string;
  /** NaN for what is no finite number in the file, such as `N/A`. */
  readonly value: number;
  /** Null where the file gives none. Where there are samples it is computed anew. */
  readonly stderr: number | null;
}

/** Where an aggregate stands. */
export function aggregateAt(file: string, task: string, { metric, filter }: LmEvalAggregate): Location {
  return { file, key: `results.${task}.${filter === undefined ? metric : `${metric},${filter}`}` };
}

/** Since 0.4 the key of a metric holds a comma; `alias`, `sample_len` and their like do not. Before, every number is one. */
export function aggregatesOf(row: Members = {}): LmEvalAggregate[] {
  const keys = Object.keys(row);
  const named = keys.filter((key) => key.indexOf(',') > 0);
  return named.length > 0
    ? named.flatMap((key) => filtered(row, key))
    : keys.flatMap((key) => plain(row, key));
}

function filtered(row: Members, key: string): LmEvalAggregate[] {
  const [metric, filter] = [key.slice(0, key.indexOf(',')), key.slice(key.indexOf(',') + 1)];
  if (metric.endsWith('_stderr')) return [];
  return [{ metric, filter, value: number(row[key]), stderr: stderrOf(row[`${metric}_stderr,${filter}`]) }];
}

const NO_METRICS: ReadonlySet<string> = new Set(['sample_len', 'samples', 'sample_count']);

function plain(row: Members, metric: string): LmEvalAggregate[] {
  const value = row[metric];
  if (typeof value !== 'number' || metric.endsWith('_stderr') || NO_METRICS.has(metric)) return [];
  return [{ metric, value, stderr: stderrOf(row[`${metric}_stderr`]) }];
}

const number = (value: unknown): number => (typeof value === 'number' ? value : NaN);

function stderrOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

/**
 * The samples of a task that lie in the results file itself: what `simple_evaluate` gives back, dumped as a whole, and the list of
 * answers in a row of forks of 0.2 and 0.3, where it has every metric of the row. Null for none.
 */
export function innerRows({ file, results }: LmEvalResults, task: string): InnerRows | null {
  const { samples } = results;
  const own = isObject(samples) && Object.hasOwn(samples, task) ? samples[task] : undefined;
  if (Array.isArray(own)) return { file, key: `samples.${task}`, rows: own };
  const row = results.results[task] ?? {};
  const metrics = aggregatesOf(row);
  const details = Array.isArray(row.details) ? row.details.filter(isObject) : [];
  const isScored = (detail: Members) =>
    metrics.every(
      ({ metric, filter }) => filter === undefined && ['boolean', 'number'].includes(typeof detail[metric]),
    );
  const isWhole = (detail: Members) => typeof detail.question === 'string' && isScored(detail);
  if (details.length === 0 || details.length !== [row.details].flat().length || !details.every(isWhole))
    return null;
  const rows = details.map((detail, doc_id) => ({
    ...{
      doc_id,
      doc: detail.question,
      target: detail.answer ?? null,
      arguments: [detail.context ?? detail.question],
    },
    filtered_resps: [detail.completion],
    ...Object.fromEntries(metrics.map(({ metric }) => [metric, Number(detail[metric])])),
  }));
  return { file, key: `results.${task}.details`, rows };
}

/** The numbers of a task as they are kept where there are no samples; what is not finite is no evidence. */
export function storedAggregates(
  results: LmEvalContent,
  task: string,
  leaves: readonly string[],
): Aggregate[] {
  const n = documentsOf(results, task, leaves);
  return aggregatesOf(results.results[task])
    .filter(({ value }) => Number.isFinite(value))
    .map((aggregate) => ({ ...aggregate, n: n ?? exactCount(aggregate) }));
}

/** Forks of 0.3 leave a list of all answers in the row. */
function documentsOf(results: LmEvalContent, task: string, leaves: readonly string[]): number | null {
  const counts = leaves.map((leaf) => results['n-samples'][leaf]?.effective ?? 0);
  const details = results.results[task]?.details;
  const listed = Array.isArray(details) ? details.length : 0;
  const total = counts.every((count) => count > 0) ? counts.reduce((sum, count) => sum + count, 0) : listed;
  return total > 0 ? total : null;
}
