import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { Roots } from '../../links.ts';
import { filesAt } from '../files.ts';
import { groupBy } from '../group-by.ts';
import { sameName } from './results.ts';

/** Parquet files of a run by the task's name. */
export type Details = ReadonlyMap<string, string>;

/** Rows that are in memory at a time; a prompt may be long. */
const BATCH = 500;

const RESULTS = /^results_(.+)\.json$/;

/** When a run began, by the name of its results: ISO 8601, but for the colons that no file of Windows may have. */
export function timeOf(resultsFile: string): string {
  const time = RESULTS.exec(basename(resultsFile))?.[1] ?? '';
  return time.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');
}

/**
 * `results/<model>/results_<time>.json` and `details/<model>/<time>/details_<task>_<time>.parquet`, where a model that was
 * named by a path has as many folders as that.
 */
export const DEPTH = 16;

/**
 * Details have the time of their results in their names. They lie in `details/…/<time>` where the results lie in
 * `results/…`, or beside them, or elsewhere below what was named: `results_path_template` and people move folders.
 * @throws WeighbridgeError `data` where two files say that they are the details of one task
 */
export async function detailsOf(resultsFile: string, roots: Roots): Promise<Details> {
  const time = RESULTS.exec(basename(resultsFile))?.[1] ?? '';
  if (time === '') return new Map();
  const folder = dirname(resultsFile);
  const parts = folder.split(sep);
  // A model's own path may hold a folder of that name too.
  const apart = parts.flatMap((part, at) =>
    part === 'results' ? join([...parts.with(at, 'details'), time].join(sep)) : [],
  );
  const escaped = time.replaceAll(/[.+]/g, '\\$&');
  const names = new RegExp(`^details_(.+)_${escaped}\\.parquet$`);
  for (const place of [...apart, folder, ...roots]) {
    const depth = roots.includes(place) ? DEPTH : 0;
    const files = await filesAt(place, { depth, names }, async () => true, [
      place,
      dirname(await realpath(resultsFile)),
      ...roots,
    ]);
    const byTask = groupBy(files, (file) => sameName(names.exec(basename(file))?.[1] ?? ''));
    for (const [task, [file = '', other]] of byTask) {
      if (other === undefined) continue;
      throw new WeighbridgeError('data', `details of ${task} lie here twice:\n  ${file}\n  ${other}`, {
        at: { file: resultsFile },
        fix: 'keep one of them',
      });
    }
    if (byTask.size > 0) return new Map([...byTask].map(([task, [file = '']]) => [task, file]));
  }
  return new Map();
}

export async function countRows(file: string): Promise<number> {
  return reading(file, async () => {
    const { asyncBufferFromFile, parquetMetadataAsync } = await import('hyparquet');
    const { num_rows: rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
    return Number(rows);
  });
}

/** @throws WeighbridgeError `data` for a file that is torn, or packed in a way that is not read */
export async function* detailRows(file: string): AsyncGenerator<Members> {
  const total = await countRows(file);
  await reading(file, async () => {
    const { asyncBufferFromFile, parquetMetadataAsync } = await import('hyparquet');
    const { checkRuns } = await import('../parquet-runs.ts');
    const bytes = await asyncBufferFromFile(file);
    await checkRuns(bytes, await parquetMetadataAsync(bytes), null, Infinity);
  });
  for (let start = 0; start < total; start += BATCH) {
    const rows = await reading(file, async () => {
      const { asyncBufferFromFile, parquetReadObjects } = await import('hyparquet');
      return parquetReadObjects({
        file: await asyncBufferFromFile(file),
        rowStart: start,
        rowEnd: Math.min(total, start + BATCH),
      });
    });
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
