import type { Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject } from '../../../core/domain/json.ts';
import { MAX_LINE_BYTES } from '../../store/lines.ts';
import { headOf, utf8Of } from '../files.ts';
import { jsonLines, type LineRange } from '../json.ts';
import { checkColumns, type PlainRow, parsePlainRow, REQUIRED_COLUMNS } from './row.ts';

/** Which of the two a table is, by its first line; null for neither. */
export function tableFormOf(head: string): 'jsonl' | 'csv' | null {
  const first = head.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (!first.startsWith('{')) {
    const columns = first.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return REQUIRED_COLUMNS.every((name) => columns.includes(name)) ? 'csv' : null;
  }
  try {
    // A score may be a bare NaN, which decides nothing here.
    const value: unknown = JSON.parse(first.replace(/:\s*(NaN|-?Infinity)\b/g, ':null'));
    return isObject(value) && REQUIRED_COLUMNS.every((name) => Object.hasOwn(value, name)) ? 'jsonl' : null;
  } catch {
    return null;
  }
}

interface ReadOptions {
  readonly hash?: Hash;
  /** Only rows that begin on these lines. */
  readonly range?: LineRange;
}

/** @throws WeighbridgeError `data` with file and line */
export async function* tableRows(file: string, options: ReadOptions = {}): AsyncGenerator<PlainRow> {
  if (tableFormOf((await headOf(file)) ?? '') === 'csv') return yield* csvRows(file, options);
  for await (const { members, at } of jsonLines(file, options)) yield parsePlainRow(members, at);
}

interface CsvRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

async function* csvRows(
  file: string,
  { hash, range = { first: 1, last: Infinity } }: ReadOptions,
): AsyncGenerator<PlainRow> {
  const end: TableEnd = { isWhole: true };
  const lengths = new Set<number>();
  let last: { readonly row: PlainRow; readonly length: number } | null = null;
  const parser = Readable.from(wellFormed(file, hash, end)).compose(
    parse({
      bom: true,
      columns: (header: string[]) => checkHeader(header, file),
      info: true,
      max_record_size: MAX_LINE_BYTES,
      skip_empty_lines: true,
    }),
  ) as AsyncIterable<CsvRecord>;
  // csv-parse counts the lines up to the end of a record: a record begins after the one before it.
  let line = 2;
  try {
    for await (const { record, info } of parser) {
      const at = { file, line: Math.min(line, info.lines) };
      line = info.lines + 1;
      const length = Object.values(record).at(-1)?.length ?? 0;
      if (last !== null) {
        lengths.add(last.length);
        if (last.row.at.line >= range.first) yield last.row;
      }
      if (at.line > range.last) return;
      const filled = Object.entries(record).filter(([key, value]) => value !== '' || key === 'score');
      last = { row: parsePlainRow(Object.fromEntries(filled), at), length };
    }
    if (last === null) return;
    if (!end.isWhole && !(lengths.size === 1 && lengths.has(last.length))) throw cutRow(last.row.at);
    if (last.row.at.line >= range.first) yield last.row;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const at = typeof cause.lines === 'number' ? { file, line: cause.lines } : { file };
    throw new WeighbridgeError('data', `not CSV: ${cause.message}`, { at, cause });
  }
}

interface TableEnd {
  /** Whether the last line has an end. Without one the row may be cut off: `0.5` is then `0`. */
  isWhole: boolean;
}

/** A last field as long as those of all other rows, such as 0 or 1, cannot have lost a part. */
const cutRow = (at: PlainRow['at']) =>
  new WeighbridgeError('data', 'the last line has no end, and may be cut off', {
    at,
    fix: 'evaluate again, or end the file with a line break if it is whole',
  });

function checkHeader(header: readonly string[], file: string): string[] {
  const names = header.map((name) => name.trim());
  const at = { file, line: 1 };
  checkColumns(names, at);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new WeighbridgeError('data', `two columns are called ${JSON.stringify(twice)}`, { at });
}

/** csv-parse replaces bad bytes in silence. */
async function* wellFormed(file: string, hash: Hash | undefined, end: TableEnd): AsyncGenerator<Buffer> {
  for await (const chunk of utf8Of(file, hash)) {
    if (chunk.length > 0) end.isWhole = chunk.at(-1) === 0x0a;
    yield chunk;
  }
}
