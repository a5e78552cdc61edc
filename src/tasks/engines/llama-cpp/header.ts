import { describeMetadata, type FromMetadata } from './metadata.ts';

/** What loading a model would tell of it, as far as its files say it. */
export interface GgufHeader extends FromMetadata {
  readonly trainedContextSize: number;
}

/**
 * Reads the metadata of a GGUF model, of which the first part of several has all but tensors.
 * @returns null where llama.cpp would put values of its own in place of what the file does not say, or it cannot be read
 */
export async function readHeader(weights: readonly string[]): Promise<GgufHeader | null> {
  // Large for its tables of quantisations, and only needed here.
  const { gguf, GGMLFileQuantizationType } = await import('@huggingface/gguf');
  // Why a file cannot be read, loading it will tell.
  const parts = await Promise.all(weights.map((path) => gguf(path, { allowLocalFile: true }))).catch(
    () => [],
  );
  const [first] = parts;
  if (first === undefined) return null;
  const all: Readonly<Record<string, unknown>> = { ...first.metadata };
  const tokenizer = below('tokenizer.ggml.', all);
  const [bos, eos] = [tokenizer.bos_token_id, tokenizer.eos_token_id];
  const trainedContextSize = all[`${all['general.architecture']}.context_length`];
  const { tokens: vocabulary } = tokenizer;
  if (!Array.isArray(vocabulary) || typeof trainedContextSize !== 'number') return null;
  const isToken = (id: unknown): id is number => typeof id === 'number' && id < vocabulary.length;
  if (!isToken(bos) || !isToken(eos)) return null;
  const fileType = all['general.file_type'];
  const described = describeMetadata({
    architecture: all['general.architecture'],
    fileType: typeof fileType === 'number' ? GGMLFileQuantizationType[fileType] : undefined,
    tokenizer,
    chatTemplate: all['tokenizer.chat_template'],
    bos,
    eos,
    shapes: parts.flatMap(({ tensorInfos }) => tensorInfos.map(({ shape }) => shape)),
  });
  return { ...described, trainedContextSize };
}

/** Whether a GGUF file says of itself that it is an adapter; not where it cannot be read, which loading it will tell. */
export async function isAdapterFile(path: string): Promise<boolean> {
  const { gguf } = await import('@huggingface/gguf');
  const file = await gguf(path, { allowLocalFile: true }).catch(() => null);
  const all: Readonly<Record<string, unknown>> = { ...file?.metadata };
  return all['general.type'] === 'adapter';
}

const below = (prefix: string, all: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
