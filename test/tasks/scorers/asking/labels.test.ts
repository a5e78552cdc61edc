import { expect, test } from 'vitest';
import { labelShares } from '../../../../src/tasks/scorers/asking/labels.ts';

const YES_NO = [['Yes'], ['No']];
const step = (...told: readonly (readonly [string, number])[]) => [
  {
    said: told[0]?.[0] ?? '',
    logProbabilities: told.map(([token, share]) => [token, Math.log(share)] as const),
  },
];

test.each<[what: string, told: readonly (readonly [string, number])[], shares: readonly number[] | null]>([
  [
    'both are told',
    [
      ['No', 0.6],
      ['Yes', 0.2],
    ],
    [0.25, 0.75],
  ],
  [
    'one is not told and next to nothing',
    [
      ['No', 0.9],
      ['.', 0.0005],
    ],
    [0, 1],
  ],
  // Of what is not told no more is known than that it is at most 0.2.
  [
    'one is not told and may be likely',
    [
      ['No', 0.5],
      ['\n', 0.2],
    ],
    null,
  ],
  ['one token alone is told', [['No', 1]], null],
])('%s', (_, told, shares) => {
  const found = labelShares(step(...told), YES_NO);
  expect(found?.map((share) => Number(share.toFixed(9))) ?? null).toEqual(shares);
});
