import { basename, dirname, join, sep } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import { companionFile, namesIn } from '../files.ts';
import { sameName } from './results.ts';

/** Parquet files of a run by the task's name. */
export type Details = ReadonlyMap<string, string>;

/** Rows that are in memory at a time; a prompt may be long. */
const BATCH = 500;

const RESULTS = /^results_(.+)\.json$/;

/** Details lie in `details/…/<time>` where the results lie in `results/…`, or beside them. */
export async function detailsOf(resultsFile: string): Promise<Details> {
  const time = RESULTS.exec(basename(resultsFile))?.[1] ?? '';
  const folder = dirname(resultsFile);
  const parts = folder.split(sep);
  const root = parts.lastIndexOf('results');
  const apart = root === -1 ? [] : [join([...parts.with(root, 'details'), time].join(sep))];
  const details = new Map<string, string>();
  for (const place of [...apart, folder]) {
    for (const file of await namesIn(place)) {
      const [start, end] = ['details_', `_${time}.parquet`];
      if (time === '' || !file.startsWith(start) || !file.endsWith(end)) continue;
      const path = await companionFile(place, join(place, file), resultsFile);
      if (path !== null) details.set(sameName(file.slice(start.length, -end.length)), path);
    }
  }
  return details;
}

export async function countRows(file: string): Promise<number> {
  return reading(file, async () => {
    const { num_rows: rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
    return Number(rows);
  });
}

/** @throws WeighbridgeError `data` for a file that is torn, or packed in a way that is not read */
export async function* detailRows(file: string): AsyncGenerator<Members> {
  const total = await countRows(file);
  for (let start = 0; start < total; start += BATCH) {
    const rows = await reading(file, async () =>
      parquetReadObjects({
        file: await asyncBufferFromFile(file),
        rowStart: start,
        rowEnd: Math.min(total, start + BATCH),
      }),
    );
    for (const row of rows) if (isObject(row)) yield row;
  }
}

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new WeighbridgeError('data', `cannot be read as Parquet: ${messageOf(cause)}`, {
      at: { file },
      fix: 'evaluate again, or copy the file again; Snappy and no compression are read',
      cause,
    });
  }
}
