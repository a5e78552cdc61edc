import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mcnemar } from '../../../src/core/stats/mcnemar.ts';
import { newcombeInterval } from '../../../src/core/stats/newcombe.ts';
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
