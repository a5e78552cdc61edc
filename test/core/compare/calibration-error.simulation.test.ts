import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../src/core/compare/compare.ts';
import { imputeCandidate, imputeDelta } from '../../../src/core/compare/impute.ts';
import type { MetricScores } from '../../../src/core/compare/scores.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { lowerLimit, upperLimit } from '../../../src/core/stats/inference.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { ceiling, decideOne, maxDrop } from '../decide/build.ts';
import { run } from './build.ts';

const ECE = declareMetric('ece');
type Side = readonly (readonly [confidence: number, right: number])[];

const comparisonOf = (
  baseline: Side,
  candidate: Side,
  each?: (index: number) => Partial<SampleRecord>,
): TaskComparison => {
  const of = (side: Side) =>
    run(
      side.map((parts) => ({ parts })),
      ECE,
      {},
      each,
    );
  return compareTask(of(baseline), of(candidate));
};

/** Answers that are right less often than the confidence says, by `over` and `overThen`; a tenth of them is given anew. */
function sides(n: number, [over, overThen]: readonly [number, number], random: () => number) {
  const drawn = Array.from({ length: n }, () => {
    const confidence = 0.3 + 0.65 * random();
    const before = random();
    const now = random() < 0.1 ? random() : before;
    return { confidence, before, now };
  });
  const baseline: Side = drawn.map(({ confidence, before }) => [
    confidence,
    before < confidence - over ? 1 : 0,
  ]);
  const candidate: Side = drawn.map(({ confidence, now }) => [
    confidence,
    now < confidence - overThen ? 1 : 0,
  ]);
  return { baseline, candidate };
}

function limitsOf({ metrics: [metric] }: TaskComparison) {
  const evidence = metric === undefined ? null : imputeDelta(metric);
  if (evidence === null || evidence.lowest === null) throw new Error('no evidence');
  const { inference } = evidence.lowest;
  return { evidence, low: lowerLimit(inference, 0.05), high: upperLimit(inference, 0.05) };
}

/** The same as paired scores alone, which is quicker. */
function scoresOf(baseline: Side, candidate: Side): MetricScores {
  const scored = (parts: readonly number[] = []) => ({ numerator: Number.NaN, denominator: 1, parts });
  const scores = baseline.map((parts, index) => ({
    ...{ key: `${index}`, cluster: `${index}`, group: null, weight: 1 },
    ...{ baseline: scored(parts), candidate: scored(candidate[index]) },
  }));
  const none = { baseline: 0, candidate: 0 };
  const whyUnscored = { baseline: null, candidate: null };
  return { declaration: ECE, filter: null, scores, unpaired: none, unscored: none, whyUnscored };
}

describe('errors at the limit', () => {
  test('a rise of exactly the limit from a well calibrated baseline does not pass, though it looks smaller', () => {
    const random = mulberry32(5);
    const runs = 100;
    let [passed, looked] = [0, 0];
    for (let each = 0; each < runs; each += 1) {
      const { baseline, candidate } = sides(400, [0, 0.05], random);
      const evidence = imputeDelta(scoresOf(baseline, candidate));
      if (evidence === null || evidence.highest === null) throw new Error('no evidence');
      if (upperLimit(evidence.highest.inference, 0.05) < 0.05) passed += 1;
      looked += evidence.value / runs;
    }
    // BCa and t on jackknife values, which had to agree, passed 41 of these.
    expect(passed).toBeLessThanOrEqual(5);
    expect(looked).toBeLessThan(0.03);
  });

  test('a ceiling does not fail a model that is exactly on it', () => {
    const random = mulberry32(6);
    let failed = 0;
    for (let each = 0; each < 100; each += 1) {
      const { candidate } = sides(300, [0.02, 0.02], random);
      const evidence = imputeCandidate(scoresOf(candidate, candidate));
      if (evidence === null || evidence.lowest === null) throw new Error('no evidence');
      if (lowerLimit(evidence.lowest.inference, 0.05) > 0.02) failed += 1;
    }
    // They failed 63 of these.
    expect(failed).toBeLessThanOrEqual(5);
  });
});

