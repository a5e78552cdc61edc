import { basename, relative } from 'node:path';
import process from 'node:process';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { RenderedTask } from '../report/rendered-sample.ts';
import { isHubDataset } from '../tasks/datasets/hub.ts';
import { isJsonCell, jsonColumns, withJsonCells } from '../tasks/datasets/json-cells.ts';
import { placeOfDataset, readSomeRows } from '../tasks/datasets/load.ts';
import type { RawRow } from '../tasks/datasets/row.ts';
import { type AnswerFormat, CountedFromOne } from '../tasks/runners/native/answers.ts';
import { nativeTask } from '../tasks/runners/native/options.ts';
import { nativeRunner } from '../tasks/runners/native/runner.ts';
import { ANSWER, isKeptBack, LABEL, REFERENCE, type SuggestedTask } from '../tasks/runners/native/shape.ts';
import { nearestShape, oddRow, suggestTask } from '../tasks/runners/native/shapes.ts';
import { askedRows, repeatedIn } from './alike.ts';

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
  // The rows are gone before they are read again as the task reads them.
  const suggested = await suggestedFor(place, written);
  const name = named ?? nameOf(written);
  const { prepared, options } = await settled(name, dataset, directory, suggested, declared);
  const [sample] = prepared.samples;
  return {
    ...{ ...suggested, name, options, samples: prepared.samples.length },
    repeated: repeatedIn(name, askedRows(prepared), prepared.samples.length),
    shown: {
      ...{ task: name, samples: prepared.samples.length },
      shown: sample === undefined ? [] : [{ id: sample.id, ...prepared.show(sample, null) }],
    },
  };
}

async function suggestedFor(place: string, written: string): Promise<SuggestedTask> {
  const rows = await readSomeRows(place);
  const fields = rows.map((row) => row.fields);
  const suggested = suggestOfCells(rows, written) ?? suggestTask(fields, { file: written });
  if (suggested === null) throw unknown(rows, written);
  return suggested;
}

/** Of rows whose cells hold lists and objects; null where none do, or what is in them makes no task. */
function suggestOfCells(rows: readonly RawRow[], file: string): SuggestedTask | null {
  const columns = jsonColumns(rows.map(({ fields }) => fields));
  if (columns.length === 0) return null;
  const read = withJsonCells(rows, columns, file).map(({ fields }) => fields);
  const suggested = suggestTask(read, { file });
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

/** Why rows are of no shape that is known: a row, a column that is empty, one too many, or all of them. */
function unknown(rows: readonly RawRow[], file: string): WeighbridgeError {
  refuseBrokenCells(rows, file);
  const fields = rows.map((row) => row.fields);
  const odd = oddRow(fields, { file });
  const line = rows[odd?.position ?? -1]?.line;
  if (odd !== null && line !== undefined) return misfit(file, line, odd.column);
  const columns = Object.keys(fields[0] ?? {});
  const empty = columns.find((name) => isOfAnswers(name) && fields.every((row) => isKeptBack(row[name])));
  if (empty !== undefined) return withoutAnswers(file, empty);
  const nearest = nearestShape(fields, { file });
  return nearest === null ? unknownShape(file, columns) : leftOver(file, nearest);
}

const isOfAnswers = (name: string): boolean =>
  [...ANSWER, ...REFERENCE, ...LABEL].includes(name.trim().toLowerCase().replaceAll(' ', '_'));

const withoutAnswers = (file: string, column: string) =>
  new WeighbridgeError('data', `the column ${JSON.stringify(column)} says in no row what is right`, {
    at: { file },
    fix: 'take a split that has its answers, such as the validation split: those of tests are often kept back',
  });

const leftOver = (file: string, { shape, column }: { readonly shape: string; readonly column: string }) =>
  new WeighbridgeError(
    'data',
    `the rows would be ${JSON.stringify(shape)}, but for the column ${JSON.stringify(column)}, which may be a part of the question or say of the answer what it is worth`,
    {
      at: { file },
      fix: 'give it the name of what it is, such as answer or passage, or take it out if the rows are whole without it; or write the task yourself: doc_to_text and doc_to_target (docs/reference/datasets.md)',
    },
  );

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
