import { expect, test } from 'vitest';
import { selected, type Wish } from '../../../src/report/page/selection.ts';
import { shownSample } from '../shown.ts';

const SAMPLES = [
  shownSample({ id: 'a', group: 'law' }),
  shownSample({
    id: 'b',
    group: 'virology',
    change: 'better',
    baseline: { score: 0.2, output: null, confidence: 0.9 },
    candidate: { score: 0.9, output: null, confidence: 0.1 },
  }),
  shownSample({
    id: 'c',
    task: 'maths',
    group: null,
    change: 'same',
    asked: { question: 'Two plus TWO?', choices: ['four', 'five'] },
  }),
];

test.each<[string, Partial<Wish>, string]>([
  ['all, in the order of the data', {}, 'abc'],
  ['a task', { task: 'maths' }, 'c'],
  ['a group', { group: 'virology' }, 'b'],
  ['a change', { change: 'worse' }, 'a'],
  ['words of the question, in any case and order', { search: ' two PLUS ' }, 'c'],
  ['a word of a choice', { search: 'five' }, 'c'],
  ['a word of an answer', { search: 'rome paris' }, 'ac'],
  ['a name', { search: 'virology' }, 'b'],
  ['nothing', { search: 'elephant' }, ''],
  ['confidence lost first', { order: 'confidence lost' }, 'bac'],
  ['moved most first', { order: 'score moved most' }, 'acb'],
  ['by name', { order: 'name' }, 'abc'],
  ['an order that is none', { order: 'x' }, 'abc'],
])('%s', (_, wish, ids) => {
  const all = { search: '', change: '', task: '', group: '', order: '' };
  expect(
    selected(SAMPLES, { ...all, ...wish })
      .map(({ id }) => id)
      .join(''),
  ).toBe(ids);
});
