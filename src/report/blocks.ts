import type { Verdict } from '../core/domain/verdict.ts';
import { truncate, visible } from './escape.ts';
import { type Inline, inline, ours } from './inline.ts';

/** A verdict as people read it. */
export interface VerdictWords {
  readonly word: string;
  readonly symbol: string;
}

/** What a report is made of. Sections build these, and each serializer writes all of them. */
export type Block =
  /** The verdict and the one number that decided it. */
  | {
      readonly kind: 'headline';
      readonly verdict: Verdict;
      /** What stands in bold before it. */
      readonly words: VerdictWords;
      readonly content: Inline;
    }
  | { readonly kind: 'heading' | 'paragraph'; readonly content: Inline }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | TableBlock
  /** Names with their values. */
  | { readonly kind: 'fields'; readonly rows: readonly Field[] }
  /** Text that is shown as it is, most often a model's: hostile, but without characters that nobody sees. */
  | { readonly kind: 'code'; readonly text: string; readonly language: Language }
  /** Two things to be compared, next to each other where there is room. */
  | { readonly kind: 'sides'; readonly sides: readonly (readonly [title: string, content: Block])[] }
  /** An interval against a limit, to scale, and in words for who does not see it. */
  | { readonly kind: 'figure'; readonly scale: Scale; readonly words: Inline }
  /** A picture of several numbers, with all of them in a table. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly words: Inline; readonly table: Block }
  /** Where the page's script puts the sample browser; words for whoever has none. */
  | { readonly kind: 'samples'; readonly words: Inline }
  | DetailsBlock;

export interface ListItem {
  readonly content: Inline;
  readonly below: readonly Inline[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** For those who hear the page instead of seeing it. */
  readonly caption: string;
  readonly columns: readonly { readonly title: Inline; readonly align: Align }[];
  readonly rows: readonly (readonly Inline[])[];
}

/** What can be unfolded; where it is of a gate, with its verdict. */
export interface DetailsBlock {
  readonly kind: 'details';
  readonly summary: Inline;
  readonly verdict: Verdict | null;
  readonly isOpen: boolean;
  readonly children: readonly Block[];
}

/** An interval and a limit as places from 0 (left) to 1 (right) of a figure. */
export interface Scale {
  readonly safeSide: 'greater' | 'less';
  readonly limit: number;
  /** Null where nothing is known about that end. */
  readonly low: number | null;
  readonly value: number;
  readonly high: number | null;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly at: number;
  readonly label: string;
}

/** All places are from 0 (left, or below) to 1; names may be foreign. */
export type Chart =
  | {
      readonly kind: 'intervals';
      readonly rows: readonly ChartRow[];
      /** What they are held against. */
      readonly line: number;
      readonly ends: readonly [left: string, right: string];
    }
  | { readonly kind: 'columns'; readonly labels: readonly string[]; readonly series: readonly ChartSeries[] }
  | { readonly kind: 'square'; readonly series: readonly ChartSeries[] }
  /** Shares from 0 to 1, a row for each name; a row may have one more for what has no name. */
  | {
      readonly kind: 'matrix';
      readonly names: readonly string[];
      readonly rows: readonly (readonly number[])[];
    }
  | {
      readonly kind: 'lines';
      readonly series: readonly ChartSeries[];
      /** What they are to reach. */
      readonly line: { readonly at: number; readonly label: string };
      readonly ends: readonly [left: string, right: string];
    };

/** Whether a name has room beside a cell of a matrix; else its place in the table stands there. */
export const isShortName = (name: string): boolean => Array.from(name).length <= 3;

export interface ChartRow {
  readonly label: string;
  readonly low: number | null;
  readonly value: number;
  readonly high: number | null;
  readonly isFilled: boolean;
  readonly end: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: readonly number[];
  readonly across?: readonly number[];
}

export type Field = readonly [name: Inline, value: Inline];

type Align = 'left' | 'right';
type Language = 'text' | 'sh';

export interface Column<Row> {
  /** Ours where it is a string. */
  readonly title: (rows: readonly Row[]) => string | Inline;
  readonly align: Align;
  readonly cell: (row: Row) => Inline;
}

type Cell<Row> = (row: Row) => string | Inline;

const column =
  (align: Align) =>
  <Row>(title: string | Inline | Column<Row>['title'], cell: Cell<Row>): Column<Row> => ({
    title: typeof title === 'function' ? title : () => title,
    align,
    cell: (row) => inline`${cell(row)}`,
  });

/** A cell that is a string is data. */
export const textColumn = column('left');
export const numberColumn = column('right');

export const heading = (content: Inline): Block => ({ kind: 'heading', content });

export const paragraph = (content: Inline): Block => ({ kind: 'paragraph', content });

/** @param length code points kept */
export const verbatim = (text: string, length: number, language: Language = 'text'): Block => ({
  ...{ kind: 'code', text: truncate(visible(text), length), language },
});

/** A bullet for each line that says anything; no block where none does. */
export function list(items: readonly (Inline | ListItem)[]): Block[] {
  const told = items
    .map((item) => ('content' in item ? item : { content: item, below: [] }))
    .filter(({ content }) => content.length > 0);
  return told.length === 0 ? [] : [{ kind: 'list', items: told }];
}

/** No block where there are no rows. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TableBlock[] {
  const block: TableBlock = {
    kind: 'table',
    caption,
    columns: columns.map(({ title, align }) => ({ title: titleIn(title(rows)), align })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
  return rows.length === 0 ? [] : [block];
}

const titleIn = (title: string | Inline): Inline => (typeof title === 'string' ? ours(title) : title);

/** @param value data where it is a string */
export const field = (name: string, value: string | Inline): Field => [ours(name), inline`${value}`];

/** Blocks below a heading; nothing where there are none. */
export const titled = (title: Inline, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks];
