import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { type Line, MAX_LINE_BYTES, readLines } from '../../store/lines.ts';
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
 * The lines of a file one after the other.
 * @param metrics names of the metrics to keep
 * @throws WeighbridgeError `data` with file and line
 */
export async function* readRows(file: string, metrics: readonly string[]): AsyncGenerator<Row> {
  for await (const { value, at } of valuesOf(file)) yield parseRow(value, metrics, at);
}

interface Value {
  readonly value: unknown;
  readonly at: Location;
}

async function* valuesOf(file: string): AsyncGenerator<Value> {
  const lines = linesOf(file);
  for await (const { number, text, whole } of lines) {
    const at = { file, line: number };
    if (number === 1 && text === '[') return yield* elementsOf(lines, file);
    if (!whole) throw cutOff(at);
    yield { value: parsePythonJson(text, at), at };
  }
}

/** Up to 0.4.2 the file is one array, indented by two, whatever its name says: so elements begin and end a line. */
async function* elementsOf(lines: AsyncIterable<Line>, file: string): AsyncGenerator<Value> {
  let element: string[] = [];
  let at: Location = { file };
  for await (const { number, text, whole } of lines) {
    if (text === ']' && element.length === 0) return;
    if (element.length === 0) at = { file, line: number };
    if (!whole) break;
    element.push(text);
    if (text !== '  }' && text !== '  },') continue;
    yield { value: parsePythonJson(element.join('\n').replace(/,$/, ''), at), at };
    element = [];
  }
  throw cutOff(at);
}

const cutOff = (at: Location) =>
  new WeighbridgeError('data', 'the last line is cut off', {
    at,
    fix: 'evaluate again: whoever wrote this file was stopped, or it was copied in part',
  });

/** @throws WeighbridgeError `data` for what cannot be unpacked */
export async function* linesOf(file: string): AsyncGenerator<Line> {
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
