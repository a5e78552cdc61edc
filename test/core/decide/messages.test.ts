import { expect, test } from 'vitest';
import type { MetricScores } from '../../../src/core/compare/scores.ts';
import { warnings } from '../../../src/core/decide/messages.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';

const said = (metric: 'acc' | 'f1_macro') =>
  warnings({ declaration: declareMetric(metric) } as MetricScores, { value: 0, stderr: 0, n: 240 });

test('a value of exactly 0 is told of samples where each has a score, else of the metric', () => {
  expect(said('acc')[0]).toContain("Every one of the candidate's 240 samples scored exactly 0");
  expect(said('f1_macro')[0]).toContain("f1_macro of the candidate's 240 samples is exactly 0");
});
