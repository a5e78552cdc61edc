import { stringify } from 'csv-stringify/sync';
import type { GateResult } from '../../core/domain/decision.ts';
import type { VerdictExport } from './verdict-export.ts';

/** What a spreadsheet would take for a formula begins with an apostrophe. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const number = (value: number | null | undefined): string => (value == null ? '' : String(value));

const COLUMNS: readonly (readonly [name: string, cell: (gate: GateResult) => string])[] = [
  ['gate', ({ id }) => safe(id)],
  ['task', ({ task }) => safe(task)],
  ['metric', ({ metric }) => safe(metric)],
  ['rule', ({ rule }) => rule],
  ['limit', ({ limit }) => safe(limit)],
  ['tier', ({ tier }) => tier],
  ['verdict', ({ verdict }) => verdict],
  ['blocks', ({ blocks }) => String(blocks)],
  ['pairs', ({ pairs }) => String(pairs)],
  ['unit', ({ unit }) => unit],
  ['baseline', ({ baseline }) => number(baseline?.value)],
  ['candidate', ({ candidate }) => number(candidate?.value)],
  ['delta', ({ delta }) => number(delta?.value)],
  ['delta_low', ({ delta }) => number(delta?.low)],
  ['delta_high', ({ delta }) => number(delta?.high)],
  ['level', ({ delta }) => number(delta?.level)],
];

export const csvExport: VerdictExport = {
  summary: 'CSV: a line a gate, for a spreadsheet',
  file: 'gates.csv',
  render: ({ gates }) =>
    stringify([COLUMNS.map(([name]) => name), ...gates.map((gate) => COLUMNS.map(([, cell]) => cell(gate)))]),
};
