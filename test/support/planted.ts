import { list, type MetadataValue, type Tensor, type TensorType, value, writeGguf } from './gguf.ts';

/**
 * Checkpoints of the Llama architecture made for tests.
 *
 * `writeBigram`: a model whose log-probabilities are known in closed form. Token t is embedded as the t-th unit vector of a
 * space with one dimension a token; attention and feed-forward add zero; the final RMS norm scales the unit vector by
 * 1/sqrt(1/d + ε); the output matrix holds the wanted logits divided by that. So the logits after t are a planted row.
 *
 * `writeRandom`: random weights, where every layer matters: for what needs attention rather than known numbers.
 */

const EPSILON = 1e-5;
const WORDS = [' yes', ' no', ' maybe', 'hello', ' world'];
/** 256 bytes, then the words above as merges, then these. */
const SPECIAL = ['<|bos|>', '<|eos|>', '<|user|>'];

/** mulberry32: small, seeded, good enough for weights. Uniform in [0, 1). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Vocabulary {
  readonly tokens: readonly string[];
  readonly merges: readonly string[];
  readonly bos: number;
  readonly eos: number;
}

/** GPT-2's printable stand-in for each byte: printable Latin-1 as itself, the rest from U+0100 upwards. */
function byteSymbols(): string[] {
  let spare = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    return String.fromCodePoint(printable ? byte : spare++);
  });
}

/** A byte-level BPE vocabulary: every byte, a few whole words built by merges, three special tokens, padding. */
function vocabulary(size: number): Vocabulary {
  const symbols = byteSymbols();
  const tokens = [...symbols];
  const merges: string[] = [];
  for (const word of WORDS) {
    const parts = [...Buffer.from(word)].map((byte) => symbols[byte] ?? '');
    let whole = parts[0] ?? '';
    for (const part of parts.slice(1)) {
      merges.push(`${whole} ${part}`);
      whole += part;
      if (!tokens.includes(whole)) tokens.push(whole);
    }
  }
  const bos = tokens.length;
  tokens.push(...SPECIAL);
  while (tokens.length < size) tokens.push(`<|unused${tokens.length}|>`);
  if (tokens.length !== size) throw new Error(`the vocabulary needs at least ${tokens.length} tokens`);
  return { tokens, merges, bos, eos: bos + 1 };
}

export interface Shape {
  readonly vocabulary: Vocabulary;
  readonly addBos: boolean;
  readonly context: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly headWidth: number;
  readonly feedForward: number;
}

const TEMPLATE =
  "{% for message in messages %}<|user|>{{ message['content'] }}{% endfor %}{% if add_generation_prompt %}<|user|>{% endif %}";

function metadataOf(shape: Shape, fileType: number): Record<string, MetadataValue> {
  const { tokens, merges, bos, eos } = shape.vocabulary;
  const special = new Set([...SPECIAL, ...tokens.filter((token) => token.startsWith('<|unused'))]);
  return {
    'general.architecture': value('string', 'llama'),
    'general.file_type': value('u32', fileType),
    'llama.vocab_size': value('u32', tokens.length),
    'llama.context_length': value('u32', shape.context),
    'llama.embedding_length': value('u32', shape.width),
    'llama.block_count': value('u32', shape.layers),
    'llama.feed_forward_length': value('u32', shape.feedForward),
    'llama.attention.head_count': value('u32', shape.heads),
    'llama.attention.head_count_kv': value('u32', shape.heads),
    'llama.attention.key_length': value('u32', shape.headWidth),
    'llama.attention.value_length': value('u32', shape.headWidth),
    'llama.attention.layer_norm_rms_epsilon': value('f32', EPSILON),
    'llama.rope.dimension_count': value('u32', shape.headWidth),
    'tokenizer.ggml.model': value('string', 'gpt2'),
    'tokenizer.ggml.pre': value('string', 'gpt-2'),
    'tokenizer.ggml.tokens': list('string', tokens),
    'tokenizer.ggml.token_type': list(
      'i32',
      tokens.map((token) => (special.has(token) ? 3 : 1)),
    ),
    'tokenizer.ggml.merges': list('string', merges),
    'tokenizer.ggml.bos_token_id': value('u32', bos),
    'tokenizer.ggml.eos_token_id': value('u32', eos),
    'tokenizer.ggml.add_bos_token': value('bool', shape.addBos),
    'tokenizer.chat_template': value('string', TEMPLATE),
  };
}

