import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/** Of a file that is held in memory as a whole, after decompression; V8's strings end at 512 MiB. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

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

/** Folders in a folder, sorted; none where there is no such folder. Links are not followed. */
export async function foldersIn(path: string): Promise<string[]> {
  if (!(await stat(path).catch(() => null))?.isDirectory()) return [];
  const entries = await readdir(path, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

/** Where files lie in a folder that is named. */
export interface Within {
  /** Folders in the folder that are looked into. */
  readonly depth: number;
  /** What the files are called. */
  readonly names: RegExp;
}

/**
 * The files at a path that a format knows, sorted. A file that is named itself may be called anything; in a folder links are
 * not followed, since they may lead anywhere.
 * @param within none where only a file can be named
 */
export async function filesAt(
  path: string,
  within: Within | null,
  isKnown: (file: string) => Promise<boolean>,
): Promise<string[]> {
  const named = await stat(path).catch(() => null);
  if (named === null) return [];
  if (named.isFile()) return (await isKnown(path)) ? [path] : [];
  if (within === null || !named.isDirectory()) return [];
  const found: string[] = [];
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      if (within.depth > 0) {
        found.push(...(await filesAt(inner, { ...within, depth: within.depth - 1 }, isKnown)));
      }
    } else if (entry.isFile() && within.names.test(entry.name) && (await isKnown(inner))) found.push(inner);
  }
  return found;
}

/**
 * A file that results have beside the one that was found; null where there is none.
 * @param folder in which it must lie
 * @param beside the file that was found: where that is a link, as in a download cache, its target's folder will do too
 * @throws WeighbridgeError `data` for a link that leads out of there: nobody named what it shows
 */
export async function companionFile(folder: string, path: string, beside = path): Promise<string | null> {
  if (!(await stat(path).catch(() => null))?.isFile()) return null;
  const target = await realpath(path);
  const homes = [await realpath(folder), ...(beside === path ? [] : [dirname(await realpath(beside))])];
  if (homes.some((home) => target.startsWith(home.endsWith(sep) ? home : home + sep))) return path;
  throw new WeighbridgeError('data', `a link that leads out of the results, to ${target}`, {
    at: { file: path },
    fix: 'put the file itself in its place',
  });
}

/**
 * A file's bytes, unpacked where its content is gzip, whatever its name.
 * @param hash takes the bytes as they are yielded
 * @throws WeighbridgeError `data` when it cannot be unpacked
 */
export async function* bytesOf(file: string, hash?: Hash): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: HEAD_BYTES });
  // The pipeline's error reaches whoever reads the end of it.
  const stream = (await isGzip(file))
    ? pipeline(raw, createGunzip({ chunkSize: HEAD_BYTES }), () => {})
    : raw;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash?.update(chunk);
      yield chunk;
    }
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).code?.startsWith('Z_')) throw cause;
    const message = `cannot be decompressed: ${(cause as Error).message}`;
    throw new WeighbridgeError('data', message, { at: { file }, cause });
  }
}

export async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
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
