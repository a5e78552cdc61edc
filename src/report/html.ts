import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { VerdictFile } from '../core/domain/decision.ts';
import type { Block, TableBlock } from './blocks.ts';
import { oneLine, truncate } from './escape.ts';
import { svgFigure } from './figure-svg.ts';
import { labelOf, summaryLine, verdictLabel } from './headline.ts';
import { STYLE } from './html-style.ts';
import { type Inline, toPlain } from './inline.ts';
import { EVERYTHING, type ReportContext, type Section } from './section.ts';
import { sectionsFor } from './sections/registry.ts';

/** Nothing may load, run or be sent anywhere, whatever stands in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Of a name or path; whole outputs have room of their own. */
const CODE_LENGTH = 400;

/**
 * The whole report as one page that needs nothing else: every gate with its numbers and figure, every group, every changed
 * sample that the verdict file carries. No script; text of models is text and nothing more.
 */
export function renderHtml(file: VerdictFile, context: ReportContext): string {
  const sections = sectionsFor(file, { medium: 'page', context, rung: EVERYTHING });
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('title', `Weighbridge: ${toPlain(summaryLine(file))}`),
          h('style', STYLE),
        ]),
        h('body', [h('main', sections.flatMap(sectionElements))]),
      ]),
    ],
  };
  return `${toHtml(page)}\n`;
}

function sectionElements({ title, blocks }: Section, index: number): ElementContent[] {
  if (title === null) return blocks.map((block) => element(block, 2));
  const id = `section-${index}`;
  return [
    h('section', { ariaLabelledBy: id }, [
      h('h2', { id }, title),
      ...blocks.map((block) => element(block, 3)),
    ]),
  ];
}

/** @param depth of a heading here */
function element(block: Block, depth: 2 | 3): Element {
  switch (block.kind) {
    case 'headline':
      return h('h1', [badge(block.verdict, labelOf(block.words)), ' ', ...nodes(block.content)]);
    case 'heading':
      return h(`h${depth}`, nodes(block.content));
    case 'paragraph':
      return h('p', nodes(block.content));
    case 'list':
      return h(
        'ul',
        block.items.map(({ content, below }) =>
          h('li', [...nodes(content), ...(below.length === 0 ? [] : [bullets(below)])]),
        ),
      );
    case 'table':
      return tableElement(block);
    case 'fields':
      return h(
        'dl',
        block.rows.flatMap(([name, value]) => [h('dt', nodes(name)), h('dd', nodes(value))]),
      );
    case 'code':
      return h('pre', block.text);
    case 'sides':
      return h(
        'div',
        { className: ['sides'] },
        block.sides.map(([title, content]) =>
          h('div', [h('p', { className: ['side'] }, title), element(content, depth)]),
        ),
      );
    case 'figure':
      return h('figure', [svgFigure(block.scale, toPlain(block.words)), h('figcaption', nodes(block.words))]);
    case 'details': {
      const { verdict, isOpen, summary, children } = block;
      const className = verdict === null ? [] : ['gate', verdict];
      return h('details', { className, open: isOpen }, [
        h('summary', [...(verdict === null ? [] : [badge(verdict), ' ']), ...nodes(summary)]),
        ...children.map((child) => element(child, 3)),
      ]);
    }
  }
}

const bullets = (lines: readonly Inline[]): Element =>
  h(
    'ul',
    lines.map((line) => h('li', nodes(line))),
  );

const badge = (verdict: VerdictFile['verdict'], label = verdictLabel(verdict)): Element =>
  h('span', { className: ['verdict', verdict] }, label);

/** A table that scrolls by itself where it is wider than the page. */
function tableElement({ caption, columns, rows }: TableBlock): Element {
  const className = (index: number) => (columns[index]?.align === 'right' ? 'number' : undefined);
  const cells = (row: readonly Inline[]) =>
    row.map((cell, index) =>
      index === 0
        ? h('th', { scope: 'row' }, nodes(cell))
        : h('td', { className: className(index) }, nodes(cell)),
    );
  const head = columns.map(({ title }, index) =>
    h('th', { scope: 'col', className: className(index) }, nodes(title)),
  );
  return h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', [
      h('caption', caption),
      h('thead', h('tr', head)),
      h(
        'tbody',
        rows.map((row) => h('tr', cells(row))),
      ),
    ]),
  ]);
}

/** A line as nodes: data becomes text and never markup, since the tree's serializer escapes every text. */
const nodes = (line: Inline): ElementContent[] => line.map(node);

function node(part: Inline[number]): ElementContent {
  switch (part.kind) {
    case 'ours':
      return { type: 'text', value: part.text };
    case 'strong':
      return h('strong', part.text);
    case 'code':
      return h('code', truncate(oneLine(part.text), CODE_LENGTH) || '(empty)');
    case 'prose':
      return { type: 'text', value: oneLine(part.text) };
    case 'verdict':
      return badge(part.verdict);
    case 'link':
      return h('a', { href: part.url }, part.text);
  }
}
