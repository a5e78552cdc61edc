import type { Hash } from 'node:crypto';
import { isObject } from '../../../core/domain/json.ts';
import { MAX_LINE_BYTES, rawLineGroups, textOfLine } from '../../store/lines.ts';
import { headOf, passingBytesOf } from '../files.ts';
import { ended, type JsonLine, jsonLineGroups, parseLine } from '../json.ts';
import { readSplitTable, splitColumns } from '../split-table.ts';
import { REQUIRED_COLUMNS } from './column-names.ts';
import { LineShapes } from './line-shape.ts';
import { checkColumns, type PlainRow, parsePlainRow, type RowVisitor, type TableOptions } from './row.ts';

/** How a file begins that is one of Apache Parquet. */
const PARQUET = 'PAR1';

/** Whether a file is a plain table, by how it begins. */
export async function isTable(head: string, file: string): Promise<boolean> {
  const form = tableFormOf(head);
  return form === 'parquet' ? hasRequired(await columnsIn(file)) : form !== null;
}

/** Which of these a table is, by its first line; null for none. Of Parquet the columns are told at the end of the file. */
export function tableFormOf(head: string): 'jsonl' | 'csv' | 'split' | 'parquet' | null {
  if (head.startsWith(PARQUET)) return 'parquet';
  const { form, columns } = firstRow(head);
  return hasRequired(columns) ? form : null;
}

/** The columns of any table, by how the file begins; none of what is no table. */
export async function columnsIn(file: string): Promise<readonly string[]> {
  const head = (await headOf(file)) ?? '';
  if (!head.startsWith(PARQUET)) return firstRow(head).columns;
  const { parquetColumns } = await import('./parquet-table.ts');
  return (await parquetColumns(file)) ?? [];
}

function firstRow(head: string): {
  readonly form: 'jsonl' | 'csv' | 'split';
  readonly columns: readonly string[];
} {
  const split = splitColumns(head);
  if (split !== null) return { form: 'split', columns: split };
  const first = head.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (!first.startsWith('{')) {
    return { form: 'csv', columns: first.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1')) };
  }
  try {
    // A score may be a bare NaN, which decides nothing here.
    const value: unknown = JSON.parse(first.replace(/:\s*(NaN|-?Infinity)\b/g, ':null'));
    return { form: 'jsonl', columns: isObject(value) ? Object.keys(value) : [] };
  } catch {
    return { form: 'jsonl', columns: [] };
  }
}

const hasRequired = (columns: readonly string[]): boolean =>
  REQUIRED_COLUMNS.every((name) => columns.includes(name));

/**
 * The rows in groups, of which each is gone through before the next is asked for.
 * @throws WeighbridgeError `data`, while a group is gone through, with file and line
 */
export async function* tableRows(
  file: string,
  options: TableOptions = {},
): AsyncGenerator<Iterable<PlainRow>> {
  const form = tableFormOf((await headOf(file)) ?? '');
  // The parsers of other forms are large, and loaded with the first table in one.
  if (form === 'csv') return yield* (await import('./csv-table.ts')).csvRows(file, options);
  if (form === 'split') return yield await splitRows(file, options);
  if (form === 'parquet') return yield* (await import('./parquet-table.ts')).rowsOfParquet(file, options);
  for await (const lines of jsonLineGroups(file, options)) yield rowsIn(lines);
}

function* rowsIn(lines: Iterable<JsonLine>): Generator<PlainRow> {
  for (const line of lines) yield rowOf(line);
}

function rowOf({ members, at }: JsonLine): PlainRow {
  checkColumns(Object.keys(members), at);
  return parsePlainRow(members, at);
}

/**
 * The rows one after the other. Of lines that are alike only what differs is read.
 * @throws WeighbridgeError `data` with file and line
 */
export async function visitRows(file: string, hash: Hash, visitor: RowVisitor): Promise<void> {
  const form = tableFormOf((await headOf(file)) ?? '');
  if (form === 'parquet') return (await import('./parquet-table.ts')).visitParquet(file, hash, visitor);
  if (form !== 'jsonl') {
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
        visitor.again({ like: alike, bytes, number });
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
  { hash, range = { first: 1, last: Infinity } }: TableOptions,
): Promise<readonly PlainRow[]> {
  const { columns, rows } = await readSplitTable(file, hash);
  checkColumns(columns, { file });
  return rows
    .map((row, index) => ({ row, at: { file, line: index + 1 } }))
    .filter(({ at: { line } }) => line >= range.first && line <= range.last)
    .map(({ row, at }) => parsePlainRow(row, at));
}
