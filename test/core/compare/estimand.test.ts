import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CANDIDATE, DELTA, type Estimand, relativeDelta } from '../../../src/core/compare/estimand.ts';
import type { Units } from '../../../src/core/stats/clustered.ts';
import type { PairedPart, Part } from '../../../src/core/stats/ratio.ts';

const score = fc.double({ min: -2, max: 3, noNaN: true });
const part = (numerator: number): Part => ({ numerator, denominator: 1 });
const units = <Reading>(readings: readonly Reading[]): Units<Reading> => ({
  ...{ count: readings.length, samples: readings.length },
  every: (holds) => readings.every(holds),
  at: (position) => readings[position] as Reading,
});

/** Of units that count alike, each as it stands for itself and among the others. */
function expectSameScale<Reading>(estimand: Estimand<Reading>, readings: readonly Reading[]): void {
  const among = estimand.values(units(readings));
  for (const [index, reading] of readings.entries())
    expect(estimand.unitValue(reading)).toBeCloseTo(among[index] ?? Number.NaN, 9);
}

describe('the value of a unit is on the scale of the number that it is a part of', () => {
  const pairs = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 20 });
  const pairedParts = (all: readonly (readonly [number, number])[]): PairedPart[] =>
    all.map(([baseline, candidate]) => ({ baseline: part(baseline), candidate: part(candidate) }));

  test('of a change, also against a share of the baseline', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0, max: 2, noNaN: true }), (all, factor) => {
        const baseline = all.reduce((sum, [before]) => sum + before, 0) / all.length;
        expectSameScale(DELTA, pairedParts(all));
        expectSameScale(relativeDelta({ factor, baseline }), pairedParts(all));
      }),
    );
  });

  test('of the candidate alone', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 20 }), (all) =>
        expectSameScale(CANDIDATE, all.map(part)),
      ),
    );
  });
});

test.each([
  ['a change', DELTA],
  ['a change against 95 % of the baseline', relativeDelta({ factor: 0.95, baseline: 1.4 })],
  ['a change against 130 % of a baseline below nothing', relativeDelta({ factor: 1.3, baseline: -0.7 })],
])('no unit of %s is further out than the extremes say, and some are as far', (_, estimand) => {
  fc.assert(
    fc.property(score, score, fc.array(fc.tuple(score, score), { maxLength: 10 }), (one, other, inner) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const extremes = estimand.extremes({ low, high });
      const unitOf = (baseline: number, candidate: number) =>
        estimand.unitValue({ baseline: part(baseline), candidate: part(candidate) });
      const within = (place: number) => low + ((high - low) * (place + 2)) / 5;
      for (const [first, second] of inner) {
        const value = unitOf(within(first), within(second));
        expect(value).toBeGreaterThanOrEqual(extremes.low - 1e-9);
        expect(value).toBeLessThanOrEqual(extremes.high + 1e-9);
      }
      expect(unitOf(high, low)).toBeCloseTo(extremes.low, 9);
      expect(unitOf(low, high)).toBeCloseTo(extremes.high, 9);
    }),
  );
});
