import { type Location, WeighbridgeError } from './errors.ts';

/** Nothing that is written for us nests this deep, and what goes over it recursively must not run out of stack. */
export const MAX_JSON_DEPTH = 100;

export type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parses JSON that somebody else wrote. JSON.parse itself takes any depth, and makes of `__proto__` a key like any other.
 * @throws WeighbridgeError `data` for what is no JSON, says a key twice or is nested too deep
 */
export function parseJson(text: string, at: Location, fix?: string): unknown {
  const value = parsedText(text, at, fix);
  refuseRepeatedKeys(text, survey(value, at).keys, at);
  return value;
}

/** As `parseJson`, for what a model said: that it says a key twice is nobody's attempt to be read in two ways. */
export const parseAnswer = (text: string, at: Location, fix?: string): unknown =>
  shallow(parsedText(text, at, fix), at);

function parsedText(text: string, at: Location, fix?: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = fix === undefined ? { at, cause } : { at, cause, fix };
    throw new WeighbridgeError('data', `not JSON: ${(cause as Error).message}`, detail);
  }
}

/** Text in which Python's `NaN` and `Infinity`, which are no JSON, are texts: what they stand for is no number, and what is beside them is one. */
export const quoteNoNumbers = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );

/** The value itself. @throws WeighbridgeError `data` where it is nested too deep */
export function shallow<Value>(value: Value, at: Location): Value {
  survey(value, at);
  return value;
}

/** What there is in a value, and in all within it. */
interface Survey {
  readonly keys: number;
  /** Whether a number is so large that other integers are written as the same. */
  readonly hasHuge: boolean;
}

/** Goes through a value once, however much is asked of it. @throws WeighbridgeError `data` where it is nested too deep */
export function survey(value: unknown, at: Location): Survey {
  const found = { keys: 0, hasHuge: false };
  if (!isWithin(value, MAX_JSON_DEPTH, found)) {
    throw new WeighbridgeError('data', `nested deeper than ${MAX_JSON_DEPTH} levels`, {
      at,
      fix: 'write it flatter: no result or dataset needs so many levels',
    });
  }
  return found;
}

function isWithin(value: unknown, levels: number, found: { keys: number; hasHuge: boolean }): boolean {
  if (typeof value === 'number') {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) found.hasHuge = true;
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  if (!Array.isArray(value)) found.keys += members.length;
  for (const member of members)
    if (typeof member !== 'string' && !isWithin(member, levels - 1, found)) return false;
  return true;
}

/**
 * Of a key that an object says twice JSON.parse takes the last, other programs the first: what the one shows a reviewer is
 * not what the other judges.
 * @param text JSON, in which numbers may also be Python's `NaN` and `Infinity`
 * @param keys how many the value has that was parsed of it, with all within it
 * @throws WeighbridgeError `data` naming the key
 */
export function refuseRepeatedKeys(text: string, keys: number, at: Location): void {
  // Every key has a colon after a quote: where there are no more of these than keys in the value, none was lost.
  if (colonsAfterQuotes(text) === keys) return;
  // The keys of every object that is open; null for a list.
  const open: (Set<string> | null)[] = [];
  for (let index = 0; index < text.length; index += 1) {
    switch (text.charAt(index)) {
      case '{':
        open.push(new Set());
        break;
      case '[':
        open.push(null);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfText(text, index);
        const keys = open.at(-1) ?? null;
        if (keys !== null && isFollowedByColon(text, end)) {
          const raw = text.slice(index, end + 1);
          const key = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1);
          if (keys.has(key)) {
            const fix =
              'have the program that wrote it say the key once: readers differ in which value they take';
            throw new WeighbridgeError('data', `the key ${JSON.stringify(key)} is there twice`, { at, fix });
          }
          keys.add(key);
        }
        index = end;
      }
    }
  }
}

function colonsAfterQuotes(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
    if (text.charCodeAt(before) === QUOTE) count += 1;
  }
  return count;
}

const QUOTE = 0x22;

/** What JSON allows between a key and its colon. */
const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;

/** Where the text that begins at a quote ends. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charAt(end - 1 - escapes) === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}

function isFollowedByColon(text: string, end: number): boolean {
  let next = end + 1;
  while (' \t\r\n'.includes(text.charAt(next)) && next < text.length) next += 1;
  return text.charAt(next) === ':';
}
