import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bootstrap,
  bcaLimit,
  bcaTest,
  bootstrapStatistic,
  type Statistic,
} from '../../../src/core/stats/bootstrap.ts';
import { cohenKappa, kappaInterval } from '../../../src/core/stats/kappa.ts';
import { countDraws, mulberry32, shuffled } from '../../../src/core/stats/random.ts';
import { type Stratum, stratifiedMean } from '../../../src/core/stats/strata.ts';
import { studentMean } from '../../../src/core/stats/student.ts';
import { sum } from '../../../src/core/stats/sum.ts';
import { typicalLower, typicalTest, typicalUpper, typicalValues } from '../../../src/core/stats/typical.ts';
import { pGreaterThan, unpairedDifference } from '../../../src/core/stats/unpaired.ts';
import { expectClose } from './close.ts';
import reference from './fixtures/reference.json' with { type: 'json' };

const { paired_continuous: continuous, strata, kappa } = reference;

test('Mulberry32 gives the stated stream', () => {
  const random = mulberry32(1);
  expect(continuous.mulberry32_seed1.map(() => random())).toEqual(continuous.mulberry32_seed1);
});

test('a shuffle keeps every item', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const order = shuffled(items, mulberry32(3));
  expect(order).not.toEqual(items);
  expect(order.toSorted((a, b) => a - b)).toEqual(items);
});

const ofMean = (values: readonly number[]): Statistic => ({
  units: values.length,
  value: (times) => sum(values.map((value, index) => value * (times[index] ?? 0))) / sum([...times]),
  without: (unit) => (sum(values) - (values[unit] ?? 0)) / (values.length - 1),
});

function resample(values: readonly number[], resamples: number, seed: number): Bootstrap {
  const found = bootstrapStatistic(ofMean(values), { resamples, seed });
  if (found === null) throw new Error('no bootstrap');
  return found;
}

describe('BCa', () => {
  test('of d60', () => {
    const { B, seed, lower, upper } = continuous.bca_d60_90;
    const found = resample(continuous.d60, B, seed);
    expectClose(bcaLimit(found, 0.05), lower);
    expectClose(bcaLimit(found, 0.95), upper);
  });
  // The reference's decimals add up to ties that rounding breaks; in whole hundredths the same program finds these limits.
  test('of d12, whose many ties stay ties', () => {
    const { B, seed, lower } = continuous.bca_d12_95;
    const found = resample(continuous.d12, B, seed);
    expectClose(found.bias, 0.020054370352950636);
    expectClose(bcaLimit(found, 0.025), lower);
    expectClose(bcaLimit(found, 0.975), 0.1 / 6);
    const whole = resample(
      continuous.d12.map((value) => Math.round(100 * value)),
      B,
      seed,
    );
    expectClose(whole.bias, found.bias);
    expectClose(bcaLimit(whole, 0.975), 10 / 6);
  });
  test('agrees with another implementation on other random numbers', () => {
    const found = resample(continuous.d60, 20_000, 5);
    const { lower, upper, tolerance } = continuous.bca_d60_90_scipy_200k;
    expect(Math.abs(bcaLimit(found, 0.05) - lower)).toBeLessThan(2 * tolerance);
    expect(Math.abs(bcaLimit(found, 0.95) - upper)).toBeLessThan(2 * tolerance);
  });
  test('tests what its interval shows', () => {
    // Sums of sines never tie, and without ties every limit has one rank: the two are inverse to rounding.
    const found = resample(
      Array.from({ length: 40 }, (_, index) => Math.sin(index + 1)),
      2000,
      5,
    );
    expect(new Set(found.replicates).size).toBe(2000);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.4, noNaN: true }), (alpha) => {
        expect(Math.abs(bcaTest(found, bcaLimit(found, alpha)).pGreater - alpha)).toBeLessThan(1e-6);
        expect(Math.abs(bcaTest(found, bcaLimit(found, 1 - alpha)).pLess - alpha)).toBeLessThan(1e-6);
      }),
    );
  });
  test('claims no more than its draws can tell', () => {
    const found = resample(continuous.d60, 2000, 5);
    for (const p of [bcaTest(found, -1e6).pGreater, bcaTest(found, 1e6).pLess]) {
      expect(p).toBeGreaterThanOrEqual(1 / 2001);
      expect(p).toBeLessThan(0.01);
    }
  });
  test('has no width where nothing varies', () => {
    const found = resample([2, 2, 2], 50, 1);
    expect([bcaLimit(found, 0.05), bcaLimit(found, 0.95)]).toEqual([2, 2]);
  });
  test('is nothing where a resample has no value', () => {
    const broken = { ...ofMean([1, 2, 3]), value: (times: Float64Array) => (times[0] === 0 ? NaN : 1) };
    expect(bootstrapStatistic(broken, { resamples: 50, seed: 1 })).toBeNull();
  });
});

