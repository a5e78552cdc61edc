import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';

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

/**
 * Where blocks end is all that is asked: what stands within lines is what takes a parser of Markdown minutes on a hostile line, and
 * tables do not depend on it.
 */
const BLOCKS_ALONE = {
  disable: {
    null: [
      ...['attention', 'autolink', 'codeText', 'hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage'],
      ...[
        'labelStartLink',
        'definition',
        'characterReference',
        'characterEscape',
        'strikethrough',
        'tasklistCheck',
      ],
      ...['wwwAutolink', 'protocolAutolink', 'emailAutolink', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'],
    ],
  },
};
/** As the delimiter row of a table has it, in whatever lists and quotes. */
const NO_DELIMITER = /[^ \t>*+\-0-9.)|:]/;
/** So many quotes in each other take time by their square, and are no answer. */
const TOO_DEEP = /^(?:[ \t]*>){100}/;

/** A heading's, or a line across: so many take time by their square, and the rest are taken for what they are to a table, its end. */
const UNDERLINE = /^[ \t>]*(?:-+|=+)\s*$/;
const MOST_UNDERLINES = 500;

/**
 * Tables as GitHub draws them (GFM 0.29, section 4.10), in lists and quotes too, but with their cells as they are: a row may have too few or
 * too many.
 */
export function markdownTables(text: string): MarkdownTable[] {
  const lines = text.replace(/^\uFEFF/, '').split(/(?<=\n)|(?<=\r)(?!\n)/);
  if (!lines.some((line) => line.includes('-') && !NO_DELIMITER.test(line.trimEnd()))) return [];
  let underlines = 0;
  const isCostly = (line: string) =>
    TOO_DEEP.test(line) || (UNDERLINE.test(line) && ++underlines > MOST_UNDERLINES);
  const read = lines.map((line) => (isCostly(line) ? '\n' : line)).join('');
  const chunks = preprocess()(read, undefined, true);
  const document = parse({ extensions: [gfm(), BLOCKS_ALONE] }).document();
  const tables: { header: string[]; rows: string[][] }[] = [];
  let [row, isCell]: [string[], boolean] = [[], false];
  for (const [kind, { type: typed, start, end }] of postprocess(document.write(chunks))) {
    // Those of an extension are not in its types.
    const type: string = typed;
    const table = tables.at(-1);
    if (kind === 'exit') {
      if (type === 'tableHead' && table !== undefined) table.header = row;
      if (type === 'tableRow' && table !== undefined && table.header.length > 0) table.rows.push(row);
    } else if (type === 'table') tables.push({ header: [], rows: [] });
    else if (type === 'tableRow') row = [];
    else if (type === 'tableHeader' || type === 'tableData') {
      row.push('');
      isCell = true;
    }
    // That of the delimiters is of no cell.
    else if (type === 'tableDelimiterRow') isCell = false;
    else if (type === 'tableContent' && isCell)
      row.push((row.pop() ?? '') + read.slice(start.offset, end.offset));
  }
  return tables;
}
