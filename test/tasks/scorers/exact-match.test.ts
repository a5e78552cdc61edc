import { expect, test } from 'vitest';
import { answer, configured, scoresOf } from '../../support/scoring.ts';

// Pins exact_match.

test.each<[string, Record<string, unknown>, string, string[], number]>([
  ['equal', {}, 'Paris', ['Paris'], 1],
  ['different', {}, 'Paris', ['London'], 0],
  ['any of several', {}, 'b', ['a', 'b'], 1],
  ['case counts', {}, 'paris', ['Paris'], 0],
  ['white space around does not', {}, ' Paris\n', ['Paris '], 1],
  ['unless strip is off', { strip: false }, ' Paris', ['Paris'], 0],
  ['white space inside counts', {}, 'New  York', ['New York'], 0],
  ['ignore_case', { ignore_case: true }, 'PARIS', ['Paris'], 1],
  ['ignore_punctuation', { ignore_punctuation: true }, 'it\'s {a} ~"test"!', ['its a test'], 1],
  ['typographic marks are no ASCII punctuation', { ignore_punctuation: true }, 'a…', ['a'], 0],
  ['ignore_numbers', { ignore_numbers: true }, 'a1b22', ['ab'], 1],
  ['regexes_to_ignore, all occurrences', { regexes_to_ignore: [',', '\\$'] }, '$1,000,000', ['1000000'], 1],
  ['regexes see the original case', { ignore_case: true, regexes_to_ignore: ['A'] }, 'Aa', ['a'], 1],
  ['empty answers', {}, '', ['x'], 0],
])('%s', async (_, options, output, targets, expected) => {
  const scores = await scoresOf({ name: 'exact_match', ...options }, [answer(output, ...targets)]);
  expect(scores).toEqual([expected]);
});

test('a row without a target is a fault of the data', () => {
  expect(configured('exact_match').checkTargets([])).toMatch(/needs a target/);
  expect(configured('exact_match').checkTargets([''])).toBeNull();
});

test.each([
  ['ignore_numbers', { ignore_numbers: true }, '42'],
  ['ignore_punctuation', { ignore_punctuation: true }, ' "!" '],
  ['regexes_to_ignore', { regexes_to_ignore: ['.*'] }, 'Paris'],
])('a target of which %s leaves nothing is a fault of the data', (_, options, target) => {
  const { checkTargets } = configured({ name: 'exact_match', ...options });
  expect(checkTargets(['x1', target])).toContain('ignores all of the target');
  expect(checkTargets([target])).toContain('any answer that is ignored as well would be right');
});
