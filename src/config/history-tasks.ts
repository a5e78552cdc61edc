import type { History, RecordedMetric } from '../core/domain/history.ts';
import type { MetricDeclaration } from '../core/domain/metric.ts';
import type { DeclaredTask } from './metric-name.ts';

/** The tasks and metrics of a history, so that the gates of a policy can be checked against them. */
export function tasksInHistory({ runs }: Pick<History, 'runs'>): readonly DeclaredTask[] {
  const declared = new Map<string, DeclaredTask>();
  for (const run of runs) {
    for (const { task, role, primaryMetric, metrics } of run.tasks) {
      const known = declared.get(task);
      const own = metrics.map(identityOf);
      const byName = new Map<string, MetricDeclaration>(
        [...(known?.metrics ?? []), ...own.map(({ declaration }) => declaration)].map((metric) => [
          metric.name,
          metric,
        ]),
      );
      const filters = new Set([...(known?.filters ?? []), ...own.flatMap(({ filter }) => filter ?? [])]);
      declared.set(task, {
        ...{ task, role, metrics: [...byName.values()], primaryMetric },
        ...(filters.size === 0 ? {} : { filters: [...filters] }),
      });
    }
  }
  return [...declared.values()];
}

interface Identity {
  readonly declaration: MetricDeclaration;
  readonly filter: string | null;
}

/** Records of version 1 keep but the name that was shown: it ends with the filter, unless it ends with the label of a class. */
function identityOf({ metric, unit, direction, basis }: RecordedMetric): Identity {
  if (basis !== undefined) return basis;
  const comma = metric.endsWith(']') ? -1 : metric.lastIndexOf(',');
  const name = comma < 0 ? metric : metric.slice(0, comma);
  return {
    declaration: {
      ...{ name, unit, direction, kind: 'mean', scale: 'linear', weak: false },
      range: unit === 'rate' ? { min: 0, max: 1 } : { min: null, max: null },
    },
    filter: comma < 0 ? null : metric.slice(comma + 1),
  };
}
