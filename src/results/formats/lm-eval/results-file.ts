import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { readJson } from '../files.ts';
import { parsePythonJson } from './python-json.ts';

const MAX_BYTES = 256 * 1024 * 1024;

const values = z.record(z.string(), z.unknown());

/** Of Python's dumps only what is read here; the rest passes unseen. Numbers may be NaN. */
const schema = z.object({
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

export type Results = z.output<typeof schema>;

export interface ResultsFile {
  readonly file: string;
  readonly results: Results;
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

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
  const { value, digest } = await readJson(file);
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return { file, results: parsed.data, digest };
  }
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('data', `not results of lm-evaluation-harness: ${issue?.message ?? ''}`, {
    at: { file, key: (issue?.path ?? []).join('.') },
    cause: parsed.error,
  });
}
