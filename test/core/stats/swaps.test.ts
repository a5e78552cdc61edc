import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mcnemar } from '../../../src/core/stats/mcnemar.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { type SwappedStatistic, swapTests } from '../../../src/core/stats/swaps.ts';

const sumOf = (differences: readonly number[]) => (signs: Int8Array) =>
  Math.abs(differences.reduce((total, difference, unit) => total + difference * (signs[unit] ?? 0), 0));

function swapTest(units: number, statistic: SwappedStatistic, of: Parameters<typeof swapTests>[2]) {
  const [test] = swapTests(units, [statistic], of);
  if (test === undefined) throw new Error('no test');
  return test;
}

const options = { draws: 1999, seed: 7 };

describe('swapTests', () => {
  test.each([
    [20, 6],
    [12, 4],
    [14, 2],
    [5, 5],
  ])('of 0/1 scores agrees with the exact test of McNemar: %i rose, %i fell', (rose, fell) => {
    const differences = [...Array(rose).fill(1), ...Array(fell).fill(-1), ...Array(30).fill(0)];
    const { p } = swapTest(differences.length, sumOf(differences), { draws: 20_000, seed: 1 });
    // Of twenty draws that are as large the standard error is a quarter.
    const { exactTwoSided: exact } = mcnemar(rose, fell);
    expect(Math.abs(Math.log(p / exact))).toBeLessThan(0.75);
  });

  test('where nothing differs every draw is as large', () => {
    expect(swapTest(20, sumOf(Array(20).fill(0)), options)).toEqual({ p: 1 });
  });

  test('is never below what so many draws can tell, and the same for the same seed', () => {
    const differences = Array(50).fill(3);
    expect(swapTest(50, sumOf(differences), options).p).toBe(1 / 2000);
    const uneven = [3, -1, 2, 2, -0.5, 4];
    expect(swapTest(6, sumOf(uneven), options)).toEqual(swapTest(6, sumOf(uneven), options));
  });

  test('is below a level no more often than the level says, where nothing differs but by chance', () => {
    const random = mulberry32(11);
    const runs = 1000;
    let below = 0;
    for (let run = 0; run < runs; run += 1) {
      // Skewed, and of few values: nothing is assumed of how they are spread.
      const draw = () => Math.floor(6 * random() ** 4);
      const differences = Array.from({ length: 12 }, () => draw() - draw());
      if (swapTest(12, sumOf(differences), { draws: 199, seed: run }).p <= 0.1) below += 1;
    }
    // Three standard errors above.
    expect(below / runs).toBeLessThan(0.1 + 3 * Math.sqrt(0.09 / runs));
    expect(below / runs).toBeGreaterThan(0.03);
  });

  test('of several statistics are those of each alone', () => {
    const random = mulberry32(5);
    const statistics = [0, 0.1, 0.3, 3].map((shift) =>
      sumOf(Array.from({ length: 60 }, () => random() - 0.5 + shift)),
    );
    const together = swapTests(60, statistics, options);
    expect(together).toEqual(statistics.map((statistic) => swapTest(60, statistic, options)));
    expect(new Set(together.map(({ p }) => p)).size).toBeGreaterThan(2);
    expect(swapTests(60, [], options)).toEqual([]);
  });

  test('of many units, each by a bit of its own, swap every unit half of the time and no two together', () => {
    const units = 2 ** 14 + 37;
    const [draws, turned] = [400, new Int32Array(units)];
    const together = { next: 0, far: 0 };
    let looks = 0;
    swapTests(
      units,
      [
        (signs) => {
          for (let unit = 0; unit < units; unit += 1) {
            turned[unit] = (turned[unit] ?? 0) + (signs[unit] ?? 0);
            together.next += (signs[unit] ?? 0) * (signs[(unit + 1) % units] ?? 0);
            together.far += (signs[unit] ?? 0) * (signs[(unit + 32) % units] ?? 0);
          }
          looks += 1;
          // Not even once as far from no difference as what was seen.
          return looks === 1 ? 1 : 0;
        },
      ],
      { draws, seed: 5 },
    );
    expect(looks).toBe(draws + 1);
    // The first look swaps nothing; of 16,421 units the furthest lies some four standard deviations from the middle.
    for (const sum of turned) expect(Math.abs(sum - 1)).toBeLessThan(6 * Math.sqrt(draws));
    for (const sum of Object.values(together))
      expect(Math.abs(sum - units)).toBeLessThan(4 * Math.sqrt(units * draws));
  });

  test('does not change when all sides are swapped, or when the scale is another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 }), (given) => {
        const { p } = swapTest(given.length, sumOf(given), { draws: 99, seed: 3 });
        const negated = swapTest(given.length, sumOf(given.map((x) => -x)), { draws: 99, seed: 3 });
        const scaled = swapTest(given.length, sumOf(given.map((x) => x * 1024)), { draws: 99, seed: 3 });
        expect(negated.p).toBe(p);
        expect(scaled.p).toBe(p);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
