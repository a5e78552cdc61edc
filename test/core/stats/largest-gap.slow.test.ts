import { expect, test } from 'vitest';
import { errorsAtGap } from './largest-gap.ts';

const ROUNDS = 2000;
const alike = (count: number, rate: number) => Array.from({ length: count }, () => rate);

test.each([
  { rates: [0.8, 0.75], n: 100 },
  { rates: [0.8, 0.7], n: 30 },
  { rates: [0.9, ...alike(8, 0.85), 0.8], n: 100 },
  { rates: [...alike(5, 0.8), ...alike(5, 0.75)], n: 200 },
  { rates: [0.6, ...alike(28, 0.55), 0.5], n: 100 },
  { rates: [0.05, 0.02, 0.02, 0.01], n: 300 },
])(
  'at the limit each claim is wrong in at most 5 %: %j',
  (cell) => {
    const found = errorsAtGap(cell, ROUNDS);
    console.info(JSON.stringify({ groups: cell.rates.length, n: cell.n }), JSON.stringify(found));
    expect(Math.max(found.passes, found.regressions)).toBeLessThanOrEqual(
      0.05 + 3 * Math.sqrt((0.05 * 0.95) / ROUNDS),
    );
  },
  300_000,
);
