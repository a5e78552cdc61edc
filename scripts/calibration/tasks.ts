import type { Policy } from '../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import type { RunRecord, TaskRun } from '../../src/core/domain/run.ts';
import type { SampleRecord } from '../../src/core/domain/sample.ts';

const source = { kind: 'default' } as const;

export const POLICY: Policy = {
  alpha: { value: 0.05, source },
  leanAlpha: { value: 0.25, source },
  onInconclusive: { value: 'block', source },
  target: { value: 'population', source },
  minCoverage: { value: 0.99, source },
};

const RECORD: Omit<RunRecord, 'metrics' | 'primary_metric'> = {
  ...{ schema_version: 1, side: 'candidate', task: '', task_role: 'general' },
  ...{ fingerprint: {}, seed: 0, planned: 0 },
  model: {
    ...{ source: 'none', digest: 'sha256:none', adapter_digest: null, architecture: null },
    ...{ parameter_count: null, quantization: null },
  },
  ...{ status: { state: 'complete' }, started: '2026-01-01T00:00:00Z', finished: null },
};

/** One side of a simulated task with one metric. */
export const runOf = (
  task: string,
  metric: MetricDeclaration,
  samples: readonly Omit<SampleRecord, 'index' | 'target_digest'>[],
): TaskRun => ({
  record: { ...RECORD, task, metrics: [metric], primary_metric: metric.name, planned: samples.length },
  samples: samples.map((sample, index) => ({ ...sample, index, target_digest: `${index}` })),
});
