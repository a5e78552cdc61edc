import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skewedInterval, skewedMean, skewedStatistic } from '../../../src/core/stats/skewed.ts';
import { studentInterval, studentMean, studentStatistic } from '../../../src/core/stats/student.ts';
import { expectClose } from './close.ts';

const skewedOf = (values: readonly number[]) => skewedMean({ values, sizes: values.map(() => 1) });

const values = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 3, maxLength: 60 });

describe('a skewed mean', () => {
  test('of values that are not skewed is Student’s', () => {
    const symmetric = [-3, -1, -0.5, 0, 0.5, 1, 3];
    const [skewed, plain] = [skewedOf(symmetric), studentMean(symmetric)];
    expectClose(skewed.skewness, 0);
    expectClose(skewedStatistic(skewed, 0.7), studentStatistic(plain, 0.7));
    expectClose(skewedInterval(skewed, 0.05).low, studentInterval(plain, 0.05).low);
  });

  test('is Hall’s transformation of t', () => {
    const estimate = skewedOf([0, 0, 0, 0, ...Array.from({ length: 11 }, () => 1), 17]);
    const { value, stderr, df, skewness } = estimate;
    const n = df + 1;
    const x = value / stderr / Math.sqrt(n);
    const cube = ((1 + (skewness * x) / 3) ** 3 - 1) / skewness;
    expect(skewness).toBeGreaterThan(1);
    expectClose(skewedStatistic(estimate, 0), Math.sqrt(n) * (cube + skewness / (6 * n)));
  });

  test('reaches further where the rare values lie', () => {
    const losses = Array.from({ length: 60 }, (_, index) =>
      index % 10 === 0 ? -1 : index % 7 === 0 ? 0.1 : 0,
    );
    const { low, high } = skewedInterval(skewedOf(losses), 0.05);
    const plain = studentInterval(studentMean(losses), 0.05);
    expect(low).toBeLessThan(plain.low);
    expect(high).toBeLessThan(plain.high);
  });

  test('has an interval of what its test does not rule out, and turns round with its values', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 0.4, noNaN: true }), (drawn, alpha) => {
        const estimate = skewedOf(drawn);
        fc.pre(estimate.stderr > 1e-6);
        const { low, high } = skewedInterval(estimate, alpha);
        const quantile = skewedStatistic(estimate, low);
        expect(low).toBeLessThan(high);
        expectClose(skewedStatistic(estimate, high), -quantile, 1e-6);
        const turned = skewedInterval(skewedOf(drawn.map((value) => -value)), alpha);
        expectClose(turned.low, -high, 1e-9);
      }),
    );
  });

  test('without spread is where Student’s is', () => {
    expect(skewedStatistic(skewedOf([2, 2, 2]), 1)).toBe(Infinity);
    expect(skewedInterval(skewedOf([2, 2, 2]), 0.05)).toEqual({ low: 2, high: 2 });
  });
});
