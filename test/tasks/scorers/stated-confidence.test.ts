import { expect, test } from 'vitest';
import { answer, configured } from '../../support/scoring.ts';

async function scored(options: Record<string, unknown>, output: string) {
  const opened = await configured({ name: 'stated_confidence', ...options }).open('/');
  const [scores] = await opened.score([answer(output, 'Paris')], new AbortController().signal);
  return scores ?? {};
}

const said = (text: string, confidence: unknown) => JSON.stringify({ answer: text, confidence });

test.each<[Record<string, unknown>, string, number, number]>([
  [{}, said('Paris', 0.8), 0.8, 1],
  [{}, said('Rome', '80%'), 0.8, 0],
  [{ scale: 'percent' }, said('Paris', 80), 0.8, 1],
  [{ ignore_case: true }, said('paris ', 1), 1, 1],
  [{ answer: 'a.b', confidence: 'p' }, '{"a": {"b": "Paris"}, "p": 0}', 0, 1],
])('%j of %s', async (options, output, p, right) => {
  const scores = await scored(options, output);
  expect(scores).toMatchObject({ accuracy: right, ece: { parts: [p, right] }, mce: { parts: [p, right] } });
  expect(scores.brier).toBeCloseTo((p - right) ** 2, 12);
});

test('certainty in what is wrong costs what scikit-learn has it cost', async () => {
  expect((await scored({}, said('Rome', 1))).nll).toBeCloseTo(36.04365338911715, 9);
  expect((await scored({}, said('Paris', 1))).nll).toBeCloseTo(0, 12);
});

test.each([
  ['no JSON', 'Paris', 'the answer has no field answer', false],
  ['no confidence', '{"answer": "Paris"}', 'the answer states no confidence from 0 to 1', true],
  ['one beyond 1', said('Paris', 80), 'the answer states no confidence from 0 to 1', true],
  ['one below 0', said('Paris', -0.5), 'the answer states no confidence from 0 to 1', true],
])('%s is unscored', async (_, output, unscored, isAnswered) => {
  const scores = await scored({}, output);
  expect(scores.ece).toEqual({ unscored });
  expect(scores.nll).toEqual({ unscored });
  expect(scores.accuracy).toEqual(isAnswered ? 1 : { unscored });
});
