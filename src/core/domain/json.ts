import { type Location, WeighbridgeError } from './errors.ts';

/** Nothing that is written for us nests this deep, and what goes over it recursively must not run out of stack. */
export const MAX_JSON_DEPTH = 100;

export type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parses JSON that somebody else wrote. JSON.parse itself takes any depth, and makes of `__proto__` a key like any other.
 * @throws WeighbridgeError `data` for what is no JSON or nested too deep
 */
export function parseJson(text: string, at: Location, fix?: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const detail = fix === undefined ? { at, cause } : { at, cause, fix };
    throw new WeighbridgeError('data', `not JSON: ${(cause as Error).message}`, detail);
  }
  return shallow(value, at);
}

/** The value itself. @throws WeighbridgeError `data` where it is nested too deep */
export function shallow<Value>(value: Value, at: Location): Value {
  if (!isDeeper(value, MAX_JSON_DEPTH)) return value;
  throw new WeighbridgeError('data', `nested deeper than ${MAX_JSON_DEPTH} levels`, { at });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
