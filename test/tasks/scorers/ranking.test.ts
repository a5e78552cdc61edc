import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ndcgAt, recallAt, reciprocalRank } from '../../../src/core/metrics/ranking.ts';
import { answer, configured } from '../../support/scoring.ts';

// Pins mrr, recall_at_k.

async function scored(options: Record<string, unknown>, output: string, ...targets: string[]) {
  const opened = await configured({ name: 'ranking', ...options }).open('/');
  const [scores] = await opened.score([answer(output, ...targets)], new AbortController().signal);
  return scores ?? {};
}

test.each<[Record<string, unknown>, string, number, number]>([
  [{}, '1. a\n2. b\n3. c', 1 / 2, 1],
  [{ k: 1 }, '- a\n- b', 1 / 2, 0],
  [{ k: 2 }, 'a\na\nb', 1 / 2, 1 / 2],
  [{ format: 'json' }, '["c", "b"]', 1, 1],
  [{ ignore_case: true }, 'B', 1, 1 / 2],
  [{}, 'nothing of use', 0, 0],
  [{}, '', 0, 0],
])('%j of %j', async (options, output, mrr, recall) => {
  expect(await scored(options, output, 'b', 'c')).toMatchObject({ mrr, recall_at_k: recall });
});

test('what is no JSON array has no score', async () => {
  const unscored = { unscored: 'the answer is no JSON array of texts' };
  for (const output of ['b', '{"a": 1}', '[["b"]]'])
    expect((await scored({ format: 'json' }, output, 'b')).mrr).toEqual(unscored);
});

test.each([
  [['b'], null],
  [[], /lists what is relevant/],
  [['{"b": 0}'], /lists what is relevant/],
  [[''], /target of ranking is empty/],
  [['b', ' '], /target of ranking is empty/],
  [['{"": 1, "b": 1}'], /target of ranking is empty/],
  [['{"b": 2, "c": 1}'], null],
  [['{"b": -1}'], /JSON object of their gains/],
  [['{"b":'], /JSON object of their gains/],
] as const)('the targets %j', (targets, fault) => {
  const found = configured('ranking').checkTargets(targets);
  if (fault === null) expect(found).toBeNull();
  else expect(found).toMatch(fault);
});

test('the best order has the most, and all lie from 0 to 1', () => {
  const gains = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(gains, fc.integer({ min: 1, max: 12 }), (ranked, k) => {
      const relevant = ranked.filter((gain) => gain > 0);
      if (relevant.length === 0) return reciprocalRank({ ranked, relevant }) === 0;
      const best = { ranked: ranked.toSorted((a, b) => b - a), relevant };
      const own = { ranked, relevant };
      const values = [ndcgAt(own, k), recallAt(own, k), reciprocalRank(own)];
      return (
        Math.abs(ndcgAt(best, k) - 1) < 1e-12 &&
        reciprocalRank(best) === 1 &&
        values.every((value) => value >= 0 && value <= 1 + 1e-12)
      );
    }),
  );
});
