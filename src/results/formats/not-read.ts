import { WeighbridgeError } from '../../core/domain/errors.ts';
import { headOf, magicOf } from './files.ts';
import { columnMeant, REQUIRED_COLUMNS } from './plain/column-names.ts';

interface NotRead {
  /** How such a file begins, in Latin 1. */
  readonly begins: readonly string[];
  readonly message: string;
  readonly fix: string;
}

/** Files that are no results of any form, by their first bytes. */
const BINARY: readonly NotRead[] = [
  {
    // Its own form, the first form of Feather, and a stream, as `datasets` keeps them.
    begins: ['ARRO', 'FEA1', '\xff\xff\xff\xff'],
    message: 'a table of Apache Arrow, which this version does not read',
    fix: 'write it as Parquet: pandas has `read_feather` and `to_parquet`, and a Dataset has `to_parquet` too',
  },
  {
    begins: ['PK\x03\x04'],
    message: 'a ZIP file, as Excel writes them, which this version does not read',
    fix: 'save the sheet as CSV, or unpack it, and name what is in it',
  },
  {
    begins: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
    message: 'a pickle of Python, which may run code and is never read',
    fix: 'write it as Parquet or JSONL: pandas has `read_pickle`, `to_parquet` and `to_json(orient="records", lines=True)`',
  },
  {
    begins: ['SQLi'],
    message: 'a database of SQLite, which this version does not read',
    fix: 'export the table: sqlite3 -header -csv FILE "select …" > results.csv',
  },
];

const LFS_POINTER: NotRead = {
  begins: ['version https://git-lfs'],
  message: 'a pointer of Git LFS, in place of the file',
  fix: 'run `git lfs pull`, or give actions/checkout `lfs: true`',
};

const EMPTY = { message: 'the file is empty', fix: 'make it again, and see whether what writes it failed' };

const LINES =
  'write each object on a line of its own: jq -c ".[]" FILE > results.jsonl, or pandas’ `to_json(orient="records", lines=True)`';

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
]);

/** What a file is that no format knows, where that can be told, with what to do about it. Null for any other, and a folder. */
export async function notRead(file: string): Promise<WeighbridgeError | null> {
  const head = await headOf(file);
  if (head === null) return null;
  const magic = magicOf(file).toString('latin1');
  const start = head.trimStart();
  const isOne = (text: string, { begins }: NotRead) => begins.some((each) => text.startsWith(each));
  const found =
    BINARY.find((row) => isOne(magic, row)) ??
    (isOne(start, LFS_POINTER)
      ? LFS_POINTER
      : start === ''
        ? EMPTY
        : (listOfRows(start) ?? separated(start)));
  return found && new WeighbridgeError('data', found.message, { at: { file }, fix: found.fix });
}

/** Two columns of results make a table one of results. */
const isOfResults = (columns: readonly string[]) =>
  REQUIRED_COLUMNS.filter((name) => columns.some((column) => column === name || columnMeant(column) === name))
    .length >= 2;

function listOfRows(start: string): Omit<NotRead, 'begins'> | null {
  const [, first] = /^\[\s*\{([^{}]*)\}/.exec(start) ?? [];
  if (first === undefined) return null;
  const keys = [...first.matchAll(/"([^"\\]*)"\s*:/g)].map((match) => match[1] ?? '');
  return isOfResults(keys) ? { message: 'the rows of results stand in one JSON list', fix: LINES } : null;
}

function separated(start: string): Omit<NotRead, 'begins'> | null {
  const header = start.split(/\r?\n/, 1)[0] ?? '';
  for (const [separator, name] of SEPARATORS) {
    const columns = header.split(separator).map((column) => column.trim().replace(/^"(.*)"$/, '$1'));
    if (!isOfResults(columns)) continue;
    return {
      message: `its columns are separated by ${name}`,
      fix: 'write it with commas, and numbers with a decimal point: pandas has `to_csv(FILE, index=False)`',
    };
  }
  return null;
}
