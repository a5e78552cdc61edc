import { expect, test } from 'vitest';
import { correctedEstimate, correctedRates } from '../../../src/core/compare/corrected.ts';
import type { ImputedEstimate } from '../../../src/core/compare/imputed-estimate.ts';

const rate = (value: number) => ({ rate: value, of: 500 });
/** Errors that were measured on two sets: of one the least is right, of the other the most. */
const errors = {
  sensitivity: { least: rate(0.6), most: rate(0.9) },
  specificity: { least: rate(0.9), most: rate(0.95) },
};
const inference = { kind: 'unknown' } as const;
const estimate: ImputedEstimate = {
  ...{ method: 'clopper-pearson', value: 0.3, n: 100, stderr: 0.05, sparse: false },
  lowest: { value: 0.28, inference },
  highest: { value: 0.33, inference },
};

// p = (q + sp − 1) / (se + sp − 1), by hand.
test('fewest true positives are behind a rate where the most of them are found and the most others called so', () => {
  const { low, high } = correctedRates(0.3, errors);
  expect(low).toBeCloseTo((0.3 - 0.1) / 0.8, 12);
  expect(high).toBeCloseTo((0.3 - 0.05) / 0.55, 12);
});

test('an estimate is corrected at each end by the errors that make its claim harder, and shown by the worse', () => {
  const corrected = correctedEstimate(estimate, { errors });
  expect(corrected).toMatchObject({ method: 'rogan-gladen', n: 100, sparse: false });
  expect(corrected?.value).toBeCloseTo(0.25 / 0.55, 12);
  expect(corrected?.stderr).toBeCloseTo(0.05 / 0.55, 12);
  expect(corrected?.lowest?.value).toBeCloseTo((0.28 - 0.1) / 0.8, 12);
  expect(corrected?.highest?.value).toBeCloseTo((0.33 - 0.05) / 0.55, 12);
  expect(corrected?.lowest?.inference).toEqual({
    ...{ kind: 'corrected', of: inference },
    errors: { sensitivity: rate(0.9), specificity: rate(0.9) },
  });
  expect(corrected?.highest?.inference).toEqual({
    ...{ kind: 'corrected', of: inference },
    errors: { sensitivity: rate(0.6), specificity: rate(0.95) },
  });
});

test('without errors it is what it was, and an end that is not known stays so', () => {
  expect(correctedEstimate(estimate, {})).toBe(estimate);
  expect(correctedEstimate(null, { errors })).toBeNull();
  const open = correctedEstimate({ ...estimate, lowest: null }, { errors });
  expect([open?.lowest, open?.highest?.value === undefined]).toEqual([null, false]);
  const { stderr: _, ...unknown } = estimate;
  expect(correctedEstimate(unknown, { errors })).not.toHaveProperty('stderr');
});

test('an instrument that tells nothing apart proves nothing, and what was seen is shown', () => {
  const blind = {
    sensitivity: { least: rate(0.3), most: rate(0.3) },
    specificity: { least: rate(0.7), most: rate(0.7) },
  };
  const corrected = correctedEstimate(estimate, { errors: blind });
  expect([corrected?.lowest, corrected?.highest, corrected?.value]).toEqual([null, null, 0.3]);
});