type Fill = (tensor: string, size: number) => Float32Array;

/** All tensors of a Llama model, in the shapes the loader expects. Norms are always F32. */
function tensorsOf(shape: Shape, type: TensorType, fill: Fill): Tensor[] {
  const { width, feedForward } = shape;
  const attention = shape.heads * shape.headWidth;
  const vocabularySize = shape.vocabulary.tokens.length;
  const matrix = (name: string, columns: number, rows: number): Tensor => ({
    name: `${name}.weight`,
    shape: [columns, rows],
    type,
    data: fill(name, columns * rows),
  });
  const norm = (name: string): Tensor => ({
    name: `${name}.weight`,
    shape: [width],
    type: 'F32',
    data: new Float32Array(width).fill(1),
  });
  const layers = Array.from({ length: shape.layers }, (_, i) => [
    norm(`blk.${i}.attn_norm`),
    matrix(`blk.${i}.attn_q`, width, attention),
    matrix(`blk.${i}.attn_k`, width, attention),
    matrix(`blk.${i}.attn_v`, width, attention),
    matrix(`blk.${i}.attn_output`, attention, width),
    norm(`blk.${i}.ffn_norm`),
    matrix(`blk.${i}.ffn_gate`, width, feedForward),
    matrix(`blk.${i}.ffn_up`, width, feedForward),
    matrix(`blk.${i}.ffn_down`, feedForward, width),
  ]);
  return [
    matrix('token_embd', width, vocabularySize),
    ...layers.flat(),
    norm('output_norm'),
    matrix('output', width, vocabularySize),
  ];
}

const FILE_TYPES: Record<TensorType, number> = { F32: 0, F16: 1, Q4_0: 2, Q8_0: 7 };

export interface Bigram {
  readonly vocabulary: Vocabulary;
  /** Natural logarithm of p(next | previous), exact up to float rounding of the planted weights. */
  readonly logProbability: (previous: number, next: number) => number;
  /** The most probable token after another. */
  readonly argmax: (previous: number) => number;
}

export interface BigramOptions {
  readonly seed?: number;
  readonly addBos?: boolean;
  readonly context?: number;
  /** A token whose embedding is NaN, so that everything after it is. */
  readonly brokenToken?: string;
  /** Changes the table of logits before it is planted: `logits[previous * size + next]`. */
  readonly edit?: (logits: Float32Array, vocabulary: Vocabulary) => void;
}

const BIGRAM_SIZE = 320;

function bigramShape(options: BigramOptions): Shape {
  return {
    vocabulary: vocabulary(BIGRAM_SIZE),
    addBos: options.addBos ?? true,
    context: options.context ?? 256,
    width: BIGRAM_SIZE,
    layers: 1,
    heads: 1,
    headWidth: 32,
    feedForward: 32,
  };
}

