import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { Decompress } from 'fzstd';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { kindOf, leadNowhere, liesInRoot, linksLeadOut, type Roots } from '../links.ts';
import { chunksOf } from '../store/lines.ts';

/** Of a file that is held in memory as a whole, after decompression; V8's strings end at 512 MiB. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

const GZIP = Buffer.of(0x1f, 0x8b);
const ZSTD = Buffer.of(0x28, 0xb5, 0x2f, 0xfd);
/** A block of four bytes may say 128 KiB: so many bytes at once unpack into 32 MiB at most, and whoever reads them stops in time. */
const ZSTD_BYTES = 1024;

/** Enough for the first line of any format. */
const HEAD_BYTES = 1024 * 1024;

/** The start of a file as text, unpacked and without a byte order mark; null for what is no file or cannot be unpacked. */
export async function headOf(file: string): Promise<string | null> {
  if (!(await stat(file).catch(() => null))?.isFile()) return null;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of bytesOf(file)) {
      parts.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    if (length === 0) return null;
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, HEAD_BYTES));
}

/** Names in a folder, none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw new WeighbridgeError('data', `the folder cannot be read: ${error.message}`, {
      at: { file: folder },
      cause: error,
    });
  });
}

/** Folders in a folder, sorted; none where there is no such folder. */
export async function foldersIn(path: string, roots: Roots = [path]): Promise<string[]> {
  if (!(await stat(path).catch(() => null))?.isDirectory()) return [];
  const entries = await readdir(path, { withFileTypes: true });
  const kinds = await Promise.all(entries.map((entry) => kindOf(join(path, entry.name), entry, roots)));
  return entries.flatMap(({ name }, index) => (kinds[index] === 'folder' ? [name] : [])).sort();
}

/** What other programs keep beside results, such as `.ipynb_checkpoints`, `.cache` of a hub and `__MACOSX`: copies, and no results. */
const IS_HIDDEN = /^(?:\.|__MACOSX$)/;

/** A name without what says how the file is packed. */
export const unpackedName = (name: string): string => name.replace(/\.(?:gz|zst)$/, '');

/** Where files lie in a folder that is named. */
export interface Within {
  /** Folders in the folder that are looked into. */
  readonly depth: number;
  /** What the files are called, before they are packed. */
  readonly names: RegExp;
}

/**
 * The files at a path that a format knows, sorted. A file that is named itself may be called anything; a link in a folder is
 * followed as far as the roots, and what two of them lead to is one file.
 * @param within none where only a file can be named
 * @throws WeighbridgeError `data` for files of this format that links have elsewhere, naming each
 */
export async function filesAt(
  path: string,
  within: Within | null,
  isKnown: (file: string) => Promise<boolean>,
  roots: Roots = [path],
): Promise<string[]> {
  const named = await stat(path).catch(() => null);
  if (named === null) return [];
  if (named.isFile()) return (await isKnown(path)) ? [path] : [];
  if (within === null || !named.isDirectory()) return [];
  const found = new Map<string, string>();
  const outside: string[] = [];
  const look = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (IS_HIDDEN.test(entry.name)) continue;
      const inner = join(folder, entry.name);
      const kind = await kindOf(inner, entry, roots);
      if (kind === 'folder' && depth > 0) await look(inner, depth - 1);
      if (kind !== 'file' && kind !== 'link that leads out') continue;
      if (!within.names.test(unpackedName(entry.name)) || !(await isKnown(inner))) continue;
      if (kind === 'link that leads out') outside.push(inner);
      else if (!entry.isSymbolicLink() || !found.has(await realpath(inner)))
        found.set(await realpath(inner), inner);
    }
  };
  await look(path, within.depth);
  const [first, ...others] = outside;
  if (first !== undefined) throw await linksLeadOut([first, ...others]);
  return [...found.values()].sort();
}

/**
 * A file that results have beside the one that was found; null where there is none.
 * @param folder in which it must lie
 * @param beside the file that was found: where that is a link, as in a download cache, its target's folder will do too
 * @throws WeighbridgeError `data` for a link that leads out of there: nobody named what it shows
 */
export async function companionFile(
  folder: string,
  path: string,
  { beside = path, roots = [] }: { readonly beside?: string; readonly roots?: Roots } = {},
): Promise<string | null> {
  const named = await stat(path).catch(() => null);
  if (named === null && (await lstat(path).catch(() => null)) !== null) throw await leadNowhere([path]);
  if (named === null || !named.isFile()) return null;
  const target = await realpath(path);
  const homes = [folder, ...(beside === path ? [] : [dirname(await realpath(beside))]), ...roots];
  if (await liesInRoot(target, homes)) return path;
  throw await linksLeadOut([path]);
}

/** What PowerShell and Excel write, by the byte order mark with which it must begin. */
export function utf16Of(start: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
}

/** Text of UTF-16 as UTF-8, and anything else as it is. */
async function* asUtf8(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  file: string,
): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null | undefined;
  const decode = (bytes: Uint8Array | undefined) => {
    try {
      return Buffer.from(decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '');
    } catch (cause) {
      throw new WeighbridgeError('data', 'not UTF-16, though its byte order mark says so', {
        at: { file },
        cause,
      });
    }
  };
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const encoding = utf16Of(chunk);
      decoder = encoding === null ? null : new TextDecoder(encoding, { fatal: true });
    }
    yield decoder === null ? chunk : decode(chunk);
  }
  if (decoder) yield decode(undefined);
}

