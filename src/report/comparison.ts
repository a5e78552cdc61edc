import type { MetricResult, Mismatch, TaskResult } from '../core/domain/decision.ts';
import type { Column } from './columns.ts';
import {
  formatChange,
  formatCount,
  formatInterval,
  formatLevel,
  formatValue,
  NOT_AVAILABLE,
} from './format.ts';
import { code, say, toPlain } from './inline.ts';
import { isDescriptive } from './methods.ts';
import { plainTable } from './plain-table.ts';
import { mismatchSentence } from './who-acts.ts';

/** Two sides next to each other, without a judgement. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly tasks: readonly TaskResult[];
  readonly comparability: readonly Mismatch[];
}

interface Row {
  readonly task: TaskResult;
  readonly metric: MetricResult;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    title: () => say`Metric`,
    align: 'left',
    cell: ({ task, metric }) => code(`${task.task}/${metric.metric}`),
  },
  { title: () => say`Baseline`, align: 'right', cell: ({ metric }) => sideValue(metric, 'baseline') },
  { title: () => say`Candidate`, align: 'right', cell: ({ metric }) => sideValue(metric, 'candidate') },
  { title: () => say`Delta (interval)`, align: 'right', cell: ({ metric }) => deltaOf(metric) },
  // Of this metric: a task with several filters has a line for each.
  {
    title: () => say`Pairs`,
    align: 'right',
    cell: ({ metric }) => say`${formatCount(metric.baseline?.n ?? 0)}`,
  },
  { title: () => say`Flips: worse, better`, align: 'right', cell: ({ metric }) => flipsOf(metric) },
];

function sideValue({ unit, ...sides }: MetricResult, side: 'baseline' | 'candidate') {
  const estimate = sides[side];
  return say`${estimate === null ? NOT_AVAILABLE : formatValue(estimate.value, unit)}`;
}

function deltaOf({ delta, unit }: MetricResult) {
  if (delta === null) return say`${NOT_AVAILABLE}`;
  const interval = formatInterval(delta, unit);
  // Text between literals is data, and data is trimmed: the blank before the bracket must be ours.
  const bracket =
    interval === null
      ? []
      : say` (${formatLevel(delta.level)}${isDescriptive(delta.method) ? say`, descriptive` : []}: ${interval})`;
  return say`${formatChange(delta.value, unit)}${bracket}`;
}

function flipsOf({ flips }: MetricResult) {
  return flips === null ? say`` : say`${formatCount(flips.regressed)}, ${formatCount(flips.improved)}`;
}

/** The comparison for a terminal: what makes it incomparable first, then one row a metric. */
export function renderComparison({ tasks, comparability }: Comparison): string {
  const rows = tasks.flatMap((task) => task.metrics.map((metric) => ({ task, metric })));
  const hard = comparability.filter(({ severity }) => severity === 'hard');
  const soft = comparability.filter(({ severity }) => severity === 'soft');
  return [
    ...hard.map((mismatch) => `NOT COMPARABLE: ${toPlain(mismatchSentence(mismatch))}`),
    ...soft.map((mismatch) => `note: ${toPlain(mismatchSentence(mismatch))}`),
    ...(rows.length === 0 ? ['There is nothing to compare.'] : plainTable(COLUMNS, rows)),
    '',
    'Delta is candidate − baseline.',
  ].join('\n');
}
