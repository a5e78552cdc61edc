import type { Hash } from 'node:crypto';
import { z } from 'zod';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { MAX_FILE_BYTES, utf8Of } from './files.ts';
import { parseAs, parseLenientJson } from './json.ts';

/** A table as pandas writes it with `orient="split"`, and so `mlflow.log_table`: `{"columns": [...], "data": [[...], ...]}`. */
const splitTable = z.object({
  columns: z.array(z.string()).min(1),
  data: z.array(z.array(z.unknown())),
});

const HEAD = /^\s*\{\s*"columns"\s*:\s*(\[[^\]]*\])\s*,\s*"(?:data|index)"\s*:/;

/** The columns of such a table, by how it begins; null for what is none. */
export function splitColumns(head: string): readonly string[] | null {
  const [, written] = HEAD.exec(head) ?? [];
  if (written === undefined) return null;
  try {
    const columns = z.array(z.string()).safeParse(JSON.parse(written));
    return columns.success ? columns.data : null;
  } catch {
    return null;
  }
}

/**
 * The rows of such a table, each as what its columns hold.
 * @throws WeighbridgeError `data` for what is no such table, two columns of one name, and a row with more or fewer values
 */
export async function readSplitTable(
  file: string,
  hash?: Hash,
): Promise<{
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}> {
  const parts: Buffer[] = [];
  for await (const chunk of utf8Of(file, hash, MAX_FILE_BYTES)) parts.push(chunk);
  const text = new TextDecoder().decode(Buffer.concat(parts));
  const { columns, data } = parseAs(splitTable, parseLenientJson(text, { file }), 'a table of pandas', {
    file,
  });
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined)
    throw new WeighbridgeError('data', `two columns are called ${JSON.stringify(twice)}`, { at: { file } });
  const rows = data.map((row, index) => {
    if (row.length !== columns.length) {
      const message = `${row.length} values in a row, and ${columns.length} columns`;
      throw new WeighbridgeError('data', message, { at: { file, key: `data.${index}` } });
    }
    // `__proto__` is a name like any other.
    return Object.fromEntries(columns.map((name, at) => [name, row[at]]));
  });
  return { columns, rows };
}
