import { expect, test } from 'vitest';
import { correctedResampled } from '../../../src/core/stats/resampled.ts';

test('is the mean of the folds, and wider than their own standard error by what the training sets share', () => {
  const { value, stderr, df } = correctedResampled([0.1, 0.2, 0.3]);
  expect(value).toBeCloseTo(0.2, 12);
  // s² = 0.01, and 1/3 + 1/2 of it.
  expect(stderr).toBeCloseTo(Math.sqrt((5 / 6) * 0.01), 12);
  expect(df).toBe(2);
});
