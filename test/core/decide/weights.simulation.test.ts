import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { GateResult } from '../../../src/core/domain/decision.ts';
import type { GateRule } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { ACC, run, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne, floor, gate, maxDrop, minGain } from './build.ts';

type Pair = readonly [baseline: number, candidate: number];

function judged(
  pairs: readonly Pair[],
  rule: GateRule,
  place: (index: number) => Partial<SampleRecord>,
  metric: MetricDeclaration = ACC,
  values: Parameters<typeof decideOne>[2] = {},
): GateResult {
  const side = (at: 0 | 1) =>
    run(
      pairs.map((pair) => (metric.kind === 'corpus' ? { parts: [1, pair[at]] } : (pair[at] as number))),
      metric,
      {},
      place,
    );
  return decideOne(compareTask(side(0), side(1)), gate(rule, { metric: metric.name }), values).result;
}

/** What a verdict rests on. */
const numbersOf = ({ verdict, test: tested, delta, bound, effective, needed }: GateResult) => ({
  verdict,
  method: tested?.method,
  numbers: [tested?.pSafe, tested?.pWorse, delta?.low, delta?.high, bound?.value, effective, needed].map(
    (each) => each ?? null,
  ),
});

/** The same, to the digits that sums in another order keep. */
const near = (numbers: readonly (number | null)[]) =>
  numbers.map((each) => (each === null ? null : expect.closeTo(each, 6)));

const score = fc.constantFrom(0, 0.25, 1);
const bit = fc.constantFrom(0, 1);
const pairsOf = (of: fc.Arbitrary<number>) => fc.array(fc.tuple(of, of), { minLength: 2, maxLength: 60 });
const weight = fc.integer({ min: 1, max: 9 });
const RULES = [maxDrop(0.03), minGain(0.03), ceiling(0.4), floor(0.4)];
const metricsOf = ({ rule }: GateRule) =>
  rule === 'ceiling' ? [TOXICITY] : [ACC, declareMetric('f1_macro')];

