import { CsvError, type Options, parse } from 'csv-parse/sync';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { RawRow } from './row.ts';

interface CsvRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Commas, or what the header has more of: semicolons, as spreadsheets write where commas are decimal, tabs or bars. */
export function delimiterOf(header: string): string {
  const names = header.replaceAll(/"[^"]*"/g, '');
  const found = [',', ';', '\t', '|'].map((each) => ({ each, times: names.split(each).length }));
  return found.reduce((most, next) => (next.times > most.times ? next : most)).each;
}

/** Comma-separated values with a header row. Every value is a string: nothing is guessed to be a number. */
export function parseCsv(text: string, file: string): RawRow[] {
  const [header = ''] = text.split('\n', 1);
  return parseTable(text, file, { delimiter: delimiterOf(header) });
}

/** The same with tabs, between which quotes inside a field are text. */
export const parseTsv = (text: string, file: string): RawRow[] =>
  parseTable(text, file, { delimiter: '\t', relax_quotes: true });

function parseTable(text: string, file: string, form: Pick<Options, 'delimiter' | 'relax_quotes'>): RawRow[] {
  try {
    const records = parse<CsvRecord>(text, {
      columns: (header: string[]) => checkHeader(header, file),
      info: true,
      skip_empty_lines: true,
      relax_column_count: false,
      ...form,
    });
    // csv-parse counts the lines up to the end of a record: a record begins after the one before it.
    let line = 2;
    return records.map(({ record, info }) => {
      const row = { line: Math.min(line, info.lines), fields: record };
      line = info.lines + 1;
      return row;
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const at = typeof cause.lines === 'number' ? { file, line: cause.lines } : { file };
    throw new WeighbridgeError('data', `not ${form.delimiter === '\t' ? 'TSV' : 'CSV'}: ${cause.message}`, {
      ...{ at, cause },
      fix: 'write fields with delimiters, quotes or line breaks in double quotes',
    });
  }
}

const NAMES = 'give every column a name of its own in the first line';

function checkHeader(header: readonly string[], file: string): string[] {
  const seen = new Set<string>();
  // pandas writes the index of its rows before them, without a name; people write a blank behind a comma.
  const names = header.map((name, index) =>
    index === 0 && name === '' && header.length > 1 ? 'index' : name.trim(),
  );
  for (const [index, name] of names.entries()) {
    const at = { file, line: 1, column: index + 1 };
    if (name === '') {
      throw new WeighbridgeError('data', `column ${index + 1} has no name`, { at, fix: NAMES });
    }
    if (name === '__proto__' || seen.has(name)) {
      throw new WeighbridgeError('data', `the column name ${JSON.stringify(name)} is taken`, {
        at,
        fix: NAMES,
      });
    }
    seen.add(name);
  }
  return names;
}
