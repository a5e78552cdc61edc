import { WeighbridgeError } from '../domain/errors.ts';
import { type RawRow, rowFrom } from './row.ts';

/** One JSON object a line; blank lines are passed over. */
export function parseJsonl(text: string, file: string): RawRow[] {
  const rows: RawRow[] = [];
  let line = 0;
  for (const source of text.split('\n')) {
    line += 1;
    if (source.trim() === '') continue;
    const at = { file, line };
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch (cause) {
      throw new WeighbridgeError('data', `not JSON: ${(cause as Error).message}`, {
        at,
        fix: 'Write one JSON object a line.',
        cause,
      });
    }
    rows.push(rowFrom(value, at));
  }
  return rows;
}
