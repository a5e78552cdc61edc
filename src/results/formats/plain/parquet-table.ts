import type { Hash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Compressors, FileMetaData } from 'hyparquet';
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  snappyUncompress,
} from 'hyparquet';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Members } from '../../../core/domain/json.ts';
import { bytesOf, MAX_FILE_BYTES } from '../files.ts';
import { checkColumns, type PlainRow, parsePlainRow, type TableOptions } from './row.ts';

/** Rows that are in memory at a time. */
const BATCH = 10_000;
/** Rows of one file: more are a claim of its header, and no samples. */
const MOST_ROWS = 100_000_000;

/** The columns of such a table; null for a file that is torn. */
export const parquetColumns = (file: string): Promise<readonly string[] | null> =>
  metadataOf(file).then(columnsOf, () => null);

const metadataOf = async (file: string) => parquetMetadataAsync(await asyncBufferFromFile(file));

const columnsOf = (metadata: FileMetaData): readonly string[] =>
  parquetSchema(metadata).children.map(({ element }) => element.name);

/**
 * The rows of a table in Parquet, in place of lines.
 * @throws WeighbridgeError `data`, while a group is gone through, with file and row
 */
export async function* rowsOfParquet(
  file: string,
  { hash, range = { first: 1, last: Infinity } }: TableOptions,
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

/**
 * The rows in batches, each as what its columns hold: numbers, texts and booleans as JSON has them, and nothing for null.
 * @param hash takes the bytes of the file
 * @throws WeighbridgeError `data` for a file that is torn, packed in a way that is not read, or claims more than it may hold
 */
async function* parquetRows(file: string, hash?: Hash): AsyncGenerator<readonly Members[]> {
  if (hash !== undefined) for await (const _ of bytesOf(file, hash));
  const metadata = await reading(file, () => metadataOf(file));
  const total = Number(metadata.num_rows);
  for (let start = 0; start < total; start += BATCH) {
    yield await reading(file, async () => {
      if (total > MOST_ROWS) throw new Error(`it says that it has ${total} rows`);
      const rowEnd = Math.min(total, start + BATCH);
      const rows = await parquetReadObjects({
        ...{ file: await asyncBufferFromFile(file), metadata, rowStart: start, rowEnd },
        ...{ compressors: compressors(), geoparquet: false },
      });
      if (rows.length !== rowEnd - start)
        throw new Error(`rows are missing after row ${start + rows.length}`);
      return rows.map(membersOf);
    });
  }
}

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new WeighbridgeError('data', `cannot be read as Parquet: ${messageOf(cause)}`, {
      at: { file },
      fix: 'write the table again; Snappy, Gzip, Brotli and no compression are read',
      cause,
    });
  }
}

/** Sizes that pages claim are believed up to a limit: a few bytes may say that they unpack to gigabytes. */
function compressors(): Compressors {
  let left = MAX_FILE_BYTES;
  const checked =
    (inflate: (bytes: Uint8Array, size: number) => Uint8Array) =>
    (bytes: Uint8Array, size: number): Uint8Array => {
      left -= size;
      if (left < 0) throw new Error(`pages unpack to more than ${MAX_FILE_BYTES} bytes`);
      return inflate(bytes, size);
    };
  return {
    SNAPPY: checked((bytes, size) => {
      const output = new Uint8Array(size);
      snappyUncompress(bytes, output);
      return output;
    }),
    GZIP: checked((bytes, size) => gunzipSync(bytes, { maxOutputLength: Math.max(1, size) })),
    BROTLI: checked((bytes, size) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) })),
  };
}

/** What is null is not said, but for a score, which is then none. */
function membersOf(row: Record<string, unknown>): Members {
  const members: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name === '__proto__') throw new Error('a column has the name __proto__');
    const isNone = value === null || value === undefined;
    if (!isNone || name === 'score') members[name] = isNone ? null : jsonValue(value);
  }
  return members;
}

function jsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return number;
    throw new Error(`the whole number ${value} is larger than JSON holds exactly: write it as a text`);
  }
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(jsonValue) : value;
}
