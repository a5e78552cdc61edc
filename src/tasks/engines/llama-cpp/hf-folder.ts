import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type CheckpointFile, checkpointFault, checkpointFiles } from '../../checkpoints/files.ts';
import { describeWeights } from '../../checkpoints/metadata.ts';
import { jsonOfFile, textIfThere } from '../../checkpoints/text-files.ts';
import { tokenizerConfigOf } from '../../checkpoints/tokenizer-config.ts';
import type { LoadedModel } from '../engine.ts';
import { CONVERT_YOURSELF } from './converter.ts';
import type { LlamaCppOptions } from './options.ts';

export type OutType = Exclude<LlamaCppOptions['convert'], 'auto'> | 'auto';

/** What Hugging Face libraries save, and the engine reads only when it is converted. */
export interface HfFolder {
  readonly kind: 'model' | 'adapter';
  /** Absolute. */
  readonly path: string;
  readonly files: readonly CheckpointFile[];
  /** Of its weights, as stored. */
  readonly bytes: number;
  /** Of which its weights are, as safetensors name it; null where they say none. */
  readonly dtype: string | null;
}

const MARKS = { model: 'config.json', adapter: 'adapter_config.json' } as const;

/**
 * The folder that a path leads to; null where it leads to something else, or GGUF files lie in it. Nothing is loaded.
 * @param wanted what it is taken for where it could be both: trainers leave the config of the model beside an adapter
 * @throws WeighbridgeError `checkpoint` for pickles, for a folder without safetensors, and for what the converter would get wrong
 */
export async function readHfFolder(path: string, wanted: HfFolder['kind']): Promise<HfFolder | null> {
  const other = wanted === 'model' ? 'adapter' : 'model';
  const isOf = (kind: HfFolder['kind']) => isFile(join(path, MARKS[kind]));
  const kind = (await isOf(wanted)) ? wanted : (await isOf(other)) ? other : null;
  if (kind === null) return null;
  const files = await checkpointFiles(path);
  if (files.some(({ name }) => /^[^/]+\.gguf$/i.test(name))) return null;
  const weights = files.filter(({ name }) =>
    kind === 'adapter' ? name === 'adapter_model.safetensors' : /^[^/]+\.safetensors$/.test(name),
  );
  if (weights.length === 0) {
    throw checkpointFault(
      path,
      kind === 'adapter'
        ? 'is a PEFT folder without adapter_model.safetensors'
        : 'is a Hugging Face folder without weights',
      'save the weights as safetensors into it (`save_pretrained` does)',
    );
  }
  await checkIndex(path, files);
  if (kind === 'adapter') await checkPeft(path);
  else await chatTemplateOfFolder(path);
  const sizes = await Promise.all(weights.map(async (file) => (await stat(file.path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { kind, path, files, bytes, dtype: (await describeWeights(path, files)).dtype };
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const index = z.object({ weight_map: z.record(z.string(), z.string()) });

/** The converter opens whatever the index names, also outside of the folder: what is digested has to be what is read. */
async function checkIndex(path: string, files: readonly CheckpointFile[]): Promise<void> {
  const names = new Set(files.map(({ name }) => name));
  for (const file of files.filter(({ name }) => name.endsWith('.index.json'))) {
    const parsed = index.safeParse(await jsonOfFile(file.path));
    if (!parsed.success) throw checkpointFault(file.path, 'has an index that is none', 'save it again');
    for (const part of new Set(Object.values(parsed.data.weight_map))) {
      if (names.has(part)) continue;
      throw checkpointFault(
        path,
        `has no file ${JSON.stringify(part)}, which its ${file.name} names`,
        'save or download the folder again, with all of its parts',
      );
    }
  }
}

/**
 * What of PEFT's settings `convert_lora_to_gguf.py` passes over: it writes `lora_alpha`, which llama.cpp divides by the rank, and
 * the two factors. An adapter with any of these would be another one afterwards.
 */
const peft = z.object({
  peft_type: z.literal('LORA').optional(),
  use_rslora: z.literal(false).nullish(),
  use_dora: z.literal(false).nullish(),
  use_bdlora: z.null().or(z.literal(false)).optional(),
  use_qalora: z.literal(false).nullish(),
  fan_in_fan_out: z.literal(false).nullish(),
  lora_bias: z.literal(false).nullish(),
  bias: z.literal('none').nullish(),
  alpha_pattern: z.strictObject({}).nullish(),
  modules_to_save: z.array(z.never()).nullish(),
  trainable_token_indices: z.null().or(z.array(z.never())).optional(),
  layer_replication: z.null().optional(),
  alora_invocation_tokens: z.null().optional(),
});

async function checkPeft(path: string): Promise<void> {
  const parsed = peft.safeParse(await jsonOfFile(join(path, 'adapter_config.json')));
  if (parsed.success) return;
  const keys = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? 'its settings')))];
  throw checkpointFault(
    path,
    `is an adapter that llama.cpp's converter would change: it passes over ${keys.join(', ')}`,
    'merge it into its base (PEFT: `merge_and_unload`, then `save_pretrained`) and name the merged folder, or evaluate it with `runner: lm-eval`',
  );
}

const TYPES: Readonly<Record<string, OutType>> = { F32: 'f32', F16: 'f16', BF16: 'bf16' };

/**
 * The type of the converted weights: that of the folder, the most common where there are several. The converter's own `auto` makes
 * F16 or BF16 of F32, and is left to it for what is quantised. An adapter is small, and F32 holds any of the three.
 */
export function outTypeOf({ kind, dtype }: HfFolder, convert: LlamaCppOptions['convert']): OutType {
  if (kind === 'adapter') return 'f32';
  return convert === 'auto' ? (TYPES[dtype?.split('+')[0] ?? ''] ?? 'auto') : convert;
}

/** An adapter changes its base's folder; where that is a GGUF file, nothing tells the converter how its weights are laid out. */
export const adapterNeedsFolder = (adapter: string, base: string) =>
  checkpointFault(
    adapter,
    `is a PEFT adapter, which is converted by the config of its base, and the base ${base} is a GGUF file`,
    `name the Hugging Face folder as base, ${CONVERT_YOURSELF}`,
  );

/**
 * The template of a folder's model; null where there is none.
 * @throws WeighbridgeError `checkpoint` where there are two: transformers take the file, the converter what the config has; and
 * for files that are there and cannot be read
 */
export async function chatTemplateOfFolder(path: string): Promise<LoadedModel['chatTemplate']> {
  const { chat_template: written, bos_token: bos, eos_token: eos } = await tokenizerConfigOf(path);
  const inConfig = Array.isArray(written)
    ? written.find(({ name }) => name === 'default')?.template
    : written;
  const inFile = await textIfThere(join(path, 'chat_template.jinja'));
  if (inFile !== null && inConfig !== undefined && inConfig !== null && inFile !== inConfig) {
    throw checkpointFault(
      path,
      'has one chat template in chat_template.jinja and another in tokenizer_config.json: transformers take the first, llama.cpp’s converter the second',
      'remove the one that it was not trained with',
    );
  }
  const template = inConfig ?? inFile;
  return template === null ? null : { template, bosToken: bos ?? '', eosToken: eos ?? '' };
}
