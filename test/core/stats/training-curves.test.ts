import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurvePoint } from '../../../src/core/domain/curves.ts';
import {
  earlyPlateau,
  fallOf,
  generalizationGap,
  scheduleOf,
  spikes,
  validationRise,
} from '../../../src/core/stats/training-curves.ts';

/** Values at the steps 10, 20 and so on. */
const curve = (...values: readonly number[]): readonly CurvePoint[] =>
  values.map((value, index) => ({ at: 10 * (index + 1), value }));
const of = (length: number, value: (index: number) => number) =>
  curve(...Array.from({ length }, (_, i) => value(i)));

describe('the generalisation gap', () => {
  test('is that of the ends, relative to the training loss', () => {
    const gap = generalizationGap(
      of(10, () => 2),
      [
        { at: 50, value: 2.2 },
        { at: 100, value: 2.5 },
      ],
    );
    expect(gap).toEqual({ value: 0.25, train: 2, evaluation: 2.5 });
  });

  test('one odd entry moves it little, and training after the last evaluation not at all', () => {
    const train = curve(2, 2, 2, 2, 2, 2, 2, 900, 2, 2, 0.1, 0.1, 0.1, 0.1, 0.1);
    expect(generalizationGap(train, [{ at: 100, value: 3 }])?.value).toBe(0.5);
  });

  test('a long training is smoothed over its last tenth', () => {
    const train = of(200, (index) => (index < 180 ? 9 : index % 2 === 0 ? 1 : 3));
    expect(generalizationGap(train, [{ at: 2000, value: 2 }])?.train).toBe(2);
  });

  test.each<[string, readonly CurvePoint[], readonly CurvePoint[]]>([
    ['no evaluation', of(20, () => 1), []],
    ['too little training before it', of(20, () => 1), [{ at: 40, value: 1 }]],
    ['a training that diverged', of(20, (i) => (i === 18 ? Number.NaN : 1)), [{ at: 200, value: 1 }]],
    ['an infinite evaluation', of(20, () => 1), [{ at: 200, value: Number.POSITIVE_INFINITY }]],
    ['a loss of zero', of(20, () => 0), [{ at: 200, value: 1 }]],
    ['a negative loss', of(20, () => -1), [{ at: 200, value: 1 }]],
  ])('is not known with %s', (_, train, evaluation) => {
    expect(generalizationGap(train, evaluation)).toBeNull();
  });
});

describe('the rise of the evaluation loss', () => {
  test.each<[string, readonly number[], number, number, number]>([
    ['falling to the end', [3, 2, 1], 0, 30, 0],
    ['one evaluation after the best', [3, 2, 2.5], 0.25, 20, 1],
    ['the median of the last three', [2, 1, 3, 1.1, 1.2, 9], 0.2, 20, 4],
    ['the first of two that are best', [1, 2, 1], 0.5, 10, 2],
  ])('%s', (_, values, value, at, since) => {
    const rise = validationRise(curve(...values));
    expect(rise).toMatchObject({ best: { at }, since });
    expect(rise?.value).toBeCloseTo(value, 12);
  });

  test.each([[[]], [[1, 2]], [[1, 2, Number.NaN]], [[1, 0, 2]], [[1, 2, -1]], [[2, 1, 1e308]]])(
    'of %j it is not known',
    (values) => {
      expect(validationRise(curve(...values))).toBeNull();
    },
  );

  test('is never negative, and another unit of loss does not change it', () => {
    const losses = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(losses, fc.constantFrom(0.25, 2, 64), (values, unit) => {
        const rise = validationRise(curve(...values));
        expect(rise?.value).toBeGreaterThanOrEqual(0);
        expect(validationRise(curve(...values.map((value) => value * unit)))?.value).toBe(rise?.value);
      }),
    );
  });
});

describe('signs in a training', () => {
  const noisy = (length: number) =>
    of(length, (index) => 2 * 0.99 ** index * (1 + 0.02 * Math.sin(7 * index)));

  test('a smooth curve has no spikes, a jump is one, and a step is none for long', () => {
    expect(spikes(noisy(100), 0.1)).toEqual([]);
    const jump = noisy(100).map((point, index) => (index === 60 ? { ...point, value: 4 } : point));
    expect(spikes(jump, 0.1)).toEqual([{ at: 610, value: 4 }]);
    const step = of(40, (index) => (index < 20 ? 1 : 2));
    expect(spikes(step, 0.1).length).toBeLessThanOrEqual(1);
    expect(spikes(curve(1, 1, 9, 1, 1), 0.1)).toEqual([]);
  });

  test('how far the loss fell', () => {
    expect(fallOf(of(20, (index) => (index < 5 ? 2 : 1)))).toBe(0.5);
    expect(fallOf(of(20, () => 2))).toBe(0);
    expect(fallOf(of(9, () => 2))).toBeNull();
    expect(fallOf(of(20, () => Number.NaN))).toBeNull();
  });

  test('a plateau is early where almost all of the fall came first', () => {
    expect(earlyPlateau(of(50, (index) => (index < 5 ? 3 - 0.4 * index : 1 - 0.0001 * index)))).toBeLessThan(
      150,
    );
    expect(earlyPlateau(of(50, (index) => 3 - 0.05 * index))).toBeNull();
    expect(earlyPlateau(of(50, () => 3))).toBeNull();
    expect(earlyPlateau(of(19, (index) => (index < 3 ? 3 : 1)))).toBeNull();
  });

  test.each<[string, readonly number[], object | null]>([
    ['warmed up and decayed', [0, 1, 2, 1, 0], { isConstant: false, warmedUp: true, decayed: true }],
    ['constant', [2e-4, 2e-4, 2e-4], { isConstant: true, warmedUp: false, decayed: false }],
    ['decayed at once', [3, 2, 1], { isConstant: false, warmedUp: false, decayed: true }],
    ['warmed up alone', [1, 2, 3], { isConstant: false, warmedUp: true, decayed: false }],
    ['too short', [1, 2], null],
  ])('a schedule that %s', (_, values, found) => expect(scheduleOf(curve(...values))).toEqual(found));
});

test('a log of many entries is as good as any other', () => {
  const long = Array.from({ length: 200_000 }, (_, at) => ({ at, value: 1 + 1 / (at + 1) }));
  expect(validationRise(long)?.best.at).toBe(199_999);
  expect(scheduleOf(long)).toEqual({ isConstant: false, warmedUp: false, decayed: true });
});
