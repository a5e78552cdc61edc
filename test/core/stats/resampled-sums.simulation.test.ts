import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { resampledSums } from '../../../src/core/stats/resampled-sums.ts';

const columnOf = (units: number, seed: number): Float64Array => {
  const random = mulberry32(seed);
  return Float64Array.from({ length: units }, random);
};
const ones = (units: number) => new Float64Array(units).fill(1);

/** The share of resamples in which a unit that is drawn so often on average is drawn k times. */
const poisson = (k: number) => Math.exp(-1) / (k < 2 ? 1 : k === 2 ? 2 : 6);

describe('sums over resampled units', () => {
  // More than a block of units, and an odd number of them.
  test.each([500, 2047, 2048, 4097])('of %d units count as many as there are', (units) => {
    const last = ones(units).fill(0, 0, units - 1);
    const others = ones(units).fill(0, units - 1);
    const [one, another] = resampledSums([last, others], { resamples: 4000, seed: 5 });
    const drawn = Array.from(one ?? [], (own, resample) => own + (another?.[resample] ?? 0));
    expect(new Set(drawn)).toEqual(new Set([units]));
    // How often one unit is drawn: four standard errors of a share of 4,000.
    for (const k of [0, 1, 2, 3]) {
      const share = one?.filter((own) => own === k).length ?? 0;
      expect(Math.abs(share / 4000 - poisson(k))).toBeLessThan(4 * Math.sqrt(poisson(k) / 4000));
    }
  });

  test('have the mean and the variance of draws with replacement', () => {
    const units = 3001;
    const column = columnOf(units, 1);
    const [sums] = resampledSums([column], { resamples: 20_000, seed: 9 });
    const total = column.reduce((sum, own) => sum + own, 0);
    const variance = column.reduce((sum, own) => sum + (own - total / units) ** 2, 0);
    const mean = (sums ?? column).reduce((sum, own) => sum + own, 0) / 20_000;
    const squares = (sums ?? column).reduce((sum, own) => sum + (own - total) ** 2, 0) / 20_000;
    expect(Math.abs(mean - total)).toBeLessThan(4 * Math.sqrt(variance / 20_000));
    expect(Math.abs(squares / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
  });

  test('of a resample depend on nothing but the seed and its number, however many columns and resamples are asked for', () => {
    const columns = Array.from({ length: 6 }, (_, seed) => columnOf(2500, seed));
    const together = resampledSums(columns, { resamples: 1500, seed: 3 });
    const few = resampledSums(columns, { resamples: 7, seed: 3 });
    for (const [at, column] of columns.entries()) {
      const [alone] = resampledSums([column], { resamples: 1500, seed: 3 });
      expect(together[at]).toEqual(alone);
      expect(few[at]).toEqual(alone?.slice(0, 7));
    }
    expect(resampledSums(columns, { resamples: 7, seed: 4 })[0]).not.toEqual(few[0]);
    expect(new Set(together[0]).size).toBeGreaterThan(1490);
  });

  test('of a column that is there twice, and of one that is constant, are what they would be', () => {
    const column = columnOf(700, 8);
    const constant = new Float64Array(700).fill(0.25);
    const [one, same, other, last] = resampledSums(
      [column, constant, column.slice(), constant.map((each) => 2 * each)],
      {
        resamples: 5,
        seed: 1,
      },
    );
    expect(other).toEqual(one);
    expect([...(same ?? [])]).toEqual([175, 175, 175, 175, 175]);
    expect([...(last ?? [])]).toEqual([350, 350, 350, 350, 350]);
  });
});