/** Writes the planted checkpoint and returns what it must answer. */
export function writeBigram(path: string, options: BigramOptions = {}): Bigram {
  const shape = bigramShape(options);
  const uniform = random(options.seed ?? 1);
  const logits = Float32Array.from({ length: BIGRAM_SIZE ** 2 }, () => uniform() * 8 - 4);
  options.edit?.(logits, shape.vocabulary);
  const broken = shape.vocabulary.tokens.indexOf(options.brokenToken ?? '');
  const gain = 1 / Math.sqrt(1 / BIGRAM_SIZE + EPSILON);
  const tensors = tensorsOf(shape, 'F32', (name, size) => {
    const data = new Float32Array(size);
    if (name === 'token_embd')
      for (let t = 0; t < BIGRAM_SIZE; t++) data[t * BIGRAM_SIZE + t] = t === broken ? Number.NaN : 1;
    if (name === 'output')
      // Row v, column t: the logit of v after t.
      for (let v = 0; v < BIGRAM_SIZE; v++)
        for (let t = 0; t < BIGRAM_SIZE; t++)
          data[v * BIGRAM_SIZE + t] = (logits[t * BIGRAM_SIZE + v] ?? 0) / gain;
    return data;
  });
  writeGguf(path, metadataOf(shape, FILE_TYPES.F32), tensors);
  return bigramOf(shape.vocabulary, logits);
}

function bigramOf(vocabulary: Vocabulary, logits: Float32Array): Bigram {
  const size = vocabulary.tokens.length;
  const row = (previous: number) => logits.subarray(previous * size, (previous + 1) * size);
  return {
    vocabulary,
    logProbability: (previous, next) => {
      const values = row(previous);
      const highest = Math.max(...values);
      const total = values.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
      return (values[next] ?? Number.NaN) - highest - Math.log(total);
    },
    argmax: (previous) => {
      const values = row(previous);
      return values.indexOf(Math.max(...values));
    },
  };
}

/**
 * A rank-1 LoRA adapter on the output matrix of a bigram checkpoint: after `previous`, the logit of `next` rises by `boost`.
 * llama.cpp adds (alpha / rank) · B·A; rank and alpha are 1.
 */
export function writeBigramAdapter(path: string, previous: number, next: number, boost: number): void {
  const gain = 1 / Math.sqrt(1 / BIGRAM_SIZE + EPSILON);
  const unit = (index: number, height: number) => {
    const data = new Float32Array(BIGRAM_SIZE);
    data[index] = height;
    return data;
  };
  writeAdapter(path, [
    { name: 'output.weight.lora_a', shape: [BIGRAM_SIZE, 1], type: 'F32', data: unit(previous, 1) },
    { name: 'output.weight.lora_b', shape: [1, BIGRAM_SIZE], type: 'F32', data: unit(next, boost / gain) },
  ]);
}

export function writeAdapter(path: string, tensors: readonly Tensor[]): void {
  const metadata = {
    'general.architecture': value('string', 'llama'),
    'general.type': value('string', 'adapter'),
    'adapter.type': value('string', 'lora'),
    'adapter.lora.alpha': value('f32', 1),
  };
  writeGguf(path, metadata, tensors);
}

export interface RandomOptions {
  readonly seed?: number;
  readonly type?: TensorType;
  readonly context?: number;
  readonly vocabularySize?: number;
  readonly width?: number;
  readonly layers?: number;
}

/** Writes a checkpoint with random weights, scaled so that activations keep their size from layer to layer. */
export function writeRandom(path: string, options: RandomOptions = {}): Shape {
  const width = options.width ?? 64;
  const type = options.type ?? 'F32';
  const shape: Shape = {
    vocabulary: vocabulary(options.vocabularySize ?? 320),
    addBos: false,
    context: options.context ?? 512,
    width,
    layers: options.layers ?? 2,
    heads: width / 32,
    headWidth: 32,
    feedForward: width * 3,
  };
  const uniform = random(options.seed ?? 1);
  const tensors = tensorsOf(shape, type, (name, size) => {
    // Uniform on ±sqrt(3/n) has variance 1/n; embeddings have variance 1.
    const spread = name === 'token_embd' ? Math.sqrt(3) : Math.sqrt(3 / width) * (name === 'output' ? 3 : 1);
    return Float32Array.from({ length: size }, () => (uniform() * 2 - 1) * spread);
  });
  writeGguf(path, metadataOf(shape, FILE_TYPES[type]), tensors);
  return shape;
}
