import type { GateResult } from '../core/domain/decision.ts';
import { formatChange, formatValue } from './format.ts';
import { changeOf, lineOf, type WhatIfLine } from './what-if.ts';

/** Columns of the drawing. */
const WIDTH = 61;

interface Mark {
  readonly at: number;
  readonly label: string;
}

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
 * `●` is the observed value. An end that nothing is known about is an arrow. Empty where there is nothing to draw.
 */
export function picture(gate: GateResult): readonly string[] {
  const scale = scaleOf(gate);
  if (scale === null) return [];
  const { low, value, high, limit, marks, line } = scale;
  const column = (place: number) => Math.round(place * (WIDTH - 1));
  return [
    sides(column(limit), line),
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

/** A gate's numbers as places from 0 (left) to 1 (right) of a drawing. */
export interface Scale {
  readonly line: WhatIfLine;
  readonly limit: number;
  /** Null where nothing is known about that end. */
  readonly low: number | null;
  readonly value: number;
  readonly high: number | null;
  readonly marks: readonly Mark[];
}

/** Where everything lies, with a tenth of room on both sides; null where there is nothing to draw. */
export function scaleOf(gate: GateResult): Scale | null {
  const line = lineOf(gate);
  const span = line === null ? null : spanOf(gate, line);
  if (line === null || span === null) return null;
  const { low, value, high, marks } = span;
  const points = [low, value, high, ...marks.map(({ at }) => at)].flatMap((point) => point ?? []);
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const pad = most > least ? (most - least) * 0.1 : Math.abs(most) * 0.1 || 1;
  const place = (point: number) => (point - (least - pad)) / (most - least + 2 * pad);
  const placeOrNull = (point: number | null) => (point === null ? null : place(point));
  return {
    line,
    limit: place(line.boundary),
    low: placeOrNull(low),
    value: place(value),
    high: placeOrNull(high),
    marks: marks.map(({ at, label }) => ({ at: place(at), label })),
  };
}

function spanOf(gate: GateResult, line: WhatIfLine) {
  const { candidate, baseline, bound, unit } = gate;
  const delta = changeOf(gate);
  if (line.about === 'delta') {
    if (delta === null) return null;
    const marks: Mark[] = [{ at: line.boundary, label: formatChange(line.boundary, unit) }];
    if (line.boundary !== 0) marks.push({ at: 0, label: formatChange(0, unit) });
    return { low: delta.low, value: delta.value, high: delta.high, marks };
  }
  if (candidate === null) return null;
  const marks: Mark[] = [{ at: line.boundary, label: formatValue(line.boundary, unit) }];
  if (baseline !== null && baseline.value !== line.boundary)
    marks.push({ at: baseline.value, label: `baseline ${formatValue(baseline.value, unit)}` });
  const { value } = candidate;
  const end = bound?.value ?? null;
  return line.safeSide === 'less'
    ? { low: value, value, high: end, marks }
    : { low: end, value, high: value, marks };
}

function sides(limit: number, { safeSide }: WhatIfLine): string {
  const [left, right] = safeSide === 'greater' ? ['not allowed', 'allowed'] : ['allowed', 'not allowed'];
  const before = left.length < limit ? left.padStart(limit - 1) : ' '.repeat(Math.max(0, limit - 1));
  return `${before}${limit > 0 ? ' ' : ''}│ ${right}`;
}

function interval(low: number | null, value: number, high: number | null, limit: number): string {
  const row = Array.from({ length: WIDTH }, () => ' ');
  const [from, to] = [low ?? 0, high ?? WIDTH - 1];
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
