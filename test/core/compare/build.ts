import { compareTask, type TaskComparison } from '../../../src/core/compare/compare.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { RunRecord, TaskRun } from '../../../src/core/domain/run.ts';
import type { SampleRecord, Score } from '../../../src/core/domain/sample.ts';

export const ACC: MetricDeclaration = {
  name: 'acc',
  direction: 'higher_is_better',
  kind: 'mean',
  unit: 'rate',
  range: { min: 0, max: 1 },
  scale: 'linear',
  weak: false,
};

export const TOXICITY: MetricDeclaration = { ...ACC, name: 'toxicity', direction: 'lower_is_better' };

export const PERPLEXITY: MetricDeclaration = {
  name: 'word_perplexity',
  direction: 'lower_is_better',
  kind: 'ratio',
  unit: 'perplexity',
  range: { min: null, max: null },
  scale: 'log',
  weak: false,
};

export const BITS: MetricDeclaration = {
  ...PERPLEXITY,
  name: 'bits_per_byte',
  unit: 'bits_per_byte',
  scale: 'linear',
};

export function record(overrides: Partial<RunRecord> = {}): RunRecord {
  return {
    schema_version: 1,
    side: 'candidate',
    task: 'facts',
    task_role: 'general',
    metrics: [ACC],
    primary_metric: 'acc',
    fingerprint: { dataset: 'sha256:d', prompt: 'sha256:p', limit: null, engine_version: '1' },
    model: {
      source: 'model.gguf',
      digest: 'sha256:m',
      adapter_digest: null,
      architecture: null,
      parameter_count: null,
      quantization: null,
    },
    seed: 0,
    planned: 0,
    status: { state: 'complete' },
    started: '2026-01-01T00:00:00Z',
    finished: '2026-01-01T00:01:00Z',
    ...overrides,
  };
}

export function sample(
  id: string,
  scores: Record<string, Score>,
  overrides: Partial<SampleRecord> = {},
): SampleRecord {
  return { id, index: 0, input_digest: `in ${id}`, target_digest: `target ${id}`, scores, ...overrides };
}

/** A run whose samples a test can change. */
export interface ArrayRun extends TaskRun {
  readonly samples: readonly SampleRecord[];
}

/** A run of one metric with one score a sample; `null` leaves the sample out, a text leaves it unscored. */
export function run(
  scores: readonly (Score | string | null)[],
  metric: MetricDeclaration = ACC,
  overrides: Partial<RunRecord> = {},
  eachSample: (index: number) => Partial<SampleRecord> = () => ({}),
): ArrayRun {
  const samples = scores.flatMap((score, index) => {
    if (score === null) return [];
    const value = typeof score === 'string' ? { unscored: score } : score;
    return [sample(`s${String(index).padStart(6, '0')}`, { [metric.name]: value }, eachSample(index))];
  });
  return {
    record: record({ metrics: [metric], primary_metric: metric.name, planned: scores.length, ...overrides }),
    samples,
  };
}

/** Paired 0/1 scores from their counts. */
export function binaryScores(counts: { both?: number; fell?: number; rose?: number; neither?: number }) {
  const { both = 0, fell = 0, rose = 0, neither = 0 } = counts;
  const repeat = (count: number, baseline: 0 | 1, candidate: 0 | 1) =>
    Array.from({ length: count }, () => ({ baseline, candidate }));
  return [...repeat(both, 1, 1), ...repeat(fell, 1, 0), ...repeat(rose, 0, 1), ...repeat(neither, 0, 0)];
}

export function binaryComparison(
  counts: Parameters<typeof binaryScores>[0],
  metric: MetricDeclaration = ACC,
  overrides: Partial<RunRecord> = {},
): TaskComparison {
  const pairs = binaryScores(counts);
  return compareTask(
    run(
      pairs.map((pair) => pair.baseline),
      metric,
      overrides,
    ),
    run(
      pairs.map((pair) => pair.candidate),
      metric,
      overrides,
    ),
  );
}
