import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members, namesIn, readJson, readText } from '../files.ts';
import { digest } from '../lm-eval/digest.ts';

/** Results of one model in one work directory. */
export interface Place {
  /** `<work>/results/<model>`. */
  readonly folder: string;
  readonly work: string;
  readonly model: string;
  readonly datasets: readonly string[];
}

export interface Dataset {
  readonly name: string;
  readonly file: string;
  /** Metrics, with what is said of each question under `details`. */
  readonly results: Members;
  /** Questions by their number, of parts of a file that was evaluated in parts too; null where there are none. */
  readonly predictions: ReadonlyMap<string, Members> | null;
  readonly digest: string;
}

/** A work directory of the program has these, whatever their names inside. */
const BESIDE = ['configs', 'predictions', 'summary', 'logs'];

/** Finds models in `<work>`, in a folder of work directories, or the one that is named by `<work>/results/<model>`. */
export async function locate(path: string): Promise<Place[]> {
  const work = dirname(dirname(path));
  if (basename(dirname(path)) === 'results' && (await isWork(work))) return placesOf(work, basename(path));
  if (await isWork(path)) return placesOf(path, null);
  const places: Place[] = [];
  for (const name of await foldersIn(path)) {
    if (await isWork(join(path, name))) places.push(...(await placesOf(join(path, name), null)));
  }
  return places;
}

async function isWork(path: string): Promise<boolean> {
  const folders = await foldersIn(path);
  return folders.includes('results') && BESIDE.some((name) => folders.includes(name));
}

async function placesOf(work: string, only: string | null): Promise<Place[]> {
  const places: Place[] = [];
  for (const model of await foldersIn(join(work, 'results'))) {
    if (only !== null && model !== only) continue;
    const folder = join(work, 'results', model);
    const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
    if (files.length === 0) continue;
    places.push({ folder, work, model, datasets: files.map((file) => file.slice(0, -'.json'.length)) });
  }
  return places;
}

async function foldersIn(path: string): Promise<string[]> {
  if (!(await stat(path).catch(() => null))?.isDirectory()) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** @throws WeighbridgeError `data` for a dataset that failed */
export async function readDataset({ folder, work, model }: Place, name: string): Promise<Dataset> {
  const file = join(folder, `${name}.json`);
  const read = await readJson(file);
  if (!isObject(read.value))
    throw new WeighbridgeError('data', 'not results of OpenCompass', { at: { file } });
  if (read.value.error !== undefined) {
    throw new WeighbridgeError('data', `the evaluation failed: ${String(read.value.error).slice(0, 200)}`, {
      at: { file },
      fix: 'evaluate again',
    });
  }
  const predictions = await predictionsOf(join(work, 'predictions', model), name);
  return { name, file, results: read.value, predictions, digest: digest([read.digest, predictions?.size]) };
}

/** `<dataset>.json`, or `<dataset>_0.json`, `<dataset>_1.json` and so on, whose questions are counted on. */
async function predictionsOf(folder: string, name: string): Promise<Map<string, Members> | null> {
  const files = await namesIn(folder);
  const parts = files.includes(`${name}.json`)
    ? [`${name}.json`]
    : Array.from({ length: files.length }, (_, part) => `${name}_${part}.json`).filter((file) =>
        files.includes(file),
      );
  if (parts.length === 0) return null;
  const predictions = new Map<string, Members>();
  for (const part of parts) {
    const { value } = await readJson(join(folder, part));
    for (const row of isObject(value) ? Object.values(value) : []) {
      if (isObject(row)) predictions.set(String(predictions.size), row);
    }
  }
  return predictions;
}

/** A dataset's version, which is the beginning of a hash of its prompt, from the summary. */
export async function versionsOf({ work }: Place): Promise<ReadonlyMap<string, string>> {
  const folder = join(work, 'summary');
  const files = (await namesIn(folder)).filter((file) => /^summary_.+\.csv$/.test(file)).sort();
  const newest = files.at(-1);
  const versions = new Map<string, string>();
  if (newest === undefined) return versions;
  const rows: Record<string, string>[] = parse((await readText(join(folder, newest))).text, {
    columns: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  for (const { dataset, version } of rows) {
    if (dataset !== undefined && version !== undefined && version !== '-') versions.set(dataset, version);
  }
  return versions;
}
