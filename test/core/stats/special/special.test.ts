import { describe, expect, test } from 'vitest';
import { betaCdf, betaQuantile } from '../../../../src/core/stats/special/beta.ts';
import {
  binomialAtLeast,
  binomialAtMost,
  binomialExactly,
} from '../../../../src/core/stats/special/binomial.ts';
import { logBeta, logGamma } from '../../../../src/core/stats/special/gamma.ts';
import { normalCdf, normalQuantile } from '../../../../src/core/stats/special/normal.ts';
import { studentCdf, studentQuantile } from '../../../../src/core/stats/special/student-t.ts';
import grid from '../fixtures/special.json' with { type: 'json' };

/** Largest |ours − theirs| / |theirs| that is accepted, against values computed with 40 digits. */
const TOLERANCE = 5e-11;

const FUNCTIONS: Record<keyof typeof grid, (...numbers: number[]) => number> = {
  betaCdf: (x = NaN, a = NaN, b = NaN) => betaCdf(x, a, b),
  betaQuantile: (p = NaN, a = NaN, b = NaN) => betaQuantile(p, a, b),
  normalCdf: (z = NaN) => normalCdf(z),
  normalQuantile: (p = NaN) => normalQuantile(p),
  studentCdf: (t = NaN, df = NaN) => studentCdf(t, df),
  studentQuantile: (p = NaN, df = NaN) => studentQuantile(p, df),
  binomialAtMost: (k = NaN, n = NaN, p = NaN) => binomialAtMost(k, n, p),
};

describe.each(Object.entries(FUNCTIONS))('%s', (name, evaluate) => {
  test.each(grid[name as keyof typeof grid])('of $arguments', ({ arguments: numbers, value }) => {
    expect(Math.abs(evaluate(...numbers) - value)).toBeLessThanOrEqual(TOLERANCE * Math.abs(value) + 1e-15);
  });
});

test.each([
  [0.5, Math.log(Math.sqrt(Math.PI))],
  [1, 0],
  [2, 0],
  [5, Math.log(24)],
  [21, Math.log(2432902008176640000)],
])('ln Γ(%d)', (x, expected) => {
  expect(logGamma(x)).toBeCloseTo(expected, 13);
});

test('ln B(3, 4) = ln 1/60', () => {
  expect(logBeta(3, 4)).toBeCloseTo(-Math.log(60), 13);
});

describe('the binomial distribution', () => {
  const n = 17;
  const p = 0.3;
  test('adds up to one', () => {
    const total = Array.from({ length: n + 1 }, (_, k) => binomialExactly(k, n, p)).reduce((a, b) => a + b);
    expect(total).toBeCloseTo(1, 13);
  });
  test.each([0, 1, 5, 16, 17])('has tails that meet at %d', (k) => {
    expect(binomialAtMost(k, n, p) + binomialAtLeast(k + 1, n, p)).toBeCloseTo(1, 13);
    expect(binomialAtMost(k, n, p) - binomialAtMost(k - 1, n, p)).toBeCloseTo(binomialExactly(k, n, p), 13);
  });
  test('is certain outside its support', () => {
    expect([binomialAtMost(-1, n, p), binomialAtMost(n, n, p)]).toEqual([0, 1]);
    expect([binomialAtLeast(0, n, p), binomialAtLeast(n + 1, n, p)]).toEqual([1, 0]);
  });
});

test('infinite statistics have probabilities', () => {
  expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  expect([studentCdf(-Infinity, 5), studentCdf(Infinity, 5)]).toEqual([0, 1]);
});

// 1 − (1 − x)^b = p; near 0 a logarithm of 1 + u has no digits left, so that Newton's steps never became small.
test.each([1, 2, 3, 10, 50, 100, 500, 1000, 14_042, 100_000])('far into the tail of Beta(1, %d)', (b) => {
  for (const p of [1e-12, 1e-9, 9.999999717180685e-10]) {
    const exact = -Math.expm1(Math.log1p(-p) / b);
    expect(Math.abs(betaQuantile(p, 1, b) / exact - 1)).toBeLessThan(1e-12);
  }
});
