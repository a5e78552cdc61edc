import { expect, test } from 'vitest';
import { furthestApart, limitsOfLargestGap } from '../../../src/core/stats/largest-gap.ts';
import { errorsAtGap } from './largest-gap.ts';

const known = (value: number, half: number) => ({
  value,
  limits: { lower: () => value - half, upper: () => value + half },
});

test('of two groups it is square-and-add of their difference, whichever is greater', () => {
  const groups = [known(0.5, 0.03), known(0.8, 0.04)];
  const { lower, upper } = limitsOfLargestGap(groups);
  expect([lower(0.05), upper(0.05)].map((limit) => limit.toFixed(12))).toEqual(
    [0.25, 0.35].map((limit) => limit.toFixed(12)),
  );
  expect(limitsOfLargestGap(groups.toReversed()).upper(0.05)).toBe(upper(0.05));
});

test('a group of which nothing is known rules nothing out, and hides no gap of others', () => {
  const unknown = { value: 0.6, limits: { lower: () => -Infinity, upper: () => Infinity } };
  const { lower, upper } = limitsOfLargestGap([known(0.5, 0.01), known(0.9, 0.01), unknown]);
  expect(upper(0.05)).toBe(Infinity);
  expect(lower(0.05)).toBeGreaterThan(0.38);
});

test('no gap is less than none', () => {
  expect(limitsOfLargestGap([known(0.5, 0.3), known(0.5, 0.3)]).lower(0.05)).toBe(0);
  expect(furthestApart([known(1, 0)])).toBeNull();
  const [one, other] = [known(1, 0), known(1, 0)];
  expect(furthestApart([one, other])).toEqual([one, other]);
});

// More of it: largest-gap.slow.test.ts.
test('at the limit each claim is wrong in at most 5 %, and what is observed is too much', () => {
  const { passes, regressions, excess } = errorsAtGap({ rates: [0.8, 0.78, 0.78, 0.75], n: 100 }, 400);
  expect(Math.max(passes, regressions)).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 400));
  expect(excess).toBeGreaterThan(0.02);
});
