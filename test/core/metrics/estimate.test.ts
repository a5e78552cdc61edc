import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Score } from '../../../src/core/domain/sample.ts';
import { estimate } from '../../../src/core/metrics/estimate.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';

const acc = declareMetric('acc');
const bits = declareMetric('bits_per_byte');
const perplexity = declareMetric('word_perplexity');
const unscored: Score = { unscored: 'why' };
const ratio = (numerator: number, denominator: number): Score => ({ numerator, denominator });

describe('estimate', () => {
  test.each<[string, Score[], typeof acc, { value: number; stderr: number | null; n: number } | null]>([
    ['nothing', [], acc, null],
    ['only unscored', [unscored], acc, null],
    ['one sample has no standard error', [1], acc, { value: 1, stderr: null, n: 1 }],
    [
      'a mean: s² = 1/3, n = 4',
      [1, 1, 0, 0, unscored],
      acc,
      { value: 0.5, stderr: Math.sqrt(1 / 3 / 4), n: 4 },
    ],
    ['a ratio of nothing', [ratio(0, 0)], bits, null],
    ['one ratio', [ratio(6, 4)], bits, { value: 1.5, stderr: null, n: 1 }],
    // e = u − R·v = ±1 with R = 2, Σv = 4: √(2/1 · 2) / 4 = 1/2.
    ['two ratios', [ratio(5, 2), ratio(3, 2)], bits, { value: 2, stderr: 0.5, n: 2 }],
    [
      'a perplexity is exp of the ratio',
      [ratio(5, 2), ratio(3, 2)],
      perplexity,
      { value: Math.exp(2), stderr: Math.exp(2) * 0.5, n: 2 },
    ],
    ['a corpus metric has no scores', [1, 2], { ...acc, kind: 'corpus' }, null],
  ])('%s', (_, scores, metric, expected) => {
    const found = estimate(scores, metric);
    if (expected === null) return expect(found).toBeNull();
    expect(found?.n).toBe(expected.n);
    expect(found?.value).toBeCloseTo(expected.value, 12);
    if (expected.stderr === null) expect(found?.stderr).toBeNull();
    else expect(found?.stderr).toBeCloseTo(expected.stderr, 12);
  });

  test('scores of another kind are refused', () => {
    expect(() => estimate([ratio(1, 2)], acc)).toThrow(TypeError);
    expect(() => estimate([1], bits)).toThrow(TypeError);
  });

  test('the order of samples changes nothing', () => {
    const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(scores, (values) => {
        const forward = estimate(values, acc);
        const backward = estimate([...values].reverse(), acc);
        expect(backward?.value).toBeCloseTo(forward?.value ?? Number.NaN, 9);
        expect(backward?.stderr).toBeCloseTo(forward?.stderr ?? Number.NaN, 6);
      }),
    );
  });

  test('where every denominator is one, a ratio is a mean', () => {
    const scores = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(scores, (values) => {
        const mean = estimate(values, acc);
        const same = estimate(
          values.map((value) => ratio(value, 1)),
          bits,
        );
        expect(same?.value).toBeCloseTo(mean?.value ?? Number.NaN, 10);
        expect(same?.stderr).toBeCloseTo(mean?.stderr ?? Number.NaN, 10);
      }),
    );
  });
});

describe('declareMetric', () => {
  test('gives another name and nothing else', () => {
    expect(declareMetric('regex', 'polite')).toEqual({ ...declareMetric('regex'), name: 'polite' });
  });

  test('a word list is weak, a classifier is not', () => {
    expect([declareMetric('profanity_rate').weak, declareMetric('toxicity').weak]).toEqual([true, false]);
    expect(declareMetric('profanity_rate').direction).toBe('lower_is_better');
  });
});
