import { WeighbridgeError } from '../../core/domain/errors.ts';
import { refuseRepeatedKeys, survey } from '../../core/domain/json.ts';
import { isOfArticles, questionsOfArticle } from './articles.ts';
import { type RawRow, rowFrom } from './row.ts';

/** A list of objects, or an object of which exactly one member is a list: `{"version": 1, "examples": [...]}`. Articles of SQuAD become their questions. */
export function rowsOfJson(text: string, file: string): RawRow[] {
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const at = { file, line: lineOfFault(text) };
    throw new WeighbridgeError('data', `not JSON: ${(cause as Error).message}`, {
      ...{ at, cause },
      fix: 'correct the line; a file of one object a line is called .jsonl',
    });
  }
  refuseRepeatedKeys(text, survey(value, { file }).keys, { file });
  const lines = elements(text).map((element) => element.line);
  const list = listIn(value, file);
  const rowsAt = isOfArticles(list) ? questionsOfArticle : (row: unknown) => [row];
  return list.flatMap((each, index) => {
    const at = { file, line: lines[index] ?? 1 };
    return rowsAt(each, at).map((row) => rowFrom(row, at));
  });
}

function listIn(value: unknown, file: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const lists = typeof value === 'object' && value !== null ? Object.values(value).filter(Array.isArray) : [];
  const [list] = lists;
  if (list !== undefined && lists.length === 1) return list;
  throw new WeighbridgeError('data', `expected a list of rows, found ${lists.length} lists`, {
    at: { file, line: 1 },
    fix: 'make the file a list of objects (of pandas: orient="records"), or an object with a single list; for one object a line use .jsonl',
  });
}

interface Element {
  readonly text: string;
  readonly line: number;
}

/**
 * Texts and lines of the elements of the outermost list, which JSON.parse does not tell. The list is the root or a
 * member of the root.
 */
function elements(text: string): Element[] {
  const found: Element[] = [];
  let line = 1;
  let depth = 0;
  let listDepth = -1;
  let inString = false;
  let start: { readonly offset: number; readonly line: number } | null = null;

  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '\n') line += 1;
    if (inString) {
      if (character === '\\') offset += 1;
      else if (character === '"') inString = false;
      continue;
    }
    const closes = character === ']' || character === '}';
    if (start !== null && depth === listDepth && (character === ',' || closes)) {
      found.push({ text: text.slice(start.offset, offset), line: start.line });
      start = null;
    }
    const begins = depth === listDepth && start === null && !/[\s,\]]/.test(character ?? '');
    if (begins) start = { offset, line };
    if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (character === '[' && listDepth === -1 && depth <= 2) listDepth = depth;
    } else if (closes) {
      if (depth === listDepth) break;
      depth -= 1;
    }
  }
  if (start !== null) found.push({ text: text.slice(start.offset), line: start.line });
  return found;
}

/** Line of the first row that is not JSON; the last line when the fault lies outside the rows, as in a cut-off file. */
function lineOfFault(text: string): number {
  for (const element of elements(text)) {
    try {
      JSON.parse(element.text);
    } catch {
      return element.line;
    }
  }
  return text.trimEnd().split('\n').length;
}
