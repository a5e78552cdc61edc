import JSON5 from 'json5';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson, shallow } from '../../core/domain/json.ts';
import { type Fields, type RawRow, rowFrom } from './row.ts';

/** Whether a cell looks as if it held a list or an object. */
export const isJsonCell = (value: unknown): value is string =>
  typeof value === 'string' && /^\s*(?:\[[\s\S]*\]|\{[\s\S]*\})\s*$/.test(value);

/**
 * Rows whose named columns hold the lists and objects that are written in their cells, as tables have them.
 * @throws WeighbridgeError `data` naming line and column
 */
export function withJsonCells(rows: readonly RawRow[], columns: readonly string[], file: string): RawRow[] {
  return rows.map((row) => {
    const cells = columns
      .filter((name) => typeof row.fields[name] === 'string')
      .map((name) => [name, cellValue(String(row.fields[name]), { file, line: row.line, key: name })]);
    return rowFrom({ ...row.fields, ...Object.fromEntries(cells) }, { file, line: row.line });
  });
}

/** Columns of which every cell can be read so. */
export function jsonColumns(rows: readonly Fields[]): readonly string[] {
  const place = { file: '', line: 1 };
  return Object.keys(rows[0] ?? {}).filter((name) => {
    if (!rows.every((row) => isJsonCell(row[name]))) return false;
    try {
      for (const row of rows) cellValue(String(row[name]), place);
      return true;
    } catch {
      return false;
    }
  });
}

/** JSON, or as Python prints lists and dicts, which pandas writes into tables. */
function cellValue(cell: string, at: Location): unknown {
  if (isJsonCell(cell)) {
    try {
      return parseJson(cell, at);
    } catch {
      try {
        // It warns on the console of raw line separators, which stand in texts.
        return shallow(JSON5.parse(cell.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')), at);
      } catch {
        // Told below.
      }
    }
  }
  throw new WeighbridgeError('data', 'the cell holds no list and no object', {
    at,
    fix: 'write it as JSON, such as ["first", "second"], or take the column out of json_fields',
  });
}
