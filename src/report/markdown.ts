import { markdownTable } from 'markdown-table';
import type { Html, PhrasingContent, RootContent, Table } from 'mdast';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { VerdictFile } from '../core/domain/decision.ts';
import { type Block, type ListItem, paragraph, type TableBlock, verbatim } from './blocks.ts';
import { htmlCode, proseWords } from './escape.ts';
import { labelOf, VERDICT_WORDS } from './headline.ts';
import { type Inline, inline, joined, ours, strong, toPlain } from './inline.ts';
import { LADDER, type ReportContext, type RungName, type Section } from './section.ts';
import { sectionsFor } from './sections/registry.ts';
import { commitSentence, titlePrefix } from './sections/verdict.ts';

/** GitHub cuts comments at 65,536 characters; the rest is room for the marker and for escapes counted differently. */
export const COMMENT_BYTES = 60_000;
/** A job summary may have 1 MiB. */
export const SUMMARY_BYTES = 1_000_000;

export interface RenderedReport {
  readonly markdown: string;
  /** Name of the rung that fitted. */
  readonly rung: RungName;
}

const encoder = new TextEncoder();

/**
 * The report as Markdown for a comment or a job summary: the first line says the verdict and the number that decided
 * it. Of the ladder's rungs, the fullest that fits into `bytes` of UTF-8.
 */
export function renderMarkdown(file: VerdictFile, context: ReportContext, bytes: number): RenderedReport {
  for (const rung of LADDER) {
    const sections = sectionsFor(file, { medium: 'comment', context, rung });
    if (sections.some(({ blocks }) => verbatimLength(blocks) > bytes)) continue;
    const markdown = serialize(sections.flatMap(folded));
    if (encoder.encode(markdown).length <= bytes) return { markdown, rung: rung.name };
  }
  throw new Error(`not even the verdict fits into ${bytes} bytes`);
}

/** What cannot fit need not be written to be measured: outputs are by far the most of a long report. */
const verbatimLength = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.kind === 'code') return sum + block.text.length;
    if (block.kind === 'details') return sum + verbatimLength(block.children);
    if (block.kind === 'sides') return sum + verbatimLength(block.sides.map(([, content]) => content));
    return sum;
  }, 0);

export const blocksToMarkdown = (blocks: readonly Block[]): string => serialize(blocks.flatMap(node));

/** A table without padding: a long one costs 40 % less of the comment's budget. */
const tableHandle: Handle = ({ align, children }: Table, _, state, info) => {
  const rows = children.map((row) =>
    row.children.map((cell) => state.containerPhrasing(cell, { ...info, before: '|', after: '|' })),
  );
  return markdownTable(rows, { align: align ?? null, alignDelimiters: false });
};

const OPTIONS: Options = {
  bullet: '-',
  handlers: { table: tableHandle },
  // A table's cell ends at a pipe, wherever it stands.
  unsafe: [{ character: '|' }],
};

const serialize = (children: RootContent[]): string => toMarkdown({ type: 'root', children }, OPTIONS);

/** A section with a title is folded. The blank line after the summary makes GitHub render the body as Markdown. */
function folded({ title, blocks }: Section): RootContent[] {
  const nodes = blocks.flatMap(node);
  return title === null
    ? nodes
    : [html(`<details><summary>${title}</summary>`), ...nodes, html('</details>')];
}

/** The only HTML is our own: elements that carry foreign text in entities, or none. */
const html = (value: string): Html => ({ type: 'html', value });

function node(block: Block): RootContent[] {
  switch (block.kind) {
    case 'headline':
      return node(paragraph(inline`${strong(labelOf(block.words))} ${block.content}`));
    case 'heading':
      return [{ type: 'heading', depth: 4, children: phrasing(block.content) }];
    case 'paragraph':
      return [{ type: 'paragraph', children: phrasing(block.content) }];
    case 'list':
      return [listNode(block.items)];
    case 'fields':
      return [
        listNode(block.rows.map(([name, value]) => ({ content: inline`${name}: ${value}`, below: [] }))),
      ];
    case 'table':
      return [tableNode(block)];
    // The fence becomes longer than any run of backticks in the text.
    case 'code':
      return [{ type: 'code', lang: block.language, value: block.text }];
    case 'sides':
      return block.sides.flatMap(([title, content]) => [
        ...node(paragraph(ours(`${title}:`))),
        ...node(content),
      ]);
    case 'figure':
      return node(paragraph(block.words));
    case 'chart':
      return node(block.table);
    // A page alone has it.
    case 'samples':
      return [];
    // One fold deep, which is that of the section.
    case 'details':
      return [...node(paragraph(block.summary)), ...block.children.flatMap(node)];
  }
}

function listNode(items: readonly ListItem[]): RootContent {
  return {
    type: 'list',
    spread: false,
    children: items.map(({ content, below }) => ({
      type: 'listItem',
      spread: false,
      children: [
        { type: 'paragraph', children: phrasing(content) },
        ...(below.length === 0 ? [] : [listNode(below.map((line) => ({ content: line, below: [] })))]),
      ],
    })),
  } as RootContent;
}

function tableNode({ columns, rows }: TableBlock): Table {
  const row = (cells: readonly Inline[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: phrasing(cell) })),
  });
  return {
    type: 'table',
    align: columns.map(({ align }) => align),
    children: [row(columns.map(({ title }) => title)), ...rows.map(row)],
  };
}

/** Data is a plain word or inert code, and never markup. */
function phrasing(line: Inline): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const text = (value: string) => {
    if (value === '') return;
    const last = nodes.at(-1);
    if (last?.type === 'text') last.value += value;
    else nodes.push({ type: 'text', value });
  };
  for (const part of line) {
    if (part.kind === 'strong')
      nodes.push({ type: 'strong', children: [{ type: 'text', value: part.text }] });
    else if (part.kind === 'code') nodes.push(html(htmlCode(part.text)));
    else if (part.kind === 'link')
      nodes.push({ type: 'link', url: part.url, children: [{ type: 'text', value: part.text }] });
    else if (part.kind === 'prose')
      proseWords(part.text).forEach(({ before, code, after }, index) => {
        text(`${index > 0 ? ' ' : ''}${before}`);
        if (code !== null) nodes.push(html(htmlCode(code, code.length)));
        text(after);
      });
    else text(part.text);
  }
  return nodes;
}

/** What is said where not even a verdict file could be made. */
export interface Fault {
  /** One sentence, without controls; its words may be hostile. */
  readonly summary: string;
  readonly markdown: string;
}

const FAULT_LENGTH = 4000;

/** A verdict of `invalid` for an error that kept the samples from being judged. */
export function describeFault(
  message: string,
  { commit = null, ownPolicy = false }: Pick<ReportContext, 'commit' | 'ownPolicy'> = {},
): Fault {
  const [first = ''] = message.split('\n', 1);
  const line = inline`the samples could not be judged: ${first}`;
  const unknown = ours('Nothing is known about the candidate.');
  const markdown = blocksToMarkdown([
    {
      kind: 'headline',
      verdict: 'invalid',
      words: VERDICT_WORDS.invalid,
      content: inline`${titlePrefix({ commit, ownPolicy })}${line}`,
    },
    paragraph(joined([strong('This blocks the merge.'), commitSentence(commit), unknown])),
    verbatim(message, FAULT_LENGTH),
  ]);
  return { summary: `Invalid: ${toPlain(line)}`, markdown };
}
