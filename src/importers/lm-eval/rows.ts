import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Location, WeighbridgeError } from '../../domain/errors.ts';
import { MAX_LINE_BYTES, readLines } from '../../store/lines.ts';
import { digest } from './digest.ts';
import { outputOf } from './output.ts';
import { parsePythonJson } from './python-json.ts';

/** One line of a samples file, without the prompts that make such files large. */
export interface Row {
  readonly at: Location;
  readonly docId: number;
  readonly docDigest: string;
  readonly promptDigest: string;
  readonly targetDigest: string;
  /** Null up to 0.4.6, which does not say. */
  readonly filter: string | null;
  /** What the line says of each metric asked for; a metric that it does not mention is absent. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly output: string | undefined;
}

/**
 * @param metrics names of the metrics to keep
 * @throws WeighbridgeError `data` with file and line
 */
export async function readRows(file: string, metrics: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { value, at } of valuesOf(file)) rows.push(parseRow(value, metrics, at));
  return rows;
}

async function* valuesOf(file: string): AsyncGenerator<{ value: unknown; at: Location }> {
  for await (const { number, text, whole } of linesOf(file)) {
    const at = { file, line: number };
    if (number === 1 && text.trim() === '[') {
      yield* elementsOf(file);
      return;
    }
    if (!whole) {
      throw new WeighbridgeError('data', 'the last line is cut off', {
        at,
        fix: 'evaluate again: whoever wrote this file was stopped, or it was copied in part',
      });
    }
    yield { value: parsePythonJson(text, at), at };
  }
}

/** Up to 0.4.2 the file is one indented array, whatever its name says. */
async function* elementsOf(file: string): AsyncGenerator<{ value: unknown; at: Location }> {
  const array = parsePythonJson(await readFile(file, 'utf8'), { file });
  if (!Array.isArray(array)) throw new WeighbridgeError('data', 'not an array of samples', { at: { file } });
  for (const [index, value] of array.entries()) yield { value, at: { file, key: String(index) } };
}

async function* linesOf(file: string) {
  if (!file.endsWith('.gz')) return yield* readLines(file);
  try {
    // The pipeline's error reaches whoever reads the end of it.
    const unpacked = pipeline(createReadStream(file), createGunzip(), () => {});
    return yield* readLines(file, MAX_LINE_BYTES, unpacked);
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).code?.startsWith('Z_')) throw cause;
    const message = `cannot be decompressed: ${(cause as Error).message}`;
    throw new WeighbridgeError('data', message, { at: { file }, cause });
  }
}

function parseRow(value: unknown, metrics: readonly string[], at: Location): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WeighbridgeError('data', 'a sample must be an object', { at });
  }
  const members = value as Readonly<Record<string, unknown>>;
  const { doc_id, filter, doc, arguments: asked, target } = members;
  const fail = (key: string, message: string): never => {
    throw new WeighbridgeError('data', message, { at: { ...at, key } });
  };
  /** The file's own hash, or ours of what it hashes (up to 0.4.2, which has none). */
  const hashOr = (key: string, original: unknown): string => {
    const hash = members[key];
    if (hash === undefined) return original === undefined ? fail(key, 'is missing') : digest(original);
    return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : fail(key, 'is not a SHA-256');
  };
  return {
    at,
    docId:
      Number.isSafeInteger(doc_id) && Number(doc_id) >= 0 ? Number(doc_id) : fail('doc_id', 'is no index'),
    docDigest: hashOr('doc_hash', doc),
    promptDigest: hashOr('prompt_hash', asked),
    targetDigest: hashOr('target_hash', target),
    filter:
      filter === undefined || typeof filter === 'string' ? (filter ?? null) : fail('filter', 'is no text'),
    values: new Map(
      metrics.filter((metric) => Object.hasOwn(members, metric)).map((metric) => [metric, members[metric]]),
    ),
    output: outputOf(members.filtered_resps, asked),
  };
}
