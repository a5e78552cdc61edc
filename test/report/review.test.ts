import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { reviewTable, samplesToReview } from '../../src/report/review.ts';
import { shownSample } from './shown.ts';

test('the worst are picked, then one of each group after the other, and none that stayed', () => {
  const samples = ['a', 'b', 'c'].flatMap((group) =>
    Array.from({ length: 30 }, (_, index) => shownSample({ id: `${group}${index}`, group })),
  );
  const picked = samplesToReview([...samples, shownSample({ id: 'same', change: 'same' })]).map(
    ({ id }) => id,
  );
  expect(picked.slice(0, 8)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']);
  expect(picked.slice(8)).toHaveLength(16);
  expect(picked.slice(8, 14)).toEqual(['a8', 'b0', 'c0', 'a9', 'b1', 'c1']);
  expect(samplesToReview([])).toEqual([]);
});

test('groups that lost most come first, and of many these alone', () => {
  const samples = Array.from({ length: 12 }, (_, group) =>
    Array.from({ length: 10 + group }, (_, index) =>
      shownSample({ id: `${group}-${index}`, group: `g${group}` }),
    ),
  ).flat();
  const better = Array.from({ length: 20 }, () => shownSample({ group: 'g11', change: 'better' }));
  const groups = samplesToReview([...samples, ...better]).map(({ group }) => group);
  expect(groups.slice(8)).toEqual(
    [...Array(2)].flatMap(() => ['g10', 'g9', 'g8', 'g7', 'g6', 'g5', 'g4', 'g3']),
  );
});

describe('the table to note judgements in', () => {
  test.each([
    ['plain', 'Paris', 'Paris'],
    ['quotes and breaks', 'say "a",\r\nb', 'say "a",\r\nb'],
    ['a formula', '=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
    ['another formula', '+1', "'+1"],
    ['a third', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab first', '\t=1', "'\t=1"],
  ])('%s', (_, output, expected) => {
    const text = reviewTable([shownSample({ candidate: { score: 0, output } })]);
    const [row] = parse(text, { columns: true, bom: true }) as Record<string, string>[];
    expect(row).toMatchObject({ candidate: expected, baseline: 'Paris', judgement: '', note: '' });
  });
});
