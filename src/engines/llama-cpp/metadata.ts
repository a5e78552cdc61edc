import { createHash } from 'node:crypto';
import type { Library, Model } from './library.ts';
import type { ModelInfo } from './protocol.ts';

type FromMetadata = Pick<
  ModelInfo,
  'architecture' | 'parameterCount' | 'quantization' | 'tokenizerDigest' | 'chatTemplate'
>;

/** What the GGUF header says about the model. A value that is missing or of the wrong type is null. */
export function describeModel(model: Model, library: Library): FromMetadata {
  const { metadata, fullTensorInfo } = model.fileInfo;
  const fileType = metadata.general?.file_type;
  const template = metadata.tokenizer?.chat_template;
  const { bos, eos } = model.tokens;
  const vocabulary = metadata.tokenizer?.ggml?.tokens;
  const textOf = (token: number | null) => {
    const text: unknown = token === null || !Array.isArray(vocabulary) ? '' : vocabulary[token];
    return typeof text === 'string' ? text : '';
  };
  return {
    architecture: stringOrNull(metadata.general?.architecture),
    parameterCount: fullTensorInfo === undefined ? null : countParameters(fullTensorInfo),
    quantization:
      typeof fileType === 'number'
        ? (library.GgufFileType[fileType]?.replace(/^(ALL|MOSTLY)_/, '') ?? null)
        : null,
    tokenizerDigest: digestTokenizer(metadata.tokenizer?.ggml ?? {}),
    chatTemplate:
      typeof template === 'string' ? { template, bosToken: textOf(bos), eosToken: textOf(eos) } : null,
  };
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function countParameters(tensors: readonly { readonly dimensions: readonly (number | bigint)[] }[]): number {
  return tensors.reduce(
    (sum, { dimensions }) =>
      sum + dimensions.reduce<number>((size, dimension) => size * Number(dimension), 1),
    0,
  );
}

/**
 * What decides how text becomes tokens and where texts begin and end. Left out on purpose: the chat template (a field of its
 * own in the fingerprint) and padding, which fine-tuning tools add and which changes no token.
 */
const TOKENIZER_KEYS = [
  'model',
  'pre',
  'tokens',
  'scores',
  'token_type',
  'merges',
  'bos_token_id',
  'eos_token_id',
  'unknown_token_id',
  'add_bos_token',
  'add_eos_token',
  'add_space_prefix',
  'remove_extra_whitespaces',
  'precompiled_charsmap',
];

function digestTokenizer(tokenizer: Readonly<Record<string, unknown>>): string {
  const hash = createHash('sha256');
  for (const key of TOKENIZER_KEYS) {
    const text = JSON.stringify(tokenizer[key] ?? null, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    hash.update(`${key}=${text}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
}
