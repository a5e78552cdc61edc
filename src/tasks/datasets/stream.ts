import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject } from '../../core/domain/json.ts';
import { delimiterOf } from './csv.ts';

/** A line of a training file, with the texts that stand in it. */
export interface TextLine {
  readonly line: number;
  readonly texts: readonly string[];
}

const GZIP = 0x8b1f;
const DELIMITERS: Readonly<Record<string, (header: string) => string>> = {
  csv: delimiterOf,
  tsv: () => '\t',
};

/**
 * Text files of any size, line by line: of a line of JSON every text in it, of any other line all of it, and
 * of a table its cells besides. Packed with gzip or not.
 * @throws WeighbridgeError `data` for a file that cannot be read, or that is no text
 */
export async function* textLines(file: string): AsyncIterable<TextLine> {
  if (/\.(parquet|zst|arrow|bin)$/i.test(file)) {
    throw new WeighbridgeError('data', 'training files of this kind are not read', {
      at: { file },
      fix: 'write it as JSONL, which may be packed with gzip',
    });
  }
  try {
    const packed = await isGzip(file);
    const delimiterIn = DELIMITERS[/\.([ct]sv)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? ''];
    const bytes = createReadStream(file);
    const input = packed ? bytes.pipe(createGunzip()) : bytes;
    bytes.on('error', (error) => input.destroy(error));
    let [line, delimiter]: [number, string | undefined] = [0, undefined];
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      delimiter ??= delimiterIn?.(text);
      if (text.includes('\0')) {
        throw new WeighbridgeError('data', 'is no text', {
          at: { file, line },
          fix: 'name training files that can be read, in UTF-8: JSONL, CSV or text, unpacked or packed with gzip',
        });
      }
      if (text.trim() !== '')
        yield { line, texts: delimiter === undefined ? textsOf(text) : [text, ...cellsOf(text, delimiter)] };
    }
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    throw new WeighbridgeError('data', `cannot be read: ${messageOf(cause)}`, {
      ...{ at: { file }, cause },
      fix: 'name training files that can be read: JSONL, CSV or text',
    });
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16LE() === GZIP;
  } finally {
    await handle.close();
  }
}

function textsOf(line: string): readonly string[] {
  if (!/^\s*[[{]/.test(line)) return [line];
  try {
    const texts: string[] = [];
    collect(JSON.parse(line), texts);
    return texts;
  } catch {
    return [line];
  }
}

/** Of one line: a cell of several lines is read line by line, as other text is. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  try {
    return parse(line, { delimiter, relax_quotes: true, relax_column_count: true }).flat();
  } catch {
    // A cell that goes on in the next line leaves its quotes open, and those before it are whole all the same.
    return line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''));
  }
}

/** Turns of a conversation stand in lists of objects. */
function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, texts);
  else if (isObject(value)) for (const item of Object.values(value)) collect(item, texts);
}
