import type { Hash } from 'node:crypto';
import { once } from 'node:events';
import { CsvError, parse } from 'csv-parse';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { plural } from '../../../core/domain/format.ts';
import { isObject } from '../../../core/domain/json.ts';
import { MAX_LINE_BYTES, rawLineGroups, textOfLine } from '../../store/lines.ts';
import { headOf, passingBytesOf, utf8Of } from '../files.ts';
import { ended, type JsonLine, jsonLineGroups, type LineRange, parseLine } from '../json.ts';
import { readSplitTable, splitColumns } from '../split-table.ts';
import { type Likeness, LineShapes } from './line-shape.ts';
import { PARQUET, parquetColumns, parquetRows } from './parquet-table.ts';
import { checkColumns, type PlainRow, parsePlainRow, REQUIRED_COLUMNS } from './row.ts';

/** Whether a file is a plain table, by how it begins. */
export async function isTable(head: string, file: string): Promise<boolean> {
  const form = tableFormOf(head);
  return form === 'parquet' ? hasRequired((await parquetColumns(file)) ?? []) : form !== null;
}

/** Which of these a table is, by its first line; null for none. Of Parquet the columns are told at the end of the file. */
export function tableFormOf(head: string): 'jsonl' | 'csv' | 'split' | 'parquet' | null {
  if (head.startsWith(PARQUET)) return 'parquet';
  const columns = splitColumns(head);
  if (columns !== null) return hasRequired(columns) ? 'split' : null;
  const first = head.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (!first.startsWith('{')) {
    const columns = first.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return hasRequired(columns) ? 'csv' : null;
  }
  try {
    // A score may be a bare NaN, which decides nothing here.
    const value: unknown = JSON.parse(first.replace(/:\s*(NaN|-?Infinity)\b/g, ':null'));
    return isObject(value) && REQUIRED_COLUMNS.every((name) => Object.hasOwn(value, name)) ? 'jsonl' : null;
  } catch {
    return null;
  }
}

const hasRequired = (columns: readonly string[]): boolean =>
  REQUIRED_COLUMNS.every((name) => columns.includes(name));

interface ReadOptions {
  readonly hash?: Hash;
  /** Only rows that begin on these lines. */
  readonly range?: LineRange;
}

/**
 * The rows in groups, of which each is gone through before the next is asked for.
 * @throws WeighbridgeError `data`, while a group is gone through, with file and line
 */
export async function* tableRows(
  file: string,
  options: ReadOptions = {},
): AsyncGenerator<Iterable<PlainRow>> {
  const form = tableFormOf((await headOf(file)) ?? '');
  if (form === 'csv') return yield* csvRows(file, options);
  if (form === 'split') return yield await splitRows(file, options);
  if (form === 'parquet') return yield* rowsOfParquet(file, options);
  for await (const lines of jsonLineGroups(file, options)) yield rowsIn(lines);
}

function* rowsIn(lines: Iterable<JsonLine>): Generator<PlainRow> {
  for (const line of lines) yield rowOf(line);
}

function rowOf({ members, at }: JsonLine): PlainRow {
  checkColumns(Object.keys(members), at);
  return parsePlainRow(members, at);
}

/** Whoever goes through a table from its first row to its last. */
export interface RowVisitor {
  row(row: PlainRow): void;
  /** A line that is as one before it but for its id, of ASCII, and its score. */
  again(line: Likeness & { readonly bytes: Buffer; readonly number: number }): void;
}

/**
 * The rows one after the other. Of lines that are alike only what differs is read.
 * @throws WeighbridgeError `data` with file and line
 */
export async function visitRows(file: string, hash: Hash, visitor: RowVisitor): Promise<void> {
  if (tableFormOf((await headOf(file)) ?? '') !== 'jsonl') {
    for await (const rows of tableRows(file, { hash })) for (const row of rows) visitor.row(row);
    return;
  }
  const ending = { isWhole: true };
  const shapes = new LineShapes();
  for await (const lines of rawLineGroups(file, MAX_LINE_BYTES, ended(passingBytesOf(file, hash), ending))) {
    for (const line of lines) {
      const { number, bytes } = line;
      const alike = shapes.find(bytes);
      if (alike !== null) {
        const { row, start, end, score } = alike;
        visitor.again({ row, start, end, score, bytes, number });
        continue;
      }
      const text = textOfLine(line, file);
      if (text.trim() === '') continue;
      const at = { file, line: number };
      const row = rowOf({ members: parseLine(text, at, ending), at });
      visitor.row(row);
      shapes.learn(text, row);
    }
  }
}

