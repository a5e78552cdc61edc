/** A fenced code block. */
export interface CodeBlock {
  /** First word after the opening fence, in lower case; empty where there is none. */
  readonly language: string;
  readonly code: string;
  /** Whether the fence was closed: CommonMark lets it run to the end. */
  readonly closed: boolean;
}

export interface MarkdownTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const OPENING = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const DELIMITER = /^:?-+:?$/;
/** The beginning of a quote, heading, list, line or HTML, or code by its indentation: no line of a table. */
const OTHER_BLOCK =
  /^(?: {4}| {0,3}(?:\t|>|<[A-Za-z!?/]|#{1,6}(?:[ \t]|$)|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$))/;

interface Split {
  readonly blocks: readonly CodeBlock[];
  /** Lines outside all blocks, in order. */
  readonly others: readonly string[];
}

/**
 * Fenced code blocks as CommonMark 0.31, section 4.5, has them, at the top level: those inside lists and quotes are text. Line by
 * line: a whole parser of Markdown takes a minute for a hostile line of 60 kB.
 */
export function fencedBlocks(text: string): Split {
  const blocks: CodeBlock[] = [];
  const others: string[] = [];
  let open: { readonly fence: string; readonly language: string; readonly lines: string[] } | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (open === null) {
      const [, fence, info = ''] = OPENING.exec(line) ?? [];
      // Backticks in the info would make it a code span.
      if (fence === undefined || (fence.startsWith('`') && info.includes('`'))) others.push(line);
      else {
        const [language = ''] = info.trim().split(/\s/);
        open = { fence, language: language.toLowerCase(), lines: [] };
        // What stands before and after a block are not neighbours.
        others.push('');
      }
    } else if (closes(line, open.fence)) {
      blocks.push({ language: open.language, code: open.lines.join('\n'), closed: true });
      open = null;
    } else open.lines.push(line);
  }
  if (open !== null) blocks.push({ language: open.language, code: open.lines.join('\n'), closed: false });
  return { blocks, others };
}

function closes(line: string, fence: string): boolean {
  const [, found = '', rest = ''] = OPENING.exec(line) ?? [];
  return found.startsWith(fence) && rest.trim() === '';
}

/** What is inside the only code block; the text itself where there is none, or are several. */
export function insideFence(text: string): string {
  const { blocks } = fencedBlocks(text);
  return blocks.length === 1 ? (blocks[0]?.code ?? text) : text;
}

/** Tables as GitHub Flavored Markdown has them, section 4.10, but with their cells as they are: a row may have too few or too many. */
export function markdownTables(text: string): MarkdownTable[] {
  const lines = fencedBlocks(text).others;
  const tables: MarkdownTable[] = [];
  for (let at = 0; at + 1 < lines.length; at += 1) {
    if (lines.slice(at, at + 2).some((line) => OTHER_BLOCK.test(line))) continue;
    const header = cellsOf(lines[at] ?? '');
    const delimiters = cellsOf(lines[at + 1] ?? '');
    if (header === null || delimiters?.length !== header.length) continue;
    if (!delimiters.every((cell) => DELIMITER.test(cell))) continue;
    const rows: (readonly string[])[] = [];
    for (at += 2; at < lines.length; at += 1) {
      const line = lines[at] ?? '';
      if (line.trim() === '' || OTHER_BLOCK.test(line)) break;
      rows.push(cellsOf(line) ?? [line.trim()]);
    }
    tables.push({ header, rows });
  }
  return tables;
}

/** Cells between bars that no backslash escapes; null of a line without a bar. */
function cellsOf(line: string): string[] | null {
  const text = line.trim();
  const cells: string[] = [];
  let cell = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') {
      cell += text.slice(index, index + 2);
      index += 1;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  if (cells.length === 0) return null;
  if (text.startsWith('|')) cells.shift();
  // What follows the last bar is a cell unless nothing does.
  if (cell.trim() !== '' || cells.length === 0) cells.push(cell.trim());
  return cells;
}
