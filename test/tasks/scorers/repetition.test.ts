import { expect, test } from 'vitest';
import { answer, configured, scoresOf } from '../../support/scoring.ts';

// Pins distinct_n, repetition_rate, self_bleu.

test.each<[Record<string, unknown>, string, unknown]>([
  [{ name: 'repetition_rate' }, 'a b c d e', 0],
  // One that says nothing repeats nothing, and is not the best for it.
  [{ name: 'repetition_rate' }, '', { unscored: 'the answer has no run of 4 words' }],
  [{ name: 'repetition_rate' }, 'too short', { unscored: 'the answer has no run of 4 words' }],
  [{ name: 'repetition_rate', n: 1 }, 'no No no yes', 0.5],
  // Seven runs of four, of which four are different.
  [{ name: 'repetition_rate' }, 'a b c d a b c d a b', 1 - 4 / 7],
  [{ name: 'distinct_n' }, 'a b a b', { numerator: 2, denominator: 3 }],
  [{ name: 'distinct_n', n: 1 }, 'a b a b', { numerator: 2, denominator: 4 }],
  [{ name: 'distinct_n' }, 'a', { unscored: 'the answer has no run of 2 words' }],
])('%j of %j', async (entry, output, expected) => {
  expect(await scoresOf(entry, [answer(output)])).toEqual([expected]);
});

test('several answers to one sample are held against each other, and against no other sample', async () => {
  const same = 'the cat sat on the mat';
  const said = [
    { id: 'a', output: same, targets: [] },
    { id: 'b', output: same, targets: [] },
    { id: 'a', output: same, targets: [] },
    { id: 'c', output: 'one two three four', targets: [] },
    { id: 'c', output: 'five six seven', targets: [] },
  ];
  const scores = await scoresOf('self_bleu', said);
  expect(scores[0]).toBeCloseTo(100, 9);
  expect(scores[1]).toEqual({ unscored: 'self_bleu needs several answers to a sample: set repeats' });
  expect(scores[2]).toBeCloseTo(100, 9);
  expect(scores.slice(3)).toEqual([0, 0]);
});

test('answers that say nothing are not the most diverse', async () => {
  const said = ['', 'the cat sat'].flatMap((other, index) => [
    { id: `${index}`, output: ' ', targets: [] },
    { id: `${index}`, output: other, targets: [] },
  ]);
  const unscored = { unscored: 'an empty answer is like no other' };
  expect(await scoresOf('self_bleu', said)).toEqual(Array(4).fill(unscored));
});

test.each(['wer', 'cer', 'ter'])('%s refuses a target that it would have to divide by', (name) => {
  expect(configured(name).checkTargets(['a', ' '])).toMatch(/is empty/);
});

test('ROUGE refuses a target of which it sees nothing', () => {
  expect(configured('rouge1').checkTargets(['日本語'])).toMatch(/no ASCII letter or digit.*use chrf/);
});

test('of several targets the nearest counts, for its own length', async () => {
  expect(await scoresOf('wer', [answer('a b c', 'x y z w', 'a b d')])).toEqual([
    { numerator: 1, denominator: 3 },
  ]);
  expect(await scoresOf('ter', [answer('a b c', 'c a b', 'a b c d')])).toEqual([
    { numerator: 100, denominator: 3.5 },
  ]);
});