describe('parts of the units', () => {
  const sized = (values: readonly number[]) => ({ values, sizes: values.map(() => 1) });
  const expected = continuous.signflip_d12;
  test('of few say what flipping signs says', () => {
    const { pGreater, pLess } = typicalTest(typicalValues(sized(continuous.d12), null), 0);
    expectClose(pGreater, expected.p_greater);
    expectClose(pLess, expected.p_less);
  });
  test('of many are drawn, and say nearly what the t-test says', () => {
    const { pGreater, pLess } = typicalTest(typicalValues(sized(continuous.d60), null), 0);
    expect(Math.abs(2 * Math.min(pGreater, pLess) - continuous.t_d60.p_two)).toBeLessThan(0.03);
  });
  test('have limits at which the test turns', () => {
    const means = typicalValues(sized(continuous.d12), null);
    for (const alpha of [0.2, 0.05, 0.01]) {
      const [low, high] = [typicalLower(means, alpha), typicalUpper(means, alpha)];
      expect(typicalTest(means, low - 1e-9).pGreater).toBeLessThan(alpha);
      expect(typicalTest(means, low).pGreater).toBeGreaterThanOrEqual(alpha);
      expect(typicalTest(means, high + 1e-9).pLess).toBeLessThan(alpha);
      expect(typicalTest(means, high).pLess).toBeGreaterThanOrEqual(alpha);
    }
  });
  test('of four are too few for a limit of 5 %', () => {
    const means = typicalValues(sized([1, 2, 3, 4]), null);
    expect([typicalLower(means, 0.05), typicalUpper(means, 0.05)]).toEqual([-Infinity, Infinity]);
  });
});

describe('strata', () => {
  const weighted = (weights: readonly number[], populations?: readonly number[]): Stratum[] =>
    strata.groups.map((values, index) => ({
      estimate: studentMean(values),
      weight: weights[index] ?? Number.NaN,
      ...(populations === undefined ? {} : { population: populations[index] ?? Number.NaN }),
    }));
  test.each([
    ['macro', weighted([1, 1, 1, 1]), strata.macro],
    ['micro', weighted(strata.groups.map((values) => values.length)), strata.micro],
    ['finite', weighted(strata.weighted_fpc.weights, strata.weighted_fpc.N), strata.weighted_fpc],
  ])('%s', (_, input, expected) => {
    const { value, stderr } = stratifiedMean(input);
    expectClose(value, expected.mean);
    expectClose(stderr, expected.se);
  });
  test('that were seen whole have no error left', () => {
    const whole = strata.groups.map((values) => values.length);
    expect(stratifiedMean(weighted(whole, whole)).stderr).toBe(0);
  });
});

describe('two values without samples', () => {
  const baseline = { value: 0.7, stderr: 0.03 };
  const candidate = { value: 0.66, stderr: 0.04 };
  test.each([
    [0, 0.05],
    [1, 0.01],
  ])('at correlation %d', (correlation, stderr) => {
    const difference = unpairedDifference(baseline, candidate, correlation);
    expectClose(difference.value, -0.04);
    expectClose(difference.stderr, stderr);
  });
  test('p-value', () => {
    expectClose(
      pGreaterThan(unpairedDifference(baseline, candidate), -0.04 - 0.05 * 1.6448536269514722),
      0.05,
    );
  });
});

describe('Cohen’s κ', () => {
  test('with its error', () => {
    const agreement = cohenKappa(kappa.kappa_table);
    expectClose(agreement?.kappa ?? Number.NaN, kappa.kappa);
    expectClose(agreement?.stderr ?? Number.NaN, kappa.kappa_se);
  });
  test('interval', () => {
    const { low, high } = kappaInterval({ kappa: 0.9, stderr: 0.1 }, 0.025);
    expect([low, high]).toEqual([expect.closeTo(0.704, 3), 1]);
  });
  test('is undefined for a single category', () => {
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });
});

test('draws that are counted are those of the generator, one after the other', () => {
  const kindOf = Int32Array.from({ length: 500 }, (_, unit) => unit % 7);
  const [counted, drawn] = [new Float64Array(7), new Float64Array(7)];
  const random = mulberry32(2 ** 32 - 1);
  let state = 2 ** 32 - 1;
  for (let resample = 0; resample < 3; resample += 1) {
    state = countDraws(state, kindOf, counted);
    for (let draw = 0; draw < kindOf.length; draw += 1) {
      const kind = kindOf[Math.floor(random() * kindOf.length)] ?? 0;
      drawn[kind] = (drawn[kind] ?? 0) + 1;
    }
    expect(counted).toEqual(drawn);
  }
});

test('units that are alike are resampled the same by how many there are of each kind', () => {
  const scores = Array.from({ length: 120 }, (_, unit) => (unit * 7) % 4);
  const mean = (total: number, value: (unit: number) => number) =>
    scores.reduce((sum, _, unit) => sum + value(unit), 0) / total;
  const without = (left: number) => mean(119, (unit) => (unit === left ? 0 : (scores[unit] ?? 0)));
  const byUnits = bootstrapStatistic(
    { units: 120, without, value: (times) => mean(120, (unit) => (times[unit] ?? 0) * (scores[unit] ?? 0)) },
    { resamples: 200, seed: 5 },
  );
  const byKinds = bootstrapStatistic(
    {
      ...{ units: 120, without },
      kinds: () => ({ of: Uint16Array.from(scores), count: 4 }),
      value: (times) => times.reduce((sum, count, kind) => sum + count * kind, 0) / 120,
    },
    { resamples: 200, seed: 5 },
  );
  expect(byUnits).not.toBeNull();
  expect(byKinds).toEqual(byUnits);
});
