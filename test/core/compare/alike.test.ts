import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeRows } from '../../../src/core/compare/alike.ts';
import { wordsOf } from '../../../src/core/compare/overlap.ts';

const LONG =
  'On the old salt road between Beigath and the sea there are seven inns, and each of them has a sign of carved wood above the door that tells of a guest who once stayed there';
const rowsOf = (...texts: readonly string[]) => texts.map((text, index) => ({ id: `r${index}`, text }));

test.each<[string, readonly string[], ReturnType<typeof alikeRows>]>([
  [
    'the same but for case and marks',
    ['Who founded Beigath?', 'else', 'who founded: BEIGATH'],
    { same: { rows: 2, first: ['r0', 'r2'] }, near: null },
  ],
  [
    'a word more at the end',
    [LONG, `${LONG} indeed`, 'Who founded Beigath?'],
    { same: null, near: { rows: 2, first: ['r0', 'r1'] } },
  ],
  ['short ones of one form', ['What is the capital of Varland?', 'What is the capital of Rome?'], none()],
  ['texts without words', ['?', '!'], none()],
  ['few words', ['one two', 'one three'], none()],
])('rows that ask %s', (_, texts, alike) => {
  expect(alikeRows(rowsOf(...texts))).toEqual(alike);
});

function none() {
  return { same: null, near: null };
}

test('near rows that are said to belong together, such as turns of one conversation, are passed over', () => {
  const rows = [LONG, `${LONG} indeed`, `${LONG} anew`].map((text, index) => ({
    ...{ id: `r${index}`, text, cluster: index < 2 ? 'one' : 'other' },
  }));
  expect(alikeRows(rows.slice(0, 2)).near).toBeNull();
  expect(alikeRows(rows).near).toEqual({ rows: 3, first: ['r0', 'r2'] });
});

test('what all rows are asked with makes none of them near another', () => {
  const asked = Array.from({ length: 120 }, (_, index) => `${LONG} and this is the sign of number ${index}`);
  expect(alikeRows(rowsOf(...asked, `${LONG} twice`, `${LONG} twice over`)).near).toEqual({
    ...{ rows: 2, first: ['r120', 'r121'] },
  });
});

test('near rows are those that every pair compared would find (property)', () => {
  const runs = (text: string) => {
    const words = wordsOf(text);
    return new Set(words.slice(2).map((word, at) => [words[at], words[at + 1], word].join(' ')));
  };
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
      const distinct = [...new Set(texts.map((words) => words.join(' ')))];
      const near = distinct.filter((one) =>
        distinct.some((other) => {
          const [a, b] = [runs(one), runs(other)];
          const shared = [...a].filter((run) => b.has(run)).length;
          return one !== other && shared / (a.size + b.size - shared) >= 0.8;
        }),
      );
      expect(alikeRows(rowsOf(...distinct)).near?.rows ?? 0).toBe(near.length);
    }),
    { numRuns: 200 },
  );
});
