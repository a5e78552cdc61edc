import { describe, expect, test } from 'vitest';
import type { ImputedEstimate } from '../../../src/core/compare/imputed-estimate.ts';
import { degradationOf } from '../../../src/core/decide/hypothesis.ts';
import { type Inference, lowerLimit, testAgainst, upperLimit } from '../../../src/core/stats/inference.ts';

const INFERENCES: readonly [string, Inference, value: number][] = [
  ['flips', { kind: 'tango', counts: { rose: 3, fell: 9, pairs: 100 } }, -0.06],
  ['a rate', { kind: 'binomial', events: 7, n: 90 }, 7 / 90],
  ['a t-test', { kind: 'student', estimate: { value: 0.4, stderr: 0.2, df: 12 } }, 0.4],
];

describe.each(INFERENCES)('the degradation from %s', (_, inference, value) => {
  const imputation = { value, inference };
  const estimate: ImputedEstimate = {
    ...{ method: 't', value, n: 100, sparse: false },
    lowest: imputation,
    highest: null,
  };

  test('is the estimate itself where a greater number is worse', () => {
    expect(degradationOf(estimate, 1)).toMatchObject({ value, best: imputation, worst: null });
  });

  test('has the sign turned and the ends swapped where it is better', () => {
    const { value: turned, best, worst } = degradationOf(estimate, -1);
    expect(turned).toBe(-value);
    expect(best).toBeNull();
    if (worst === null) throw new Error('an end was lost');
    expect(worst.value).toBe(-value);
    expect(upperLimit(worst.inference, 0.05)).toBe(-lowerLimit(inference, 0.05));
    expect(lowerLimit(worst.inference, 0.05)).toBe(-upperLimit(inference, 0.05));
    const [asked, before] = [testAgainst(worst.inference, 0.02), testAgainst(inference, -0.02)];
    expect([asked.pLess, asked.pGreater]).toEqual([before.pGreater, before.pLess]);
    expect(asked.statistic).toBe(before.statistic === null ? null : -before.statistic);
  });
});
