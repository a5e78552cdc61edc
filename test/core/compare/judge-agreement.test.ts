import { describe, expect, test } from 'vitest';
import {
  agreementOn,
  correctedChange,
  correctedInterval,
} from '../../../src/core/compare/judge-agreement.ts';
import type { MetricScores } from '../../../src/core/compare/scores.ts';
import type { Grading } from '../../../src/core/domain/labels.ts';
import { HIGHER } from '../../../src/core/metrics/traits.ts';
import { normalQuantile } from '../../../src/core/stats/special/normal.ts';
import { studentMean } from '../../../src/core/stats/student.ts';
import { expectClose } from '../stats/close.ts';

type Pair = readonly [baseline: number | null, candidate: number | null];

/** Scores of a judge; a weight of 2 stands in the denominator, since a score is a part. */
function scored(
  pairs: readonly Pair[],
  more: object = {},
  isSame = false,
  place: (index: number) => object = () => ({}),
): MetricScores {
  const part = (value: number | null) => (value === null ? null : { numerator: 2 * value, denominator: 2 });
  return {
    declaration: { ...HIGHER, name: 'quality', ...more },
    scores: pairs.map(([baseline, candidate], index) => ({
      ...{ key: `s${index}`, cluster: null, group: null, weight: 2, ...place(index) },
      ...{ baseline: part(baseline), candidate: part(candidate) },
    })),
    pairOf: () => (isSame ? { baseline: { output: 'a' }, candidate: { output: 'a' } } : undefined),
  } as unknown as MetricScores;
}

const graded = (pairs: readonly Pair[]): Grading => {
  const side = (at: 0 | 1) =>
    new Map(pairs.flatMap((pair, index) => (pair[at] === null ? [] : [[`s${index}`, pair[at]] as const])));
  return { baseline: side(0), candidate: side(1) };
};

// A scale of 0, 0.5 and 1: people's grades beside the judge's, of 8 answers each.
const PEOPLE: readonly Pair[] = [
  [0, 0.5],
  [0, 1],
  [0.5, 0.5],
  [0.5, 1],
  [1, null],
  [1, 1],
  [0, 0],
  [1, 1],
];
const JUDGE: readonly Pair[] = [
  [0, 1],
  [0.5, 1],
  [0.5, 0.5],
  [0.5, 1],
  [1, 0],
  [0.5, 1],
  [0, 0],
  [1, null],
];
const SCALE = { min: 0, max: 1, step: 0.5, of: ['quality'] } as const;

test('agreement is of answers that both graded, on the steps of the scale', () => {
  const of = agreementOn(scored(JUDGE), SCALE, graded(PEOPLE), 0.05);
  // Rows are people's, columns the judge's: 14 answers, of which 11 are graded alike.
  const table = [
    [3, 1, 0],
    [0, 3, 1],
    [0, 1, 5],
  ];
  const n = 14;
  const margin = (sums: readonly number[]) => sums.map((each) => each / n);
  const rows = margin(table.map((row) => row.reduce((sum, each) => sum + each, 0)));
  const columns = margin([0, 1, 2].map((at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0)));
  const squares = (share: (i: number, j: number) => number) =>
    [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => share(i, j) * (i - j) ** 2)).reduce((a, b) => a + b, 0);
  const seen = squares((i, j) => (table[i]?.[j] ?? 0) / n);
  const chance = squares((i, j) => (rows[i] ?? 0) * (columns[j] ?? 0));
  expect(of).toMatchObject({ metric: 'quality', labels: { baseline: 8, candidate: 6 } });
  expectClose(of.level, 0.9);
  expectClose(of.exact ?? 0, 11 / 14);
  expectClose(of.kappa ?? 0, 1 - seen / chance);
  expect(of.low).toBeLessThan(of.kappa ?? 0);
  expect(of.high).toBeGreaterThan(of.kappa ?? 0);
  const bias = { baseline: [0, 0.5, 0, 0, 0, -0.5, 0, 0], candidate: [0.5, 0, 0, 0, 0, 0] };
  for (const side of ['baseline', 'candidate'] as const) {
    const { value, stderr } = studentMean(bias[side]);
    expect(of.bias[side]).toEqual({ value, stderr, n: bias[side].length });
  }
});

test('an answer that both sides gave is counted once, and biases both', () => {
  const both = PEOPLE.map(([grade]): Pair => [grade, grade]);
  const of = agreementOn(scored(both, {}, true), SCALE, graded(both), 0.05);
  expect(of).toMatchObject({ exact: 1, kappa: 1, labels: { baseline: 8, candidate: 8 } });
  const twice = agreementOn(scored(both), SCALE, graded(both), 0.05);
  expect(of.low).toBeLessThan(twice.low ?? 0);
});

test('an answer to a question that is asked again is counted once', () => {
  const copies = Array.from({ length: 40 }, (_, index): Pair => [(index % 2) as 0 | 1, null]);
  const again = {
    ...scored(copies, {}, true),
    questionOf: (key: string) => `question ${Number(key.slice(1)) % 2}`,
  };
  const of = agreementOn(again, SCALE, graded(copies), 0.05);
  expect(of).toMatchObject({ kappa: 1, labels: { baseline: 40, candidate: 0 } });
  expect(of.low).toBeLessThan(0);
  expect(agreementOn(scored(copies, {}, true), SCALE, graded(copies), 0.05).low).toBeGreaterThan(0.6);
});

