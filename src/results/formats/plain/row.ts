import type { Hash } from 'node:crypto';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Members } from '../../../core/domain/json.ts';
import type { Direction } from '../../../core/domain/metric.ts';
import type { Score } from '../../../core/domain/sample.ts';
import type { LineRange } from '../json.ts';
import { columnMeant, KNOWN_COLUMNS, REQUIRED_COLUMNS, SAMPLE_COLUMNS } from './column-names.ts';

/** What a column of one's own may begin with. */
const OWN = 'x_';

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['higher_is_better', 'higher_is_better'],
  ['higher', 'higher_is_better'],
  ['lower_is_better', 'lower_is_better'],
  ['lower', 'lower_is_better'],
]);

const UNITS = ['rate', 'percent', 'number'] as const;
export type PlainUnit = (typeof UNITS)[number];
const UNITS_BY_NAME: ReadonlyMap<string, PlainUnit> = new Map(UNITS.map((unit) => [unit, unit]));

/** What all lines of one sample say alike, where they say it. */
export interface SampleFields {
  readonly group?: string;
  readonly cluster?: string;
  readonly weight?: number;
  readonly choices?: number;
  /** A text, or in JSONL any value, such as the messages of a chat. */
  readonly input?: unknown;
  readonly target?: unknown;
  readonly output?: string;
}

/** What may be held of samples in columns; of lines that say more of them samples are read again. */
export const HELD = ['group', 'cluster', 'weight', 'choices', 'target', 'output'] as const;
export type HeldField = (typeof HELD)[number];

/** One line: one metric of one sample. */
export interface PlainRow {
  readonly at: Location & { readonly line: number };
  readonly task: string;
  readonly id: string;
  readonly filter?: string;
  readonly metric: string;
  /** As the file says it: in per cent where the unit says so. */
  readonly score: Score;
  readonly sample: SampleFields;
  readonly direction?: Direction;
  readonly unit?: PlainUnit;
  /** The least and the greatest score that the metric can have. */
  readonly min?: number;
  readonly max?: number;
  readonly model?: string;
}

/** How a table is gone through. */
export interface TableOptions {
  readonly hash?: Hash;
  /** Only rows that begin on these lines. */
  readonly range?: LineRange;
}

/** Where a part of a line stands in its bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a line says that is as others were, but for its id, its score, and what is right and was said. */
export interface Likeness {
  readonly row: PlainRow;
  readonly id: Span;
  readonly score: Score;
  /** Of each of `HELD` a text with the quote before it, or a number as it is written; null where the line says of it what the row does. */
  readonly held: readonly (Span | null)[];
}

/** Whoever goes through a table from its first row to its last. */
export interface RowVisitor {
  row(row: PlainRow): void;
  /** A row that is as one before it but for these parts, of ASCII. */
  again(line: LikeLine): void;
}

/** Until the next one is asked for. */
export interface LikeLine {
  readonly like: Likeness;
  readonly bytes: Buffer;
  readonly number: number;
}

/** What is nobody's business but of whoever wrote the table. */
export const isOwnColumn = (name: string): boolean => name.startsWith(OWN);

/** Also after it was read and written once more, into either kind of file. */
const PANDAS_INDEX = /^(?:|Unnamed: 0|__index_level_0__)$/;

/** @throws WeighbridgeError `data` for a column that is not known: a misspelt `weight` would change every number */
export function checkColumns(columns: readonly string[], at: Location): void {
  const missing = REQUIRED_COLUMNS.find((name) => !columns.includes(name));
  if (missing !== undefined) throw missingColumn(missing, at);
  const unknown = columns.find((name) => !KNOWN_COLUMNS.includes(name) && !isOwnColumn(name));
  if (unknown === undefined) return;
  if (PANDAS_INDEX.test(unknown)) {
    throw new WeighbridgeError('data', 'a column without a name, as pandas writes its index', {
      ...{ at, fix: 'write it without: to_csv(FILE, index=False)' },
    });
  }
  const meant = columnMeant(unknown);
  throw new WeighbridgeError('data', `${JSON.stringify(unknown)} is not known`, {
    at,
    fix: `${meant === undefined ? '' : `did you mean ${meant}? `}use ${KNOWN_COLUMNS.join(', ')}; a column of your own begins with ${OWN}`,
  });
}

const missingColumn = (name: string, at: Location) =>
  new WeighbridgeError('data', `${JSON.stringify(name)} is missing`, { at });

/**
 * @param members in known columns, of which those that are null or, in CSV, empty are absent; a score is never absent
 * @throws WeighbridgeError `data` with file and line
 */
export function parsePlainRow(members: Members, at: PlainRow['at']): PlainRow {
  const required = {
    at,
    task: textIn(members, 'task', at),
    id: textIn(members, 'id', at),
    metric: textIn(members, 'metric', at),
    score: parseScore(members.score, at),
  };
  // Most tables say no more, and may have millions of lines.
  const isBare = Object.keys(members).length === REQUIRED_COLUMNS.length;
  return isBare ? { ...required, sample: NOTHING_MORE } : { ...required, ...optionalIn(members, at) };
}

