import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

export type Method = 'stored' | 'deflate' | 'zstd' | 'unknown';

const METHODS: Readonly<Record<Method, number>> = { stored: 0, deflate: 8, zstd: 93, unknown: 97 };

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  readonly method?: Method;
  /** Unix mode with file type; `0o120777` is a link. */
  readonly mode?: number;
  /** What the headers say of the unpacked size, should they lie. */
  readonly claims?: number;
}

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

/** A zip as anybody could write one: names, modes and sizes are whatever is asked for. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 'deflate', mode = 0o100644, claims } of entries) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
    const packed = pack(bytes, method);
    const shared = [
      ...[u16(20), u16(0x800), u16(METHODS[method]), u16(0), u16(0x5b15), u32(crc32(bytes))],
      ...[u32(packed.length), u32(claims ?? bytes.length), u16(path.length), u16(0)],
    ];
    const local = Buffer.concat([u32(0x04034b50), ...shared, path, packed]);
    central.push(
      Buffer.concat([
        ...[u32(0x02014b50), u16(0x031e), ...shared, u16(0), u16(0), u16(0)],
        ...[u32((mode << 16) >>> 0), u32(offset), path],
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const count = u16(entries.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(offset), u16(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

function pack(bytes: Buffer, method: Method): Buffer {
  switch (method) {
    case 'deflate':
      return deflateRawSync(bytes);
    case 'zstd':
      // As Inspect writes large members: in several frames.
      return Buffer.concat([zstdFrame(bytes.subarray(0, 1)), zstdFrame(bytes.subarray(1))]);
    case 'stored':
    case 'unknown':
      return bytes;
  }
}

/** One frame of raw blocks (RFC 8878, 3.1.1), since Node 20 cannot compress to Zstandard. */
export function zstdFrame(bytes: Buffer): Buffer {
  const MOST = 100_000;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  const blocks: Buffer[] = [];
  for (let start = 0; start === 0 || start < bytes.length; start += MOST) {
    const block = bytes.subarray(start, start + MOST);
    const isLast = start + MOST >= bytes.length;
    const header = Buffer.alloc(4);
    header.writeUInt32LE((block.length << 3) | Number(isLast));
    blocks.push(header.subarray(0, 3), block);
  }
  // Magic number; four bytes of content size in a single segment.
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, ...blocks]);
}

/** The same of names and texts, which may repeat. */
export const zipOf = (members: readonly (readonly [name: string, content: string, method?: Method])[]) =>
  zip(
    members.map(([name, content, method]) => ({
      name,
      content,
      ...(method === undefined ? {} : { method }),
    })),
  );
