import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companionMetrics, companionScores, isCompanion } from '../../../src/core/metrics/choices.ts';

const ln = Math.log;

describe('companions of accuracy', () => {
  test('are what the log-likelihoods say of the right choice', () => {
    // By hand: p = (.5, .3, .2) whatever constant all of them share.
    const scores = companionScores([ln(0.5) - 9, ln(0.3) - 9, ln(0.2) - 9], 1);
    expect(scores.prob_correct).toBeCloseTo(0.3, 12);
    expect(scores.nll).toBeCloseTo(-ln(0.3), 12);
    expect(scores.brier_score).toBeCloseTo(0.5 ** 2 + 0.7 ** 2 + 0.2 ** 2, 12);
  });

  test.each([
    [null, 0, /were not kept/],
    [[-1, -2], null, /which choice is right/],
    [[-1, -2], 2, /which choice is right/],
    [[-Infinity, -Infinity], 0, /no choice has a finite/],
    [[-1, NaN], 0, /is not a number|no choice has/],
  ])('%s with %s is unscored', (likelihoods, gold, why) => {
    for (const score of Object.values(companionScores(likelihoods, gold)))
      expect(score).toEqual({ unscored: expect.stringMatching(why) });
  });

  test('a right choice that is impossible has no logarithm, and a probability of 0', () => {
    const scores = companionScores([-Infinity, -1], 0);
    expect(scores).toEqual({
      ...{ prob_correct: 0, brier_score: 2 },
      nll: { unscored: 'the right choice has no finite log-likelihood' },
    });
  });

  test('lie in the ranges that they declare, however unlikely the choices', () => {
    const likelihoods = fc.array(fc.double({ min: -2000, max: 0, noNaN: true }), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(likelihoods, fc.nat(), (all, drawn) => {
        const scores = companionScores(all, drawn % all.length);
        for (const { name, range } of companionMetrics()) {
          const score = new Map(Object.entries(scores)).get(name);
          expect(typeof score).toBe('number');
          expect(score).toBeGreaterThanOrEqual(range.min ?? -Infinity);
          expect(score).toBeLessThanOrEqual((range.max ?? Infinity) + 1e-12);
        }
      }),
    );
  });

  test('are known by name, and accuracy is none', () => {
    expect(companionMetrics().every(({ name }) => isCompanion(name))).toBe(true);
    expect(isCompanion('acc')).toBe(false);
  });
});
