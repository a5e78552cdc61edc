import { subtasksOf } from '../core/compare/subtasks.ts';
import { type RunRecord, repeatsOf } from '../core/domain/run.ts';
import { lacks, type Samples } from '../core/domain/sample.ts';
import type { StoredRun } from '../results/store/reader.ts';
import type { DeclaredTask } from './metric-name.ts';
import type { ResolvedConfig } from './resolved.ts';

/** What results say of their own tasks, so that gates can be checked against them. A run that never came to results says nothing. */
export function declaredTasks(runs: readonly StoredRun<Samples>[]): readonly DeclaredTask[] {
  const declared = new Map<string, DeclaredTask>();
  for (const { record, samples } of runs) {
    if (record.metrics.length === 0) continue;
    const known = declared.get(record.task);
    // What one side lacks must be missed where it is gated, and so has to be known.
    const subtasks = new Set([...(known?.subtasks ?? []), ...subtasksOf({ record, samples })]);
    const repeats = Math.max(known?.repeats ?? 1, answersOf(record));
    declared.set(record.task, {
      task: record.task,
      // The first is the baseline's: who wants to merge takes no limit away by another name for the task, or for what is meant by it.
      role: known === undefined || known.role === 'general' ? record.task_role : known.role,
      metrics: record.metrics,
      primaryMetric: known?.primaryMetric ?? record.primary_metric,
      filters: filtersOf(lacks(samples, 'filter') ? [] : samples, record.aggregates ?? []),
      ...(repeats < 2 ? {} : { repeats }),
      ...(subtasks.size === 0 ? {} : { subtasks: [...subtasks] }),
    });
  }
  return [...declared.values()];
}

/** Of harnesses that keep one score of several answers there is one. */
const answersOf = (record: RunRecord): number =>
  record.metrics.some(({ repeated }) => repeated === true) ? repeatsOf(record) : 1;

function filtersOf(...named: Iterable<{ readonly filter?: string | undefined }>[]): string[] {
  const filters = new Set<string>();
  for (const items of named) for (const { filter } of items) if (filter !== undefined) filters.add(filter);
  return [...filters];
}

/** What results say of the tasks of which nothing could be known before. */
export function openResults(
  { declared }: ResolvedConfig,
  runs: readonly StoredRun<Samples>[],
): readonly DeclaredTask[] {
  const open = new Set(declared.filter((task) => task.open === true).map(({ task }) => task));
  return declaredTasks(runs).filter(({ task }) => open.has(task));
}
