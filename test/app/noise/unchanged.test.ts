import { expect, test } from 'vitest';
import { stderrOfShare } from '../../../src/app/noise/unchanged.ts';

test('the standard error of a share is that of a binomial, and of none seen not nothing', () => {
  expect(stderrOfShare(0.05, 400)).toBeCloseTo(Math.sqrt((0.05 * 0.95) / 400), 3);
  expect(stderrOfShare(0, 400)).toBeGreaterThan(0.003);
  expect(stderrOfShare(0, 400)).toBeCloseTo(stderrOfShare(1, 400), 12);
});
