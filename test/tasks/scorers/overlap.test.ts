import { expect, test } from 'vitest';
import { answer, configured, scoresOf } from '../../support/scoring.ts';

test('bleu keeps lengths and n-grams, the best of several targets', async () => {
  const scores = await scoresOf({ name: 'bleu' }, [answer('the cat sat.', 'the cat sat.', 'a dog')]);
  expect(scores).toEqual([{ parts: [4, 4, 4, 3, 2, 1, 4, 3, 2, 1] }]);
});

test('chrf keeps character n-grams without white space', async () => {
  const [score] = await scoresOf({ name: 'chrf' }, [answer('a b', 'ab c')]);
  expect(score).toEqual({ parts: [2, 3, 2, 1, 2, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
});

test('case counts unless it is folded', async () => {
  const matches = async (options: object) => {
    const [score] = await scoresOf({ name: 'bleu', ...options }, [answer('The Cat', 'the cat')]);
    return typeof score === 'object' && 'parts' in score ? score.parts[2] : null;
  };
  expect([await matches({}), await matches({ lowercase: true })]).toEqual([0, 2]);
});

test('a row without a target is a fault of the data', () => {
  expect(configured('bleu').checkTargets([])).toMatch(/needs a target/);
  expect(configured('chrf').checkTargets(['x'])).toBeNull();
});
