import type { LogEntry } from '../../core/domain/curves.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject } from '../../core/domain/json.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['infinity', Number.POSITIVE_INFINITY],
]);

/** A number as programs write one in a text; null for anything else. */
function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return Number(trimmed);
  const size = NAMED_NUMBERS.get(trimmed.replace(/^[+-]/, '').toLowerCase());
  return size === undefined ? null : trimmed.startsWith('-') ? -size : size;
}

/**
 * The numbers of one object of a log. An empty text and Python's None are nothing that was logged; null may be.
 * @throws WeighbridgeError `data` where it is no object
 */
export function entryOf(value: unknown, file: string, line: number | null): LogEntry {
  if (!isObject(value)) {
    throw new WeighbridgeError('data', 'an entry of the training log is not an object of names and numbers', {
      at: line === null ? { file } : { file, line },
      fix: 'give one object an entry, such as {"step": 10, "loss": 1.2}',
    });
  }
  const values = Object.entries(value).flatMap(([name, each]): [string, number | null][] => {
    if (each === null || each === '' || each === 'None') return [];
    if (typeof each === 'number') return [[name, each]];
    return [[name, typeof each === 'string' ? numberOf(each) : null]];
  });
  const nulls = Object.keys(value).filter((name) => value[name] === null);
  return { file, line, values: new Map(values), ...(nulls.length === 0 ? {} : { nulls }) };
}
