import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** One row of a dataset as it stands in the file. */
export interface RawRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly fields: Fields;
}

/** A parsed value that must be an object, of numbers that JSON can hold; anything else is an error at its line. */
export function rowFrom(value: unknown, at: Location & { readonly line: number }): RawRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    throw new WeighbridgeError('data', `a row must be an object, this one is ${found}`, {
      at,
      fix: 'write each row as an object of its fields: {"question": …, "answer": …}',
    });
  }
  // JSON.parse makes infinity of 1e999, which no digest could tell from another.
  if (!isAllFinite(value)) {
    throw new WeighbridgeError('data', 'a row has a number that is too large', {
      at,
      fix: 'write it smaller, or as a text',
    });
  }
  return { line: at.line, fields: value as Fields };
}

function isAllFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isAllFinite);
}
