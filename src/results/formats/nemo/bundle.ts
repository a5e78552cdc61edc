import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { headOf, jsonLines, readJson } from '../files.ts';

/** A folder of benchmarks, each in a folder of its own. */
const MAX_DEPTH = 2;

const HEAD = /^\s*\{\s*"run_id"\s*:\s*"eval-[^"]*"\s*,\s*"config_hash"\s*:/;

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
  readonly content: z.output<typeof bundleSchema>;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** The bundles at a path, sorted. */
export async function locate(path: string, depth = MAX_DEPTH): Promise<string[]> {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return HEAD.test((await headOf(path)) ?? '') ? [path] : [];
  const found: string[] = [];
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory() ? depth > 0 : entry.name.endsWith('.json')) {
      found.push(...(await locate(inner, depth - 1)));
    }
  }
  return found;
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readBundle(file: string): Promise<Bundle> {
  const { value, digest } = await readJson(file);
  const parsed = bundleSchema.safeParse(value);
  if (parsed.success) return { file, content: parsed.data, digest };
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('data', `not a bundle of NeMo Evaluator: ${issue?.message ?? ''}`, {
    at: { file, key: (issue?.path ?? []).join('.') },
    cause: parsed.error,
  });
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
export type Row = z.output<typeof rowSchema>;

/** @throws WeighbridgeError `data` with file and line */
export async function* readRows({ file }: Bundle): AsyncGenerator<{ row: Row; at: Location }> {
  const results = join(dirname(file), 'results.jsonl');
  if (!existsSync(results)) {
    throw new WeighbridgeError('data', 'there is no results.jsonl beside this bundle', {
      at: { file },
      fix: 'keep results.jsonl beside it: without samples nothing can be paired',
    });
  }
  for await (const { members, at } of jsonLines(results)) {
    const parsed = rowSchema.safeParse(members);
    if (parsed.success) {
      yield { row: parsed.data, at };
      continue;
    }
    const [issue] = parsed.error.issues;
    const message = `not a result of NeMo Evaluator: ${issue?.message ?? ''}`;
    throw new WeighbridgeError('data', message, { at: { ...at, key: (issue?.path ?? []).join('.') } });
  }
}
