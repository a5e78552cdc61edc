import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveCount, quantileLimits } from '../../../src/core/stats/quantile-limits.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const all = (n: number) => () => n;

describe('limits of a quantile', () => {
  // Wilks 1941: 59 is the fewest of which the greatest is above the 95th percentile in 95 % of samples.
  test.each([
    [59, 0.95, 59],
    [58, 0.95, Infinity],
    // Conover 1999, table A3: ranks of n = 20 and p = 0.5.
    [20, 0.5, 15],
  ])('of %i, the quantile %f is at most %f', (n, q, upper) => {
    expect(quantileLimits(upTo(n), q, all(n)).upper(0.05)).toBe(upper);
  });

  test('of a median are as far from one end as from the other', () => {
    const { lower, upper } = quantileLimits(upTo(20), 0.5, all(20));
    expect([lower(0.05), upper(0.05)]).toEqual([6, 15]);
  });

  test('of fewer effective samples are wider, and so are those of a smaller error', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 60, maxLength: 200 });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.1, max: 1, noNaN: true }), (given, share) => {
        const sorted = given.toSorted((a, b) => a - b);
        const n = sorted.length;
        const [whole, part] = [
          quantileLimits(sorted, 0.5, all(n)),
          quantileLimits(sorted, 0.5, all(n * share)),
        ];
        return (
          part.lower(0.05) <= whole.lower(0.05) &&
          whole.upper(0.05) <= part.upper(0.05) &&
          whole.upper(0.05) <= whole.upper(0.01)
        );
      }),
    );
  });
});

test('so many independent samples tell as much: never more than there are', () => {
  const share = { value: 0.05, df: 1e9 };
  const stderr = Math.sqrt((0.05 * 0.95) / 400);
  expect(effectiveCount({ ...share, stderr }, 400)(0.05)).toBeCloseTo(400, 3);
  expect(effectiveCount({ ...share, stderr: 2 * stderr }, 400)(0.05)).toBeCloseTo(100, 3);
  expect(effectiveCount({ ...share, stderr: stderr / 2 }, 400)(0.05)).toBe(400);
  expect(effectiveCount({ ...share, stderr, df: 5 }, 400)(0.05)).toBeLessThan(300);
  expect(effectiveCount({ value: 1, stderr: 0, df: 5 }, 400)(0.05)).toBe(400);
});
