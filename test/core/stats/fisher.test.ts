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

test('errs in no more than alpha of candidates that pass as often as before, however often that is', () => {
  const chooses = (n: number, k: number): number => (k === 0 ? 1 : (chooses(n - 1, k - 1) * n) / k);
  const chance = (k: number, n: number, rate: number) => chooses(n, k) * rate ** k * (1 - rate) ** (n - k);
  for (const [before, after] of [
    [3, 3],
    [5, 5],
    [10, 3],
    [4, 9],
  ] as const) {
    for (const alpha of [0.05, 0.05 / 3, 0.05 / 20]) {
      for (let rate = 0.1; rate < 1; rate += 0.1) {
        let error = 0;
        for (let a = 0; a <= before; a += 1) {
          for (let b = 0; b <= after; b += 1) {
            const p = fisherFewer({ successes: a, of: before }, { successes: b, of: after });
            if (p < alpha) error += chance(a, before, rate) * chance(b, after, rate);
          }
        }
        expect(error).toBeLessThanOrEqual(alpha);
      }
    }
  }
});
