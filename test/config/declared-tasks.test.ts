import { expect, test } from 'vitest';
import { declaredTasks } from '../../src/config/declared-tasks.ts';
import type { RunRecord } from '../../src/core/domain/run.ts';
import { ACC, record, TOXICITY } from '../core/compare/build.ts';

const stored = (overrides: Partial<RunRecord>) => ({
  record: record({ metrics: [ACC, TOXICITY], ...overrides }),
  ...{ samples: [], folder: 'run', incomplete: null },
});

test('a candidate does not choose which metric of a task is meant, nor takes a role away', () => {
  const [task] = declaredTasks([
    stored({ side: 'baseline', task_role: 'safety', primary_metric: 'toxicity' }),
    stored({ task_role: 'general', primary_metric: 'acc' }),
  ]);
  expect(task).toMatchObject({ role: 'safety', primaryMetric: 'toxicity' });
});

test('a role that the baseline was stored without counts', () => {
  const [task] = declaredTasks([stored({ side: 'baseline' }), stored({ task_role: 'safety' })]);
  expect(task?.role).toBe('safety');
});