describe('gates on the calibration error', () => {
  test.each([
    ['an unchanged model', 2000, [0.05, 0.05], maxDrop(0.03), 'pass'],
    ['an unchanged model that is well calibrated', 2000, [0, 0], maxDrop(0.03), 'pass'],
    ['a large improvement', 2000, [0.15, 0], maxDrop(0.02), 'pass'],
    ['a large rise', 1000, [0.02, 0.2], maxDrop(0.02), 'regression'],
    ['an unchanged model on too few samples', 100, [0, 0], maxDrop(0.02), 'inconclusive'],
    ['a ceiling far above', 1000, [0.02, 0.02], ceiling(0.2), 'pass'],
    ['a ceiling far below', 1000, [0.02, 0.25], ceiling(0.1), 'regression'],
  ] as const)('%s', (_, n, shape, rule, verdict) => {
    const { baseline, candidate } = sides(n, shape, mulberry32(3));
    const { result } = decideOne(comparisonOf(baseline, candidate), rule);
    expect([result.verdict, result.test?.method]).toEqual([verdict, 'calibration limits']);
  });

  test.each([
    [600, 'pass'],
    [40, 'inconclusive'],
  ] as const)('%i equal answers: %s', (n, verdict) => {
    const { baseline } = sides(n, [0.05, 0.05], mulberry32(3));
    expect(decideOne(comparisonOf(baseline, baseline), maxDrop(0.02)).result.verdict).toBe(verdict);
  });
});

describe('the limits of the calibration error', () => {
  const { baseline, candidate } = sides(400, [0.05, 0.1], mulberry32(9));

  test('of swapped sides are the mirror image', () => {
    const forth = limitsOf(comparisonOf(baseline, candidate));
    const back = limitsOf(comparisonOf(candidate, baseline));
    expect(back.evidence.value).toBeCloseTo(-forth.evidence.value, 12);
    expect([back.low, back.high]).toEqual([expect.closeTo(-forth.high, 12), expect.closeTo(-forth.low, 12)]);
  });

  test('hold the plain value, which is shown', () => {
    const { evidence, low, high } = limitsOf(comparisonOf(baseline, candidate));
    expect(low).toBeLessThan(evidence.value);
    expect(high).toBeGreaterThan(evidence.value);
  });

  test('of gaps beyond doubt are those of paired differences', () => {
    const random = mulberry32(4);
    // All in one bin, 60 % confident and nearly always right.
    const side = (): Side => Array.from({ length: 500 }, () => [0.62, random() < 0.95 ? 1 : 0]);
    const [one, other] = [side(), side()];
    const { low, high } = limitsOf(comparisonOf(one, other));
    const differences = one.map(([, right], index) => (other[index]?.[1] ?? 0) - right);
    const mean = differences.reduce((total, each) => total + each, 0) / 500;
    const spread = differences.reduce((total, each) => total + (each - mean) ** 2, 0) / 499;
    // Two bounds at half the level: t of 2.5 %.
    const half = 1.9647 * Math.sqrt(spread / 500);
    expect([low, high]).toEqual([expect.closeTo(mean - half, 5), expect.closeTo(mean + half, 5)]);
  });

  test('are wider for clusters of samples that go together', () => {
    const repeat = (side: Side): Side => side.flatMap((each) => [each, each, each, each]);
    const [some, others] = [repeat(baseline), repeat(candidate)];
    const alone = limitsOf(comparisonOf(some, others));
    const together = limitsOf(
      comparisonOf(some, others, (index) => ({ cluster: `c${Math.floor(index / 4)}` })),
    );
    const once = limitsOf(comparisonOf(baseline, candidate));
    expect(together.high - together.low).toBeGreaterThan(1.5 * (alone.high - alone.low));
    expect(together.high).toBeCloseTo(once.high, 10);
  });

  test('do not know what a missing answer could have done', () => {
    const of = (side: Side) => side.map((parts) => ({ parts }));
    const lacking = run(['timeout', ...of(candidate.slice(1))], ECE);
    const { result } = decideOne(compareTask(run(of(baseline), ECE), lacking), maxDrop(0.2));
    expect([result.verdict, result.delta?.low]).toEqual(['inconclusive', null]);
  });
});
