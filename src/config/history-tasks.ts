import { declarationOf } from '../core/decide/replay.ts';
import type { History } from '../core/domain/history.ts';
import type { MetricDeclaration } from '../core/domain/metric.ts';
import type { DeclaredTask } from './metric-name.ts';

/** The tasks and metrics of a history, so that the gates of a policy can be checked against them. */
export function tasksInHistory({ runs }: Pick<History, 'runs'>): readonly DeclaredTask[] {
  const declared = new Map<string, DeclaredTask>();
  for (const run of runs) {
    for (const { task, role, primaryMetric, metrics } of run.tasks) {
      const known = declared.get(task);
      const byName = new Map<string, MetricDeclaration>(
        [...(known?.metrics ?? []), ...metrics.map(declarationOf)].map((metric) => [metric.name, metric]),
      );
      const filters = new Set([
        ...(known?.filters ?? []),
        ...metrics.flatMap(({ metric }) => metric.split(',').slice(1)),
      ]);
      declared.set(task, {
        ...{ task, role, metrics: [...byName.values()] },
        primaryMetric: primaryMetric.split(',')[0] ?? primaryMetric,
        ...(filters.size === 0 ? {} : { filters: [...filters] }),
      });
    }
  }
  return [...declared.values()];
}
