import { expect, test } from 'vitest';
import { answer, configured, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins regex.

test.each<[string, Record<string, unknown>, string, string[], number]>([
  ['search', { pattern: 'b+' }, 'abbc', [], 1],
  ['nothing found', { pattern: 'x' }, 'abbc', [], 0],
  ['full must cover all', { pattern: 'b+', match: 'full' }, 'abb', [], 0],
  ['full covers all', { pattern: '[ab]+', match: 'full' }, 'abb', [], 1],
  ['ignore_case', { pattern: 'YES', ignore_case: true }, 'yes', [], 1],
  ['a group equals the target', { pattern: '#### (-?[0-9]+)', group: 1 }, 'so\n#### 42', ['42'], 1],
  ['a group differs', { pattern: '#### (-?[0-9]+)', group: 1 }, '#### 41', ['42'], 0],
  ['a group without a match', { pattern: '#### (-?[0-9]+)', group: 1 }, '42', ['42'], 0],
  ['a group that took no part', { pattern: 'a|(b)', group: 1 }, 'a', ['b'], 0],
  ['the whole match is group 0', { pattern: '[A-D]', group: 0 }, '(C)', [' C '], 1],
  ['any of several targets', { pattern: '[A-D]', group: 0 }, 'B', ['A', 'B'], 1],
])('%s', async (_, options, output, targets, expected) => {
  expect(await scoresOf({ name: 'regex', ...options }, [answer(output, ...targets)])).toEqual([expected]);
});

test('a pattern that would hang a backtracking matcher is linear', async () => {
  // A backtracking one would not end.
  expect(await scoresOf({ name: 'regex', pattern: '(a+)+$' }, [answer(`${'a'.repeat(5000)}b`)])).toEqual([0]);
});

test('only a group needs a target', () => {
  expect(configured({ name: 'regex', pattern: 'a', group: 0 }).checkTargets([])).toMatch(/needs a target/);
  expect(configured({ name: 'regex', pattern: 'a' }).checkTargets([])).toBeNull();
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ['', { pattern: 'x*' }, /the pattern matches any answer/],
  ['', { pattern: '(?s).*', match: 'full' }, /the pattern matches any answer/],
  [' not', { pattern: '.*', match: 'full' }, /^$/],
  [' not', { pattern: '^$' }, /^$/],
  [' not', { pattern: '(x*)', group: 1 }, /^$/],
])('a pattern that every answer matches is%s refused: %j', (_, options, message) => {
  expect(issuesOf({ name: 'regex', ...options })).toMatch(message);
});

test.each([{}, { group: 1 }])('what is no pattern is told as that: %j', (options) => {
  expect(issuesOf({ name: 'regex', pattern: '(', ...options })).toMatch(/^pattern: not an RE2 pattern/);
});
