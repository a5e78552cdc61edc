import { parseJson } from '../../core/domain/json.ts';
import { type RawRow, rowFrom } from './row.ts';

/** One JSON object a line; blank lines are passed over. */
export function parseJsonl(text: string, file: string): RawRow[] {
  const rows: RawRow[] = [];
  let line = 0;
  for (const source of text.split('\n')) {
    line += 1;
    if (source.trim() === '') continue;
    const at = { file, line };
    rows.push(
      rowFrom(
        parseJson(source, at, 'write one JSON object a line; a file that is one list is called .json'),
        at,
      ),
    );
  }
  return rows;
}
