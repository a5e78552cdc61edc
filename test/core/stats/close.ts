import { expect } from 'vitest';

/** Relative agreement, with an absolute floor for values near zero. */
export function expectClose(actual: number, expected: number, tolerance = 1e-9): void {
  const error = Math.abs(actual - expected);
  expect(error, `${actual} is not ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(expected), 1e-6),
  );
}
