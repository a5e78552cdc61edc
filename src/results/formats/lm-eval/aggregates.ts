import type { Location } from '../../../core/domain/errors.ts';
import type { Aggregate as StoredAggregate } from '../../../core/domain/run.ts';
import type { Results } from './results-file.ts';

/** One number of a task: `acc,none`, or `acc` up to 0.3, which has no filters. */
export interface Aggregate {
  readonly metric: string;
  readonly filter?: string;
  /** NaN for what is no finite number in the file, such as `N/A`. */
  readonly value: number;
  /** Null where the file gives none. Where there are samples it is computed anew. */
  readonly stderr: number | null;
}

type Row = Readonly<Record<string, unknown>>;

/** Where an aggregate stands. */
export function aggregateAt(file: string, task: string, { metric, filter }: Aggregate): Location {
  return { file, key: `results.${task}.${filter === undefined ? metric : `${metric},${filter}`}` };
}

/** Since 0.4 the key of a metric holds a comma; `alias`, `sample_len` and their like do not. Before, every number is one. */
export function aggregatesOf(row: Row = {}): Aggregate[] {
  const keys = Object.keys(row);
  const named = keys.filter((key) => key.indexOf(',') > 0);
  return named.length > 0
    ? named.flatMap((key) => filtered(row, key))
    : keys.flatMap((key) => plain(row, key));
}

function filtered(row: Row, key: string): Aggregate[] {
  const [metric, filter] = [key.slice(0, key.indexOf(',')), key.slice(key.indexOf(',') + 1)];
  if (metric.endsWith('_stderr')) return [];
  return [{ metric, filter, value: number(row[key]), stderr: stderrOf(row[`${metric}_stderr,${filter}`]) }];
}

const NO_METRICS: ReadonlySet<string> = new Set(['sample_len', 'samples', 'sample_count']);

function plain(row: Row, metric: string): Aggregate[] {
  const value = row[metric];
  if (typeof value !== 'number' || metric.endsWith('_stderr') || NO_METRICS.has(metric)) return [];
  return [{ metric, value, stderr: stderrOf(row[`${metric}_stderr`]) }];
}

const number = (value: unknown): number => (typeof value === 'number' ? value : NaN);

function stderrOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** The numbers of a task as they are kept where there are no samples; what is not finite is no evidence. */
export function storedAggregates(
  results: Results,
  task: string,
  leaves: readonly string[],
): StoredAggregate[] {
  const n = documentsOf(results, task, leaves);
  return aggregatesOf(results.results[task])
    .filter(({ value }) => Number.isFinite(value))
    .map((aggregate) => ({ ...aggregate, n }));
}

/** Forks of 0.3 leave a list of all answers in the row. */
function documentsOf(results: Results, task: string, leaves: readonly string[]): number | null {
  const counts = leaves.map((leaf) => results['n-samples'][leaf]?.effective ?? 0);
  const details = results.results[task]?.details;
  const listed = Array.isArray(details) ? details.length : 0;
  const total = counts.every((count) => count > 0) ? counts.reduce((sum, count) => sum + count, 0) : listed;
  return total > 0 ? total : null;
}
