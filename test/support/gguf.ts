import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes GGUF version 3 files for tests: metadata and tensors, little-endian.
 * Layout: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 * (`@huggingface/gguf` can serialise metadata too, but pads it where the tensor table has to start.)
 */

const ALIGNMENT = 32;

/** Codes of the value types, and how one value is written. */
const VALUE_TYPES = {
  u32: { code: 4, write: (value: number) => bytes(4, (view) => view.setUint32(0, value, true)) },
  i32: { code: 5, write: (value: number) => bytes(4, (view) => view.setInt32(0, value, true)) },
  f32: { code: 6, write: (value: number) => bytes(4, (view) => view.setFloat32(0, value, true)) },
  bool: { code: 7, write: (value: boolean) => Buffer.of(value ? 1 : 0) },
  string: {
    code: 8,
    write: (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]),
  },
} as const;
const ARRAY_CODE = 9;

type ValueType = keyof typeof VALUE_TYPES;
type ValueOf<T extends ValueType> = Parameters<(typeof VALUE_TYPES)[T]['write']>[0];

/** A metadata value, already encoded with its type. */
export type MetadataValue = Buffer;

export function value<T extends ValueType>(type: T, data: ValueOf<T>): MetadataValue {
  return Buffer.concat([u32(VALUE_TYPES[type].code), encode(type, data)]);
}

export function list<T extends ValueType>(type: T, data: readonly ValueOf<T>[]): MetadataValue {
  const items = data.map((item) => encode(type, item));
  return Buffer.concat([u32(ARRAY_CODE), u32(VALUE_TYPES[type].code), u64(data.length), ...items]);
}

export type TensorType = 'F32' | 'F16' | 'Q8_0' | 'Q4_0';

export interface Tensor {
  readonly name: string;
  /** Fastest dimension first, as GGUF counts: [columns, rows]. */
  readonly shape: readonly number[];
  readonly type: TensorType;
  readonly data: Float32Array;
}

/** Codes in the tensor table, and how a run of weights is stored. Blocks hold 32 weights with one F16 scale. */
const TENSOR_TYPES: Record<TensorType, { code: number; encode: (data: Float32Array) => Buffer }> = {
  F32: { code: 0, encode: (data) => Buffer.from(data.buffer, data.byteOffset, data.byteLength) },
  F16: {
    code: 1,
    encode: (data) =>
      bytes(data.length * 2, (view) => {
        for (const [i, x] of data.entries()) view.setUint16(i * 2, half(x), true);
      }),
  },
  Q8_0: { code: 8, encode: (data) => inBlocks(data, 34, encodeQ8) },
  Q4_0: { code: 2, encode: (data) => inBlocks(data, 18, encodeQ4) },
};

function encodeGguf(metadata: Readonly<Record<string, MetadataValue>>, tensors: readonly Tensor[]): Buffer {
  return assemble(
    metadata,
    tensors.map(({ name, shape, type, data }) => {
      const { code, encode: store } = TENSOR_TYPES[type];
      return { name, shape, type: code, data: store(data) };
    }),
  );
}

function assemble(metadata: Readonly<Record<string, MetadataValue>>, tensors: readonly RawTensor[]): Buffer {
  const keys = Object.entries(metadata);
  const head = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(keys.length)];
  for (const [key, data] of keys) head.push(encode('string', key), data);

  const body: Buffer[] = [];
  let offset = 0;
  for (const { name, shape, type, data } of tensors) {
    const padding = Buffer.alloc(-data.length & (ALIGNMENT - 1));
    head.push(encode('string', name), u32(shape.length), ...shape.map(u64));
    head.push(u32(type), u64(offset));
    body.push(data, padding);
    offset += data.length + padding.length;
  }
  const header = Buffer.concat(head);
  return Buffer.concat([header, Buffer.alloc(-header.length & (ALIGNMENT - 1)), ...body]);
}

export function writeGguf(
  path: string,
  metadata: Readonly<Record<string, MetadataValue>>,
  tensors: readonly Tensor[],
): void {
  writeFileSync(path, encodeGguf(metadata, tensors));
}

function encode<T extends ValueType>(type: T, data: ValueOf<T>): Buffer {
  const write = VALUE_TYPES[type].write as (data: ValueOf<T>) => Buffer;
  return write(data);
}

function bytes(length: number, fill: (view: DataView) => void): Buffer {
  const buffer = Buffer.alloc(length);
  fill(new DataView(buffer.buffer, buffer.byteOffset, length));
  return buffer;
}

function u32(x: number): Buffer {
  return bytes(4, (view) => view.setUint32(0, x, true));
}

function u64(x: number): Buffer {
  return bytes(8, (view) => view.setBigUint64(0, BigInt(x), true));
}

