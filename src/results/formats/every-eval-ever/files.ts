import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Roots } from '../../links.ts';
import { companionFile } from '../files.ts';
import { jsonLines, parseAs, readJsonAs } from '../json.ts';

/** Versions 0.2 and 0.3, of which only what is read here; names as in the published schemas. */
const text = z.string().nullish();
const details = z.record(z.string(), z.unknown()).nullish();

/** A bound may be the word for what JSON cannot write. */
const bound = z
  .union([z.number(), z.literal('Infinity'), z.literal('-Infinity')])
  .nullish()
  .transform((value) => (typeof value === 'number' && Number.isFinite(value) ? value : null));

const resultSchema = z.object({
  evaluation_result_id: text,
  evaluation_name: z.string().min(1),
  source_data: z.record(z.string(), z.unknown()).nullish(),
  metric_config: z.object({
    metric_id: text,
    metric_name: text,
    metric_unit: text,
    lower_is_better: z.boolean(),
    score_type: text,
    has_unknown_level: z.boolean().nullish(),
    min_score: bound,
    max_score: bound,
    llm_scoring: z.unknown().optional(),
  }),
  score_details: z.object({
    score: z.number(),
    uncertainty: z
      .object({
        standard_error: z.object({ value: z.number().min(0) }).nullish(),
        num_samples: z.int().min(1).nullish(),
      })
      .nullish(),
  }),
  generation_config: z.unknown().optional(),
});
export type EvaluationResult = z.output<typeof resultSchema>;

const evaluationSchema = z.object({
  schema_version: z.string().regex(/^0\.[23]\./, 'only versions 0.2 and 0.3 are known'),
  evaluation_id: z.string(),
  evaluation_timestamp: text,
  retrieved_timestamp: text,
  eval_library: z.object({ name: z.string(), version: text, additional_details: details }).nullish(),
  model_info: z.object({
    id: z.string().min(1),
    inference_engine: z.object({ name: text, version: text }).nullish(),
  }),
  evaluation_results: z.array(resultSchema).min(1),
  detailed_evaluation_results: z
    .object({
      format: z.literal('jsonl'),
      file_path: z.string(),
      hash_algorithm: z.enum(['sha256', 'md5']).nullish(),
      checksum: text,
      total_rows: z.int().min(0).nullish(),
    })
    .nullish(),
});
type Evaluation = z.output<typeof evaluationSchema>;

const rowSchema = z.object({
  evaluation_id: z.string(),
  model_id: z.string(),
  evaluation_name: z.string(),
  evaluation_result_id: text,
  sample_id: z.string().min(1),
  input: z.object({
    raw: z.string().nullish(),
    formatted: text,
    reference: z.array(z.string()).nullish(),
    choices: z.array(z.string()).nullish(),
  }),
  output: z.object({ raw: z.array(z.string()) }).nullish(),
  messages: z.array(z.object({ role: z.string(), content: text })).nullish(),
  // z.number refuses NaN, which Python writes.
  evaluation: z.object({
    score: z.custom<number>((value) => typeof value === 'number', 'not a number').nullish(),
  }),
  error: text,
  token_usage: z.object({ input_tokens: z.int().min(0), output_tokens: z.int().min(0) }).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type EvaluationRow = z.output<typeof rowSchema>;

/** One aggregate file. */
export interface EvaluationFile {
  readonly file: string;
  readonly roots: Roots;
  readonly evaluation: Evaluation;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readEvaluation(file: string, roots: Roots): Promise<EvaluationFile> {
  const read = await readJsonAs(file, evaluationSchema, 'an evaluation of Every Eval Ever');
  return { file, roots, evaluation: read.value, digest: read.digest };
}

/**
 * The samples beside an aggregate file; null where it names none. Of the path in the file only the name is taken: it is
 * rooted in a repository that need not be here, and might lead anywhere.
 * @throws WeighbridgeError `data` when they are named and not there
 */
export async function rowsFile({ file, roots, evaluation }: EvaluationFile): Promise<string | null> {
  const named = evaluation.detailed_evaluation_results;
  if (!named) return null;
  const samples = join(dirname(file), basename(named.file_path));
  if ((await companionFile(dirname(file), samples, { beside: file, roots })) !== null) return samples;
  throw new WeighbridgeError('data', 'the samples of this evaluation are not beside it', {
    at: { file, key: 'detailed_evaluation_results.file_path' },
    fix: `put ${basename(samples)} into ${dirname(file)}`,
  });
}

interface PlacedRow {
  readonly row: EvaluationRow;
  readonly at: Location;
}

/**
 * Every row; that all of them are there, and unchanged, is known at the end.
 * @throws WeighbridgeError `data` with file and line
 */
export async function* evaluationRows(
  { evaluation, file: aggregate }: EvaluationFile,
  file: string,
): AsyncGenerator<PlacedRow> {
  const { checksum, hash_algorithm, total_rows } = evaluation.detailed_evaluation_results ?? {};
  const hash = createHash(hash_algorithm ?? 'sha256');
  let rows = 0;
  for await (const { members, at } of jsonLines(file, { hash })) {
    const row = parseAs(rowSchema, members, 'a sample of Every Eval Ever', at);
    const { evaluation_id, model_id } = row;
    if (evaluation_id !== evaluation.evaluation_id || model_id !== evaluation.model_info.id) {
      const message = `a sample of the evaluation ${evaluation_id} of ${model_id}, which is not that of ${aggregate}`;
      throw new WeighbridgeError('data', message, { at });
    }
    rows += 1;
    yield { row, at };
  }
  const fix = 'keep the whole file of samples as it was written';
  if (typeof total_rows === 'number' && total_rows !== rows) {
    throw new WeighbridgeError('data', `${rows} samples of ${total_rows}`, { at: { file }, fix });
  }
  if (checksum && checksum.toLowerCase() !== hash.digest('hex')) {
    throw new WeighbridgeError('data', `not the file whose checksum ${aggregate} has`, { at: { file }, fix });
  }
}
