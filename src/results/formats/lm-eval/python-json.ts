import JSON5 from 'json5';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';

/**
 * Parses what Python's `json` writes: JSON in which a number may also be `NaN`, `Infinity` or `-Infinity`.
 *
 * JSON5 knows these tokens and is fifty times slower, so it is asked only where strict JSON fails. It warns on the
 * console of raw U+2028 and U+2029, which JSON allows in strings only and the harness writes: they are escaped before.
 * @throws WeighbridgeError `data`
 */
export function parsePythonJson(text: string, at: Location): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const strict = new WeighbridgeError('data', `not JSON: ${(cause as Error).message}`, { at, cause });
    if (!/\b(?:NaN|Infinity)\b/.test(text)) throw strict;
    try {
      return JSON5.parse(text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'));
    } catch {
      throw strict;
    }
  }
}
