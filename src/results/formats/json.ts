import type { Hash } from 'node:crypto';
import JSON5 from 'json5';
import type { z } from 'zod';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject, type Members, refuseRepeatedKeys, survey } from '../../core/domain/json.ts';
import { type Line, lineGroups, MAX_LINE_BYTES } from '../store/lines.ts';
import { bytesOf, readText } from './files.ts';

const NEWLINE = 0x0a;

/**
 * Parses what Python's `json` writes: JSON in which a number may also be `NaN`, `Infinity` or `-Infinity`.
 *
 * JSON5 knows these tokens and is fifty times slower, so it is asked only where strict JSON fails. It warns on the
 * console of raw U+2028 and U+2029, which JSON allows in strings only and the harness writes: they are escaped before.
 * @throws WeighbridgeError `data`
 */
export function parsePythonJson(text: string, at: Location): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const strict = new WeighbridgeError('data', `not JSON: ${(cause as Error).message}`, { at, cause });
    if (!/\b(?:NaN|Infinity)\b/.test(text)) throw strict;
    try {
      // JSON5 would take more than these: texts in other quotes, keys without, comments.
      JSON.parse(text.replace(OTHER_NUMBERS, (token) => (token.startsWith('"') ? token : '0')));
      return JSON5.parse(text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'));
    } catch {
      throw strict;
    }
  }
}

/** Texts, in which they are words, and the numbers that JSON does not have. */
const OTHER_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g;

const TEXTS_AND_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const INTEGER = /^-?\d+$/;

/** An integer beyond 2^53, such as an id of a database, as a text: as a number two of them would become one. */
function withExactIntegers(text: string): string {
  return text.replace(TEXTS_AND_NUMBERS, (token) =>
    INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}

/** @throws WeighbridgeError `data`, also for what is nested too deep or says a key twice */
export function parseLenientJson(text: string, at: Location): unknown {
  const value = parsePythonJson(text, at);
  const { keys, hasHuge } = survey(value, at);
  refuseRepeatedKeys(text, keys, at);
  return hasHuge ? parsePythonJson(withExactIntegers(text), at) : value;
}

/** @throws WeighbridgeError `data` also for what is no JSON or nested too deep */
export async function readJson(file: string): Promise<{ value: unknown; digest: string }> {
  const { text, digest } = await readText(file);
  return { value: parseLenientJson(text, { file }), digest };
}

/**
 * A value of which only what a schema names is kept.
 * @param what whose it is, as in `not results of HELM`
 * @throws WeighbridgeError `data` naming the place and the key
 */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown, what: string, at: Location): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = [at.key, ...(issue?.path ?? [])].filter((part) => part !== undefined).join('.');
  const message = `not ${what}: ${issue?.message ?? ''}`;
  throw new WeighbridgeError('data', message, { at: { ...at, key }, cause: parsed.error });
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readJsonAs<T>(
  file: string,
  schema: z.ZodType<T>,
  what: string,
): Promise<{ value: T; digest: string }> {
  const { value, digest } = await readJson(file);
  return { value: parseAs(schema, value, what, { file }), digest };
}

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
export async function* jsonLines(...from: Parameters<typeof jsonLineGroups>): AsyncGenerator<JsonLine> {
  for await (const lines of jsonLineGroups(...from)) yield* lines;
}

/** The same in groups, of which each is gone through before the next is asked for. */
export async function* jsonLineGroups(
  file: string,
  options: { readonly hash?: Hash; readonly range?: LineRange } = {},
): AsyncGenerator<Iterable<JsonLine>> {
  const { first = 1, last = Infinity } = options.range ?? {};
  const ending = { isWhole: true };
  let isOver = false;
  function* objectsIn(lines: Iterable<Line>): Generator<JsonLine> {
    for (const { number, text } of lines) {
      isOver = number > last;
      if (isOver) return;
      if (number < first || text.trim() === '') continue;
      const at = { file, line: number };
      yield { members: parseLine(text, at, ending), at };
    }
  }
  const chunks = ended(bytesOf(file, options.hash), ending);
  for await (const lines of lineGroups(file, MAX_LINE_BYTES, chunks)) {
    yield objectsIn(lines);
    if (isOver) return;
  }
}

/** Whether the file's last line has an end, as far as it was read. */
export interface FileEnd {
  isWhole: boolean;
}

export function parseLine(text: string, at: JsonLine['at'], ending: FileEnd): Members {
  let value: unknown;
  try {
    value = parseLenientJson(text, at);
  } catch (error) {
    throw ending.isWhole ? error : cutOff(at, error);
  }
  if (isObject(value)) return value;
  throw new WeighbridgeError('data', 'a line must be an object', { at });
}

/** Bytes of which the last line has an end in any case. */
export async function* ended(chunks: AsyncIterable<Buffer>, ending: FileEnd): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    if (chunk.length > 0) ending.isWhole = chunk[chunk.length - 1] === NEWLINE;
    yield chunk;
  }
  if (!ending.isWhole) yield Buffer.of(NEWLINE);
}

export const cutOff = (at: Location, cause?: unknown) =>
  new WeighbridgeError('data', 'the last line is cut off', {
    at,
    fix: 'evaluate again: whoever wrote this file was stopped, or it was copied in part',
    cause,
  });
