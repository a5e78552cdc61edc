import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerLimit, testAgainst, upperLimit } from '../../../src/core/stats/inference.ts';
import { mcnemar } from '../../../src/core/stats/mcnemar.ts';
import { newcombeInterval } from '../../../src/core/stats/newcombe.ts';
import { binomialExactly } from '../../../src/core/stats/special/binomial.ts';
import { type PairedCounts, tangoInterval, tangoZ } from '../../../src/core/stats/tango.ts';
import { expectClose } from './close.ts';
import reference from './fixtures/reference.json' with { type: 'json' };

const Z = { 90: 1.6448536269514722, 95: 1.959963984540054 };

describe.each(reference.paired_binary)('$name', (table) => {
  const counts: PairedCounts = { rose: table.imp, fell: table.reg, pairs: table.n };

  test.each(Object.entries(table.tango_z))('Tango z at %s', (delta, expected) => {
    expectClose(tangoZ(counts, Number(delta)), expected);
  });

  test.each([
    ['tango 90 %', () => tangoInterval(counts, Z[90]), table.tango90],
    ['tango 95 %', () => tangoInterval(counts, Z[95]), table.tango95],
    ['newcombe 90 %', () => newcombe(Z[90]), table.newcombe90],
    ['newcombe 95 %', () => newcombe(Z[95]), table.newcombe95],
  ])('%s', (_, interval, [low = NaN, high = NaN]) => {
    expectClose(interval().low, low);
    expectClose(interval().high, high);
  });

  function newcombe(z: number) {
    const cells = { bothRight: table.n11, improved: table.imp, regressed: table.reg, bothWrong: table.n00 };
    return newcombeInterval(cells, z);
  }

  test('McNemar', () => {
    const result = mcnemar(table.imp, table.reg);
    expectClose(result.exactWorse, table.mcnemar.exact_one_reg);
    expectClose(result.midPWorse, table.mcnemar.midp_one_reg);
    expectClose(result.exactTwoSided, table.mcnemar.exact_two);
    expectClose(result.midPTwoSided, table.mcnemar.midp_two);
  });
});

describe('Tango z', () => {
  test.each([
    [132, false],
    [133, true],
  ])('of %d identical answers certifies two points: %s', (pairs, certified) => {
    expect(tangoZ({ rose: 0, fell: 0, pairs }, -0.02) > Z[90]).toBe(certified);
  });

  test('is 0 where nothing changed and nothing was asked', () => {
    expect(tangoZ({ rose: 0, fell: 0, pairs: 10 }, 0)).toBe(0);
  });

  const counts = fc
    .tuple(fc.nat(40), fc.nat(40), fc.nat(200))
    .map(([rose, fell, same]) => ({ rose, fell, pairs: rose + fell + same + 1 }));
  const delta = fc.double({ min: -0.9, max: 0.9, noNaN: true });

  test('falls as the null rises', () => {
    fc.assert(
      fc.property(counts, delta, delta, (table, one, other) => {
        const [lower, higher] = one < other ? [one, other] : [other, one];
        expect(tangoZ(table, lower)).toBeGreaterThanOrEqual(tangoZ(table, higher) - 1e-9);
      }),
    );
  });

  test('changes sign when the sides are swapped', () => {
    fc.assert(
      fc.property(counts, delta, (table, null0) => {
        const swapped = { ...table, rose: table.fell, fell: table.rose };
        expectClose(tangoZ(swapped, -null0), -tangoZ(table, null0), 1e-7);
      }),
    );
  });
});

describe('a change that goes one way', () => {
  /** How often more than a true gain is proven at 5 %, by every outcome and its probability; the rate of losses makes it hardest. */
  function worstError(pairs: number, gain: number): number {
    const losses = [0, 0.002, 0.005, 0.01, 0.03, 0.08];
    return Math.max(...losses.map((lost) => errorAt(pairs, gain, lost)));
  }

  function errorAt(pairs: number, gain: number, lost: number): number {
    let error = 0;
    const [riseRate, most] = [gain + lost, Math.ceil(pairs * (gain + lost)) + 40];
    for (let rose = 1; rose <= Math.min(pairs, most); rose += 1) {
      for (let fell = 0; fell < rose && fell <= pairs - rose; fell += 1) {
        if (lost === 0 && fell > 0) break;
        const inference = { kind: 'tango', counts: { rose, fell, pairs } } as const;
        if (testAgainst(inference, gain).pGreater >= 0.05) break;
        const falls = lost === 0 ? 1 : binomialExactly(fell, pairs - rose, lost / (1 - riseRate));
        error += binomialExactly(rose, pairs, riseRate) * falls;
      }
    }
    return error;
  }

  test.each([
    [300, 0.01],
    [100, 0.03],
    [200, 0.03],
    [30, 0.1],
  ])('of %d pairs is proven to be more than a gain of %d in hardly more runs than it says', (pairs, gain) => {
    expect(worstError(pairs, gain)).toBeLessThan(0.06);
  });

  test('has limits where its test ends', () => {
    const few = fc.record({ rose: fc.nat(12), fell: fc.nat(3) });
    fc.assert(
      fc.property(few, fc.integer({ min: 20, max: 400 }), ({ rose, fell }, pairs) => {
        for (const counts of [
          { rose, fell, pairs },
          { rose: fell, fell: rose, pairs },
        ]) {
          const inference = { kind: 'tango', counts } as const;
          const [low, high] = [lowerLimit(inference, 0.05), upperLimit(inference, 0.05)];
          expectClose(testAgainst(inference, low).pGreater, 0.05, 1e-6);
          expectClose(testAgainst(inference, high).pLess, 0.05, 1e-6);
        }
      }),
    );
  });
});
