import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSparse, tailOf } from '../../../src/core/stats/sparse.ts';

const sized = (values: readonly number[], sizes: readonly number[] = values.map(() => 1)) => ({
  values,
  sizes,
});

describe('too few lie far from the middle', () => {
  test.each([
    ['nine far away', [...Array(500).fill(0), ...Array(9).fill(1)], true],
    ['ten far away', [...Array(500).fill(0), ...Array(10).fill(-1)], false],
    [
      'all moving a little, which says nothing of those that collapse',
      Array.from({ length: 500 }, (_, i) => (i % 7) / 100),
      true,
    ],
    ['differences of a hair', Array.from({ length: 500 }, (_, i) => 0.1 + (i % 3) * 1e-17), true],
    ['ten at exactly a quarter of the range', [...Array(30).fill(0), ...Array(10).fill(0.25)], true],
    ['none', [], false],
  ])('%s', (_, values, expected) => {
    expect(isSparse(sized(values), 1)).toBe(expected);
  });
  test('ten feathers beside a stone are few', () => {
    expect(
      isSparse(sized([...Array(40).fill(0), ...Array(10).fill(1)], [1000, ...Array(49).fill(1)]), 1),
    ).toBe(true);
  });
});

test('whether they are few depends on neither unit, direction nor order', () => {
  const values = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(
      values,
      fc.constantFrom(10, 0.1, 1 / 3, 1e6),
      fc.integer({ min: 0, max: 79 }),
      (drawn, unit, turn) => {
        const found = isSparse(sized(drawn), 10);
        expect(isSparse(sized(drawn.map((value) => value * unit)), 10 * unit)).toBe(found);
        expect(isSparse(sized(drawn.map((value) => -value)), 10)).toBe(found);
        expect(isSparse(sized([...drawn.slice(turn), ...drawn.slice(0, turn)]), 10)).toBe(found);
      },
    ),
  );
});

test('without a range one more lies twice as far out as any that was seen', () => {
  expect(tailOf(sized([0, 0, 0, 0, -3]))).toEqual({ sparse: true, low: -6, high: 6 });
  expect(tailOf(sized(Array.from({ length: 100 }, (_, i) => i - 49.5))).sparse).toBe(false);
});