/** Rows in place of lines: all of it may stand on one. */
async function splitRows(
  file: string,
  { hash, range = { first: 1, last: Infinity } }: ReadOptions,
): Promise<readonly PlainRow[]> {
  const { columns, rows } = await readSplitTable(file, hash);
  checkColumns(columns, { file });
  return rows
    .map((row, index) => ({ row, at: { file, line: index + 1 } }))
    .filter(({ at: { line } }) => line >= range.first && line <= range.last)
    .map(({ row, at }) => parsePlainRow(row, at));
}

/** Rows in place of lines. */
async function* rowsOfParquet(
  file: string,
  { hash, range = { first: 1, last: Infinity } }: ReadOptions,
): AsyncGenerator<Iterable<PlainRow>> {
  checkColumns((await parquetColumns(file)) ?? [], { file });
  let before = 0;
  for await (const rows of parquetRows(file, hash)) {
    const first = before + 1;
    before += rows.length;
    if (before < range.first) continue;
    yield rows
      .map((members, index) => ({ members, at: { file, line: first + index } }))
      .filter(({ at: { line } }) => line >= range.first && line <= range.last)
      .map(({ members, at }) => parsePlainRow(members, at));
    if (before >= range.last) return;
  }
}

/** By chunks, since a promise a row takes longer than to read it. */
async function* csvRows(
  file: string,
  { hash, range = { first: 1, last: Infinity } }: ReadOptions,
): AsyncGenerator<Iterable<PlainRow>> {
  const end: TableEnd = { isWhole: true };
  const lengths = new Set<number>();
  let names: readonly string[] | null = null;
  let last: { readonly row: PlainRow; readonly length: number } | null = null;
  let isOver = false;
  // csv-parse counts lines at twice the time of reading them: every record is one, and as many more as are in its fields.
  let line = 1;
  function* rowsOf(records: readonly (readonly string[])[]): Generator<PlainRow> {
    for (const record of records) {
      const at = { file, line };
      line += 1 + linesWithin(record);
      if (record.length === 1 && record[0] === '') continue;
      if (names === null) {
        names = checkHeader(record, file);
        continue;
      }
      if (record.length !== names.length) {
        const message = `not CSV: ${plural(record.length, 'field')} in a row, and ${names.length} in the header`;
        throw new WeighbridgeError('data', message, { at });
      }
      if (last !== null) {
        lengths.add(last.length);
        if (last.row.at.line >= range.first) yield last.row;
      }
      isOver = line > range.last + 1;
      if (isOver) return;
      last = { row: parsePlainRow(membersOf(names, record), at), length: record.at(-1)?.length ?? 0 };
    }
  }
  function* lastRow(): Generator<PlainRow> {
    if (last === null) return;
    if (!end.isWhole && !(lengths.size === 1 && lengths.has(last.length))) throw cutRow(last.row.at);
    if (last.row.at.line >= range.first) yield last.row;
  }
  for await (const records of recordsOf(file, wellFormed(file, hash, end))) {
    yield rowsOf(records);
    if (isOver) return;
  }
  yield lastRow();
}

/** The records of each chunk. @throws WeighbridgeError `data` where the parser ends, with the line that it was at */
async function* recordsOf(
  file: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<readonly (readonly string[])[]> {
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: MAX_LINE_BYTES });
  const ended = once(parser, 'end');
  ended.catch(() => undefined);
  const drained = () => {
    if (parser.errored !== null) throw parser.errored;
    const records: (readonly string[])[] = [];
    for (let record = parser.read(); record !== null; record = parser.read()) records.push(record);
    return records;
  };
  try {
    for await (const chunk of chunks) {
      parser.write(chunk);
      yield drained();
    }
    parser.end();
    yield drained();
    await ended;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const at = typeof cause.lines === 'number' ? { file, line: cause.lines } : { file };
    throw new WeighbridgeError('data', `not CSV: ${cause.message}`, { at, cause });
  } finally {
    parser.destroy();
  }
}

function linesWithin(record: readonly string[]): number {
  let lines = 0;
  for (const field of record) {
    if (field.includes('\n') || field.includes('\r')) lines += field.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return lines;
}

/** What is empty is not said, but for a score, which is then none. */
function membersOf(names: readonly string[], record: readonly string[]): Record<string, string> {
  const members: Record<string, string> = {};
  names.forEach((name, index) => {
    const value = record[index] ?? '';
    if (value !== '' || name === 'score') members[name] = value;
  });
  return members;
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
