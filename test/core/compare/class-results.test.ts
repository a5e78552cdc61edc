import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { judgeGate } from '../../../src/core/decide/gate.ts';
import type { Gate } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import { withAskedMetrics } from '../../../src/core/metrics/following.ts';
import { METRICS } from '../../../src/core/metrics/registry.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { run } from './build.ts';

const LABELS = ['refund', 'delivery', 'other'];
const METRIC: MetricDeclaration = { name: 'f1_macro', ...METRICS.f1_macro, classes: LABELS };

const classified = (pairs: readonly (readonly [number, number])[]) =>
  run(
    pairs.map((parts) => ({ parts })),
    METRIC,
  );

/** 60 refunds and 60 deliveries, of which so many refunds are taken for deliveries. */
const withLost = (lost: number) =>
  classified(Array.from({ length: 120 }, (_, k) => (k < 60 ? [0, k < lost ? 1 : 0] : [1, 1])));

const gate: Gate = {
  ...{ rule: 'max_drop', limit: { kind: 'absolute', value: 0.05 }, tier: 'blocking' },
  ...{ id: 'facts/recall[refund]:max_drop', task: 'facts', metric: 'recall[refund]' },
  source: { kind: 'default' },
};

function judged(lost: number) {
  const runs = withAskedMetrics([withLost(0), withLost(lost)], [gate]);
  const [baseline = null, candidate = null] = runs;
  return judgeGate(gate, [compareTask(baseline, candidate)], policyOf()).result;
}

describe('a gate on one class', () => {
  test.each([
    [0, 'pass', 0],
    [20, 'regression', -20 / 60],
  ])('with %d of 60 lost is %s', (lost, verdict, delta) => {
    const result = judged(lost);
    expect(result.verdict).toBe(verdict);
    expect(result.delta?.value).toBeCloseTo(delta, 12);
  });

  test('is undecided where the class has no value', () => {
    const never = classified(Array.from({ length: 120 }, () => [1, 1]));
    const runs = withAskedMetrics([never, never], [gate]);
    const result = judgeGate(gate, [compareTask(runs[0] ?? null, runs[1] ?? null)], policyOf()).result;
    expect(result.verdict).toBe('invalid');
  });
});

describe('the table of classes', () => {
  test('counts each against all others, and names nothing as 0 that is not there', () => {
    const before = classified([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, -1],
    ]);
    const after = classified([
      [0, 0],
      [0, 0],
      [1, 2],
      [1, -1],
    ]);
    expect(compareTask(before, after).result?.byClass).toEqual({
      metric: 'f1_macro',
      unlabelled: { baseline: 1, candidate: 1 },
      classes: [
        {
          ...{ class: 'refund', samples: 2 },
          baseline: { predictions: 1, precision: 1, recall: 0.5, f1: 2 / 3 },
          candidate: { predictions: 2, precision: 1, recall: 1, f1: 1 },
        },
        {
          ...{ class: 'delivery', samples: 2 },
          baseline: { predictions: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
          candidate: { predictions: 0, precision: null, recall: 0, f1: 0 },
        },
        {
          ...{ class: 'other', samples: 0 },
          baseline: { predictions: 0, precision: null, recall: null, f1: null },
          candidate: { predictions: 1, precision: 0, recall: null, f1: 0 },
        },
      ],
    });
  });

  test('runs with other classes, or in another order, are not comparable', () => {
    const other = run([{ parts: [0, 0] }], { ...METRIC, classes: LABELS.toReversed() });
    expect(compareTask(classified([[0, 0]]), other).mismatches.map(({ field }) => field)).toContain(
      'metrics',
    );
  });
});

test('a metric whose interval would be wrong is shown and never judged', () => {
  const metric = { name: 'ece_mass', ...METRICS.ece_mass };
  const confident = () =>
    run(
      Array.from({ length: 300 }, (_, k) => ({ parts: [0.9, Number(k % 10 > 0)] })),
      metric,
    );
  const comparison = compareTask(confident(), confident());
  expect(comparison.result?.metrics[0]).toMatchObject({
    candidate: { n: 300 },
    delta: { low: null, high: null },
  });
  const named = { ...gate, id: 'facts/ece_mass:max_drop', metric: 'ece_mass' };
  const { verdict, reasons } = judgeGate(named, [comparison], policyOf()).result;
  expect(verdict).toBe('invalid');
  expect(reasons[0]).toMatch(/shown and never judged: .* gate ece or brier/);
});
