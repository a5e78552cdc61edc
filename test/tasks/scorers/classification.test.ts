import { describe, expect, test } from 'vitest';
import { answer, configured, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins no_label.

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

describe('the label that an answer names', () => {
  const labelled = async (entry: Record<string, unknown>, output: string) => {
    const scorer = configured({ name: 'classification', labels: LABELS, metrics: ['mcc'], ...entry });
    const opened = await scorer.open('/');
    const [scores] = await opened.score([answer(output, LABELS[0] ?? '')], new AbortController().signal);
    return scores;
  };
  const LETTER = { extract: 'letter' };
  const JSON_FIELD = { extract: 'json', field: 'result.label' };

  test.each<[Record<string, unknown>, string, number]>([
    [{}, ' no\n', 1],
    [{}, 'no.', -1],
    [{ extract: 'first' }, 'Well, no: yes is wrong', 1],
    [{ extract: 'first' }, 'nothing known, maybe', 2],
    [{ extract: 'first' }, 'nothing', -1],
    [{ extract: 'first', labels: ['yes', 'not spam', 'not'] }, 'It is not spam', 1],
    [{ extract: 'first', labels: ['yes', 'C++', 'C'] }, 'C++ it is', 1],
    [{ extract: 'first', ignore_case: true }, 'NO', 1],
    [{ extract: 'first', labels: ['yes', '退款', '不退款'] }, '客户要不退款的请求', 2],
    [{ extract: 'first', labels: ['yes', 'ขอเงินคืน'] }, 'ลูกค้าขอเงินคืนครับ', 1],
    [{ extract: 'first', labels: ['yes', 'हा'] }, 'हां', -1],
    [{ extract: 'first', labels: ['yes', 'cafe'] }, 'cafe\u0301', -1],
    [JSON_FIELD, '{"result": {"label": "no"}}', 1],
    [JSON_FIELD, '```json\n{"result": {"label": "no"}}\n```', 1],
    [JSON_FIELD, 'Sure:\r\n~~~JSON\r\n{"result": {"label": "no"}}\r\n~~~', 1],
    [JSON_FIELD, '{"result": "no"}', -1],
    [JSON_FIELD, '{"result": {"label": ["no"]}}', -1],
    [JSON_FIELD, 'no', -1],
    [{ extract: 'regex', pattern: 'label: (\\w+)' }, 'the label: no, I think', 1],
    [{ extract: 'regex', pattern: 'no|maybe' }, 'oh maybe', 2],
    [{ extract: 'regex', pattern: 'label: (\\w+)' }, 'no', -1],
    [LETTER, 'B', 1],
    [LETTER, '(C) maybe', 2],
    [LETTER, '**B**. no', 1],
    [LETTER, 'The answer is b', 1],
    [LETTER, 'Answer: (C)', 2],
    [LETTER, 'The answer is a.', 0],
    [LETTER, 'The answer is A because it is.', 0],
    [LETTER, 'The answer is a refund', -1],
    [LETTER, 'My answer: a combination of B and C', -1],
    [LETTER, 'A refund is due', -1],
    [LETTER, 'The answer is: C', 2],
    [LETTER, '**Answer**: B', 1],
    [LETTER, 'Answer: $\\boxed{\\text{B}}$', 1],
    [LETTER, '\\boxed{C}', 2],
    [LETTER, 'The correct option is **B**.', 1],
    [LETTER, 'The answer is option C.', 2],
    [LETTER, 'The answer is not A: it is no letter', -1],
    [LETTER, 'The answer is : option\n (B)', 1],
    [LETTER, `The answer is${' '.repeat(30_000)}option${' '.repeat(30_000)}!`, -1],
    [LETTER, 'The option is a good one', -1],
    [LETTER, 'Because', -1],
    [LETTER, 'D', -1],
  ])('%j of %j', async (entry, output, predicted) => {
    expect(await labelled(entry, output)).toEqual({
      mcc: { parts: [0, predicted] },
      no_label: Number(predicted < 0),
    });
  });

  test('a letter is looked for in no more time than the answer is long', async () => {
    // By the square of it, this would not end within the test's time.
    for (const [said, mark] of [
      ['Answer:', '*'],
      ['The answer is', ' '],
      ['Option is:', '\\boxed{'],
    ] as const)
      expect(await labelled(LETTER, said + mark.repeat(1_000_000))).toMatchObject({ no_label: 1 });
  });

  test('none is a wrong answer, or none at all, and counted either way', async () => {
    expect(await labelled({ metrics: ['accuracy'] }, '?')).toEqual({ accuracy: 0, no_label: 1 });
    expect(await labelled({ no_label: 'unscored' }, '?')).toEqual({
      mcc: { unscored: 'the answer names none of the labels' },
      no_label: 1,
    });
  });

  test.each([
    [{ extract: 'json' }, /field: `extract: json` needs a field/],
    [{ field: 'a' }, /field: only `extract: json` has a field/],
    [{ extract: 'regex' }, /pattern: `extract: regex` needs a pattern/],
    [{ metrics: ['f1'] }, /metrics\.0: /],
    [{ labels: ['Yes', 'yes'], ignore_case: true }, /labels: "yes" is another label written otherwise/],
    [{ labels: ['yes', 'yes '] }, /labels: "yes " is another label written otherwise/],
    [{ labels: ['yes', ' '] }, /labels\.1: a label is empty/],
    [
      { extract: 'letter', labels: Array.from({ length: 27 }, (_, k) => `label ${k}`) },
      /there are 26 letters/,
    ],
  ])('%j is refused', (entry, message) => {
    expect(issuesOf({ name: 'classification', labels: LABELS, ...entry })).toMatch(message);
  });
});
