import { expect, test } from 'vitest';
import { errorsAtLimit } from './instrument.ts';

const ROUNDS = 3000;

test.each([
  { limit: 0.05, n: 500, se: 0.9, sp: 0.98, of: 200 },
  { limit: 0.02, n: 1000, se: 0.6, sp: 0.995, of: 400 },
  { limit: 0.2, n: 200, se: 0.8, sp: 0.9, of: 100 },
  { limit: 0.01, n: 2000, se: 0.4, sp: 0.998, of: 1200 },
  { limit: 0.1, n: 300, se: 0.95, sp: 0.95, of: 50 },
])(
  'of a model at its limit each claim is wrong in at most 5 %: %j',
  (cell) => {
    const found = errorsAtLimit(cell, ROUNDS);
    console.info(JSON.stringify(cell), JSON.stringify(found));
    expect(Math.max(found.passes, found.fails)).toBeLessThanOrEqual(
      0.05 + 3 * Math.sqrt((0.05 * 0.95) / ROUNDS),
    );
  },
  300_000,
);
