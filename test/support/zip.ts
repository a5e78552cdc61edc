import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
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
  for (const { name, content, mode = 0o100644, claims } of entries) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(bytes);
    const shared = [
      ...[u16(20), u16(0x800), u16(8), u16(0), u16(0x5b15), u32(crc32(bytes))],
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
