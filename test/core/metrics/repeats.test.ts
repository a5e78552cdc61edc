import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreIn } from '../../../src/core/metrics/following.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import {
  declareRepeatMetric,
  isGraded,
  meanOfRepeats,
  parseRepeatMetric,
  type REPEAT_METRICS,
  tellsRight,
} from '../../../src/core/metrics/repeats.ts';

const BASE = declareMetric('exact_match');

/** All ways to take k of n things. */
function subsets(n: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  return Array.from({ length: Math.max(0, n - from) }, (_, index) => from + index).flatMap((first) =>
    subsets(n, k - 1, first + 1).map((others) => [first, ...others]),
  );
}

const scoreOf = (
  family: keyof typeof REPEAT_METRICS,
  k: number,
  scores: readonly number[],
  sameAs?: number[],
) =>
  scoreIn(
    {
      scores: { exact_match: meanOfRepeats(scores) },
      repeats: { scores: { exact_match: scores }, same_as: sameAs },
    },
    declareRepeatMetric(BASE, family, k),
  );

test('pass@k and pass^k are the means over all ways to take k of the answers', () => {
  const answers = fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 7 });
  const asked = answers.chain((scores) =>
    fc.tuple(fc.constant(scores), fc.integer({ min: 1, max: scores.length })),
  );
  fc.assert(
    fc.property(asked, ([scores, k]) => {
      const ways = subsets(scores.length, k);
      const share = (holds: (own: number[]) => boolean) =>
        ways.filter((way) => holds(way.map((answer) => scores[answer] ?? NaN))).length / ways.length;
      expect(scoreOf('pass@', k, scores)).toBeCloseTo(
        share((own) => own.includes(1)),
        12,
      );
      expect(scoreOf('pass^', k, scores)).toBeCloseTo(
        share((own) => !own.includes(0)),
        12,
      );
    }),
  );
});

test.each([
  // 1 - prod(1 - k / i for i in n-c+1..n), the code of Chen et al. 2021, in Python 3.12; and by hand, 3/5 · 2/4.
  ['pass@', 10, 200, 12, 0.4693236492660334],
  ['pass^', 2, 5, 3, 0.3],
] as const)('%s%d of %d answers, %d of them right', (family, k, n, right, expected) => {
  const scores = Array.from({ length: n }, (_, index) => Number(index < right));
  expect(scoreOf(family, k, scores)).toBeCloseTo(expected, 12);
});

describe('the majority of the first k answers', () => {
  test.each<[string, number, number[], number[], number]>([
    ['right', 3, [1, 0, 1], [0, 1, 0], 1],
    ['wrong though most say something else each', 5, [1, 0, 0, 1, 0], [0, 1, 2, 0, 4], 1],
    ['of equally common ones the first', 4, [0, 1, 0, 1], [0, 1, 0, 1], 0],
    ['later answers take no part', 2, [1, 1, 0, 0, 0], [0, 0, 2, 2, 2], 1],
  ])('%s', (_, k, scores, sameAs, expected) => {
    expect(scoreOf('maj@', k, scores, sameAs)).toBe(expected);
  });

  test('is unknown where nobody kept which answers are the same', () => {
    expect(scoreOf('maj@', 2, [1, 0])).toEqual({ unscored: expect.stringContaining('nobody kept') });
  });
});

describe('what the answers do not tell is no score', () => {
  test('too few of them', () => {
    expect(scoreOf('pass@', 3, [1, 1])).toEqual({
      unscored: 'pass@3 needs 3 answers to a sample, and there are 2',
    });
    const one = { scores: { exact_match: 1 } };
    expect(scoreIn(one, declareRepeatMetric(BASE, 'pass^', 2))).toHaveProperty('unscored');
    expect(scoreIn(one, declareRepeatMetric(BASE, 'pass@', 1))).toBe(1);
  });

  test('neither right nor wrong', () => {
    expect(scoreOf('pass@', 2, [1, 0.4])).toEqual({ unscored: expect.stringContaining('0.4') });
  });

  test('no score of the sample, and no metric of that name', () => {
    const asked = declareRepeatMetric(BASE, 'pass@', 2);
    expect(scoreIn({ scores: { exact_match: { unscored: 'cut off' } } }, asked)).toEqual({
      unscored: 'cut off',
    });
    expect(scoreIn({ scores: {} }, asked)).toBeUndefined();
    expect(scoreIn({ scores: {} }, declareMetric('acc', 'constructor'))).toBeUndefined();
  });
});

test.each([
  ['pass@4', { metric: null, family: 'pass@', k: 4 }],
  ['json_valid_pass^2', { metric: 'json_valid', family: 'pass^', k: 2 }],
  ['exact_match_maj@16', { metric: 'exact_match', family: 'maj@', k: 16 }],
  ['pass@0', null],
  ['pass@01', null],
  ['pass@', null],
  ['pass@2x', null],
  ['bypass@2', null],
])('%s', (name, expected) => {
  expect(parseRepeatMetric(name)).toEqual(expected);
});

test.each([
  ['exact_match', true],
  ['toxicity', false],
  ['bits_per_byte', false],
  ['bleu', false],
] as const)('whether %s says which answers are right: %s', (name, expected) => {
  expect(tellsRight(declareMetric(name))).toBe(expected);
});

test('which scores are graded follows from the design, never from the scores', () => {
  expect(isGraded(BASE, 3)).toBe(false);
  expect(isGraded({ ...BASE, repeated: true }, 3)).toBe(true);
  expect(isGraded({ ...BASE, repeated: true }, 1)).toBe(false);
  expect(isGraded(declareRepeatMetric(BASE, 'pass@', 2), 3)).toBe(true);
  expect(isGraded(declareRepeatMetric(BASE, 'pass^', 3), 3)).toBe(false);
  expect(isGraded(declareRepeatMetric(BASE, 'maj@', 2), 3)).toBe(false);
});

test('the mean of equal scores is exactly that score', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.integer({ min: 1, max: 50 }),
      (score, count) => {
        expect(meanOfRepeats(Array.from({ length: count }, () => score))).toBeOneOf([score, score + 0]);
      },
    ),
  );
});
