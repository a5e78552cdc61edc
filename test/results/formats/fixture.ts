import type { Files } from './load.ts';

/** How one of four samples, the second, differs from what a program writes. */
export interface Change {
  /** Its score, as JSON. */
  readonly score?: string;
  /** A member of its row that no program writes: the name, and the value as JSON. */
  readonly member?: readonly [string, string];
  /** Whether the third has its id. */
  readonly duplicate?: boolean;
}

/** A case of the contract in which a format answers otherwise, and why. */
export interface Exception {
  /** `taken`: it is read as if nothing were wrong. `none`: the case cannot be written in this format. */
  readonly answer: 'taken' | 'none';
  readonly because: string;
}

/** What the contract needs of a format: a run of four samples, of which the second and fourth are right. */
export interface Fixture {
  /** What is named, below the folder with the files: `.` for the folder. */
  readonly path: string;
  files(change?: Change): Files;
  /** Files of another run, to lie beside the first; left out where only a file can be named. */
  twin?(): Files;
  /** By case, or by case and file. */
  readonly exceptions?: Readonly<Record<string, Exception>>;
}

const RAW = 'raw:';

/** JSON in which the changes stand as they are. */
export const json = (value: unknown): string =>
  JSON.stringify(value).replace(/"raw:((?:[^"\\]|\\.)*)"/g, (_text, raw: string) => JSON.parse(`"${raw}"`));

export const jsonLinesOf = (rows: readonly unknown[]): string => rows.map((row) => `${json(row)}\n`).join('');

export interface Question {
  readonly number: number;
  /** As `number`, but for a duplicate. */
  readonly id: number;
  readonly score: unknown;
  /** Goes into the row. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export const questions = ({ score, member, duplicate = false }: Change = {}): readonly Question[] =>
  [0, 1, 2, 3].map((number) => ({
    number,
    id: duplicate && number === 2 ? 1 : number,
    score: number === 1 && score !== undefined ? RAW + score : number % 2,
    extra: number === 1 && member !== undefined ? Object.fromEntries([[member[0], RAW + member[1]]]) : {},
  }));
