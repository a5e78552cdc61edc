import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import { shallow } from '../../core/domain/json.ts';
import { MAX_LINE_BYTES, readLines } from '../store/lines.ts';
import { parsePythonJson } from './lm-eval/python-json.ts';

/** Of a file that is held in memory as a whole, after decompression; V8's strings end at 512 MiB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Enough for the first line of any format. */
const HEAD_BYTES = 1024 * 1024;

const NEWLINE = 0x0a;

/** The start of a file as text, unpacked; null for what is no file or cannot be unpacked. */
export async function headOf(file: string): Promise<string | null> {
  if (!(await isFile(file))) return null;
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
  return Buffer.concat(parts).subarray(0, HEAD_BYTES).toString('utf8');
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

export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
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

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** @throws WeighbridgeError `data` when it is too large, or no UTF-8 */
export async function readText(file: string): Promise<{ text: string; digest: string }> {
  const parts: Buffer[] = [];
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of bytesOf(file, hash)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) {
      throw new WeighbridgeError('data', `larger than ${MAX_BYTES / 1024 / 1024} MiB of text`, {
        at: { file },
        fix: 'write the results as JSONL, which is read line by line, or evaluate fewer tasks a run',
      });
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return { text, digest: hash.digest('hex') };
  } catch (cause) {
    throw new WeighbridgeError('data', 'not UTF-8', { at: { file }, cause });
  }
}

/** @throws WeighbridgeError `data` also for what is no JSON or nested too deep */
export async function readJson(file: string): Promise<{ value: unknown; digest: string }> {
  const { text, digest } = await readText(file);
  return { value: parseLenientJson(text, { file }), digest };
}

/** @throws WeighbridgeError `data` */
export function parseLenientJson(text: string, at: Location): unknown {
  return shallow(parsePythonJson(text, at), at);
}

export type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface JsonLine {
  readonly members: Members;
  readonly at: Location & { readonly line: number };
}

export interface LineRange {
  /** From 1. */
  readonly first: number;
  readonly last: number;
}

/**
 * The objects of a JSONL file, one a line; blank lines are passed over. A last line without an end is taken when it is a
 * whole object, which no torn one is.
 * @throws WeighbridgeError `data` with file and line
 */
export async function* jsonLines(
  file: string,
  options: { readonly hash?: Hash; readonly range?: LineRange } = {},
): AsyncGenerator<JsonLine> {
  const ending = { isWhole: true };
  const { first = 1, last = Infinity } = options.range ?? {};
  for await (const { number, text } of readLines(
    file,
    MAX_LINE_BYTES,
    ended(bytesOf(file, options.hash), ending),
  )) {
    if (number > last) return;
    if (number < first || text.trim() === '') continue;
    const at = { file, line: number };
    yield { members: parseLine(text, at, ending), at };
  }
}

function parseLine(text: string, at: JsonLine['at'], ending: { isWhole: boolean }): Members {
  let value: unknown;
  try {
    value = parseLenientJson(text, at);
  } catch (error) {
    if (ending.isWhole) throw error;
    throw new WeighbridgeError('data', 'the last line is cut off', {
      at,
      fix: 'evaluate again: whoever wrote this file was stopped, or it was copied in part',
      cause: error,
    });
  }
  if (isObject(value)) return value;
  throw new WeighbridgeError('data', 'a line must be an object', { at });
}

async function* ended(chunks: AsyncIterable<Buffer>, ending: { isWhole: boolean }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    if (chunk.length > 0) ending.isWhole = chunk[chunk.length - 1] === NEWLINE;
    yield chunk;
  }
  if (!ending.isWhole) yield Buffer.of(NEWLINE);
}
