import { WeighbridgeError } from '../../core/domain/errors.ts';
import { datasetDigest } from './digest.ts';
import type { RawRow } from './row.ts';

/** A row with the id by which it is found again in the other run. */
export interface DatasetRow extends RawRow {
  readonly id: string;
  /** Position in the file, from 0. */
  readonly index: number;
}

const MAX_ID_LENGTH = 512;
const CONTROL = /\p{Cc}/u;

/**
 * Gives every row its id: the field named, or, when no row has that field and it was not asked for, a digest of the
 * row's content with the number of its occurrence, as lm-evaluation-harness does with `doc_hash`.
 *
 * @throws WeighbridgeError `data` when ids repeat, are missing from some rows, or are neither texts nor whole numbers
 */
export function identifyRows(
  rows: readonly RawRow[],
  field: { readonly name: string; readonly required: boolean },
  file: string,
): DatasetRow[] {
  const named = rows.filter((row) => Object.hasOwn(row.fields, field.name)).length;
  if (named === 0 && !field.required) return byContent(rows);
  return byField(rows, field.name, file);
}

function byContent(rows: readonly RawRow[]): DatasetRow[] {
  const occurrences = new Map<string, number>();
  return rows.map((row, index) => {
    const digest = datasetDigest(row.fields).slice(0, 16);
    const occurrence = (occurrences.get(digest) ?? 0) + 1;
    occurrences.set(digest, occurrence);
    return { ...row, index, id: occurrence === 1 ? digest : `${digest}-${occurrence}` };
  });
}

function byField(rows: readonly RawRow[], name: string, file: string): DatasetRow[] {
  const lines = new Map<string, number>();
  return rows.map((row, index) => {
    const at = { file, line: row.line, key: name };
    const value = Object.hasOwn(row.fields, name) ? row.fields[name] : undefined;
    const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof id !== 'string' || id === '') {
      throw new WeighbridgeError('data', `the row has no usable id: ${JSON.stringify(value) ?? 'missing'}`, {
        at,
        fix: `give every row a text or a whole number in ${JSON.stringify(name)}, or give it to none`,
      });
    }
    if (id.length > MAX_ID_LENGTH || CONTROL.test(id)) {
      const fault = `an id must be at most ${MAX_ID_LENGTH} characters, without control characters`;
      throw new WeighbridgeError('data', fault, { at, fix: 'give the row a shorter id' });
    }
    const first = lines.get(id);
    if (first !== undefined) {
      const fault = `the id ${JSON.stringify(id)} was already used on line ${first}`;
      throw new WeighbridgeError('data', fault, { at, fix: 'give every row an id of its own' });
    }
    lines.set(id, row.line);
    return { ...row, id, index };
  });
}
