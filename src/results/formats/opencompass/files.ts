import { basename, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { Roots } from '../../links.ts';
import { digest } from '../digest.ts';
import { companionFile, foldersIn, namesIn, readText } from '../files.ts';
import { readJson } from '../json.ts';

/** Results of one model in one work directory. */
export interface OpenCompassResults {
  /** `<work>/results/<model>`. */
  readonly folder: string;
  readonly roots: Roots;
  readonly model: string;
  /** Names of the datasets that were evaluated. */
  readonly datasets: readonly string[];
  readonly versions: ReadonlyMap<string, string>;
}

export interface DatasetResults {
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

/** Folders of models in `<work>`, in a folder of work directories, or the one that is named as `<work>/results/<model>`. */
export async function modelsUnder(path: string, roots: Roots): Promise<string[]> {
  const isModel = basename(dirname(path)) === 'results' && (await isWork(dirname(dirname(path)), roots));
  if (isModel) return (await datasetsIn(path)).length > 0 ? [path] : [];
  const works = (await isWork(path, roots))
    ? [path]
    : (await foldersIn(path, roots)).map((name) => join(path, name));
  const found: string[] = [];
  for (const work of works) {
    if (!(await isWork(work, roots))) continue;
    for (const model of await foldersIn(join(work, 'results'), roots)) {
      const folder = join(work, 'results', model);
      if ((await datasetsIn(folder)).length > 0) found.push(folder);
    }
  }
  return found;
}

async function isWork(path: string, roots: Roots): Promise<boolean> {
  const folders = await foldersIn(path, roots);
  return folders.includes('results') && BESIDE.some((name) => folders.includes(name));
}

async function datasetsIn(folder: string): Promise<string[]> {
  const files = (await namesIn(folder)).filter((file) => file.endsWith('.json')).sort();
  return files.map((file) => file.slice(0, -'.json'.length));
}

export async function readModel(folder: string, roots: Roots): Promise<OpenCompassResults> {
  const [datasets, versions] = [await datasetsIn(folder), await versionsOf(workOf(folder), roots)];
  return { folder, roots, model: basename(folder), datasets, versions };
}

const workOf = (folder: string): string => dirname(dirname(folder));

/** @throws WeighbridgeError `data` for a dataset that failed */
export async function readDataset(
  { folder, roots, model }: OpenCompassResults,
  name: string,
): Promise<DatasetResults> {
  const file = join(folder, `${name}.json`);
  const read = await readOwn(folder, file, roots);
  if (!isObject(read.value))
    throw new WeighbridgeError('data', 'not results of OpenCompass', { at: { file } });
  if (read.value.error !== undefined) {
    throw new WeighbridgeError('data', `the evaluation failed: ${String(read.value.error).slice(0, 200)}`, {
      at: { file },
      fix: 'evaluate again',
    });
  }
  const predictions = await predictionsOf(join(workOf(folder), 'predictions', model), name, roots);
  return { name, file, results: read.value, predictions, digest: digest([read.digest, predictions?.size]) };
}

/** What a listed file holds. @throws WeighbridgeError `data` also for a link that leads out of its folder */
async function readOwn(
  folder: string,
  file: string,
  roots: Roots,
): Promise<{ value: unknown; digest: string }> {
  if ((await companionFile(folder, file, { roots })) !== null) return readJson(file);
  throw new WeighbridgeError('data', 'no such file', { at: { file } });
}

/** `<dataset>.json`, or `<dataset>_0.json`, `<dataset>_1.json` and so on, whose questions are counted on. */
async function predictionsOf(
  folder: string,
  name: string,
  roots: Roots,
): Promise<Map<string, Members> | null> {
  const files = await namesIn(folder);
  const parts = files.includes(`${name}.json`)
    ? [`${name}.json`]
    : Array.from({ length: files.length }, (_, part) => `${name}_${part}.json`).filter((file) =>
        files.includes(file),
      );
  if (parts.length === 0) return null;
  const predictions = new Map<string, Members>();
  for (const part of parts) {
    const { value } = await readOwn(folder, join(folder, part), roots);
    for (const row of isObject(value) ? Object.values(value) : []) {
      if (isObject(row)) predictions.set(String(predictions.size), row);
    }
  }
  return predictions;
}

/** A dataset's version, which is the beginning of a hash of its prompt, from the summary. */
async function versionsOf(work: string, roots: Roots): Promise<ReadonlyMap<string, string>> {
  const folder = join(work, 'summary');
  const files = (await namesIn(folder)).filter((file) => /^summary_.+\.csv$/.test(file)).sort();
  const versions = new Map<string, string>();
  const newest = await companionFile(folder, join(folder, files.at(-1) ?? ''), { roots });
  if (newest === null) return versions;
  const { parse } = await import('csv-parse/sync');
  const rows: Record<string, string>[] = parse((await readText(newest)).text, {
    columns: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  for (const { dataset, version } of rows) {
    if (dataset !== undefined && version !== undefined && version !== '-') versions.set(dataset, version);
  }
  return versions;
}
