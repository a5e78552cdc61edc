import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { GateResult } from '../../../src/core/domain/decision.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { ACC, BITS, run } from '../compare/build.ts';
import { decideOne, maxDrop, minGain } from './build.ts';

/** What changes nothing about the question may change nothing about the answer. */

type Pair = readonly [baseline: number, candidate: number];

const metricIn = (min: number, max: number): MetricDeclaration => ({
  ...ACC,
  ...{ name: 'judge', unit: 'number', range: { min, max } },
});

function judged(
  pairs: readonly Pair[],
  limit: number,
  {
    metric = metricIn(0, 10),
    rule = maxDrop,
    place = () => ({}),
  }: {
    readonly metric?: MetricDeclaration;
    readonly rule?: typeof maxDrop;
    readonly place?: (index: number) => Partial<SampleRecord>;
  } = {},
): GateResult {
  const side = (at: 0 | 1) =>
    run(
      pairs.map((pair) => pair[at]),
      metric,
      {},
      place,
    );
  return decideOne(compareTask(side(0), side(1)), rule(limit)).result;
}

const score = fc.oneof(
  { weight: 3, arbitrary: fc.constant(7) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 10 }) },
);
const ends = fc.constantFrom(0, 10, 10, 10);
const drawn = (of: fc.Arbitrary<number>) => fc.array(fc.tuple(of, of), { minLength: 3, maxLength: 60 });
const pairs = fc.oneof(drawn(score), drawn(ends));
const limit = fc.constantFrom(0.3, 1, 2.5);
const p = ({ verdict, leaning, test: tested }: GateResult) => [
  verdict,
  leaning,
  ...[tested?.pSafe, tested?.pWorse].map((each) => (each == null ? null : expect.closeTo(each, 6))),
];
const plain = ({ verdict, leaning, test: tested }: GateResult) => [
  verdict,
  leaning,
  ...[tested?.pSafe, tested?.pWorse].map((each) => each ?? null),
];

describe('the same scores', () => {
  test.each([0.1, 1 / 3, 100])('times %d are judged alike', (factor) => {
    fc.assert(
      fc.property(pairs, limit, (all, most) => {
        const other = all.map(([b, c]): Pair => [b * factor, c * factor]);
        const metric = metricIn(0, 10 * factor);
        expect(plain(judged(other, most * factor, { metric }))).toEqual(p(judged(all, most)));
      }),
      { numRuns: 25 },
    );
  });

  test('in another order are judged alike', () => {
    fc.assert(
      fc.property(pairs, limit, fc.nat(59), (all, most, turn) => {
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
        expect(plain(judged(turned, most))).toEqual(p(judged(all, most)));
      }),
      { numRuns: 25 },
    );
  });

  test('with the sides swapped ask the opposite question', () => {
    fc.assert(
      fc.property(pairs, limit, (all, most) => {
        const drop = judged(all, most).test;
        const gain = judged(
          all.map(([b, c]): Pair => [c, b]),
          most,
          { rule: minGain },
        ).test;
        expect([gain?.pSafe, gain?.pWorse].map((each) => each ?? 2)).toEqual(
          [drop?.pWorse, drop?.pSafe].map((each) => expect.closeTo(each ?? 2, 6)),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('each twice, as rows of one question, are no more evidence', () => {
    fc.assert(
      fc.property(drawn(score), limit, (all, most) => {
        fc.pre(all.some(([b, c]) => ![b, c].every((each) => each === 0 || each === 10)));
        const twice = all.flatMap((pair) => [pair, pair]);
        const place = (index: number) => ({ cluster: `${Math.floor(index / 2)}` });
        const once = judged(all, most, { place: (index) => ({ cluster: `${index}` }) });
        const [one, two] = [once.test, judged(twice, most, { place }).test];
        // Few uneven units need a second opinion, which can only say less.
        expect(two?.pSafe ?? 1).toBeGreaterThanOrEqual((one?.pSafe ?? 1) - 1e-9);
        expect(two?.pWorse ?? 1).toBeGreaterThanOrEqual((one?.pWorse ?? 1) - 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});

/** How much better than blocked: 3 proven, 2 leant on, 1 undecided, 0 a regression. */
const merit = ({ verdict, leaning }: GateResult) =>
  ({ pass: 3, inconclusive: leaning === 'pass' ? 2 : 1, regression: 0, invalid: -1 })[verdict];

describe('losing more never lets a merge pass that losing less blocked', () => {
  test.each([
    ['a bit more than a quarter', 0.26, 0, maxDrop(0.02)],
    ['a half', 0.5, 0, maxDrop(0.02)],
    ['nearly all', 0.9, 0, maxDrop(0.05)],
    ['a third, of a gain', 1 / 3, 0.05, minGain(0.02)],
  ])('%s of a score', (_, lost, gained, rule) => {
    const side = (scoreOf: (index: number) => number) =>
      run(
        Array.from({ length: 200 }, (_, index) => scoreOf(index)),
        metricIn(0, 1),
      );
    const merits = Array.from({ length: 45 }, (_, count) => {
      const candidate = side((index) => 0.95 - (index < count ? lost : 0));
      return merit(
        decideOne(
          compareTask(
            side(() => 0.95 - gained),
            candidate,
          ),
          rule,
        ).result,
      );
    });
    expect(new Set(merits).size).toBeGreaterThan(2);
    expect(merits).toEqual([...merits].sort((a, b) => b - a));
  });

  test('of texts, whose bits have no range', () => {
    const merits = Array.from({ length: 30 }, (_, count) => {
      const side = (worse: number) =>
        run(
          Array.from({ length: 200 }, (_, index) => ({
            numerator: 100 + (index % 11) + ((index * 7) % 200 < worse ? 60 : 0),
            denominator: 100,
          })),
          BITS,
        );
      return merit(decideOne(compareTask(side(0), side(count)), maxDrop(0.05)).result);
    });
    expect(merits).toEqual([...merits].sort((a, b) => b - a));
  });
});
