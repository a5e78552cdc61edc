import { describe, expect, test } from 'vitest';
import { clopperPearsonLower, clopperPearsonUpper } from '../../../src/core/stats/clopper-pearson.ts';
import { lowerLimit, testAgainst, upperLimit } from '../../../src/core/stats/inference.ts';
import { roganGladen } from '../../../src/core/stats/rogan-gladen.ts';
import { corrected, errors, errorsAtLimit } from './instrument.ts';

describe('the rate behind an observed one', () => {
  test.each([
    // (q + sp − 1) / (se + sp − 1)
    [0.2, errors(0.9, 1, 0.95, 1), 0.15 / 0.85],
    [0.01, errors(0.8, 1, 0.99, 1), 0],
    [0.02, errors(0.5, 1, 1, 1), 0.04],
    [0.95, errors(0.9, 1, 0.95, 1), 1],
  ])('of %d', (observed, of, rate) => {
    expect(roganGladen(observed, of)).toBeCloseTo(rate, 12);
  });

  test('is unknown where the instrument tells nothing apart', () => {
    expect(roganGladen(0.1, errors(0.5, 100, 0.5, 100))).toBeNaN();
    const guess = corrected(1, 100, errors(0.5, 100, 0.5, 100));
    expect(testAgainst(guess, 0.9)).toMatchObject({ pGreater: 1, pLess: 1 });
    expect([lowerLimit(guess, 0.05), upperLimit(guess, 0.05)]).toEqual([0, 1]);
    // Better than a guess, and not proven to be.
    expect(upperLimit(corrected(0, 10_000, errors(0.3, 10, 0.9, 10)), 0.05)).toBe(1);
  });
});

test.each([0, 3, 40])('errors that are known well and small change nothing: %d of 400', (events) => {
  const one = corrected(events, 400, errors(1, 1e6, 1, 1e6));
  expect(upperLimit(one, 0.05)).toBeCloseTo(clopperPearsonUpper(events, 400, 0.05), 4);
  expect(lowerLimit(one, 0.05)).toBeCloseTo(clopperPearsonLower(events, 400, 0.05), 4);
});

test('what is known of the errors counts: fewer cases, wider limits', () => {
  const limits = [50, 500, 50_000].map((of) =>
    upperLimit(corrected(3, 1000, errors(0.8, of, 0.998, of)), 0.05),
  );
  expect(limits).toEqual([...limits].sort((a, b) => b - a));
  expect(limits[0]).toBeGreaterThan(1.1 * (limits[2] ?? 0));
});

test.each(['lower', 'upper'] as const)('the %s limit is the test turned round', (end) => {
  const one = corrected(30, 300, errors(0.7, 200, 0.98, 400));
  const limit = end === 'lower' ? lowerLimit(one, 0.05) : upperLimit(one, 0.05);
  const { pGreater, pLess } = testAgainst(one, limit);
  expect(end === 'lower' ? pGreater : pLess).toBeCloseTo(0.05, 3);
});

// Twenty times the rounds, at more limits: rogan-gladen.slow.test.ts.
test('at the limit each claim is wrong in at most 5 %', () => {
  const { passes, fails } = errorsAtLimit({ limit: 0.05, n: 500, se: 0.9, sp: 0.98, of: 200 }, 150);
  expect(Math.max(passes, fails)).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 150));
});
