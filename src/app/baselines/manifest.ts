import { z } from 'zod';
import type { Origin } from '../../core/domain/baseline.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson } from '../../core/domain/json.ts';
import { TASK_ROLES } from '../../core/domain/run.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(4096);

const origin: z.ZodType<Origin> = z.strictObject({
  commit: text.nullable(),
  date: z.iso.datetime(),
  by: text.nullable(),
});

/** `entry.json`: which samples an entry has. What they are samples of is its `run.json`. */
const entrySchema = z.strictObject({
  schema_version: z.literal(1),
  /** SHA-256 of `samples.jsonl`, and the name of the folder that it is in. */
  samples: sha256,
  count: z.int().min(1),
  origin,
});
export type EntryManifest = z.infer<typeof entrySchema>;

/** One blessing: which entries are the baseline from then on. */
const blessingSchema = z.strictObject({
  schema_version: z.literal(1),
  /** What the model was called, for people. */
  source: text,
  /** Weights, as in `run.json`. */
  digest: text.min(1),
  adapter_digest: text.nullable(),
  origin,
  tasks: z
    .array(
      z.strictObject({
        task: z.string().min(1).max(200),
        task_role: z.enum(TASK_ROLES),
        primary_metric: text,
        key: sha256,
        /** SHA-256 of the samples that were blessed: an entry may be made again, or made up. Older blessings have none. */
        samples: sha256.optional(),
      }),
    )
    .min(1),
});
export type BlessingManifest = z.infer<typeof blessingSchema>;

export const parseEntry = (content: string, file: string): EntryManifest => parse(entrySchema, content, file);
export const parseBlessing = (content: string, file: string): BlessingManifest =>
  parse(blessingSchema, content, file);

/** @throws WeighbridgeError `data` naming the file and the key */
function parse<T>(schema: z.ZodType<T>, content: string, file: string): T {
  const parsed = schema.safeParse(parseJson(content, { file }));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = (issue?.path ?? []).join('.');
  throw new WeighbridgeError('data', issue?.message ?? 'not what a store holds', {
    at: key === '' ? { file } : { file, key },
    fix: 'put the entry into the store anew: `weighbridge baseline push`',
    cause: parsed.error,
  });
}
