import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { VerdictFile } from '../core/domain/decision.ts';
import type { ShownSamples } from '../core/domain/shown-samples.ts';
import type { Block, TableBlock } from './blocks.ts';
import { chartElements } from './chart-svg.ts';
import { oneLine } from './escape.ts';
import { svgFigure } from './figure-svg.ts';
import { labelOf, summaryLine, verdictLabel } from './headline.ts';
import { breakable } from './html-names.ts';
import { STYLE } from './html-style.ts';
import { type Inline, toPlain } from './inline.ts';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH } from './page-script.ts';
import { EVERYTHING, type ReportContext, type Section } from './section.ts';
import { sectionsFor } from './sections/registry.ts';

/** Nothing may load, run or be sent anywhere, whatever stands in the page; but for our own script, where there are samples. */
const policyOf = (script: string) =>
  `default-src 'none'; ${script}style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

/** Samples with what the page's script unpacks them from: gzip, in base64, of their JSON. */
export interface PackedSamples {
  readonly samples: ShownSamples;
  readonly text: string;
}

/**
 * The whole report as one page that needs nothing else: every gate with its numbers and figure, every group, every sample
 * that there is room for. Text of models is text and nothing more.
 */
export function renderHtml(
  file: VerdictFile,
  context: ReportContext,
  packed: PackedSamples | null = null,
): string {
  const samples = packed === null || packed.samples.samples.length === 0 ? null : packed;
  const sections = sectionsFor(file, {
    ...{ medium: 'page', context },
    ...(samples === null
      ? { rung: EVERYTHING, ...(packed === null ? {} : { samples: packed.samples }) }
      : { rung: { ...EVERYTHING, samples: 0 }, samples: samples.samples }),
  });
  return htmlPage(`Weighbridge: ${toPlain(summaryLine(file))}`, sections, samples);
}

/** Sections as one page that needs nothing else; its title is its heading where no section has one. */
export function htmlPage(
  title: string,
  sections: readonly Section[],
  samples: PackedSamples | null = null,
): string {
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', {
            httpEquiv: 'Content-Security-Policy',
            content: policyOf(samples === null ? '' : `script-src '${PAGE_SCRIPT_HASH}'; `),
          }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('title', title),
          h('style', STYLE),
        ]),
        h('body', [
          h('main', [
            ...(hasHeadline(sections) ? [] : [h('h1', title)]),
            ...sections.flatMap(sectionElements),
          ]),
          ...(samples === null
            ? []
            : [
                h('script', { type: 'text/plain', id: 'samples-data' }, samples.text),
                h('script', PAGE_SCRIPT),
              ]),
        ]),
      ]),
    ],
  };
  nameApart(
    page,
    new Map(sections.flatMap((section) => (section.title === null ? [] : [[section.title, 1]]))),
  );
  return `${toHtml(page)}\n`;
}

const hasHeadline = (sections: readonly Section[]): boolean =>
  sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'headline'));

/** Regions that are called alike, such as tables of several tasks, or as the section that they stand in, cannot be told apart by ear: the later ones get a number. */
function nameApart(node: Root | ElementContent | Root['children'][number], seen: Map<string, number>): void {
  if (!('children' in node)) return;
  if (node.type === 'element' && node.properties.role === 'region') {
    const name = String(node.properties.ariaLabel);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count > 1) node.properties.ariaLabel = `${name} (${count})`;
  }
  for (const child of node.children) nameApart(child, seen);
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
    case 'chart': {
      const label = toPlain(block.words);
      return h('figure', [
        h('div', { role: 'img', ariaLabel: label }, chartElements(block.chart)),
        h('figcaption', nodes(block.words)),
        h('details', [h('summary', 'As a table'), element(block.table, depth)]),
      ]);
    }
    case 'samples':
      return h('div', { id: 'samples' }, [h('p', nodes(block.words))]);
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

/** Characters of `−31.2 pp`, and of a few more: such a number stays with its unit, where an interval may be broken. */
const SHORT_NUMBER = 12;

/** A table that scrolls by itself where it is wider than the page. */
function tableElement({ caption, columns, rows }: TableBlock): Element {
  const className = (index: number) => (columns[index]?.align === 'right' ? 'number' : undefined);
  const numberClasses = (index: number, cell: Inline) =>
    className(index) && toPlain(cell).length <= SHORT_NUMBER ? ['number', 'short'] : className(index);
  // Where there is no room for its columns each row becomes a card: then roles have to say that it is a table.
  const isWide = columns.length > 3;
  const role = (name: string) => (isWide ? { role: name } : {});
  const cells = (row: readonly Inline[]) =>
    row.map((cell, index) =>
      index === 0
        ? h('th', { scope: 'row', ...role('rowheader') }, nodes(cell))
        : h(
            'td',
            {
              className: numberClasses(index, cell),
              ...role('cell'),
              ...titleOf(columns[index]?.title ?? []),
            },
            nodes(cell),
          ),
    );
  // Nothing foreign stands in an attribute as markup would.
  const titleOf = (title: Inline) => (isWide ? { dataTitle: toPlain(title).replace(/[<>&"']/g, ' ') } : {});
  const head = columns.map(({ title }, index) =>
    h('th', { scope: 'col', className: className(index), ...role('columnheader') }, nodes(title)),
  );
  return h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', { className: isWide ? ['cards'] : [], ...role('table') }, [
      h('caption', caption),
      h('thead', role('rowgroup'), h('tr', role('row'), head)),
      h(
        'tbody',
        role('rowgroup'),
        rows.map((row) => h('tr', role('row'), cells(row))),
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
      return h('code', breakable(part.text));
    case 'prose':
      return { type: 'text', value: oneLine(part.text) };
    case 'verdict':
      return badge(part.verdict);
    case 'link':
      return h('a', { href: part.url }, part.text);
  }
}
