import { expect, test } from 'vitest';
import { answer, configured, scoresOf } from '../../support/scoring.ts';

const LABELS = ['yes', 'no', 'maybe'];

test.each<[string, Record<string, unknown>, string, string, number[]]>([
  ['the right label', {}, 'no', 'no', [1, 1]],
  ['another label', {}, ' maybe\n', 'yes', [0, 2]],
  ['no label', {}, 'I do not know', 'yes', [0, -1]],
  ['case counts', {}, 'Yes', 'yes', [0, -1]],
  ['unless it is ignored', { ignore_case: true }, 'Yes', 'yes', [0, 0]],
])('%s', async (_, options, output, target, parts) => {
  for (const name of ['f1_macro', 'mcc']) {
    expect(await scoresOf({ name, labels: LABELS, ...options }, [answer(output, target)])).toEqual([
      { parts },
    ]);
  }
});

test('f1_micro counts a wrong label twice and no label once', async () => {
  const answers = [answer('no', 'no'), answer('yes', 'no'), answer('?', 'no')];
  expect(await scoresOf({ name: 'f1_micro', labels: LABELS }, answers)).toEqual([
    { numerator: 2, denominator: 2 },
    { numerator: 0, denominator: 2 },
    { numerator: 0, denominator: 1 },
  ]);
});

test.each([
  [['no'], null],
  [['No'], /none of the labels/],
  [[], /exactly one target/],
  [['no', 'yes'], /exactly one target/],
] as const)('the targets %j', (targets, fault) => {
  const found = configured({ name: 'f1_macro', labels: LABELS }).checkTargets(targets);
  if (fault === null) expect(found).toBeNull();
  else expect(found).toMatch(fault);
});
