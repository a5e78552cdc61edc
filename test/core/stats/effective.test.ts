import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveSize, withExtra } from '../../../src/core/stats/effective.ts';
import { type Part, ratioValues } from '../../../src/core/stats/ratio.ts';
import { skewedMean } from '../../../src/core/stats/skewed.ts';
import { studentMean } from '../../../src/core/stats/student.ts';
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
  return { parts, count: parts.length, samples: parts.length, [Symbol.iterator]: () => parts.values() };
};

test('one more unit is what it would be had it been there from the start', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), size), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: -9, max: 9 }), (drawn, extra) => {
      const [values, weights] = [drawn.map(([value]) => value), drawn.map(([, weight]) => weight)];
      const added = withExtra({ values: ratioValues(unitsOf(values, weights)), sizes: weights }, extra);
      const whole = ratioValues(unitsOf([...values, extra], [...weights, Math.max(...weights)]));
      const [found, expected] = [[...added.values], [...whole]];
      for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, 6);
      expect([...added.sizes]).toEqual([...weights, Math.max(...weights)]);
    }),
  );
});

test('of units of one size it is one more value', () => {
  const { values, sizes: all } = withExtra({ values: [1, 2], sizes: [5, 5] }, 7);
  expect([[...values], [...all]]).toEqual([
    [1, 2, 7],
    [5, 5, 5],
  ]);
});

test("Student's mean of so many of one weight is the ordinary one, and that of fewer is less certain", () => {
  const values = [1, 2, 4, 7, 7];
  expect(studentMean(values, 5)).toEqual(studentMean(values));
  expect(skewedMean(values, 5)).toEqual(skewedMean(values));
  const { stderr, df } = studentMean(values, 3);
  expect(df).toBe(2);
  expectClose(stderr, studentMean(values).stderr * Math.sqrt((4 / 2) * (3 / 5)));
});
