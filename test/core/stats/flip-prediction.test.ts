import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOf, type FlipSigns, predictFlips } from '../../../src/core/stats/flip-prediction.ts';
import { fallingFit } from '../../../src/core/stats/isotonic.ts';

describe('the falling fit', () => {
  test.each([
    ['what falls already', [3, 2, 1], [3, 2, 1]],
    ['a violation becomes a mean', [1, 3, 0], [2, 2, 0]],
    ['a rise becomes flat', [1, 2, 3], [2, 2, 2]],
    ['nothing', [], []],
  ])('%s', (_, values, fit) => {
    expect(fallingFit(values.map((value) => ({ value, weight: 1 })))).toEqual(fit);
  });
  test('weighs', () => {
    expect(
      fallingFit([
        { value: 0, weight: 3 },
        { value: 4, weight: 1 },
      ]),
    ).toEqual([1, 1]);
  });
  test('falls, keeps the weighted total, and changes nothing when made again', () => {
    const values = fc.array(
      fc.record({ value: fc.integer({ min: -9, max: 9 }), weight: fc.integer({ min: 1, max: 5 }) }),
    );
    fc.assert(
      fc.property(values, (all) => {
        const fit = fallingFit(all);
        const total = (of: readonly number[]) =>
          of.reduce((sum, value, at) => sum + value * (all[at]?.weight ?? 0), 0);
        expect(total(fit)).toBeCloseTo(total(all.map(({ value }) => value)), 9);
        for (let at = 1; at < fit.length; at += 1)
          expect(fit[at]).toBeLessThanOrEqual((fit[at - 1] ?? 0) + 1e-12);
      }),
    );
  });
});

describe('predicted flips', () => {
  const signs = (count: number, of: (index: number) => Partial<FlipSigns>): FlipSigns[] =>
    Array.from({ length: count }, (_, index) => ({ right: true, margin: null, earlier: [], ...of(index) }));

  test('are all alike where nothing is known', () => {
    expect(new Set(predictFlips(signs(10, () => ({})))).size).toBe(1);
  });
  test('fall with the margin before any model was seen, to about the usual share', () => {
    const rates = predictFlips(signs(100, (index) => ({ margin: index / 10 })));
    for (let at = 1; at < 100; at += 1) expect(rates[at]).toBeLessThanOrEqual(rates[at - 1] ?? 0);
    expect(rates.reduce((sum, rate) => sum + rate, 0) / 100).toBeCloseTo(0.12, 1);
  });
  test('follow what flipped by margin in an earlier model', () => {
    const rates = predictFlips(
      signs(400, (index) => ({ margin: index / 10, earlier: [index < 40 && index % 2 === 0] })),
    );
    const mean = (from: number, to: number) =>
      rates.slice(from, to).reduce((sum, rate) => sum + rate, 0) / (to - from);
    expect(mean(0, 40)).toBeGreaterThan(0.3);
    expect(mean(100, 400)).toBeLessThan(0.05);
  });
  test('are higher of what flipped before, and no more where flips do not come back', () => {
    const once = predictFlips(signs(200, (index) => ({ earlier: [index % 10 === 0] })));
    expect(once[0]).toBeGreaterThan(0.5);
    expect(once[1]).toBeLessThan(0.1);
    const never = predictFlips(signs(200, (index) => ({ earlier: [index % 10 === 0, index % 10 === 5] })));
    expect(never[0]).toBe(never[1]);
  });
  test('stay within bounds, for any signs', () => {
    const any = fc.record({
      right: fc.boolean(),
      margin: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
      earlier: fc.array(fc.option(fc.boolean()), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (all) => {
        const rates = predictFlips(all);
        expect(rates).toHaveLength(all.length);
        for (const rate of rates) expect(rate >= 0.005 && rate <= 0.6).toBe(true);
        const bins = binsOf(rates);
        const used = [...new Set(bins)].sort((a, b) => a - b);
        expect(used).toEqual(used.map((_, at) => at));
        expect(used.length).toBeLessThanOrEqual(6);
        rates.forEach((rate, at) => {
          rates.forEach((other, beside) => {
            if (rate === other) expect(bins[at]).toBe(bins[beside]);
            if (rate < other) expect(bins[at]).toBeLessThanOrEqual(bins[beside] ?? -1);
          });
        });
      }),
      { numRuns: 50 },
    );
  });
});
