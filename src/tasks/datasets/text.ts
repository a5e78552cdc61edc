import type { RawRow } from './row.ts';

/** A prompt a line; empty lines part them. */
export const rowsOfText = (text: string): RawRow[] =>
  text
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ line: index + 1, fields: { prompt: line.trim() } }],
    );
