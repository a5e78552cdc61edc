import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** One row of a dataset as it stands in the file. */
export interface RawRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly fields: Fields;
}

/** A parsed value that must be an object; anything else is an error at its line. */
export function rowFrom(value: unknown, at: Location & { readonly line: number }): RawRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    throw new WeighbridgeError('data', `a row must be an object, this one is ${found}`, { at });
  }
  return { line: at.line, fields: value as Fields };
}