test('what is on no step of the scale is agreed on by nobody', () => {
  const of = agreementOn(scored([[0.3, 2]]), SCALE, graded([[0.5, 1]]), 0.05);
  expect(of).toMatchObject({ exact: null, kappa: null, low: null, high: null, needed: null });
  expect(of.bias).toEqual({ baseline: null, candidate: null });
  expect(agreementOn(scored(JUDGE), SCALE, undefined, 0.05).exact).toBeNull();
  expect(agreementOn(scored(JUDGE, { repeated: true }), SCALE, graded(PEOPLE), 0.05).exact).toBeNull();
});

test('the number of labels that would do lets the standard error fall with its root', () => {
  const of = agreementOn(scored(JUDGE), SCALE, graded(PEOPLE), 0.05);
  const [kappa, high] = [of.kappa ?? 0, of.high ?? 0];
  expect(kappa).toBeGreaterThan(0.6);
  const z = normalQuantile(0.95);
  const stderr = (high - kappa) / z;
  // The upper limit may be cut at 1, so that the spread is at least what it shows.
  expect(of.needed).toBeGreaterThanOrEqual(Math.ceil(14 * ((z * stderr) / (kappa - 0.6)) ** 2));
  const alike = Array.from({ length: 60 }, (_, index): Pair => [(index % 3) / 2, ((index + 1) % 3) / 2]);
  expect(agreementOn(scored(alike), SCALE, graded(alike), 0.05).needed).toBeNull();
});

test('a change is corrected from 50 samples with grades on both sides on, and one of a mean of answers is not', () => {
  const pairs = (count: number) => Array.from({ length: count }, (_, index): Pair => [0, index % 2]);
  const people = (count: number) => graded(pairs(count).map(([before, after]) => [before, (after ?? 0) / 2]));
  expect(correctedChange(scored(pairs(60)), people(49), 0.05)).toBeNull();
  const corrected = correctedChange(scored(pairs(60)), people(50), 0.05);
  expect(corrected).toMatchObject({ labels: 50, isBiased: true });
  // Where the judge sees twice what people see, in every sample.
  expectClose(corrected?.estimate.value ?? 0, 0.25, 1e-6);
  expect(correctedChange(scored(pairs(60), { repeated: true }), people(50), 0.05)).toBeNull();
  expect(correctedChange(scored(pairs(60), { kind: 'corpus' }), people(50), 0.05)).toBeNull();
});

describe('a corrected change', () => {
  // People see a loss in one turn of four, and the judge none.
  const turns = Array.from({ length: 400 }, (_, index): Pair => [1, Math.floor(index / 4) % 4 === 0 ? 0 : 1]);
  const judge = turns.map((): Pair => [1, 1]);

  test('is as uncertain as the conversations are that its labels come from', () => {
    const alone = correctedChange(scored(judge), graded(turns), 0.05);
    const place = (index: number) => ({ cluster: `c${Math.floor(index / 4)}` });
    const together = correctedChange(scored(judge, {}, false, place), graded(turns), 0.05);
    expectClose(together?.estimate.value ?? 0, -0.25);
    // All turns of a conversation lose together: 100 of them know what 400 samples would not have known twice as well.
    expect((together?.estimate.stderr ?? 0) / (alone?.estimate.stderr ?? 1)).toBeCloseTo(2, 1);
    expect(together?.estimate.df).toBeCloseTo(99, 6);
    const few = (index: number) => ({ cluster: `c${index % 40}` });
    expect(correctedChange(scored(judge, {}, false, few), graded(turns), 0.05)).toBeNull();
  });

  test('counts samples for what they weigh, and groups alike in a mean of groups', () => {
    const lost = (index: number) => Math.floor(index / 4) % 4 === 0;
    const heavy = scored(judge, {}, false, (index) => ({ weight: lost(index) ? 3 : 1 }));
    expectClose(correctedChange(heavy, graded(turns), 0.05)?.estimate.value ?? 0, -0.5);
    const groups = scored(judge, { group_average: 'macro' }, false, (index) => ({
      group: lost(index) ? 'a' : `b${index % 3}`,
    }));
    expectClose(correctedChange(groups, graded(turns), 0.05)?.estimate.value ?? 0, -0.25);
    const two = scored(judge, { group_average: 'macro' }, false, (index) => ({
      group: lost(index) ? 'a' : 'b',
    }));
    expectClose(correctedChange(two, graded(turns), 0.05)?.estimate.value ?? 0, -0.5);
  });

  test('allows for grades that are missing what they could be', () => {
    const range = { range: { min: 0, max: 1 } };
    const all = correctedChange(scored(judge, range), graded(turns), 0.05);
    const lacking = correctedChange(
      scored(
        judge.map((pair, index): Pair => (index < 8 ? [1, null] : pair)),
        range,
      ),
      graded(turns.map((pair, index): Pair => (index < 8 ? [null, null] : pair))),
      0.05,
    );
    if (all === null || lacking === null) throw new Error('nothing was corrected');
    const [whole, part] = [all, lacking].map((change) => correctedInterval(change, 0.05));
    expect(part?.low ?? 0).toBeLessThan((whole?.low ?? 0) - 0.009);
    expectClose(lacking.missing.share, 0.02);
  });
});
