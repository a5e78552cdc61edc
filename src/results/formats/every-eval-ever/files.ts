import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { headOf, jsonLines, readJson } from '../files.ts';
import { type Evaluation, evaluationSchema, type Row, rowSchema } from './schema.ts';

/** `data/<collection>/<developer>/<model>/<uuid>.json`, and a folder above it. */
const MAX_DEPTH = 5;

const KEYS = ['"schema_version"', '"evaluation_id"', '"model_info"', '"evaluation_results"'];

/** One aggregate file. */
export interface EvaluationFile {
  readonly file: string;
  readonly evaluation: Evaluation;
  /** SHA-256 of the file. */
  readonly digest: string;
}

async function isEvaluation(file: string): Promise<boolean> {
  const head = (await headOf(file)) ?? '';
  return /^\s*\{\s*"/.test(head) && KEYS.every((key) => head.includes(key));
}

/** The aggregate files at a path, sorted. */
export async function locate(path: string, depth = MAX_DEPTH): Promise<string[]> {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return (await isEvaluation(path)) ? [path] : [];
  const found: string[] = [];
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory() && depth > 0) found.push(...(await locate(inner, depth - 1)));
    else if (entry.isFile() && entry.name.endsWith('.json') && (await isEvaluation(inner))) found.push(inner);
  }
  return found;
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readEvaluation(file: string): Promise<EvaluationFile> {
  const { value, digest } = await readJson(file);
  const parsed = evaluationSchema.safeParse(value);
  if (parsed.success) return { file, evaluation: parsed.data, digest };
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('data', `not an evaluation of Every Eval Ever: ${issue?.message ?? ''}`, {
    at: { file, key: (issue?.path ?? []).join('.') },
    cause: parsed.error,
  });
}

/**
 * The samples beside an aggregate file; null where it names none. Of the path in the file only the name is taken: it is
 * rooted in a repository that need not be here, and might lead anywhere.
 * @throws WeighbridgeError `data` when they are named and not there
 */
export function samplesFile({ file, evaluation }: EvaluationFile): string | null {
  const named = evaluation.detailed_evaluation_results;
  if (!named) return null;
  const samples = join(dirname(file), basename(named.file_path));
  if (existsSync(samples)) return samples;
  throw new WeighbridgeError('data', 'the samples of this evaluation are not beside it', {
    at: { file, key: 'detailed_evaluation_results.file_path' },
    fix: `put ${basename(samples)} into ${dirname(file)}`,
  });
}

export interface PlacedRow {
  readonly row: Row;
  readonly at: Location;
}

/**
 * Every row; that all of them are there, and unchanged, is known at the end.
 * @throws WeighbridgeError `data` with file and line
 */
export async function* readRows(
  { evaluation, file: aggregate }: EvaluationFile,
  file: string,
): AsyncGenerator<PlacedRow> {
  const { checksum, hash_algorithm, total_rows } = evaluation.detailed_evaluation_results ?? {};
  const hash = createHash(hash_algorithm ?? 'sha256');
  let rows = 0;
  for await (const { members, at } of jsonLines(file, { hash })) {
    const parsed = rowSchema.safeParse(members);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const message = `not a sample of Every Eval Ever: ${issue?.message ?? ''}`;
      throw new WeighbridgeError('data', message, { at: { ...at, key: (issue?.path ?? []).join('.') } });
    }
    const { evaluation_id, model_id } = parsed.data;
    if (evaluation_id !== evaluation.evaluation_id || model_id !== evaluation.model_info.id) {
      const message = `a sample of the evaluation ${evaluation_id} of ${model_id}, which is not that of ${aggregate}`;
      throw new WeighbridgeError('data', message, { at });
    }
    rows += 1;
    yield { row: parsed.data, at };
  }
  const fix = 'keep the whole file of samples as it was written';
  if (typeof total_rows === 'number' && total_rows !== rows) {
    throw new WeighbridgeError('data', `${rows} samples of ${total_rows}`, { at: { file }, fix });
  }
  if (checksum && checksum.toLowerCase() !== hash.digest('hex')) {
    throw new WeighbridgeError('data', `not the file whose checksum ${aggregate} has`, { at: { file }, fix });
  }
}
