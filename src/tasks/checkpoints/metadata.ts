import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../core/domain/errors.ts';
import type { CheckpointFile } from './files.ts';
import { checkpointFault } from './files.ts';
import { readSafetensors } from './safetensors.ts';

/** What the headers of the weights say; null where they do not. */
export interface WeightsDescription {
  readonly architecture: string | null;
  readonly parameterCount: number | null;
  readonly quantization: string | null;
  /** Most common by parameters first, joined by `+`. */
  readonly dtype: string | null;
}

const LARGEST_CONFIG = 16 * 1024 * 1024;

/** The parts of a Hugging Face `config.json` that say what the weights are. */
const hfConfig = z.object({
  model_type: z.string().optional(),
  quantization_config: z
    .object({ quant_method: z.string().optional(), bits: z.number().optional() })
    .nullish(),
});

/**
 * Reads the headers of all weights among the files.
 * @throws WeighbridgeError `checkpoint` for a header that is torn or no header at all
 */
export async function describeWeights(
  path: string,
  files: readonly CheckpointFile[],
): Promise<WeightsDescription> {
  const gguf = files.filter(({ name }) => name.endsWith('.gguf'));
  if (gguf.length > 0) return describeGguf(gguf);
  const safetensors = files.filter(({ name }) => name.endsWith('.safetensors'));
  const config = files.find(({ name }) => name === 'config.json');
  const { model_type: architecture, quantization_config: quantized } =
    config === undefined ? {} : await readConfig(path, config, hfConfig);
  const types = new Map<string, number>();
  for (const file of safetensors) {
    for (const { dtype, parameters } of await readSafetensors(file.path)) count(types, dtype, parameters);
  }
  const bits = quantized?.bits === undefined ? '' : ` ${quantized.bits} bit`;
  return {
    architecture: architecture ?? null,
    parameterCount: types.size === 0 ? null : total(types),
    quantization: quantized?.quant_method === undefined ? null : `${quantized.quant_method}${bits}`,
    dtype: commonestFirst(types),
  };
}

/** The part of PEFT's `adapter_config.json` that says how much an adapter adds. */
const peftConfig = z.object({ lora_alpha: z.number().nullish() });

/** What PEFT was told of an adapter; nothing where the folder does not say. */
export async function readPeftSettings(
  folder: string,
  files: readonly CheckpointFile[],
): Promise<z.infer<typeof peftConfig>> {
  const config = files.find(({ name }) => name === 'adapter_config.json');
  return config === undefined ? {} : readConfig(folder, config, peftConfig);
}

async function readConfig<Schema extends z.ZodType>(
  folder: string,
  { name, path }: CheckpointFile,
  schema: Schema,
): Promise<z.infer<Schema>> {
  try {
    if ((await stat(path)).size > LARGEST_CONFIG) throw new Error('too large');
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw checkpointFault(folder, `has a ${name} that is none (${messageOf(cause)})`, 'save it again', cause);
  }
}

async function describeGguf(files: readonly CheckpointFile[]): Promise<WeightsDescription> {
  // Large for its tables of quantisations, and only needed here.
  const { gguf, GGMLFileQuantizationType, GGMLQuantizationType } = await import('@huggingface/gguf');
  const types = new Map<string, number>();
  let architecture: string | null = null;
  let quantization: string | null = null;
  for (const { path } of files) {
    const { metadata, tensorInfos } = await gguf(path, { allowLocalFile: true }).catch((cause: unknown) => {
      throw checkpointFault(
        path,
        `has no readable GGUF header (${messageOf(cause)})`,
        'convert the checkpoint to GGUF again',
        cause,
      );
    });
    for (const { dtype, shape } of tensorInfos) {
      const parameters = Number(shape.reduce((size, dimension) => size * dimension, 1n));
      count(types, GGMLQuantizationType[dtype] ?? `type ${dtype}`, parameters);
    }
    const header: Readonly<Record<string, unknown>> = { ...metadata };
    const { 'general.architecture': name, 'general.file_type': fileType } = header;
    // The first part of a split model has the metadata of the whole.
    architecture ??= typeof name === 'string' ? name : null;
    quantization ??= typeof fileType === 'number' ? (GGMLFileQuantizationType[fileType] ?? null) : null;
  }
  return { architecture, parameterCount: total(types), quantization, dtype: commonestFirst(types) };
}

const count = (types: Map<string, number>, type: string, parameters: number) =>
  types.set(type, (types.get(type) ?? 0) + parameters);

const total = (types: ReadonlyMap<string, number>): number =>
  [...types.values()].reduce((sum, parameters) => sum + parameters, 0);

const commonestFirst = (types: ReadonlyMap<string, number>): string | null =>
  [...types]
    .sort(([left, fewer], [right, more]) => more - fewer || (left < right ? -1 : 1))
    .map(([type]) => type)
    .join('+') || null;
