import { describe, expect, test } from 'vitest';
import { bcaLimit, bootstrapStatistic } from '../../../src/core/stats/bootstrap.ts';
import { drawBinomial, drawKinds, unitDraws } from '../../../src/core/stats/multinomial.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { binomialExactly } from '../../../src/core/stats/special/binomial.ts';

/** χ² of so many draws against the exact distribution, with its degrees of freedom; rare values are counted together. */
function misfit(n: number, p: number, draws: number): { chi: number; df: number } {
  const random = mulberry32(n + Math.round(1000 * p));
  return misfitOf(
    Array.from({ length: draws }, () => drawBinomial(n, p, random)),
    n,
    p,
  );
}

function misfitOf(drawn: readonly number[], n: number, p: number): { chi: number; df: number } {
  const draws = drawn.length;
  const seen = new Map<number, number>();
  for (const k of drawn) seen.set(k, (seen.get(k) ?? 0) + 1);
  const middle = n * p;
  const far = 8 * Math.sqrt(n * p * (1 - p)) + 8;
  let [chi, cells, rareSeen, rareExpected] = [0, 0, 0, 0];
  for (let k = Math.max(0, Math.floor(middle - far)); k <= Math.min(n, middle + far); k += 1) {
    const expected = draws * binomialExactly(k, n, p);
    const own = seen.get(k) ?? 0;
    if (expected < 10) {
      rareSeen += own;
      rareExpected += expected;
      continue;
    }
    chi += (own - expected) ** 2 / expected;
    cells += 1;
  }
  if (rareExpected >= 5) {
    chi += (rareSeen - rareExpected) ** 2 / rareExpected;
    cells += 1;
  }
  return { chi, df: cells - 1 };
}

describe('draws of each unit', () => {
  // Of kinds of 1, 2 and 5 units, and all others alone.
  const sizes = Float64Array.from([1, 2, 5, ...Array.from({ length: 292 }, () => 1)]);
  const of = Int32Array.from([...sizes].flatMap((size, kind) => Array.from({ length: size }, () => kind)));
  test('are as many as there are units', () => {
    const times = new Float64Array(sizes.length);
    const draw = unitDraws(of, sizes, 7);
    for (let round = 0; round < 1000; round += 1) {
      draw(times);
      expect(times.reduce((sum, count) => sum + count, 0)).toBe(of.length);
    }
  });

  test.each([
    ['a unit', [0]],
    ['a kind of two', [1]],
    ['a kind of five', [2]],
    ['the last unit', [294]],
    ['two kinds', [2, 17]],
    ['half of all', Array.from({ length: 147 }, (_, kind) => 2 * kind)],
  ] as const)('of %s follow the binomial distribution', (_, kinds) => {
    const times = new Float64Array(sizes.length);
    const draw = unitDraws(of, sizes, 11);
    const share = kinds.reduce((sum, kind) => sum + (sizes[kind] ?? 0), 0) / of.length;
    const seen = Array.from({ length: 30_000 }, () => {
      draw(times);
      return kinds.reduce<number>((sum, kind) => sum + (times[kind] ?? 0), 0);
    });
    const { chi, df } = misfitOf(seen, of.length, share);
    expect(df).toBeGreaterThan(1);
    expect(chi).toBeLessThan(df + 5 * Math.sqrt(2 * df));
  });
});

describe('binomial draws', () => {
  test.each([
    [1, 0.3],
    [40, 0.1],
    [1_000_000, 0.000_004],
    [25, 0.45],
    [100, 0.1],
    [2000, 0.03],
    [5000, 0.5],
    [1_000_000, 0.000_2],
    [300, 0.93],
  ])('follow the exact distribution of %d trials of %d', (n, p) => {
    const { chi, df } = misfit(n, p, 100_000);
    expect(df).toBeGreaterThan(0);
    // Five standard deviations of χ².
    expect(chi).toBeLessThan(df + 5 * Math.sqrt(2 * df));
  });

  test.each([
    [0, 0.5, 0],
    [7, 0, 0],
    [7, 1, 7],
  ])('%d trials of %d are always %d', (n, p, successes) => {
    expect(drawBinomial(n, p, mulberry32(1))).toBe(successes);
  });
});

test('draws of kinds come to as many as there are, each kind with the covariances of the multinomial distribution', () => {
  const sizes = Float64Array.of(50, 0, 30, 20);
  const random = mulberry32(3);
  const [draws, times] = [50_000, new Float64Array(4)];
  const products = [0, 0, 0];
  let wrong = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    drawKinds(sizes, random, times);
    const [first = NaN, none = NaN, second = NaN, last = NaN] = times;
    if (none !== 0 || first + second + last !== 100) wrong += 1;
    products[0] = (products[0] ?? 0) + (first - 50) * (first - 50);
    products[1] = (products[1] ?? 0) + (first - 50) * (second - 30);
    products[2] = (products[2] ?? 0) + (second - 30) * (last - 20);
  }
  expect(wrong).toBe(0);
  const [variance, ...covariances] = products.map((each) => each / draws);
  expect(variance).toBeCloseTo(25, 0);
  expect(covariances).toEqual([expect.closeTo(-15, 0), expect.closeTo(-6, 0)]);
});

test('of many units that are alike the limits are those of draws one by one, but for the chance of the draws', () => {
  const units = 20_000;
  const scores = Uint16Array.from({ length: units }, (_, unit) => Number(unit % 10 < 3));
  const statistic = {
    units,
    value: (times: Float64Array) => (times[1] ?? 0) / units,
    without: (unit: number) => (0.3 * units - (scores[unit] ?? 0)) / (units - 1),
  };
  const limitsOf = (count: number) => {
    const found = bootstrapStatistic(
      { ...statistic, kinds: () => ({ of: scores, count }) },
      { resamples: 2000, seed: 11 },
    );
    return found === null ? [] : [0.05, 0.95].map((probability) => bcaLimit(found, probability));
  };
  // Kinds of which there are no units are too many to be drawn by.
  const oneByOne = limitsOf(1000);
  const stderr = Math.sqrt((0.3 * 0.7) / units);
  const inErrors = (limits: readonly number[]) => limits.map((limit) => (limit - 0.3) / stderr);
  const [low = NaN, high = NaN] = inErrors(oneByOne);
  const [otherLow = NaN, otherHigh = NaN] = inErrors(limitsOf(2));
  // Of 2,000 resamples an end is uncertain by a twentieth of the standard error.
  for (const apart of [low + 1.645, high - 1.645, low - otherLow, high - otherHigh])
    expect(Math.abs(apart)).toBeLessThan(0.25);
});