/** Of a line that says nothing of its sample but a score. */
export const NOTHING_MORE: SampleFields = {};

/** Whether a line says no more of its sample than may be held in columns. */
export const saysLittle = (sample: SampleFields): boolean => sample.input === undefined;

function optionalIn(members: Members, at: PlainRow['at']) {
  const fail = (key: string, message: string): never => refuse(at, key, message);
  const has = (key: string) => members[key] !== undefined && members[key] !== null;
  const text = (key: string) => textIn(members, key, at);
  const optional = (key: string) => (has(key) ? { [key]: text(key) } : {});
  const any = (name: string, ...keys: readonly string[]) => {
    const found = keys.filter(has);
    if (found.length > 1) return fail(found[1] ?? name, `says the same as ${found[0]}: give one of them`);
    return found[0] === undefined ? {} : { [name]: members[found[0]] };
  };
  const oneOf = <T>(key: string, values: ReadonlyMap<string, T>) => {
    if (!has(key)) return {};
    const value = values.get(text(key));
    if (value === undefined) return fail(key, `must be one of ${[...values.keys()].join(', ')}`);
    return { [key]: value };
  };
  const bound = (key: 'min' | 'max') =>
    has(key) ? { [key]: parseBound(members[key], (message) => fail(key, message)) } : {};
  const sampleIn = (): SampleFields => ({
    ...optional('group'),
    ...optional('cluster'),
    // A model that says nothing has answered.
    ...(members.output === '' ? { output: '' } : optional('output')),
    ...(has('weight') ? { weight: parseWeight(members.weight, (message) => fail('weight', message)) } : {}),
    ...(has('choices')
      ? { choices: parseChoices(members.choices, (message) => fail('choices', message)) }
      : {}),
    ...any('input', 'input', 'prompt'),
    ...any('target', 'target'),
  });
  return {
    ...optional('filter'),
    ...optional('model'),
    ...oneOf('direction', DIRECTIONS),
    ...oneOf('unit', UNITS_BY_NAME),
    ...bound('min'),
    ...bound('max'),
    sample: SAMPLE_COLUMNS.some(has) ? sampleIn() : NOTHING_MORE,
  };
}

function refuse(at: PlainRow['at'], key: string, message: string): never {
  throw new WeighbridgeError('data', message, { at: { ...at, key } });
}

function textIn(members: Members, key: string, at: PlainRow['at']): string {
  const value = members[key];
  if (typeof value === 'string' && value !== '') return value;
  if (value === undefined) throw missingColumn(key, at);
  return Number.isSafeInteger(value) ? String(value) : refuse(at, key, 'must be a text');
}

type Fail = (message: string) => never;

const NO_SCORE = /^(nan|n\/?a|null|none|[+-]?inf(inity)?|-)?$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What is written in place of a number, and what to do about it. */
const IN_PLACE_OF_NUMBERS: readonly (readonly [RegExp, string])[] = [
  [
    /^(y|n|t|f|yes|no|right|wrong|(in)?correct|pass(ed)?|fail(ed)?|ok|[✓✔✗✘✅❌])$/iu,
    'write 1 for what is right and 0 for what is not',
  ],
  [
    /^[\d.]+ *%$/,
    'write the number alone, from 0 to 1, or in all lines per cent beside a column "unit" that says percent',
  ],
  [/^\d+(,|\/)\d+$/, 'write it with a decimal point, such as 0.5'],
  [
    /^score$/i,
    'take the line out: the names of the columns stand here again, as where tables were put one after the other',
  ],
];

/** What is no finite number but says so is unscored; anything else is a fault. */
function parseScore(value: unknown, at: PlainRow['at']): Score {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || value === undefined) return { unscored: 'no score in the file' };
  if (typeof value === 'string' && NO_SCORE.test(value.trim())) {
    return { unscored: value.trim() === '' ? 'no score in the file' : value.trim() };
  }
  if (typeof value === 'string' && /^(true|false)$/i.test(value))
    return Number(value.toLowerCase() === 'true');
  const number = numberOf(value);
  if (number === null) {
    const known = IN_PLACE_OF_NUMBERS.find(([written]) => written.test(String(value).trim()));
    throw new WeighbridgeError('data', `${brief(value)} is no number`, {
      at: { ...at, key: 'score' },
      fix: known?.[1] ?? 'correct the line, or write the table again',
    });
  }
  return Number.isFinite(number) ? number : { unscored: String(number) };
}

function parseWeight(value: unknown, fail: Fail): number {
  const weight = numberOf(value);
  if (weight !== null && weight > 0 && Number.isFinite(weight)) return weight;
  return fail('must be a positive number');
}

function parseBound(value: unknown, fail: Fail): number {
  const bound = numberOf(value);
  return bound !== null && Number.isFinite(bound) ? bound : fail('must be a number');
}

function parseChoices(value: unknown, fail: Fail): number {
  const count = numberOf(value);
  return count !== null && Number.isSafeInteger(count) && count >= 1
    ? count
    : fail('must be how many choices the question has');
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : null;
}

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'this').slice(0, 60);
