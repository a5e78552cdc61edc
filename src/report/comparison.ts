import type { MetricResult, Mismatch, TaskResult } from '../core/domain/decision.ts';
import { type Column, numberColumn, paragraph, table, textColumn } from './blocks.ts';
import {
  formatChange,
  formatCount,
  formatInterval,
  formatLevel,
  formatValue,
  NOT_AVAILABLE,
} from './format.ts';
import { code, inline, ours, toPlain } from './inline.ts';
import { isDescriptive } from './methods.ts';
import { mismatchSentence } from './sections/faults.ts';
import { blocksToLines } from './terminal.ts';

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
  textColumn('Metric', ({ task, metric }) => code(`${task.task}/${metric.metric}`)),
  numberColumn('Baseline', ({ metric }) => sideValue(metric, 'baseline')),
  numberColumn('Candidate', ({ metric }) => sideValue(metric, 'candidate')),
  numberColumn('Delta (interval)', ({ metric }) => deltaOf(metric)),
  // Of this metric: a task with several filters has a line for each.
  numberColumn('Pairs', ({ metric }) => pairsOf(metric)),
  numberColumn('Flips: worse, better', ({ metric }) => flipsOf(metric)),
];

/** Of a sum with its standard error, which is all that tells how certain it is. */
function sideValue({ unit, evidence, ...sides }: MetricResult, side: 'baseline' | 'candidate') {
  const own = sides[side];
  if (own === null) return NOT_AVAILABLE;
  const error = own.stderr === null ? 'no error' : `± ${formatValue(own.stderr, unit)}`;
  return evidence === undefined
    ? formatValue(own.value, unit)
    : inline`${formatValue(own.value, unit)} (${error})`;
}

function pairsOf({ evidence, baseline, candidate }: MetricResult): string {
  if (evidence === undefined) return formatCount(baseline?.n ?? 0);
  const counts = [baseline, candidate].map((side) => (side?.n == null ? '?' : formatCount(side.n)));
  return `sums of ${[...new Set(counts)].join(' and ')}`;
}

function deltaOf({ delta, unit }: MetricResult) {
  if (delta === null) return NOT_AVAILABLE;
  const interval = formatInterval(delta, unit);
  // Text between literals is data, and data is trimmed: the blank before the bracket must be ours.
  const bracket =
    interval === null
      ? []
      : inline` (${formatLevel(delta.level)}${isDescriptive(delta.method) ? inline`, of these samples alone` : []}: ${interval})`;
  return inline`${formatChange(delta.value, unit)}${bracket}`;
}

function flipsOf({ flips }: MetricResult) {
  return flips === null ? inline`` : inline`${formatCount(flips.regressed)}, ${formatCount(flips.improved)}`;
}

/** The comparison for a terminal: what makes it incomparable first, then one row a metric. */
export function renderComparison({ tasks, comparability }: Comparison): string {
  const rows = tasks.flatMap((task) => task.metrics.map((metric) => ({ task, metric })));
  const hard = comparability.filter(({ severity }) => severity === 'hard');
  const soft = comparability.filter(({ severity }) => severity === 'soft');
  const nothing = paragraph(ours('There is nothing to compare.'));
  return [
    ...hard.map((mismatch) => `NOT COMPARABLE: ${toPlain(mismatchSentence(mismatch))}`),
    ...soft.map((mismatch) => `note: ${toPlain(mismatchSentence(mismatch))}`),
    ...blocksToLines([
      ...(rows.length === 0 ? [nothing] : table('Metrics', COLUMNS, rows)),
      paragraph(ours('Delta is candidate − baseline.')),
    ]),
  ].join('\n');
}