/** Bits of the nearest IEEE 754 half; subnormal halves become zero, which test weights can bear. */
function half(x: number): number {
  const bits = new Uint32Array(Float32Array.of(x).buffer)[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  if (Number.isNaN(x)) return sign | 0x7e00;
  const rounded = (bits & 0x7fffffff) + 0x0fff + ((bits >>> 13) & 1);
  const exponent = (rounded >>> 23) - 112;
  if (exponent <= 0) return sign;
  if (exponent >= 31) return sign | 0x7c00;
  return sign | (exponent << 10) | ((rounded >>> 13) & 0x3ff);
}

function inBlocks(
  data: Float32Array,
  blockBytes: number,
  write: (block: Float32Array, view: DataView) => void,
): Buffer {
  const blocks = data.length / 32;
  if (!Number.isInteger(blocks)) throw new Error(`${data.length} weights do not fill blocks of 32`);
  const out = Buffer.alloc(blocks * blockBytes);
  for (let i = 0; i < blocks; i++) {
    const view = new DataView(out.buffer, out.byteOffset + i * blockBytes, blockBytes);
    write(data.subarray(i * 32, i * 32 + 32), view);
  }
  return out;
}

function encodeQ8(block: Float32Array, view: DataView): void {
  const scale = Math.max(...block.map(Math.abs)) / 127;
  view.setUint16(0, half(scale), true);
  for (const [i, x] of block.entries()) view.setInt8(2 + i, scale === 0 ? 0 : Math.round(x / scale));
}

/** Low nibbles hold the first half of the block, high nibbles the second; 8 stands for zero. */
function encodeQ4(block: Float32Array, view: DataView): void {
  const extreme = block.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  const scale = extreme / -8;
  const nibble = (x: number | undefined) =>
    scale === 0 ? 8 : Math.min(15, Math.floor((x ?? 0) / scale + 8.5));
  view.setUint16(0, half(scale), true);
  for (let i = 0; i < 16; i++) view.setUint8(2 + i, nibble(block[i]) | (nibble(block[i + 16]) << 4));
}

/** Bytes of a value of a type, by its code; 0 for texts and lists, which say it themselves. */
const SIZES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
/** Bytes of one weight, by the code of the tensor's type. */
const WEIGHT_BYTES: Readonly<Record<number, number>> = { 0: 4, 1: 2, 30: 2 };

interface RawTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  readonly data: Buffer;
}

/** A GGUF file taken apart: metadata as they were encoded, and tensors. Weights of types in blocks are not read. */
export function readRawGguf(path: string) {
  const file = readFileSync(path);
  let at = 8;
  /** Where the next bytes begin, which are then passed. */
  const pass = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  const u32At = () => file.readUInt32LE(pass(4));
  const u64At = () => Number(file.readBigUInt64LE(pass(8)));
  const textAt = () => {
    const start = pass(u64At());
    return file.toString('utf8', start, at);
  };
  const skip = (type: number): void => {
    if (type === 8) textAt();
    else if (type === 9) {
      const inner = u32At();
      for (let left = u64At(); left > 0; left -= 1) skip(inner);
    } else pass(SIZES[type] ?? 0);
  };
  const [tensorCount, keyCount] = [u64At(), u64At()];
  const metadata: Record<string, MetadataValue> = {};
  for (let index = 0; index < keyCount; index += 1) {
    const key = textAt();
    const start = at;
    skip(u32At());
    metadata[key] = file.subarray(start, at);
  }
  const infos = Array.from({ length: tensorCount }, () => {
    const name = textAt();
    const shape = Array.from({ length: u32At() }, u64At);
    return { name, shape, type: u32At(), offset: u64At() };
  });
  const begin = at + (-at & (ALIGNMENT - 1));
  const tensors = infos.map(({ offset, ...info }): RawTensor => {
    const bytes = info.shape.reduce((size, each) => size * each, WEIGHT_BYTES[info.type] ?? Number.NaN);
    return { ...info, data: file.subarray(begin + offset, begin + offset + bytes) };
  });
  return { metadata, tensors };
}

/** The same file with other metadata (null takes one away), and with rows of zeros behind those of its vocabulary. */
export function rewriteGguf(
  from: string,
  to: string,
  changes: Readonly<Record<string, MetadataValue | null>>,
  addedRows = 0,
): void {
  const { metadata, tensors } = readRawGguf(from);
  const kept = Object.entries({ ...metadata, ...changes }).filter(
    (entry): entry is [string, MetadataValue] => entry[1] !== null,
  );
  const padded = tensors.map((tensor) => {
    if (!['token_embd.weight', 'output.weight'].includes(tensor.name)) return tensor;
    const [columns = 0, rows = 0] = tensor.shape;
    const more = Buffer.alloc((tensor.data.length / rows) * addedRows);
    return { ...tensor, shape: [columns, rows + addedRows], data: Buffer.concat([tensor.data, more]) };
  });
  writeFileSync(to, assemble(Object.fromEntries(kept), padded));
}

/** The texts or whole numbers of a list as it was encoded. */
export function listOf(data: MetadataValue): (string | number)[] {
  const isText = data.readUInt32LE(4) === VALUE_TYPES.string.code;
  let at = 16;
  return Array.from({ length: Number(data.readBigUInt64LE(8)) }, () => {
    const start = isText ? at + 8 : at;
    const end = isText ? start + Number(data.readBigUInt64LE(at)) : start + 4;
    at = end;
    return isText ? data.toString('utf8', start, end) : data.readInt32LE(start);
  });
}
