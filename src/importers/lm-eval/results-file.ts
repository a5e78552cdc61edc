import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../domain/errors.ts';
import { parsePythonJson } from './python-json.ts';

const MAX_BYTES = 256 * 1024 * 1024;

const values = z.record(z.string(), z.unknown());

/** Of Python's dumps only what is read here; the rest passes unseen. Numbers may be NaN. */
const schema = z.object({
  results: z.record(z.string(), values),
  config: values,
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

export type Results = z.output<typeof schema>;

export interface ResultsFile {
  readonly file: string;
  readonly results: Results;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** Whether a JSON value is the aggregate of one run of the harness, of 0.3 or later; lighteval has no `config`. */
function isResults(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return ['results', 'versions', 'config'].every(
    (key) => key in value && typeof (value as Record<string, unknown>)[key] === 'object',
  );
}

/** Whether a file is one, judged by its content; what is no JSON is none. */
export async function isResultsFile(file: string): Promise<boolean> {
  if ((await stat(file)).size > MAX_BYTES) return false;
  try {
    return isResults(parsePythonJson(await readFile(file, 'utf8'), { file }));
  } catch (error) {
    if (error instanceof WeighbridgeError) return false;
    throw error;
  }
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readResultsFile(file: string): Promise<ResultsFile> {
  const bytes = await readFile(file);
  const value = parsePythonJson(bytes.toString('utf8'), { file });
  if (isResults(value) && !('configs' in value)) {
    throw new WeighbridgeError('data', 'results of lm-evaluation-harness 0.3 hold no samples', {
      at: { file },
      fix: 'run 0.4 with --log_samples: without samples nothing can be paired',
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return { file, results: parsed.data, digest: createHash('sha256').update(bytes).digest('hex') };
  }
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('data', `not results of lm-evaluation-harness: ${issue?.message ?? ''}`, {
    at: { file, key: (issue?.path ?? []).join('.') },
    cause: parsed.error,
  });
}

/** One aggregate of a task: `acc,none`. NaN for what is no finite number in the file, such as `N/A`. */
export interface Aggregate {
  readonly metric: string;
  readonly filter: string;
  readonly value: number;
}

/** Where an aggregate stands. */
export function aggregateAt(file: string, task: string, { metric, filter }: Aggregate): Location {
  return { file, key: `results.${task}.${metric},${filter}` };
}

/** Metric keys hold a comma; `alias`, `sample_len` and their like do not. Standard errors are computed anew from samples. */
export function aggregatesOf(row: Readonly<Record<string, unknown>> | undefined): Aggregate[] {
  return Object.entries(row ?? {}).flatMap(([key, value]) => {
    const comma = key.indexOf(',');
    const metric = key.slice(0, Math.max(comma, 0));
    if (metric === '' || metric.endsWith('_stderr')) return [];
    return [{ metric, filter: key.slice(comma + 1), value: typeof value === 'number' ? value : NaN }];
  });
}
