import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Column } from '../columns.ts';
import { oneLine, truncate, visible } from '../escape.ts';
import type { Inline } from '../inline.ts';

/** Of a name or path; whole outputs have room of their own. */
const CODE_LENGTH = 400;

/** A line as nodes: data becomes text and never markup, since the tree's serializer escapes every text. */
export function nodes(line: Inline): ElementContent[] {
  return line.map(({ kind, text }) =>
    kind === 'code'
      ? h('code', truncate(oneLine(text), CODE_LENGTH) || '(empty)')
      : { type: 'text', value: kind === 'ours' ? text : spaced(text) },
  );
}

/** On one line, with the blanks that part it from its neighbours. */
function spaced(text: string): string {
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  return `${before}${oneLine(text)}${after}`;
}

/** Text of a model, as it is but for characters that nobody sees. */
export function quoted(text: string): ElementContent {
  return h('pre', visible(text));
}

export function list(lines: readonly Inline[]): ElementContent[] {
  return lines.length === 0
    ? []
    : [
        h(
          'ul',
          lines.map((line) => h('li', nodes(line))),
        ),
      ];
}

/** A table that scrolls by itself where it is wider than the page. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): ElementContent {
  const className = ({ align }: Column<Row>) => (align === 'right' ? 'number' : undefined);
  const [first, ...rest] = columns;
  const head = columns.map((column) =>
    h('th', { scope: 'col', className: className(column) }, nodes(column.title(rows))),
  );
  const body = rows.map((row) => [
    ...(first === undefined ? [] : [h('th', { scope: 'row' }, nodes(first.cell(row)))]),
    ...rest.map((column) => h('td', { className: className(column) }, nodes(column.cell(row)))),
  ]);
  return h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', [
      h('caption', caption),
      h('thead', h('tr', head)),
      h(
        'tbody',
        body.map((cells) => h('tr', cells)),
      ),
    ]),
  ]);
}

/** Names and values. */
export function pairs(rows: readonly (readonly [name: string, value: string])[]): ElementContent {
  return h(
    'dl',
    rows.flatMap(([name, value]) => [h('dt', name), h('dd', oneLine(value))]),
  );
}

export function section(id: string, title: string, children: readonly ElementContent[]): ElementContent[] {
  return children.length === 0
    ? []
    : [h('section', { ariaLabelledBy: id }, [h('h2', { id }, title), ...children])];
}
