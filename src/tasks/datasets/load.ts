import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { digestOfRows } from './digest.ts';
import { hubFiles, isHubDataset } from './hub.ts';
import { type DatasetRow, identifyRows } from './identify.ts';
import { rowsOfJson } from './json.ts';
import { parseJsonl } from './jsonl.ts';
import { decodeText, MAX_DATASET_BYTES, readDatasetBytes } from './read.ts';
import type { RawRow } from './row.ts';
import { isShippedDataset, shippedFile } from './shipped.ts';
import { rowsOfText } from './text.ts';
import { rowsOfYaml } from './yaml.ts';

export interface Dataset {
  readonly file: string;
  /** SHA-256 of the rows, hex; independent of format and compression. */
  readonly digest: string;
  readonly rows: readonly DatasetRow[];
}

type Parse = (
  bytes: Buffer,
  file: string,
  maxBytes: number,
) => readonly RawRow[] | Promise<readonly RawRow[]>;

const text =
  (parse: (text: string, file: string) => RawRow[] | Promise<RawRow[]>): Parse =>
  (bytes, file) =>
    parse(decodeText(bytes, file), file);

/** How a file becomes rows, by the ending of its name (before `.gz` or `.zst`): one row adds a format. */
const FORMATS: Readonly<Record<string, Parse>> = {
  '.jsonl': text(parseJsonl),
  '.ndjson': text(parseJsonl),
  '.json': text(rowsOfJson),
  '.yml': text(rowsOfYaml),
  '.yaml': text(rowsOfYaml),
  // What parses these is large, and loaded with the first such file.
  '.csv': text(async (...given) => (await import('./csv.ts')).parseCsv(...given)),
  '.tsv': text(async (...given) => (await import('./csv.ts')).parseTsv(...given)),
  '.parquet': async (...given) => (await import('./parquet.ts')).parseParquet(...given),
  '.txt': text(rowsOfText),
};

export interface LoadOptions {
  /** Field with the ids. Default: `id` where rows have it, else the content. */
  readonly idField?: string | undefined;
  readonly maxBytes?: number;
  /** Columns whose cells are lists or objects, written as JSON. */
  readonly jsonFields?: readonly string[] | undefined;
}

const endingOf = (file: string): string => extname(file.replace(/\.(?:gz|zst)$/i, '')).toLowerCase();

/** Whether a file is one of rows by its name; a text may be one, and is as often a list of words. */
export const isDataset = (file: string): boolean =>
  endingOf(file) !== '.txt' && Object.hasOwn(FORMATS, endingOf(file));

/**
 * What a dataset of a config is called here: a path from the root, or a split of the hub.
 * @throws WeighbridgeError `config` for one that would ship with this package, and does not
 */
export function placeOfDataset(directory: string, written: string): string {
  if (isShippedDataset(written)) return shippedFile(written);
  if (isHubDataset(written)) return written;
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(written) ?? [];
  if (scheme === undefined) return resolve(directory, written);
  const [, name] = /^https:\/\/huggingface\.co\/datasets\/([\w.-]+\/[\w.-]+)/.exec(written) ?? [];
  throw new WeighbridgeError(
    'config',
    `dataset ${written}: this version does not read ${scheme}: addresses`,
    {
      fix: name === undefined ? 'download it, and name the file' : `write hf:${name}@<full commit>#split`,
    },
  );
}

/** @throws WeighbridgeError `data`, naming file and line */
export async function readRows(file: string, maxBytes = MAX_DATASET_BYTES): Promise<readonly RawRow[]> {
  if (isHubDataset(file)) return readHubRows(file, maxBytes);
  const ending = endingOf(file);
  const parse = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
  if (parse === undefined) {
    // Where no file is, another ending is no remedy.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) await readDatasetBytes(file, maxBytes);
    throw new WeighbridgeError(
      'data',
      `${ending === '' ? 'a dataset without an ending' : `a dataset in the format ${JSON.stringify(ending)}`} is not known`,
      {
        at: { file },
        fix: `use one of ${Object.keys(FORMATS).join(', ')}, also with .gz or .zst`,
      },
    );
  }
  return parse(await readDatasetBytes(file, maxBytes), file, maxBytes);
}

/** Lines count on from file to file. */
async function readHubRows(dataset: string, maxBytes: number): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for (const file of await hubFiles(dataset, maxBytes)) {
    const before = rows.length;
    for (const { line, fields } of await readRows(file, maxBytes)) rows.push({ line: before + line, fields });
  }
  return rows;
}

/** Of a dataset, which has some. @throws WeighbridgeError `data`, naming file and line */
export async function readSomeRows(file: string, maxBytes?: number): Promise<readonly RawRow[]> {
  const rows = await readRows(file, maxBytes);
  if (rows.length > 0) return rows;
  throw new WeighbridgeError('data', 'the dataset has no rows', {
    at: { file },
    fix: 'check the step that writes it: a task without samples can never be judged',
  });
}

/** @throws WeighbridgeError `data`, naming file and line */
export async function loadDataset(file: string, options: LoadOptions = {}): Promise<Dataset> {
  const read = await readSomeRows(file, options.maxBytes);
  const { idField, jsonFields = [] } = options;
  const rows =
    jsonFields.length === 0 ? read : (await import('./json-cells.ts')).withJsonCells(read, jsonFields, file);
  return {
    file,
    digest: digestOfRows(rows.map((row) => row.fields)),
    rows: identifyRows(rows, { name: idField ?? 'id', required: idField !== undefined }, file),
  };
}
