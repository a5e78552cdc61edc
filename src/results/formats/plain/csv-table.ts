import type { Hash } from 'node:crypto';
import { once } from 'node:events';
import { CsvError, parse } from 'csv-parse';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { plural } from '../../../core/domain/format.ts';
import { MAX_LINE_BYTES } from '../../store/lines.ts';
import { utf8Of } from '../files.ts';
import { checkColumns, type PlainRow, parsePlainRow, type TableOptions } from './row.ts';

/**
 * The rows of a table in CSV, by chunks, since a promise a row takes longer than to read it.
 * @throws WeighbridgeError `data`, while a group is gone through, with file and line
 */
export async function* csvRows(
  file: string,
  { hash, range = { first: 1, last: Infinity } }: TableOptions,
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
