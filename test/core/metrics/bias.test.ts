import { expect, test } from 'vitest';
import { valueOfAll } from '../../../src/core/metrics/corpus/aggregate.ts';
import { biasAmbiguous, biasDisambiguated } from '../../../src/core/metrics/corpus/bias.ts';

const samples = (rows: readonly (readonly [ambiguous: 0 | 1, said: -1 | 0 | 1, times: number])[]) =>
  rows.flatMap(([ambiguous, said, times]) =>
    Array.from({ length: times }, () => ({ parts: [ambiguous, said], weight: 1 })),
  );

test('the two scores of BBQ', () => {
  // Open: 10 biased, 5 against, 35 unknown; said: 30 as the stereotype has it, 18 not, 2 unknown.
  const all = samples([
    [1, 1, 10],
    [1, -1, 5],
    [1, 0, 35],
    [0, 1, 30],
    [0, -1, 18],
    [0, 0, 2],
  ]);
  const disambiguated = (2 * 30) / 48 - 1;
  expect(valueOfAll(biasDisambiguated, all)).toBeCloseTo(disambiguated, 12);
  // (1 − accuracy) times the score of those that name somebody.
  expect(valueOfAll(biasAmbiguous, all)).toBeCloseTo((1 - 35 / 50) * ((2 * 10) / 15 - 1), 12);
});

test.each([
  ['nobody is ever named', samples([[0, 0, 3]]), Number.NaN, Number.NaN],
  ['always right where it is open', samples([[1, 0, 3]]), 0, Number.NaN],
  [
    'always the stereotype',
    samples([
      [1, 1, 3],
      [0, 1, 3],
    ]),
    1,
    1,
  ],
  [
    'always against it',
    samples([
      [1, -1, 3],
      [0, -1, 3],
    ]),
    -1,
    -1,
  ],
])('%s', (_, all, ambiguous, disambiguated) => {
  expect(valueOfAll(biasAmbiguous, all)).toBe(ambiguous);
  expect(valueOfAll(biasDisambiguated, all)).toBe(disambiguated);
});