describe.each(RULES)('$rule', (rule) => {
  // red-team 7: all weights scaled
  test('all weights times anything are the same weights', () => {
    const factor = fc.constantFrom(0.001, 0.1, 1 / 3, 7, 1e9);
    fc.assert(
      fc.property(
        pairsOf(bit),
        fc.array(weight, { minLength: 60, maxLength: 60 }),
        factor,
        (pairs, weights, by) => {
          const at = (times: number) => (index: number) => ({ weight: (weights[index] ?? 1) * times });
          for (const metric of metricsOf(rule)) {
            const one = numbersOf(judged(pairs, rule, at(1), metric));
            const other = numbersOf(judged(pairs, rule, at(by), metric));
            expect(other).toEqual({ ...one, numbers: near(one.numbers) });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('the same weight throughout is none', () => {
    fc.assert(
      fc.property(pairsOf(bit), fc.double({ min: 1e-90, max: 1e90, noNaN: true }), (pairs, one) => {
        for (const metric of metricsOf(rule)) {
          const [plain, weighed] = [
            judged(pairs, rule, () => ({}), metric),
            judged(pairs, rule, () => ({ weight: one }), metric),
          ];
          expect({ ...weighed }).toEqual(plain);
        }
      }),
      { numRuns: 40 },
    );
  });

  // red-team 7: a weight in place of copies
  test('a sample of a weight is a cluster of as many copies', () => {
    fc.assert(
      fc.property(pairsOf(score), fc.array(weight, { minLength: 60, maxLength: 60 }), (pairs, weights) => {
        fc.pre(new Set(pairs.map((_, index) => weights[index])).size > 1);
        const weighed = judged(pairs, rule, (index) => ({ weight: weights[index] ?? 1 }), metricsOf(rule)[0]);
        const owners = pairs.flatMap((_, index) => Array.from({ length: weights[index] ?? 1 }, () => index));
        const copied = judged(
          owners.map((owner) => pairs[owner] ?? [0, 0]),
          rule,
          (index) => ({ cluster: `${owners[index]}` }),
          metricsOf(rule)[0],
        );
        const [one, many] = [numbersOf(weighed), numbersOf(copied)];
        expect([many.verdict, ...many.numbers.slice(0, 5)]).toEqual([
          one.verdict,
          ...near(one.numbers.slice(0, 5)),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

test('what counts for nine tenths to the letter is not shown, however its weights were summed', () => {
  const weights = [5, 2, 5, 3, 3];
  const pairs = weights.map((): Pair => [0, 0]);
  for (const by of [0.1, 1 / 3, 1, 7]) {
    const { effective } = judged(pairs, ceiling(0.4), (index) => ({ weight: (weights[index] ?? 1) * by }));
    expect([by, effective]).toEqual([by, undefined]);
  }
});

test('a value on its limit needs no number of samples, however its sum was rounded', () => {
  const pairs = [...'0011110001110'].map((score): Pair => [0, Number(score)]);
  const weights = [9, 8, 6, 7, 3, 1, 3, 1, 9, 1, 6, 2, 9];
  for (const by of [0.1, 1 / 3, 1, 7]) {
    const { verdict, needed } = judged(pairs, floor(0.4), (index) => ({
      weight: (weights[index] ?? 1) * by,
    }));
    expect([by, verdict, needed]).toEqual([by, 'inconclusive', null]);
  }
});

const unchanged = (count: number): Pair[] =>
  Array.from({ length: count }, (_, index) => [index % 2, index % 2]);
const heavy = (by: number) => (index: number) => (index === 0 ? { weight: by } : {});

// red-team 7: one weight of 10,000 among 500 rows
describe('one weight of 10,000 among 500 rows', () => {
  const fallen: Pair[] = unchanged(500).map(([b, c], index) =>
    b === 1 && index % 5 === 1 ? [1, 0] : [b, c],
  );

  test.each([
    ['hides no loss of fifty rows', [[1, 1], ...fallen.slice(1)] as Pair[]],
    ['is not a loss by itself', [[1, 0], ...unchanged(499)] as Pair[]],
  ])('%s', (_, pairs) => {
    const { verdict, leaning, effective, reasons, blocks } = judged(pairs, maxDrop(0.02), heavy(10_000));
    expect([verdict, leaning, blocks]).toEqual(['inconclusive', 'none', true]);
    expect(effective).toBeCloseTo(10_499 ** 2 / (10_000 ** 2 + 499), 9);
    expect(reasons.join(' ')).toContain(
      'leave 500 samples as much to say as 1 independent ones of one weight',
    );
  });

  test.each([
    ['scores between 0 and 1', { ...ACC }, 0.5],
    ['a corpus metric', declareMetric('f1_macro'), 1],
    ['a calibration error', declareMetric('ece'), 1],
  ])('decides no gate on %s', (_, metric, value) => {
    const pairs: Pair[] = fallen.map(([b, c]) => [b * value, c * value]);
    expect(judged(pairs, maxDrop(0.02), heavy(10_000), metric).verdict).toBe('inconclusive');
  });

  test.each([ceiling(0.02), floor(0.98)])('proves no $rule', (rule) => {
    const value = rule.rule === 'ceiling' ? 0 : 1;
    const clean: Pair[] = Array.from({ length: 500 }, () => [value, value]);
    const verdict = (by: number) => judged(clean, rule, heavy(by), metricsOf(rule)[0]).verdict;
    expect([1, 500, 10_000].map(verdict)).toEqual(['pass', 'inconclusive', 'inconclusive']);
  });

  test('a few heavy rows prove no more than a few rows do', () => {
    const six = judged(unchanged(500), maxDrop(0.02), (index) => (index < 6 ? { weight: 1000 } : {}));
    expect(six.verdict).toBe('inconclusive');
    expect(six.effective).toBeLessThan(10);
    const mean = judged(unchanged(500), maxDrop(0.02), heavy(10_000), { ...ACC, group_average: 'macro' });
    expect(mean.verdict).toBe('inconclusive');
  });
});

test('a lighter sample moves less, down to nothing', () => {
  const pairs: Pair[] = [[1, 0], ...unchanged(400)];
  const without = judged(unchanged(400), maxDrop(0.05), () => ({}));
  const light = judged(pairs, maxDrop(0.05), heavy(1e-6));
  expect(light.delta?.value).toBeCloseTo(without.delta?.value ?? Number.NaN, 8);
  expect([light.verdict, light.effective]).toEqual(['pass', undefined]);
});

test.each([0, -1])('a weight of %d is no weight: the sample is missing', (none) => {
  const { verdict, reasons } = judged(unchanged(40), maxDrop(0.2), heavy(none));
  expect(verdict).toBe('invalid');
  expect(reasons.join()).toContain('Only 39 of 40 samples');
});

test('what counts for less than nine tenths is shown, and no other', () => {
  const shown = (every: number) =>
    judged(unchanged(100), maxDrop(0.02), (index) => ({ cluster: `${Math.floor(index / every)}` }));
  expect(shown(1).effective).toBeUndefined();
  expect(shown(4).effective).toBe(25);
  expect(shown(4).reasons.join()).toContain('leave 100 samples as much to say as 25 independent ones');
  expect(
    judged(unchanged(100), maxDrop(0.02), (index) => ({ weight: 1 + (index % 2) / 2 })).effective,
  ).toBeUndefined();
});

// red-team 7: an alarm that cannot go off
test('groups of one question asked often cannot raise an alarm, and do not say that they could', () => {
  const grouped = judged(
    unchanged(80),
    { rule: 'no_regression_by_group', limit: { kind: 'absolute', value: 0 } },
    (index) => ({ group: index < 40 ? 'a' : 'b', cluster: index < 40 ? 'a' : 'b' }),
  );
  expect(grouped.verdict).toBe('inconclusive');
});
