import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imputeDelta } from '../../../src/core/compare/impute.ts';
import type { Imputation } from '../../../src/core/compare/imputed-estimate.ts';
import { type PairedScore, type PairedScores, ScoreTable } from '../../../src/core/compare/score-table.ts';
import type { MetricScores } from '../../../src/core/compare/scores.ts';
import { testAgainst } from '../../../src/core/stats/inference.ts';
import type { Part } from '../../../src/core/stats/ratio.ts';
import { ACC, PERPLEXITY } from './build.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const part = fc.oneof(
  fc.record({ numerator: finite, denominator: fc.constant(1) }),
  // What is measured keeps when it was asked.
  fc.record({ numerator: finite, denominator: fc.constant(1), parts: fc.tuple(fc.nat(9)) }),
  fc.record({ numerator: finite, denominator: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }) }),
  fc.record({
    numerator: fc.constant(Number.NaN),
    denominator: fc.constant(1),
    parts: fc.array(finite, { minLength: 1 }),
  }),
);
const score: fc.Arbitrary<PairedScore> = fc.record({
  key: fc.string(),
  cluster: fc.option(fc.constantFrom('a', 'b', '')),
  group: fc.option(fc.constantFrom('law', 'virology', '')),
  weight: fc.oneof(fc.constant(1), finite),
  baseline: fc.option(part),
  candidate: fc.option(part),
});

/** With the key, which a table makes when it is asked for. */
const whole = ({ key, cluster, group, weight, baseline, candidate }: PairedScore): PairedScore => ({
  ...{ key, cluster, group, weight, baseline, candidate },
});

describe('a table of scores', () => {
  test('is what an array of them is', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 20 }), fc.nat(20), fc.nat(20), (scores, start, end) => {
        const table = ScoreTable.of(scores, scores.length + 3);
        const isIn = ({ group }: PairedScore) => group === 'law';
        const views = (of: PairedScores): readonly Iterable<unknown>[] => [
          of.map(whole),
          Array.from(of, whole),
          of.filter(isIn).map(whole),
          of.slice(start, end).map(whole),
          of.filter(isIn).slice(0, 2).map(whole),
          of.map(({ key }, position) => [key, position]),
          of.flatMap(({ group }) => group ?? []),
          [of.length, of.some(isIn), of.every(isIn)],
        ];
        expect(views(table).map((view) => [...view])).toEqual(views(scores).map((view) => [...view]));
      }),
    );
  });

  test('is parted by what is said of each, and put in any order', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 20 }), (scores) => {
        const table = ScoreTable.of(scores, scores.length);
        for (const [group, own] of table.split((each) => each.group ?? undefined)) {
          expect(own.map(whole)).toEqual(scores.filter((each) => each.group === group));
        }
        const backwards = [...scores.keys()].reverse();
        expect(table.pick(backwards).map(whole)).toEqual([...scores].reverse());
      }),
    );
  });
});

/** What it says of itself and of a few null values: it holds functions, which are equal to none. */
const told = (estimate: ReturnType<typeof imputeDelta>) => {
  if (estimate === null) return null;
  const of = (imputation: Imputation | null) =>
    imputation === null
      ? null
      : { value: imputation.value, tests: [-0.5, 0, 0.2].map((at) => testAgainst(imputation.inference, at)) };
  return { ...estimate, lowest: of(estimate.lowest), highest: of(estimate.highest) };
};

test('evidence is the same of a table and of an array, clusters or none, scores missing or not', () => {
  const rate: fc.Arbitrary<Part> = fc.record({
    numerator: fc.constantFrom(0, 0.5, 1),
    denominator: fc.constant(1),
  });
  const length: fc.Arbitrary<Part> = fc.record({
    numerator: fc.integer({ min: 1, max: 50 }),
    denominator: fc.integer({ min: 1, max: 9 }),
  });
  const cluster = fc.option(fc.constantFrom('a', 'b', 'c'));
  const drawn = (of: fc.Arbitrary<Part>) =>
    fc.array(fc.record({ baseline: of, candidate: fc.option(of), cluster }));
  for (const [declaration, of] of [
    [ACC, rate],
    [PERPLEXITY, length],
  ] as const) {
    fc.assert(
      fc.property(drawn(of), (pairs) => {
        const scores = pairs.map((pair, index) => ({ ...pair, key: `${index}`, group: null, weight: 1 }));
        const weigh = (own: PairedScores) => imputeDelta({ declaration, scores: own } as MetricScores);
        expect(told(weigh(ScoreTable.from(scores)))).toEqual(told(weigh(scores)));
      }),
    );
  }
});
