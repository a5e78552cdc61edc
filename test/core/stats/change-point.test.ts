import { describe, expect, test } from 'vitest';
import { findChangePoint } from '../../../src/core/stats/change-point.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { normalQuantile } from '../../../src/core/stats/special/normal.ts';

const series = (values: readonly number[], stderr = 1) => values.map((value) => ({ value, stderr }));

describe('where a series stops being constant', () => {
  test('fewer than three values say nothing', () => {
    expect(findChangePoint(series([1, 9]))).toBeNull();
  });

  test.each([
    ['a step', [0, 0, 0, 0, -9, -9, -9], { index: 4, shape: 'step', size: -9 }],
    ['a slope', [0, 0, 0, -3, -6, -9, -12], { index: 3, shape: 'slope', size: -3 }],
    ['a step at the end', [0, 0, 0, 0, 0, 0, 8], { index: 6, shape: 'step', size: 8 }],
    ['a slope from the beginning', [5, 4, 3, 2, 1, 0], { index: 1, shape: 'slope', size: -1 }],
  ] as const)('%s', (_, values, expected) => {
    const found = findChangePoint(series(values));
    expect(found).toMatchObject({ index: expected.index, shape: expected.shape });
    expect(found?.size).toBeCloseTo(expected.size, 10);
  });

  test('its p-value is that of χ², times the places that were looked at', () => {
    // One value against three others: z² = 9 / (1 + 1/3), and Bonferroni's bound over 3 steps and 2 slopes.
    const found = findChangePoint(series([0, 0, 0, Math.sqrt(12)]));
    expect(found).toMatchObject({ index: 3, shape: 'step' });
    expect(found?.p).toBeCloseTo(5 * 0.0026997960632601866, 10);
  });

  test('what is less sure counts less', () => {
    const rounds = [0, 0, 0, 0, 4].map((value, index) => ({ value, stderr: index === 4 ? 4 : 1 }));
    expect(findChangePoint(rounds)?.p).toBe(1);
  });

  test('of rounds that never changed at most one of twenty is called changed', () => {
    const random = mulberry32(20261129);
    const runs = 2000;
    const rounds = () => series(Array.from({ length: 12 }, () => normalQuantile(Math.max(1e-12, random()))));
    const alarms = Array.from({ length: runs }, () => (findChangePoint(rounds())?.p ?? 1) < 0.05);
    expect(alarms.filter((alarm) => alarm).length / runs).toBeLessThan(0.05);
    expect(alarms.filter((alarm) => alarm).length / runs).toBeGreaterThan(0.005);
  });
});
