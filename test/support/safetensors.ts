import { Buffer } from 'node:buffer';

/** A safetensors file without tensors whose digest is decided by the text: a header's length, the header. */
export function safetensors(text: string): Buffer {
  const header = Buffer.from(JSON.stringify({ __metadata__: { text } }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header]);
}
