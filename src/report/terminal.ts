import type { GateResult, VerdictFile } from '../core/domain/decision.ts';
import type { ShownSample } from '../core/domain/shown-samples.ts';
import type { Verdict } from '../core/domain/verdict.ts';
import type { Block, Field, ListItem, TableBlock } from './blocks.ts';
import { truncate } from './escape.ts';
import { asciiChart, asciiFigure } from './figure-ascii.ts';
import { verdictLabel } from './headline.ts';
import { code, type Inline, inline, ours, plainPart, toPlain } from './inline.ts';
import { fenceLine } from './log-fence.ts';
import { EVERYTHING, type ReportContext, type Section } from './section.ts';
import { gateBlocks } from './sections/gate-details.ts';
import { sectionsFor } from './sections/registry.ts';
import { worstSamples } from './worst-samples.ts';

export interface TerminalOptions {
  /** ANSI colours, in addition to the words and never instead of them. */
  readonly color: boolean;
}

const PLAIN: TerminalOptions = { color: false };

const NO_CONTEXT: ReportContext = { artifactUrl: null, runUrl: null, elapsedSeconds: null };

const COLORS: Record<Verdict, number> = { pass: 32, inconclusive: 33, regression: 31, invalid: 35 };
const CELL_LENGTH = 60;

/** The same report for a terminal or a log: headline, table, and what an undecided or invalid verdict needs. */
export function renderTerminal(file: VerdictFile, options: TerminalOptions): string {
  const sections = sectionsFor(file, { medium: 'terminal', context: NO_CONTEXT, rung: EVERYTHING });
  return `${sections.map((section) => sectionLines(section, options).join('\n')).join('\n\n')}\n`;
}

/** How one gate came to its verdict, and what was said in the samples that lost most, where they were kept. */
export function renderExplanation(
  file: VerdictFile,
  gate: GateResult,
  samples: readonly ShownSample[] = [],
): string {
  const effect = gate.blocks ? 'it blocks the merge' : 'it does not block the merge';
  const title = `${toPlain(code(gate.id))}: ${verdictLabel(gate.verdict)} (${gate.tier}; ${effect})`;
  return `${[title, ...blocksToLines([...gateBlocks(file, gate), ...worstSamples(gate, samples)])].join('\n')}\n`;
}

function sectionLines({ title, blocks }: Section, options: TerminalOptions): string[] {
  const lines = blocksToLines(blocks, options);
  return title === null ? lines : [title, ...lines];
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`.trimEnd());

/** Blocks with a blank line between them; what follows a heading is indented below it. */
export function blocksToLines(blocks: readonly Block[], options: TerminalOptions = PLAIN): string[] {
  let isBelow = false;
  return blocks.flatMap((block, index) => {
    const own = lines(block, options);
    const previous = blocks[index - 1]?.kind ?? 'heading';
    const gap = previous === 'heading' || previous === 'headline' ? [] : [''];
    const shown = block.kind !== 'heading' && isBelow ? indented(own) : own;
    if (block.kind === 'heading') isBelow = true;
    return [...gap, ...shown];
  });
}

function lines(block: Block, options: TerminalOptions): string[] {
  const one = (line: Inline) => line.map((part) => painted(part, options)).join('');
  const items = (all: readonly ListItem[]) =>
    all.flatMap(({ content, below }) => [
      `- ${one(content)}`,
      ...indented(below.map((line) => `- ${one(line)}`)),
    ]);
  switch (block.kind) {
    case 'headline': {
      const { verdict, words, content } = block;
      const text = toPlain(inline`${ours(words.word)}: ${content}`);
      return [painted({ kind: 'verdict', verdict, text }, options)];
    }
    case 'heading':
    case 'paragraph':
      return [one(block.content)];
    case 'list':
      return items(block.items);
    case 'table':
      return tableLines(block, options);
    case 'fields':
      return fieldLines(block.rows);
    // Foreign texts cannot command a runner whose log this may be; a command is there to be copied.
    case 'code':
      return block.language === 'sh' ? block.text.split('\n') : block.text.split('\n').map(fenceLine);
    case 'sides':
      return block.sides.flatMap(([title, content]) => [`${title}:`, ...indented(lines(content, options))]);
    case 'figure':
      return [...asciiFigure(block.scale), '', one(block.words)];
    case 'chart':
      return [...asciiChart(block.chart), ...lines(block.table, options)];
    // A page alone has it.
    case 'samples':
      return [];
    case 'details': {
      const badge = block.verdict === null ? '' : `${verdictLabel(block.verdict)} `;
      return [`${badge}${one(block.summary)}`, ...indented(blocksToLines(block.children, options))];
    }
  }
}

function painted(part: Inline[number], { color }: TerminalOptions): string {
  const text = plainPart(part);
  return color && part.kind === 'verdict' ? `\u001b[${COLORS[part.verdict]}m${text}\u001b[0m` : text;
}

function fieldLines(rows: readonly Field[]): string[] {
  const named = rows.map(([name, value]) => [toPlain(name), toPlain(value)] as const);
  const width = Math.max(0, ...named.map(([name]) => name.length));
  return named.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd());
}

/** Columns aligned with spaces; the last one is not padded, since the symbols in it have no agreed width. */
function tableLines({ columns, rows }: TableBlock, options: TerminalOptions): string[] {
  const widthOf = (cell: Inline) => Math.min(CELL_LENGTH, Array.from(toPlain(cell)).length);
  const cells = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? []))));
  const padded = (cell: Inline, index: number) => {
    const plain = toPlain(cell);
    const cut = truncate(plain, CELL_LENGTH);
    const text = cut === plain ? cell.map((part) => painted(part, options)).join('') : cut;
    if (index === columns.length - 1) return text;
    const gap = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
    return columns[index]?.align === 'right' ? gap + text : text + gap;
  };
  return cells.map((row) => row.map(padded).join('  ').trimEnd());
}
