import type { ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { type Chart, type ChartRow, type ChartSeries, isShortName } from './blocks.ts';
import { breakable } from './html-names.ts';

/** Names are text beside the drawing, and not in it: they stay readable on a phone, and break where they must. */
export function chartElements(chart: Chart): ElementContent[] {
  switch (chart.kind) {
    case 'intervals':
      return [
        h('ul', { className: ['rows'] }, [
          h(
            'li',
            ['', ends(chart.ends), ''].map((content) => h('span', content)),
          ),
          ...chart.rows.map((row) =>
            h('li', [h('span', breakable(row.label)), intervalRow(row, chart.line), h('span', row.end)]),
          ),
        ]),
      ];
    case 'columns':
      return [
        legend(chart.series, BOXES),
        h(
          'ul',
          { className: ['rows'] },
          chart.labels.map((label, index) =>
            h('li', [
              h('span', breakable(label)),
              columnRow(chart.series.map(({ values }) => values[index] ?? 0)),
              h('span', ''),
            ]),
          ),
        ),
      ];
    case 'square':
      return [legend(chart.series), square(chart.series)];
    case 'matrix':
      return [matrix(chart)];
    case 'lines':
      return [legend(chart.series), lines(chart)];
  }
}

const ends = ([left, right]: readonly [string, string]): ElementContent[] => [
  h('span', { className: ['ends'] }, [h('span', left), h('span', right)]),
];

/** Units of the drawings' own coordinates. */
const WIDTH = 400;
const HEIGHT = 18;

const at = (place: number): number => Math.round(Math.min(1, Math.max(0, place)) * WIDTH * 10) / 10;

/** An end that nothing is known about runs to the edge, without a cap. */
function intervalRow({ low, value, high, isFilled }: ChartRow, line: number): ElementContent {
  const middle = HEIGHT / 2;
  const cap = (place: number | null) =>
    place === null ? [] : [s('line', { x1: at(place), x2: at(place), y1: middle - 5, y2: middle + 5 })];
  return s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}` }, [
    s('line', { className: ['limit'], x1: at(line), x2: at(line), y1: 0, y2: HEIGHT }),
    s('g', { className: ['interval', isFilled ? 'filled' : 'open'] }, [
      s('line', { x1: at(low ?? 0), x2: at(high ?? 1), y1: middle, y2: middle }),
      ...cap(low),
      ...cap(high),
      s('circle', { cx: at(value), cy: middle, r: 5 }),
    ]),
  ]);
}

const columnRow = (values: readonly number[]): ElementContent =>
  s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    values.map((value, index) =>
      s('rect', {
        className: [SERIES[index] ?? ''],
        ...{
          x: 0,
          y: (index * HEIGHT) / values.length,
          width: at(value),
          height: HEIGHT / values.length - 1,
        },
      }),
    ),
  );

const SERIES = ['first', 'second'];
const MARKS = ['○', '◆'];
const BOXES = ['□', '■'];

const legend = (series: readonly ChartSeries[], marks: readonly string[] = MARKS): ElementContent =>
  h(
    'p',
    { className: ['side'] },
    series.map(({ name }, index) => `${index > 0 ? ' · ' : ''}${marks[index]} ${name}`),
  );

const TALL = 120;

/** What has risen to where, from left to right. */
function lines({
  series,
  line,
  ends: [left, right],
}: Extract<Chart, { readonly kind: 'lines' }>): ElementContent {
  const up = (value: number) => Math.round((FRAME / 2 + (1 - value) * TALL) * 10) / 10;
  const across = (value: number) => FRAME + at(value);
  const drawn = series.map(({ values, across: places = [] }, index) => {
    const points = values.map((value, position) => [across(places[position] ?? 0), up(value)] as const);
    const [x, y] = points.at(-1) ?? [0, 0];
    return s('g', { className: ['line', SERIES[index] ?? ''] }, [
      s('polyline', { points: points.map((point) => point.join(',')).join(' ') }),
      s('text', { x: x + 4, y: y + 4 }, MARKS[index] ?? ''),
    ]);
  });
  const floor = TALL + FRAME;
  return s('svg', { className: ['evidence'], viewBox: `0 0 ${WIDTH + 2 * FRAME} ${TALL + 1.5 * FRAME}` }, [
    s('line', { className: ['axis'], x1: across(0), y1: up(0), x2: across(1), y2: up(0) }),
    s('line', { className: ['limit'], x1: across(0), y1: up(line.at), x2: across(1), y2: up(line.at) }),
    s('text', { x: across(0), y: up(line.at) - 4 }, line.label),
    s('text', { x: across(0), y: floor }, left),
    s('text', { x: across(1), y: floor, textAnchor: 'end' }, right),
    ...drawn,
  ]);
}

const SIDE = 240;
const FRAME = 24;

/** The stronger the shade, the more. */
function matrix({ names, rows }: Extract<Chart, { readonly kind: 'matrix' }>): ElementContent {
  const cell = SIDE / Math.max(1, ...rows.map(({ length }) => length));
  const place = (index: number) => Math.round((FRAME + index * cell) * 10) / 10;
  const label = (index: number) => (names.every(isShortName) ? names[index] : undefined) ?? String(index + 1);
  const height = place(rows.length);
  const cells = rows.flatMap((row, down) =>
    row.map((share, across) =>
      s('rect', {
        className: [down === across ? 'right' : 'wrong'],
        ...{ x: place(across), y: place(down) - FRAME / 2, width: cell, height: cell },
        fillOpacity: Math.round(share * 100) / 100,
      }),
    ),
  );
  return s('svg', { className: ['square', 'matrix'], viewBox: `0 0 ${SIDE + 2 * FRAME} ${height + FRAME}` }, [
    ...cells,
    ...rows.map((_, down) =>
      s('text', { x: FRAME - 4, y: place(down + 0.5) - FRAME / 2 + 4, textAnchor: 'end' }, label(down)),
    ),
    ...(rows[0] ?? []).map((_, across) =>
      s(
        'text',
        { x: place(across + 0.5), y: height + 6, textAnchor: 'middle' },
        across < names.length ? label(across) : '…',
      ),
    ),
  ]);
}

/** What was said against what was so; on the diagonal both are one. */
function square(series: readonly ChartSeries[]): ElementContent {
  const place = (value: number) => Math.round((FRAME + value * SIDE) * 10) / 10;
  const up = (value: number) => Math.round((FRAME / 2 + (1 - value) * SIDE) * 10) / 10;
  const mark = (index: number, x: number, y: number) =>
    index === 0
      ? s('circle', { className: ['first'], cx: place(x), cy: up(y), r: 4 })
      : s('path', { className: ['second'], d: `M${place(x)} ${up(y) - 5}l5 5l-5 5l-5-5z` });
  return s('svg', { className: ['square'], viewBox: `0 0 ${SIDE + 2 * FRAME} ${SIDE + 2 * FRAME}` }, [
    s('rect', { className: ['frame'], x: FRAME, y: FRAME / 2, width: SIDE, height: SIDE }),
    s('line', { className: ['axis'], x1: place(0), y1: up(0), x2: place(1), y2: up(1) }),
    ...['0', '0.5', '1'].flatMap((label) => [
      s('text', { x: place(Number(label)), y: SIDE + FRAME + 6, textAnchor: 'middle' }, label),
      s('text', { x: FRAME - 4, y: up(Number(label)) + 4, textAnchor: 'end' }, label),
    ]),
    ...series.flatMap(({ values, across = [] }, index) =>
      values.map((value, position) => mark(index, across[position] ?? 0, value)),
    ),
  ]);
}
