import type { Fields } from '../../datasets/row.ts';
import { SHAPES } from './known-shapes.ts';
import {
  ANSWER,
  isAnswer,
  type Needs,
  one,
  PASSAGE,
  perhaps,
  QUESTION,
  type Shape,
  type SuggestedTask,
} from './shape.ts';
import { byText, handedOn, isName, lettered, printed } from './suggested-prompts.ts';

/** Columns of which each holds one choice: A to D, option_a, choice1, sol1, ans0. */
const COLUMN_FAMILIES = [
  /^([A-J])$/,
  /^op([a-j])$/,
  /^(?:option|choice|opt|answer|ans|sol|ending|alternative)[_ ]?([A-Ja-j0-9])$/i,
];

/** Columns of one family, from its first on without a gap: who has B and C alone has lost A. Fewer than two are none. */
function choiceColumns(names: readonly string[]): readonly string[] {
  const families = COLUMN_FAMILIES.map((pattern) =>
    names
      .flatMap((name) => {
        const [, key] = pattern.exec(name) ?? [];
        return key === undefined ? [] : [{ name, key: key.toLowerCase() }];
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
  const isWhole = (keys: string) =>
    keys.length > 1 && ['0123456789', '123456789', 'abcdefghij'].some((all) => all.startsWith(keys));
  return (
    families.find((family) => isWhole(family.map(({ key }) => key).join('')))?.map(({ name }) => name) ?? []
  );
}

/** Columns that say of which part of a benchmark a row is. */
const GROUPS = ['subject', 'category', 'subtask', 'group', 'topic', 'domain', 'functionality'];

/** The task of rows of a shape that is known; null for others. */
export function suggestTask(rows: readonly Fields[]): SuggestedTask | null {
  const table = choiceTable(rows);
  const suggested = table === null ? first(SHAPES, (shape) => byShape(shape, rows)) : byColumns(rows, table);
  if (suggested === null) return null;
  const group = GROUPS.find((name) => isGrouping(rows, name));
  return group === undefined
    ? suggested
    : { ...suggested, options: { ...suggested.options, group_field: group } };
}

function byShape({ name, needs, unless, task }: Shape, rows: readonly Fields[]): SuggestedTask | null {
  if (rows.some((row) => hasColumn(row, unless))) return null;
  const column = columnsOf(needs, rows);
  return column === null ? null : { shape: name, ...task({ column, rows }) };
}

const hasColumn = (row: Fields, name: RegExp | undefined): boolean =>
  name !== undefined && Object.keys(row).some((column) => name.test(column));

function columnsOf(needs: Needs, rows: readonly Fields[]): Readonly<Record<string, string>> | null {
  const present = Object.keys(rows[0] ?? {});
  const column: Record<string, string> = {};
  for (const [part, { names, holds, optional }] of Object.entries(needs)) {
    const named = columnsNamed(names, present);
    const fitting = named.find(
      (name) => !Object.values(column).includes(name) && rows.every((row) => holds(row[name], row)),
    );
    if (fitting !== undefined) column[part] = fitting;
    else if (optional !== true) return null;
  }
  return column;
}

/** Whatever their case, and with blanks for underscores, as spreadsheets have them. */
const columnsNamed = (names: readonly string[], present: readonly string[]): string[] => {
  const plain = (name: string) => name.trim().toLowerCase().replaceAll(' ', '_');
  return names.flatMap((name) => present.filter((each) => plain(each) === plain(name)));
};

/** A row by which rows are of no shape that is known, though nearly all others are of one. */
export interface OddRow {
  readonly position: number;
  readonly column: string;
}

/** Of the shape from which the fewest rows differ; null where more than one in ten do. */
export function oddRow(rows: readonly Fields[]): OddRow | null {
  const present = Object.keys(rows[0] ?? {});
  for (const column of choiceTable(rows)?.choices ?? []) {
    const position = rows.findIndex((row) => !isAnswer(row[column], row));
    if (position !== -1) return { position, column };
  }
  let best: (OddRow & { readonly count: number }) | null = null;
  for (const { needs, unless } of SHAPES) {
    if (hasColumn(rows[0] ?? {}, unless)) continue;
    const odd = new Map<number, string>();
    for (const { names, holds, optional } of Object.values(needs)) {
      if (optional === true) continue;
      const misfits = columnsNamed(names, present).map((column) => ({
        column,
        positions: rows.flatMap((row, position) => (holds(row[column], row) ? [] : [position])),
      }));
      const [fitting] = misfits.sort((a, b) => a.positions.length - b.positions.length);
      if (fitting === undefined) odd.set(rows.length, '');
      for (const position of fitting?.positions ?? rows.keys()) odd.set(position, fitting?.column ?? '');
    }
    const [first] = [...odd].sort(([a], [b]) => a - b);
    if (first === undefined || odd.size * 10 > rows.length || odd.size >= (best?.count ?? Infinity)) continue;
    best = { position: first[0], column: first[1], count: odd.size };
  }
  return best;
}

/** A table with a column for each choice. */
interface ChoiceTable {
  readonly choices: readonly string[];
  /** Those of the question, its passage and the answer. */
  readonly column: Readonly<Record<string, string>>;
}

/** A to D columns beside a question and its answer, whose names are a family and no list of a table. */
function choiceTable(rows: readonly Fields[]): ChoiceTable | null {
  const choices = choiceColumns(Object.keys(rows[0] ?? {}));
  if (choices.length < 2) return null;
  const others = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !choices.includes(name))),
  );
  const needs = { passage: perhaps(PASSAGE), question: one(QUESTION), answer: one(ANSWER, isAnswer) };
  const column = columnsOf(needs, others);
  return column === null ? null : { choices, column };
}

/** Null where a row lacks a choice: it would be asked with one fewer, or all would. */
function byColumns(rows: readonly Fields[], { choices, column }: ChoiceTable): SuggestedTask | null {
  if (!rows.every((row) => choices.every((choice) => isAnswer(row[choice], row)))) return null;
  const { answer = '', question: name = '' } = column;
  const isByText = rows.every((row) => choices.some((choice) => row[choice] === row[answer]));
  const task =
    !isByText && [...choices, name].every(isName)
      ? lettered({ column, rows }, choices.map(printed), answer)
      : byText({ column, rows }, choices.map(handedOn), handedOn(answer));
  return { shape: `columns of choices: ${choices.join(', ')}`, ...task };
}

function isGrouping(rows: readonly Fields[], name: string): boolean {
  const values = new Set(rows.map((row) => row[name]));
  const isLabel = [...values].every((value) => isAnswer(value, {}) && String(value).length <= 200);
  return isLabel && values.size > 1 && values.size * 2 <= rows.length;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
