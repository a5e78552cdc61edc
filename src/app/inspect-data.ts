import { basename, relative } from 'node:path';
import process from 'node:process';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { RenderedTask } from '../report/rendered-sample.ts';
import { isHubDataset } from '../tasks/datasets/hub.ts';
import { isJsonCell, jsonColumns, withJsonCells } from '../tasks/datasets/json-cells.ts';
import { loadDataset, placeOfDataset } from '../tasks/datasets/load.ts';
import type { RawRow } from '../tasks/datasets/row.ts';
import { type AnswerFormat, CountedFromOne } from '../tasks/runners/native/answers.ts';
import { nativeTask } from '../tasks/runners/native/options.ts';
import { nativeRunner } from '../tasks/runners/native/runner.ts';
import { REFERENCE, type SuggestedTask } from '../tasks/runners/native/shape.ts';
import { oddRow, suggestTask } from '../tasks/runners/native/shapes.ts';
import { repeatedIn } from './alike.ts';

/** A task that was made of a file, with what it was made of. */
export interface TaskOfData extends Omit<SuggestedTask, 'options'> {
  readonly name: string;
  /** `dataset` and the options that the rows suggest. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly samples: number;
  readonly shown: RenderedTask;
  /** Rows that ask the same as others, or nearly, in words. */
  readonly repeated: readonly string[];
}

/**
 * The task of a dataset, prepared as an evaluation would prepare it, so that what is written runs.
 * @param given a path or a split of the hub, with the name of the task before it where that is not the file's: `mmlu=test.jsonl`
 * @param directory what the dataset is relative to in the config
 * @throws WeighbridgeError `data` for a file that cannot be read, is of no known shape, or can be read in two ways
 */
export async function taskOfData(
  given: string,
  directory: string,
  declared: AnswerFormat | undefined,
): Promise<TaskOfData> {
  const [, named, written = given] = /^([A-Za-z0-9][\w-]*)=(.+)$/.exec(given) ?? [];
  const place = placeOfDataset(process.cwd(), written);
  const dataset = isHubDataset(written) ? written : relative(directory, place);
  const { rows } = await loadDataset(place);
  const fields = rows.map((row) => row.fields);
  const suggested = suggestOfCells(rows, place) ?? suggestTask(fields);
  if (suggested === null) {
    refuseBrokenCells(rows, place);
    const odd = oddRow(fields);
    const line = rows[odd?.position ?? -1]?.line;
    throw odd !== null && line !== undefined
      ? misfit(written, line, odd.column)
      : unknownShape(written, Object.keys(fields[0] ?? {}));
  }
  const name = named ?? nameOf(written);
  const task = await settled(name, dataset, directory, suggested, declared);
  const { prepared, options } = task;
  const [sample] = prepared.samples;
  const asked = await nativeRunner.questions(nativeTask.parse(options), directory);
  return {
    ...{ ...suggested, name, options, samples: prepared.samples.length },
    repeated: repeatedIn(name, prepared, asked.rows),
    shown: {
      ...{ task: name, samples: prepared.samples.length },
      shown: sample === undefined ? [] : [{ id: sample.id, ...prepared.show(sample, null) }],
    },
  };
}

/** Of rows whose cells hold lists and objects; null where none do, or what is in them makes no task. */
function suggestOfCells(rows: readonly RawRow[], file: string): SuggestedTask | null {
  const columns = jsonColumns(rows.map(({ fields }) => fields));
  if (columns.length === 0) return null;
  const suggested = suggestTask(withJsonCells(rows, columns, file).map(({ fields }) => fields));
  if (suggested === null) return null;
  const { type, ...options } = suggested.options;
  const templates = JSON.stringify(options);
  const used = columns.filter((name) => templates.includes(name));
  // The text of a list may be one right answer: several are called answers.
  const isReference = used.some((name) => REFERENCE.includes(name.toLowerCase()));
  return used.length === 0 || isReference
    ? null
    : { ...suggested, options: { type, json_fields: used, ...options } };
}

/** Columns that nearly all hold lists and objects say where one does not. @throws WeighbridgeError `data` */
function refuseBrokenCells(rows: readonly RawRow[], file: string): void {
  const columns = Object.keys(rows[0]?.fields ?? {}).filter(
    (name) => rows.filter(({ fields }) => isJsonCell(fields[name])).length >= 0.9 * rows.length,
  );
  withJsonCells(rows, columns, file);
}

/** With what answers are where the file leaves no doubt that they count from 1; a doubt is an error. */
async function settled(
  name: string,
  dataset: string,
  directory: string,
  { options: suggested }: SuggestedTask,
  declared: AnswerFormat | undefined,
) {
  const attempt = async (format: AnswerFormat | undefined) => {
    const options = { dataset, ...suggested, ...(format === undefined ? {} : { answer_format: format }) };
    return { options, prepared: await nativeRunner.prepare(name, nativeTask.parse(options), directory) };
  };
  try {
    return await attempt(suggested.type === 'multiple_choice' ? declared : undefined);
  } catch (error) {
    if (!(error instanceof CountedFromOne)) throw error;
    if (error.isCertain) return attempt('index_from_1');
    throw new WeighbridgeError('data', error.message, {
      ...(error.at === undefined ? {} : { at: error.at }),
      fix: 'say which it is: --answer-format index_from_1, or --answer-format index where the first choice is 0',
      cause: error,
    });
  }
}

/** As a folder and a gate can be called. */
function nameOf(written: string): string {
  const [, repository] = /^hf:[^/]+\/([^@]+)/.exec(written) ?? [];
  const name = (repository ?? basename(written).replace(/(\.[a-z]+)?\.(?:gz|zst)$|\.[a-z]+$/i, ''))
    .replaceAll(/[^A-Za-z0-9_-]+/g, '_')
    .replaceAll(/^[_-]+/g, '')
    .slice(0, 60);
  return name === '' ? 'own' : name;
}

const misfit = (file: string, line: number, column: string) =>
  new WeighbridgeError(
    'data',
    `the column ${JSON.stringify(column)} is empty here, or not what it is in other rows`,
    {
      at: { file, line },
      fix: 'correct the row, or leave it out',
    },
  );

const unknownShape = (file: string, columns: readonly string[]) =>
  new WeighbridgeError(
    'data',
    `no shape of dataset that is known has these columns: ${columns.slice(0, 20).join(', ')}`,
    {
      at: { file },
      fix: looksLikeData(columns)
        ? 'the file seems to begin without a header: write one, such as question,A,B,C,D,answer'
        : 'rename them, such as question, choices, answer or prompt, reference, or write the task yourself: doc_to_text and doc_to_target (docs/reference/datasets.md)',
    },
  );

/** Columns have names: a number, a question or a sentence is a value. */
const looksLikeData = (columns: readonly string[]): boolean =>
  columns.some((name) => /^-?[\d.]+$|[?.!:]$/.test(name.trim()) || name.length > 60);