function unpacked(file: string, magic: Buffer): AsyncIterable<Buffer> {
  const raw = createReadStream(file, { highWaterMark: HEAD_BYTES });
  if (magic.equals(ZSTD)) return unpackedZstd(raw);
  // The pipeline's error reaches whoever reads the end of it.
  return isGzip(magic) ? pipeline(raw, createGunzip({ chunkSize: HEAD_BYTES }), () => {}) : raw;
}

/** Packed, of a file of which the first rows alone may be looked at: some twenty of them. */
const FIRST_BYTES = 8 * 1024;

/**
 * What a small file unpacks to, its beginning by itself: to set up a stream takes longer, and who looks at the first rows does not pay for all.
 * What is too large or at fault goes on as a stream, which yields what there is before the fault.
 */
async function* littleGzip(file: string, magic: Buffer): AsyncGenerator<Buffer> {
  if (statSync(file).size > HEAD_BYTES) return yield* unpacked(file, magic);
  const packed = readFileSync(file);
  const first = packed.length > FIRST_BYTES ? gunzipped(packed.subarray(0, FIRST_BYTES), false) : null;
  if (first !== null && first.length > 0) yield first;
  let known = first?.length ?? 0;
  const whole = gunzipped(packed, true);
  for await (const chunk of whole === null ? unpacked(file, magic) : [whole]) {
    if (known < chunk.length) yield chunk.subarray(known);
    known = Math.max(0, known - chunk.length);
  }
}

/** What packed bytes come to, as far as they go; null where that is much, or they are at fault. */
function gunzipped(packed: Buffer, isWhole: boolean): Buffer | null {
  const finishFlush = isWhole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  try {
    return gunzipSync(packed, { maxOutputLength: 8 * HEAD_BYTES, chunkSize: HEAD_BYTES, finishFlush });
  } catch {
    return null;
  }
}

/**
 * A file's bytes, unpacked where its content is gzip or Zstandard, whatever its name; text of UTF-16 becomes UTF-8.
 * @param hash takes the bytes as they are yielded
 * @throws WeighbridgeError `data` when it cannot be unpacked
 */
export async function* bytesOf(file: string, hash?: Hash): AsyncGenerator<Buffer> {
  const magic = magicOf(file);
  try {
    for await (const chunk of asUtf8(isGzip(magic) ? littleGzip(file, magic) : unpacked(file, magic), file)) {
      hash?.update(chunk);
      yield chunk;
    }
  } catch (cause) {
    const isPacking = cause instanceof TornZstd || (cause as NodeJS.ErrnoException).code?.startsWith('Z_');
    if (isPacking !== true) throw cause;
    const message = `cannot be decompressed: ${(cause as Error).message}`;
    throw new WeighbridgeError('data', message, { at: { file }, cause });
  }
}

/**
 * The same, each chunk in the memory of the one before where the file lies on disk as it is: for whoever has done with a chunk when asking for
 * the next. A stream leaves a piece of memory behind for every one.
 */
export async function* passingBytesOf(file: string, hash: Hash): AsyncGenerator<Buffer> {
  if (!isPlainUtf8(file)) return yield* bytesOf(file, hash);
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk);
    yield chunk;
  }
}

class TornZstd extends Error {}

async function* unpackedZstd(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const parts: Buffer[] = [];
  const stream = new Decompress((part) => parts.push(Buffer.from(part)));
  const push = (bytes: Uint8Array, isLast: boolean) => {
    try {
      stream.push(bytes, isLast);
    } catch (cause) {
      throw new TornZstd(cause instanceof Error ? cause.message : String(cause), { cause });
    }
  };
  let next: Uint8Array = new Uint8Array();
  for await (const chunk of packed) {
    for (let start = 0; start < chunk.length; start += ZSTD_BYTES) {
      push(next, false);
      next = chunk.subarray(start, start + ZSTD_BYTES);
      yield* parts.splice(0);
    }
  }
  push(next, true);
  yield* parts.splice(0);
}

/** The first four bytes of a file, by which packed files and encodings are known. */
export function magicOf(file: string): Buffer {
  const opened = openSync(file, 'r');
  try {
    const magic = Buffer.alloc(4);
    return magic.subarray(0, readSync(opened, magic, 0, magic.length, 0));
  } finally {
    closeSync(opened);
  }
}

const isGzip = (magic: Buffer): boolean => magic.subarray(0, GZIP.length).equals(GZIP);

/** Whether the bytes on disk are the text. */
export function isPlainUtf8(file: string): boolean {
  const magic = magicOf(file);
  return !isGzip(magic) && !magic.equals(ZSTD) && utf16Of(magic) === null;
}

/**
 * The same bytes, known to be UTF-8.
 * @throws WeighbridgeError `data` when they are not, or more than `most`
 */
export async function* utf8Of(file: string, hash?: Hash, most = Infinity): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  const check = (bytes?: Buffer) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new WeighbridgeError('data', 'not UTF-8', { at: { file }, cause });
    }
  };
  for await (const chunk of bytesOf(file, hash)) {
    length += chunk.length;
    if (length > most) {
      throw new WeighbridgeError('data', `larger than ${most / 1024 / 1024} MiB of text`, {
        at: { file },
        fix: 'write the results as JSONL, which is read line by line, or evaluate fewer tasks a run',
      });
    }
    check(chunk);
    yield chunk;
  }
  check();
}

/** @throws WeighbridgeError `data` when it is too large, or no UTF-8 */
export async function readText(file: string): Promise<{ text: string; digest: string }> {
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  for await (const chunk of utf8Of(file, hash, MAX_FILE_BYTES)) parts.push(chunk);
  return { text: new TextDecoder().decode(Buffer.concat(parts)), digest: hash.digest('hex') };
}
