import { expect, test } from 'vitest';
import {
  alphaInterval,
  intraclassCorrelation,
  krippendorffAlpha,
  middleGrade,
} from '../../../src/core/stats/annotators.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';

/** Krippendorff 2011, example C: four observers of twelve units, not all of whom graded each. */
const EXAMPLE = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
];

test("alpha is that of Krippendorff's own example, of its units with two grades and more", () => {
  expect(krippendorffAlpha(EXAMPLE)).toBeCloseTo(0.849, 3);
});

test('alpha of two levels is that of names: the binary example of the same paper', () => {
  const [a, b] = [
    [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
    [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
  ];
  expect(krippendorffAlpha(a.map((grade, index) => [grade, b[index] ?? 0]))).toBeCloseTo(0.095, 3);
});

test.each([
  [
    'everybody gives the same',
    [
      [3, 3],
      [3, 3],
    ],
  ],
  ['nobody graded what another did', [[3], [4]]],
  ['there is nothing', []],
])('alpha is undefined where %s', (_what, answers) => {
  expect(krippendorffAlpha(answers)).toBeNull();
});

/** Shrout & Fleiss 1979, table 2: four judges of six targets. */
const RATED = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test('the intraclass correlation is that of Shrout and Fleiss', () => {
  expect(intraclassCorrelation(RATED)).toBeCloseTo(0.29, 2);
});

test.each([
  ['not everybody graded everything', [[1, 2], [1]]],
  ['there is one answer', [[1, 2]]],
  [
    'all grades are alike',
    [
      [3, 3],
      [3, 3],
    ],
  ],
])('the intraclass correlation is undefined where %s', (_what, answers) => {
  expect(intraclassCorrelation(answers)).toBeNull();
});

test('limits of alpha lie around it, and there are none of few answers', () => {
  const random = mulberry32(7);
  const answers = Array.from({ length: 200 }, () => {
    const grade = 1 + Math.floor(random() * 5);
    return [0, 1, 2].map(() => (random() < 0.7 ? grade : 1 + Math.floor(random() * 5)));
  });
  const alpha = krippendorffAlpha(answers) ?? 0;
  const { low, high } = alphaInterval(answers, 0.05, { resamples: 500, seed: 1 }) ?? { low: 1, high: 0 };
  expect(low).toBeLessThan(alpha);
  expect(high).toBeGreaterThan(alpha);
  expect(high - low).toBeLessThan(0.25);
  expect(alphaInterval(answers.slice(0, 49), 0.05, { resamples: 500, seed: 1 })).toBeNull();
});

test.each([
  [[4], 4],
  [[1, 4, 5], 4],
  [[4, 4, 5, 2], 4],
  [[1, 2, 4, 5], null],
  [[3, 4], null],
  [[], null],
])('of the grades %j the middle is %s', (grades, middle) => {
  expect(middleGrade(grades)).toBe(middle);
});
