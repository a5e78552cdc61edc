import { z } from 'zod';

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
export type Result = z.output<typeof resultSchema>;

export const evaluationSchema = z.object({
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
export type Evaluation = z.output<typeof evaluationSchema>;

export const rowSchema = z.object({
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
export type Row = z.output<typeof rowSchema>;
