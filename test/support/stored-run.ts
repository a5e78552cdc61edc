import type { SampleRecord } from '../../src/core/domain/sample.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import type { RunPlan } from '../../src/results/store/resume.ts';

export const plan = (overrides: Partial<RunPlan> = {}): RunPlan => ({
  side: 'candidate',
  task: 'facts',
  task_role: 'general',
  metrics: [declareMetric('acc'), declareMetric('bits_per_byte')],
  primary_metric: 'acc',
  fingerprint: { dataset: 'd1', seed: 1, limit: null },
  model: {
    source: 'm.gguf',
    digest: 'sha256:aa',
    adapter_digest: null,
    architecture: 'llama',
    parameter_count: 10,
    quantization: 'Q8_0',
  },
  seed: 1,
  planned: 20,
  ...overrides,
});

export const sample = (index: number, overrides: Partial<SampleRecord> = {}): SampleRecord => ({
  id: `s${index}`,
  index,
  input_digest: `i${index}`,
  target_digest: `t${index}`,
  scores: { bits_per_byte: { numerator: index, denominator: 3 }, acc: index % 2 },
  output: `ö ${index}`,
  ...overrides,
});
