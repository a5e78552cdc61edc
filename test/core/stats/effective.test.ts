import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumClusters } from '../../../src/core/stats/clustered.ts';
import { effectiveSize } from '../../../src/core/stats/effective.ts';
import { extendedMean } from '../../../src/core/stats/mean.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { addParts, keepParts, type Part, ratioValues } from '../../../src/core/stats/ratio.ts';
import { sizedMean, spreadOf, studentMean } from '../../../src/core/stats/student.ts';
import { expectClose } from './close.ts';

const size = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const sizes = fc.array(size, { minLength: 2, maxLength: 60 });

test('as Kish has it: one of two and eight of one count for seven', () => {
  expectClose(effectiveSize([2, 2, 1, 1, 1, 1, 1, 1, 1, 1]), 144 / 16);
  expect(effectiveSize([])).toBe(0);
  expect(effectiveSize([0, 0])).toBe(0);
  expect(effectiveSize([0, 3, 3])).toBe(2);
});

test('lies between one and the number of units, and is exactly that where they are alike', () => {
  fc.assert(
    fc.property(sizes, size, fc.integer({ min: 1, max: 1000 }), (drawn, one, count) => {
      const found = effectiveSize(drawn);
      expect(found).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(found).toBeLessThanOrEqual(drawn.length + 1e-9);
      expectClose(effectiveSize(drawn.map((each) => each * one)), found, 1e-9);
      expect(effectiveSize(Array.from({ length: count }, () => one))).toBe(count);
    }),
  );
});

/** Parts of a weighted mean, as units. */
const unitsOf = (values: readonly number[], weights: readonly number[]) => {
  const parts = values.map((value, index): Part => {
    const denominator = weights[index] ?? 1;
    return { numerator: value * denominator, denominator };
  });
  return sumClusters(
    parts,
    (part) => part,
    () => null,
    addParts,
    keepParts,
  );
};

test('one more unit is what it would be had it been there from the start', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), size), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: -9, max: 9 }), (drawn, extra) => {
      const [values, weights] = [drawn.map(([value]) => value), drawn.map(([, weight]) => weight)];
      const found = extendedMean(
        { values: ratioValues(unitsOf(values, weights)), sizes: weights },
        { value: extra, weight: 1 },
      );
      const all = [...weights, Math.max(...weights)];
      const expected = sizedMean({ values: ratioValues(unitsOf([...values, extra], all)), sizes: all });
      for (const key of ['value', 'stderr', 'df'] as const) expect(found[key]).toBeCloseTo(expected[key], 6);
    }),
  );
});

test('of units of one size it is one more value, and so many times the units are so many more', () => {
  const found = extendedMean({ values: [1, 2], sizes: [5, 5] }, { value: 7, weight: 1 });
  const expected = studentMean([1, 2, 7]);
  for (const key of ['value', 'stderr', 'df'] as const) expectClose(found[key], expected[key], 1e-12);
  const thrice = extendedMean({ values: [1, 2], sizes: [5, 5] }, { value: 7, weight: 1 }, 3);
  const seen = studentMean([1, 2, 1, 2, 1, 2, 7]);
  for (const key of ['value', 'stderr', 'df'] as const) expectClose(thrice[key], seen[key], 1e-12);
});

test('less of it the less it weighs, down to nothing', () => {
  const of = (weight: number) => extendedMean({ values: [1, 2, 4], sizes: [1, 1, 1] }, { value: 9, weight });
  expect(of(0.5).value).toBeCloseTo((7 + 0.5 * 9) / 3.5, 12);
  const nothing = studentMean([1, 2, 4]);
  for (const key of ['value', 'stderr', 'df'] as const) expect(of(1e-9)[key]).toBeCloseTo(nothing[key], 6);
});

test('units of one size have Student’s mean; one that outweighs the others leaves few degrees of freedom', () => {
  const values = [1, 2, 4, 7, 7];
  expect(sizedMean({ values, sizes: [3, 3, 3, 3, 3] })).toEqual(studentMean(values));
  const even = spreadOf(values.map((value) => ({ by: (value - 4.2) / 5, share: 1 / 5, times: 1 })));
  expectClose(even.stderr, studentMean(values).stderr, 1e-12);
  expectClose(even.df, 4, 1e-12);
  const one = sizedMean({ values: ratioValues(unitsOf(values, [50, 1, 1, 1, 1])), sizes: [50, 1, 1, 1, 1] });
  expect(one.df).toBeLessThan(2);
});

test('the variance of a mean of uneven units is right on average', () => {
  const sizes = [40, 20, 10, 5, 5, 2, 2, 1, 1, 1];
  const total = sizes.reduce((sum, each) => sum + each, 0);
  const random = mulberry32(3);
  const runs = 4000;
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    const values = sizes.map(() => random() - 0.5);
    found += sizedMean({ values: ratioValues(unitsOf(values, sizes)), sizes }).stderr ** 2 / runs;
  }
  const truth = sizes.reduce((sum, each) => sum + (each / total) ** 2, 0) / 12;
  expect(found / truth).toBeGreaterThan(0.96);
  expect(found / truth).toBeLessThan(1.04);
});
