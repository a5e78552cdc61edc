import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cautiousKappaLower,
  cohenKappa,
  kappaInterval,
  quadraticWeights,
} from '../../../src/core/stats/kappa.ts';
import { predictionPowered, predictionPoweredInterval } from '../../../src/core/stats/prediction-powered.ts';
import { studentMean } from '../../../src/core/stats/student.ts';
import { expectClose } from './close.ts';

const table = (levels: number) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: levels, maxLength: levels }), {
      minLength: levels,
      maxLength: levels,
    })
    .filter((rows) => rows.flat().some((count) => count > 0));
const kappaOf = (rows: readonly (readonly number[])[], levels = rows.length) =>
  cohenKappa(rows, quadraticWeights(levels))?.kappa ?? null;

describe('κ with weights', () => {
  test('is one less the squared distances over those that chance would have', () => {
    fc.assert(
      fc.property(table(5), (rows) => {
        const kappa = kappaOf(rows);
        if (kappa === null) return;
        const n = rows.flat().reduce((sum, count) => sum + count, 0);
        const total = (of: (i: number, j: number) => number) =>
          rows.reduce((sum, row, i) => sum + row.reduce((own, _, j) => own + of(i, j) * (i - j) ** 2, 0), 0);
        const right = rows.map((row) => row.reduce((sum, count) => sum + count, 0) / n);
        const below = rows.map((_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / n);
        const observed = total((i, j) => (rows[i]?.[j] ?? 0) / n);
        const chance = total((i, j) => (right[i] ?? 0) * (below[j] ?? 0));
        expect(kappa).toBeCloseTo(1 - observed / chance, 9);
      }),
    );
  });

  test('on two levels is plain κ, with its error', () => {
    fc.assert(
      fc.property(table(2), (rows) => {
        const [plain, weighted] = [cohenKappa(rows), cohenKappa(rows, quadraticWeights(2))];
        if (plain === null) expect(weighted).toBeNull();
        else {
          expect(weighted?.kappa).toBeCloseTo(plain.kappa, 9);
          expect(weighted?.stderr).toBeCloseTo(plain.stderr, 9);
        }
      }),
    );
  });

  test('does not ask which of the two is the person, nor which end is the best', () => {
    fc.assert(
      fc.property(table(4), (rows) => {
        const turned = rows.map((_, j) => rows.map((row) => row[j] ?? 0));
        const upside = rows.map((row) => [...row].reverse()).reverse();
        for (const other of [turned, upside]) {
          const [own, same] = [kappaOf(rows), kappaOf(other)];
          if (own === null) expect(same).toBeNull();
          else expect(same).toBeCloseTo(own, 9);
        }
      }),
    );
  });
});

describe('the cautious lower limit of κ', () => {
  test('is never above the usual one, nor above κ', () => {
    fc.assert(
      fc.property(table(3), (rows) => {
        const agreement = cohenKappa(rows);
        const low = cautiousKappaLower(rows, 0.05);
        if (agreement === null) expect(low).toBeNull();
        else expect(low).toBeLessThanOrEqual(kappaInterval(agreement, 0.05).low + 1e-12);
      }),
    );
  });

  test.each([
    [5, 0.0986],
    [14, 0.615],
    [50, 0.884],
  ])('of raters who never disagreed on %d answers, half of them good', (n, low) => {
    const half = n / 2;
    expect(
      cautiousKappaLower(
        [
          [half, 0],
          [0, half],
        ],
        0.05,
      ),
    ).toBeCloseTo(low, 3);
  });

  test('a judge that always says the same has none to speak of', () => {
    expect(
      cautiousKappaLower(
        [
          [0, 40],
          [0, 60],
        ],
        0.05,
      ),
    ).toBeLessThan(0);
    expect(
      cautiousKappaLower(
        [
          [0, 0],
          [0, 60],
        ],
        0.05,
      ),
    ).toBeNull();
  });
});

const value = fc.integer({ min: -4, max: 4 });
const pairs = fc.array(fc.record({ label: value, prediction: value }), { minLength: 3, maxLength: 30 });
const others = fc.array(value, { maxLength: 60 });

describe('a mean with help of predictions', () => {
  test('without any others, or with a predictor that says one thing, is the mean of the labels', () => {
    fc.assert(
      fc.property(pairs, (labelled) => {
        const mean = studentMean(labelled.map(({ label }) => label));
        const constant = labelled.map(({ label }) => ({ label, prediction: 3 }));
        for (const own of [predictionPowered(labelled, []), predictionPowered(constant, [3, 3, 3])]) {
          expect(own.lambda).toBe(0);
          expectClose(own.value, mean.value);
          expectClose(own.stderr, mean.stderr);
          expect(own.df).toBe(mean.df);
        }
      }),
    );
  });

  test('does not move when all predictions are out by the same', () => {
    fc.assert(
      fc.property(pairs, others, value, (labelled, rest, by) => {
        const own = predictionPowered(labelled, rest);
        const moved = predictionPowered(
          labelled.map(({ label, prediction }) => ({ label, prediction: prediction + by })),
          rest.map((prediction) => prediction + by),
        );
        expect(moved.value).toBeCloseTo(own.value, 9);
        expect(moved.stderr).toBeCloseTo(own.stderr, 9);
      }),
    );
  });

  test('follows the labels, and turns with all signs', () => {
    fc.assert(
      fc.property(pairs, others, (labelled, rest) => {
        const own = predictionPowered(labelled, rest);
        const turned = predictionPowered(
          labelled.map(({ label, prediction }) => ({ label: -label, prediction: -prediction })),
          rest.map((prediction) => -prediction),
        );
        expect(turned.value).toBeCloseTo(-own.value, 9);
        const [one, other] = [own, turned].map((each) => predictionPoweredInterval(each, 0.05));
        expect(other?.low).toBeCloseTo(-(one?.high ?? Number.NaN), 9);
      }),
    );
  });

  test('where no label tells of a change, none is ruled out', () => {
    const labelled = Array.from({ length: 50 }, (_, index) => ({
      label: 0,
      prediction: index % 5 === 0 ? 1 : 0,
    }));
    const rest = Array.from({ length: 500 }, (_, index) => (index % 5 === 0 ? 1 : 0));
    const { low, high } = predictionPoweredInterval(predictionPowered(labelled, rest, 1), 0.05);
    // The rule of three: a change of 5 points goes unseen by 50 labels in one of thirteen.
    expect(low).toBeLessThan(-0.05);
    expect(high).toBeGreaterThan(0.05);
  });

  test('of a predictor that is right counts all units', () => {
    const labelled = [1, 2, 3, 4].map((each) => ({ label: each, prediction: each }));
    const rest = Array.from({ length: 4000 }, (_, index) => (index % 4) + 1);
    const own = predictionPowered(labelled, rest);
    expect(own.lambda).toBe(1);
    expectClose(own.value, 2.5);
    expect(own.stderr).toBeLessThan(0.02);
  });

  test('has the λ, the value and the error of the formula', () => {
    const labelled = [
      { label: 1, prediction: 2 },
      { label: 0, prediction: 0 },
      { label: -1, prediction: 0 },
      { label: 2, prediction: 2 },
    ];
    const rest = [0, 1, 2, 1];
    // Of all eight predictions the variance is 6/7; Cov(Y, f) = 4/3; so that λ = (4/3) / (2 · 6/7) = 7/9.
    const own = predictionPowered(labelled, rest);
    expectClose(own.lambda, 7 / 9);
    expectClose(own.value, 7 / 9 + (0.5 - 7 / 9));
    const residuals = [1 - 14 / 9, 0, -1, 2 - 14 / 9];
    const mean = residuals.reduce((sum, each) => sum + each, 0) / 4;
    const squares = residuals.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    expectClose(own.stderr, Math.sqrt(((7 / 9) ** 2 * (2 / 3)) / 4 + squares / 2 / 4));
    expect(own.df).toBe(2);
  });
});
