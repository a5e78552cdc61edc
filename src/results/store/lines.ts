import { isAscii } from 'node:buffer';
import { open } from 'node:fs/promises';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/** A line of a sample file holds one answer and its scores; a longer one is no sample. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Bytes from the start of the file to the end of this line, newline included. */
  readonly end: number;
  /** Whether a newline ends it; only the last line can lack one, and then its writer was cut off. */
  readonly whole: boolean;
}

/** A line as it lies in the file. */
export interface RawLine extends Omit<Line, 'text'> {
  /** Without the newline; until the next line is asked for. */
  readonly bytes: Buffer;
}

/** Lines of a UTF-8 file, one by one, as `lineGroups` reads them. */
export async function* readLines(...from: Parameters<typeof lineGroups>): AsyncGenerator<Line> {
  for await (const lines of lineGroups(...from)) yield* lines;
}

/**
 * Lines of a UTF-8 file, those of a chunk together, since a promise a line takes longer than to read it. `node:readline` is half
 * as fast, decodes bad bytes in silence and knows no longest line.
 *
 * @param chunks the file's bytes, where they are not simply those on disk (a compressed file)
 * @returns groups, of which each is gone through before the next is asked for
 * @throws WeighbridgeError `data`, while a group is gone through, for a line that is too long or not UTF-8
 */
export async function* lineGroups(
  file: string,
  maxBytes = MAX_LINE_BYTES,
  chunks: AsyncIterable<Buffer> = chunksOf(file),
): AsyncGenerator<Iterable<Line>> {
  function* decoded(lines: Iterable<RawLine>): Generator<Line> {
    for (const line of lines) {
      const { number, end, whole } = line;
      yield { number, text: textOfLine(line, file), end, whole };
    }
  }
  for await (const lines of rawLineGroups(file, maxBytes, chunks)) yield decoded(lines);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @throws WeighbridgeError `data` for what is not UTF-8 */
export function textOfLine({ number, bytes, whole }: RawLine, file: string): string {
  // A torn line may end in the middle of a character.
  if (!whole) return bytes.toString('utf8');
  // The decoder takes several times as long as to copy what needs none.
  if (isAscii(bytes)) return bytes.toString('latin1');
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new WeighbridgeError('data', 'the line is not UTF-8', { at: { file, line: number }, cause });
  }
}

/** The same before it is decoded. @throws WeighbridgeError `data`, while a group is gone through, for a line that is too long */
export async function* rawLineGroups(
  file: string,
  maxBytes: number,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Iterable<RawLine>> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  let end = 0;

  const take = (whole: boolean): RawLine => {
    const [only] = parts;
    const bytes = only !== undefined && parts.length === 1 ? only : Buffer.concat(parts, length);
    end += length + (whole ? 1 : 0);
    parts = [];
    length = 0;
    number += 1;
    return { number: number - 1, bytes, end, whole };
  };
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
    if (length <= maxBytes) return;
    throw new WeighbridgeError('data', `the line is longer than ${maxBytes} bytes`, {
      at: { file, line: number },
    });
  };

  function* linesIn(chunk: Buffer): Generator<RawLine> {
    let start = 0;
    for (let newline = chunk.indexOf(NEWLINE); newline !== -1; newline = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, newline));
      yield take(true);
      start = newline + 1;
    }
    // A copy: what yields chunks may write the next one over this.
    if (start < chunk.length) add(Buffer.from(chunk.subarray(start)));
  }

  for await (const chunk of chunks) yield linesIn(chunk);
  if (length > 0) yield [take(false)];
}

/** A file's bytes, each chunk in the same memory: a stream leaves a new piece behind for every one. */
export async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
