import { expect, test } from 'vitest';
import { annotatorAgreement } from '../../../src/core/compare/annotator-agreement.ts';

const answer = (...grades: readonly number[]) =>
  grades.map((solves, index) => ({ annotator: `a${index}`, grades: { solves } }));
const repeated = (count: number, make: (index: number) => readonly number[]) =>
  Array.from({ length: count }, (_, index) => answer(...make(index)));

test('people who mean the same are above the mark', () => {
  const says = annotatorAgreement(
    repeated(60, (index) => [index % 5, index % 5, (index % 5) + (index % 20 === 0 ? 1 : 0)]),
    'solves',
  );
  expect(says).toMatch(
    /^solves: 3 annotators of 60 answers agree by Krippendorff's alpha of 0\.99 \(90 % interval 0\.9\d to 1\.00, ICC\(2,1\) 0\.99\)$/,
  );
});

test('people who do not are told so, and which answers count nothing', () => {
  const says = annotatorAgreement(
    repeated(40, (index) => [index % 5, (index * 3) % 5]),
    'solves',
  );
  expect(says).toMatch(
    /agree by Krippendorff's alpha of −?0\.\d\d .*, below 0\.7: who grades decides.*; of 32 answers there is no middle grade/,
  );
});

test.each([
  ['of one annotator there is nothing to say', [answer(3), answer(4)], null],
  [
    'of another criterion neither',
    [
      [
        { annotator: 'a', grades: { tone: 1 } },
        { annotator: 'b', grades: { tone: 1 } },
      ],
    ],
    null,
  ],
  [
    'one grade for all shows no agreement',
    [answer(3, 3), answer(3, 3)],
    'solves: 2 annotators of 2 answers give all of them one grade, which shows no agreement',
  ],
])('%s', (_what, answers, says) => {
  expect(annotatorAgreement(answers, 'solves')).toBe(says);
});
