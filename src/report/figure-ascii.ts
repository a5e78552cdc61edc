import type { Chart, ChartRow, Mark, Scale } from './blocks.ts';
import { truncate } from './escape.ts';

/** Columns of the drawing. */
const WIDTH = 61;

/**
 * The interval against the limit, to scale:
 *
 * ```
 *                    not allowed │ allowed
 *            [─────────●─────────┼──]
 *   ─────────────────────────────┴──────────────────┬──────────
 *                             −2.0 pp              0.0 pp
 * ```
 *
 * `●` is the observed value. An end that nothing is known about is an arrow.
 */
export function asciiFigure({ low, value, high, limit, marks, safeSide }: Scale): readonly string[] {
  const column = (place: number) => Math.round(place * (WIDTH - 1));
  return [
    sides(column(limit), safeSide),
    interval(
      low === null ? null : column(low),
      column(value),
      high === null ? null : column(high),
      column(limit),
    ),
    axis(
      column(limit),
      marks.map(({ at }) => column(at)),
    ),
    ...labels(marks.map(({ at, label }) => ({ at: column(at), label }))),
  ].map((row) => row.trimEnd());
}

function sides(limit: number, safeSide: Scale['safeSide']): string {
  const [left, right] = safeSide === 'greater' ? ['not allowed', 'allowed'] : ['allowed', 'not allowed'];
  const before = left.length < limit ? left.padStart(limit - 1) : ' '.repeat(Math.max(0, limit - 1));
  return `${before}${limit > 0 ? ' ' : ''}│ ${right}`;
}

function interval(
  low: number | null,
  value: number,
  high: number | null,
  limit: number,
  width = WIDTH,
): string {
  const row = Array.from({ length: width }, () => ' ');
  const [from, to] = [low ?? 0, high ?? width - 1];
  row.fill('─', from, to + 1);
  row[from] = low === null ? '◄' : '[';
  row[to] = high === null ? '►' : ']';
  row[limit] = limit > from && limit < to ? '┼' : limit === from || limit === to ? (row[limit] ?? '│') : '│';
  row[value] = '●';
  return row.join('');
}

function axis(limit: number, ticks: readonly number[]): string {
  const row = Array.from({ length: WIDTH }, () => '─');
  for (const tick of ticks) row[tick] = '┬';
  row[limit] = '┼';
  return row.join('');
}

/** Labels centred under their marks, on a row of their own where two would touch. */
function labels(marks: readonly Mark[]): string[] {
  const rows: string[] = [];
  for (const { at, label } of marks) {
    const start = Math.max(0, Math.min(WIDTH - label.length, at - Math.floor(label.length / 2)));
    const free = rows.findIndex(
      (row) =>
        row
          .padEnd(WIDTH + 2)
          .slice(Math.max(0, start - 2), start + label.length + 2)
          .trim() === '',
    );
    const row = (free < 0 ? '' : (rows[free] ?? '')).padEnd(WIDTH);
    const placed = row.slice(0, start) + label + row.slice(start + label.length);
    if (free < 0) rows.push(placed);
    else rows[free] = placed;
  }
  return rows;
}

const NAME_WIDTH = 32;
const SMALL = 33;
const STEPS = '▁▂▃▄▅▆▇█';

const stepAt = (value: number) => STEPS[Math.min(STEPS.length - 1, Math.floor(value * STEPS.length))] ?? '';

/** Of more values each step is the mean of some: a row of a terminal has no room for years of rounds. */
const MOST_STEPS = 32;

/** Values between their least and their greatest. */
export function sparkline(values: readonly number[]): string {
  const steps = Math.min(values.length, MOST_STEPS);
  const means = Array.from({ length: steps }, (_, step) => {
    const own = values.slice(
      Math.floor((step * values.length) / steps),
      Math.floor(((step + 1) * values.length) / steps),
    );
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
  const [least, most] = [Math.min(...means), Math.max(...means)];
  return means.map((value) => stepAt(most > least ? (value - least) / (most - least) : 0.5)).join('');
}

/** Rows of intervals, and what rises over time; nothing of charts that their table says as well. */
export function asciiChart(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'intervals': {
      const names = chart.rows.map(({ label }) => truncate(label, NAME_WIDTH));
      const width = Math.max(0, ...names.map((name) => Array.from(name).length));
      const [left, right] = chart.ends;
      const head = `${' '.repeat(width)}  ${left}${right.padStart(SMALL - left.length)}`;
      return [
        head,
        ...chart.rows.map((row, index) => chartRow(row, chart.line, (names[index] ?? '').padEnd(width))),
      ];
    }
    case 'lines': {
      const width = Math.max(...chart.series.map(({ name }) => name.length));
      return [
        ...chart.series.map(({ name, values }) => `${name.padEnd(width)}  ${values.map(stepAt).join('')}`),
        '',
      ];
    }
    case 'columns':
    case 'square':
    case 'matrix':
      return [];
  }
}

function chartRow({ low, value, high, end }: ChartRow, line: number, name: string): string {
  const column = (place: number) => Math.round(Math.min(1, Math.max(0, place)) * (SMALL - 1));
  const ends = [low, high].map((place) => (place === null ? null : column(place)));
  return `${name}  ${interval(ends[0] ?? null, column(value), ends[1] ?? null, column(line), SMALL)}  ${end}`;
}
