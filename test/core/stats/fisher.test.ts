import { expect, test } from 'vitest';
import { fisherFewer } from '../../../src/core/stats/fisher.ts';

// Tables by hand; the last is Fisher's tea, 3 of 4 beside 1 of 4: 17/70.
test.each([
  [5, 5, 0, 5, 1 / 252],
  [4, 5, 0, 5, 5 / 210],
  [3, 5, 0, 5, 10 / 120],
  [3, 4, 1, 4, 17 / 70],
  [0, 5, 0, 5, 1],
  [2, 5, 5, 5, 1],
])('%d of %d beside %d of %d', (before, of, after, all, p) => {
  expect(fisherFewer({ successes: before, of }, { successes: after, of: all })).toBeCloseTo(p, 12);
});
