import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extraWeight, tailOf } from '../../../src/core/stats/sparse.ts';

const sized = (values: readonly number[], sizes: readonly number[] = values.map(() => 1)) => ({
  values,
  sizes,
});

describe('where few lie far from the middle one more counts', () => {
  test.each([
    ['ten far away', [...Array(500).fill(0), ...Array(10).fill(1)], 1],
    ['eighteen', [...Array(500).fill(0), ...Array(18).fill(-1)], 0.5],
    ['26', [...Array(500).fill(0), ...Array(26).fill(1)], 0],
    [
      'all moving a little, which says nothing of those that collapse',
      Array.from({ length: 500 }, (_, i) => (i % 7) / 100),
      1,
    ],
    ['differences of a hair', Array.from({ length: 500 }, (_, i) => 0.1 + (i % 3) * 1e-17), 1],
    ['30 at exactly a quarter of the range', [...Array(30).fill(0), ...Array(30).fill(0.25)], 1],
    ['none', [], 1],
  ])('%s', (_, values, expected) => {
    expect(extraWeight(sized(values), 1)).toBe(expected);
  });
  test('ten feathers beside a stone are few', () => {
    expect(
      extraWeight(sized([...Array(40).fill(0), ...Array(10).fill(1)], [1000, ...Array(49).fill(1)]), 1),
    ).toBe(1);
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
        const found = extraWeight(sized(drawn), 10);
        expect(extraWeight(sized(drawn.map((value) => value * unit)), 10 * unit)).toBe(found);
        expect(extraWeight(sized(drawn.map((value) => -value)), 10)).toBe(found);
        expect(extraWeight(sized([...drawn.slice(turn), ...drawn.slice(0, turn)]), 10)).toBe(found);
      },
    ),
  );
});

test('without a range one more lies twice as far out as any that was seen', () => {
  expect(tailOf(sized([0, 0, 0, 0, -3]))).toEqual({ weight: 1, low: -6, high: 6 });
  expect(tailOf(sized(Array.from({ length: 100 }, (_, i) => i - 49.5))).weight).toBe(0);
});
