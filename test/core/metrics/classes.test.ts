import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import { againstOthers, classMetric, parseClassMetric } from '../../../src/core/metrics/classes.ts';
import { estimate } from '../../../src/core/metrics/estimate.ts';
import { METRICS } from '../../../src/core/metrics/registry.ts';

const BASE: MetricDeclaration = { name: 'f1_macro', ...METRICS.f1_macro, classes: ['a', 'b', 'c'] };
const AREA: MetricDeclaration = { name: 'auc_ovr', ...METRICS.auc_ovr, classes: ['a', 'b', 'c'] };

test.each([
  ['f1[refund]', { statistic: 'f1', label: 'refund' }],
  ['recall[a, b]', { statistic: 'recall', label: 'a, b' }],
  ['recall[[x]]', { statistic: 'recall', label: '[x]' }],
  ['f1', null],
  ['f1[]', null],
  ['[a]', null],
])('%s', (name, found) => {
  expect(parseClassMetric(name)).toEqual(found);
});

describe('the metric of one class', () => {
  test.each([
    ['f1', 'b', [BASE], 'f1_macro'],
    ['auc', 'b', [BASE, AREA], 'auc_ovr'],
    ['auc', 'b', [BASE], null],
    ['f1', 'd', [BASE], null],
    ['mcc', 'b', [BASE], null],
    ['f1', 'b', [{ ...BASE, classes: undefined }], null],
  ])('%s of %s', (statistic, label, known, metric) => {
    const found = classMetric({ statistic, label }, known as MetricDeclaration[]);
    expect(found?.of_class ?? null).toEqual(metric === null ? null : { metric, position: 1 });
  });

  test('is that of the samples in which only the class counts', () => {
    expect(againstOthers({ parts: [1, 1] }, 1)).toEqual({ parts: [1, 1] });
    expect(againstOthers({ parts: [2, 1] }, 1)).toEqual({ parts: [0, 1] });
    expect(againstOthers({ parts: [1, -1] }, 1)).toEqual({ parts: [1, 0] });
    expect(againstOthers({ parts: [1, 0.2, 0.3, 0.5] }, 1)).toEqual({ parts: [1, 0.3] });
    expect(againstOthers({ unscored: 'why' }, 1)).toEqual({ unscored: 'why' });
  });

  test('F1 of all classes is the mean of their F1', () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 2 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (samples) => {
        const scores = samples.map((parts) => ({ parts }));
        const occurring = [...new Set(samples.map(([reference]) => reference))];
        const each = occurring.map((position) => {
          const metric = classMetric({ statistic: 'f1', label: 'abc'[position] ?? '' }, [BASE]);
          if (metric === null) throw new Error('no metric');
          const own = scores.map((score) => againstOthers(score, position) ?? score);
          return estimate(own, metric)?.value ?? Number.NaN;
        });
        const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
        return Math.abs(mean - (estimate(scores, BASE)?.value ?? Number.NaN)) < 1e-12;
      }),
    );
  });
});
