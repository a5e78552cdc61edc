import type { Location } from '../../../core/domain/errors.ts';
import type { Fields } from '../../datasets/row.ts';
import { SHAPES } from './known-shapes.ts';
import { type FoundColumns, isAnswer, type Needs, type Shape, type SuggestedTask } from './shape.ts';

/** Columns of one family, from its first on without a gap: who has B and C alone has lost A. Fewer than two are none. */
function choiceColumns(names: readonly string[], patterns: readonly RegExp[]): readonly string[] {
  const families = patterns.map((pattern) =>
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

/**
 * The task of rows of a shape that is known; null for others.
 * @param at where the rows are from
 * @throws WeighbridgeError `data` for rows of a shape of which no task can be made
 */
export function suggestTask(rows: readonly Fields[], at: Location): SuggestedTask | null {
  const names = columnsIn(rows);
  for (const shape of SHAPES) {
    const found = foundIn(shape, rows, at);
    if (found === null || oddColumn(shape, found, names) !== null) continue;
    const suggested = shape.task(found);
    if (suggested === null) return null;
    const group = GROUPS.find((name) => isGrouping(rows, name));
    const grouped = group === undefined ? {} : { group_field: group };
    return { shape: nameOf(shape, found), ...suggested, options: { ...suggested.options, ...grouped } };
  }
  return null;
}

const columnsIn = (rows: readonly Fields[]): ReadonlySet<string> =>
  rows.reduce((names, row) => {
    for (const name of Object.keys(row)) names.add(name);
    return names;
  }, new Set<string>());

const nameOf = ({ name }: Shape, { choices }: FoundColumns): string =>
  choices.length === 0 ? name : `${name}: ${choices.join(', ')}`;

/** Its columns, whatever stands beside them. */
function foundIn({ needs, families }: Shape, rows: readonly Fields[], at: Location): FoundColumns | null {
  const choices = families === undefined ? [] : choiceColumns(Object.keys(rows[0] ?? {}), families);
  if (families !== undefined && choices.length < 2) return null;
  const column = columnsOf(needs, rows);
  return column === null ? null : { column, choices, rows, at };
}

/** A column by which rows are something else than this shape; null where there is none. */
function oddColumn(
  { unless }: Shape,
  { column, choices }: FoundColumns,
  names: ReadonlySet<string>,
): string | null {
  const used = [...Object.values(column), ...choices];
  const odd = [...names].find((name) => unless?.test(name) === true && !used.includes(name));
  return odd ?? null;
}

/** The shape that rows would be of without a column, which may say that they are something else. */
export function nearestShape(
  rows: readonly Fields[],
  at: Location,
): { readonly shape: string; readonly column: string } | null {
  const names = columnsIn(rows);
  for (const shape of SHAPES) {
    const found = foundIn(shape, rows, at);
    const column = found === null ? null : oddColumn(shape, found, names);
    if (column !== null) return { shape: shape.name, column };
  }
  return null;
}

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
export function oddRow(rows: readonly Fields[], at: Location): OddRow | null {
  const present = Object.keys(rows[0] ?? {});
  for (const shape of SHAPES.filter(({ families }) => families !== undefined)) {
    for (const column of foundIn(shape, rows, at)?.choices ?? []) {
      const position = rows.findIndex((row) => !isAnswer(row[column], row));
      if (position !== -1) return { position, column };
    }
  }
  let best: (OddRow & { readonly count: number }) | null = null;
  for (const { needs, unless, families } of SHAPES) {
    if (families !== undefined || present.some((name) => unless?.test(name) === true)) continue;
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

function isGrouping(rows: readonly Fields[], name: string): boolean {
  const values = new Set(rows.map((row) => row[name]));
  const isLabel = [...values].every((value) => isAnswer(value, {}) && String(value).length <= 200);
  return isLabel && values.size > 1 && values.size * 2 <= rows.length;
}
