import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Roots } from '../../links.ts';
import { companionFile } from '../files.ts';
import { jsonLines, parseAs, readJsonAs } from '../json.ts';

/** Of `eval-<time>-<benchmark>.json` only what is read here (nemo_evaluator/engine/artifacts.py). */
const bundleSchema = z.object({
  sdk_version: z.string().nullish(),
  timestamp: z.string().nullish(),
  config: z.record(z.string(), z.unknown()).default({}),
  benchmark: z.object({
    name: z.string().min(1),
    samples: z.int().min(0),
    scores: z.record(z.string(), z.unknown()).default({}),
  }),
  n_results: z.int().min(0),
});

export interface Bundle {
  readonly file: string;
  readonly roots: Roots;
  readonly content: z.output<typeof bundleSchema>;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readBundle(file: string, roots: Roots): Promise<Bundle> {
  const { value: content, digest } = await readJsonAs(file, bundleSchema, 'a bundle of NeMo Evaluator');
  return { file, roots, content, digest };
}

const rowSchema = z.object({
  problem_idx: z.int().min(0),
  repeat: z.int().min(0).default(0),
  // z.number refuses NaN, which Python writes.
  reward: z.custom<number>((value) => typeof value === 'number', 'not a number').nullish(),
  prompt: z.unknown().optional(),
  expected_answer: z.unknown().optional(),
  model_response: z.string().nullish(),
  scoring_details: z.record(z.string(), z.unknown()).nullish(),
  metadata: z.object({ category: z.unknown().optional() }).nullish(),
});
export type BundleRow = z.output<typeof rowSchema>;

/** @throws WeighbridgeError `data` with file and line */
export async function* bundleRows({ file, roots }: Bundle): AsyncGenerator<{ row: BundleRow; at: Location }> {
  const folder = dirname(file);
  const results = await companionFile(folder, join(folder, 'results.jsonl'), { beside: file, roots });
  if (results === null) {
    throw new WeighbridgeError('data', 'there is no results.jsonl beside this bundle', {
      at: { file },
      fix: 'keep results.jsonl beside it: without samples nothing can be paired',
    });
  }
  for await (const { members, at } of jsonLines(results)) {
    yield { row: parseAs(rowSchema, members, 'a result of NeMo Evaluator', at), at };
  }
}
