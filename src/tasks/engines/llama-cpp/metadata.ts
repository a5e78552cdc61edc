import { createHash } from 'node:crypto';
import type { Library, Model } from './library.ts';
import type { ModelInfo } from './protocol.ts';

export type FromMetadata = Pick<
  ModelInfo,
  'architecture' | 'parameterCount' | 'quantization' | 'tokenizerDigest' | 'chatTemplate'
>;

/** The metadata of a GGUF file as far as they are used. They come from the file: trust nothing. */
export interface Metadata {
  readonly architecture: unknown;
  /** Name of the code in `general.file_type`. */
  readonly fileType: string | undefined;
  /** What stands below `tokenizer.ggml`. */
  readonly tokenizer: Readonly<Record<string, unknown>>;
  readonly chatTemplate: unknown;
  readonly bos: number | null;
  readonly eos: number | null;
  /** Of every tensor; absent where they are not known. */
  readonly shapes: readonly (readonly (number | bigint)[])[] | undefined;
}

/** What llama.cpp read of a model that it has loaded. */
export function metadataOf(model: Model, library: Library): Metadata {
  const { metadata, fullTensorInfo } = model.fileInfo;
  const { general, tokenizer } = metadata;
  const fileType = general?.file_type;
  return {
    architecture: general?.architecture,
    fileType: typeof fileType === 'number' ? library.GgufFileType[fileType] : undefined,
    tokenizer: tokenizer?.ggml ?? {},
    chatTemplate: tokenizer?.chat_template,
    bos: model.tokens.bos,
    eos: model.tokens.eos,
    shapes: fullTensorInfo?.map(({ dimensions }) => dimensions),
  };
}

/** What the GGUF header says about the model. A value that is missing or of the wrong type is null. */
export function describeMetadata(metadata: Metadata): FromMetadata {
  const { architecture, fileType, tokenizer, chatTemplate, bos, eos, shapes } = metadata;
  const { tokens: vocabulary } = tokenizer;
  const textOf = (token: number | null) => {
    const text: unknown = token === null || !Array.isArray(vocabulary) ? '' : vocabulary[token];
    return typeof text === 'string' ? text : '';
  };
  return {
    architecture: typeof architecture === 'string' ? architecture : null,
    parameterCount: shapes === undefined ? null : countParameters(shapes),
    quantization: fileType?.replace(/^(ALL|MOSTLY)_/, '') ?? null,
    tokenizerDigest: digestTokenizer(tokenizer),
    chatTemplate:
      typeof chatTemplate === 'string'
        ? { template: chatTemplate, bosToken: textOf(bos), eosToken: textOf(eos) }
        : null,
  };
}

function countParameters(shapes: NonNullable<Metadata['shapes']>): number {
  return shapes.reduce(
    (sum, shape) => sum + shape.reduce<number>((size, dimension) => size * Number(dimension), 1),
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

/** Contexts longer than this cost memory that few evaluations need. */
const DEFAULT_CONTEXT = 4096;

/** Tokens of the context that a model gets. */
export const contextSizeFor = (asked: number | null, trained: number): number =>
  asked ?? Math.min(trained, DEFAULT_CONTEXT);
