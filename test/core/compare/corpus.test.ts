import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../src/core/compare/compare.ts';
import { imputeDelta } from '../../../src/core/compare/impute.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { lowerLimit, upperLimit } from '../../../src/core/stats/inference.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { decideOne, floor, maxDrop, minGain } from '../decide/build.ts';
import { run } from './build.ts';

const F1 = declareMetric('f1_macro');
const LABELS = 3;

/** Samples of three classes; each side answers rightly with the probability given, the candidate mostly as the baseline. */
function compare(
  n: number,
  [base, changed]: readonly [number, number],
  options: {
    metric?: MetricDeclaration;
    each?: (index: number) => Partial<SampleRecord>;
    seed?: number;
  } = {},
): TaskComparison {
  const { metric = F1, each, seed = 3 } = options;
  const random = mulberry32(seed);
  const draw = () => Math.floor(random() * LABELS);
  const samples = Array.from({ length: n }, () => {
    const reference = draw();
    const baseline = random() < base ? reference : (reference + 1) % LABELS;
    const candidate =
      random() < Math.abs(changed) ? (changed < 0 ? (reference + 1) % LABELS : reference) : baseline;
    return { reference, baseline, candidate };
  });
  const of = (side: 'baseline' | 'candidate') =>
    run(
      samples.map((sample) => ({ parts: [sample.reference, sample[side]] })),
      metric,
      {},
      each,
    );
  return compareTask(of('baseline'), of('candidate'));
}

describe('gates on a metric of all samples', () => {
  test.each([
    ['nothing changed in many samples', 600, [0.8, 0], maxDrop(0.02), 'pass', 'jackknife t'],
    ['nothing changed in few samples', 40, [0.8, 0], maxDrop(0.02), 'inconclusive', 'jackknife t'],
    ['nothing changed in two samples', 2, [0.8, 0], maxDrop(0.02), 'inconclusive', 'jackknife t'],
    ['a large drop', 600, [0.8, -0.3], maxDrop(0.02), 'regression', 'bca bootstrap'],
    ['an improvement', 600, [0.7, 0.3], maxDrop(0.02), 'pass', 'bca bootstrap'],
    ['a wanted gain', 600, [0.7, 0.4], minGain(0.05), 'pass', 'bca bootstrap'],
    ['a drop in few units', 18, [0.9, -0.6], maxDrop(0.02), 'regression', 'jackknife t'],
    ['a floor that holds', 600, [0.9, 0], floor(0.8), 'pass', 'bca bootstrap'],
    ['a floor that does not', 600, [0.6, 0], floor(0.8), 'regression', 'bca bootstrap'],
  ] as const)('%s', (_, n, rates, rule, verdict, method) => {
    const { result } = decideOne(compare(n, rates), rule);
    expect([result.verdict, result.test?.method]).toEqual([verdict, method]);
    expect(result.candidate?.n).toBe(n);
  });

  test('the whole benchmark is compared, not inferred', () => {
    const { result } = decideOne(compare(600, [0.8, -0.03]), maxDrop(0.5), { target: 'benchmark' });
    expect([result.verdict, result.test?.method]).toEqual(['pass', 'benchmark']);
  });

  test('a missing answer leaves open what it could have done', () => {
    const parts = Array.from({ length: 300 }, (_, index) => ({ parts: [index % 3, index % 3] }));
    const candidate = run([...parts.slice(1), 'timeout'].toReversed(), F1);
    const { result } = decideOne(compareTask(run(parts, F1), candidate), maxDrop(0.02));
    expect([result.verdict, result.delta?.low]).toEqual(['inconclusive', null]);
  });

  test('a metric that no resample may lack a value of is undecided where one does', () => {
    const auc = declareMetric('auc');
    const side = (shift: number) =>
      run(
        Array.from({ length: 40 }, (_, index) => ({ parts: [index === 0 ? 1 : 0, index * shift] })),
        auc,
      );
    expect(decideOne(compareTask(side(1), side(-1)), maxDrop(0.02)).result.verdict).toBe('inconclusive');
  });
});

describe('the evidence', () => {
  const evidenceOf = ({ metrics: [metric] }: TaskComparison) => {
    const evidence = metric === undefined ? null : imputeDelta(metric);
    if (evidence === null || evidence.lowest === null) throw new Error('no evidence');
    return {
      evidence,
      low: lowerLimit(evidence.lowest.inference, 0.05),
      high: upperLimit(evidence.lowest.inference, 0.05),
    };
  };

  test('is the same every time, in any order of the lines', () => {
    const [first, second] = [compare(300, [0.7, 0.2]), compare(300, [0.7, 0.2])];
    expect(second.result).toEqual(first.result);
    const samples = Array.from({ length: 200 }, (_, i) => ({
      parts: [i % 3, (i * 7) % 4 === 0 ? 0 : i % 3],
    }));
    const [baseline, candidate] = [
      run(
        samples.map(() => ({ parts: [0, 0] })),
        F1,
      ),
      run(samples, F1),
    ];
    const back = { ...candidate, samples: candidate.samples.toReversed() };
    expect(compareTask(baseline, back).result?.metrics).toEqual(
      compareTask(baseline, candidate).result?.metrics,
    );
  });

  test('of swapped sides is the mirror image', () => {
    const samples = Array.from({ length: 400 }, (_, i) => [
      i % 3,
      i % 5 === 0 ? 0 : i % 3,
      i % 7 === 0 ? 1 : i % 3,
    ]);
    const side = (at: 1 | 2) =>
      run(
        samples.map((parts) => ({ parts: [parts[0] ?? 0, parts[at] ?? 0] })),
        F1,
      );
    const forth = evidenceOf(compareTask(side(1), side(2)));
    const back = evidenceOf(compareTask(side(2), side(1)));
    expect(back.evidence.value).toBeCloseTo(-forth.evidence.value, 12);
    expect(back.low).toBeCloseTo(-forth.high, 3);
    expect(back.high).toBeCloseTo(-forth.low, 3);
  });

  test('is wider for clusters of samples that go together', () => {
    const alone = evidenceOf(compare(400, [0.7, 0.2]));
    const repeat = (index: number) => ({
      parts: [index % 3, Math.floor(index / 8) % 4 === 0 ? (index + 1) % 3 : index % 3],
    });
    const side = (shift: number) =>
      run(
        Array.from({ length: 400 }, (_, i) => repeat(i + shift)),
        F1,
        {},
        (i) => ({ cluster: `c${Math.floor(i / 8)}` }),
      );
    const unclustered = (shift: number) =>
      run(
        Array.from({ length: 400 }, (_, i) => repeat(i + shift)),
        F1,
      );
    const flat = (index: number) => ({ parts: [repeat(index).parts[0] ?? 0, repeat(index).parts[0] ?? 0] });
    const perfect = (clustered: boolean) =>
      run(
        Array.from({ length: 400 }, (_, i) => flat(i)),
        F1,
        {},
        (i) => (clustered ? { cluster: `c${Math.floor(i / 8)}` } : {}),
      );
    const wide = evidenceOf(compareTask(perfect(true), side(0)));
    const narrow = evidenceOf(compareTask(perfect(false), unclustered(0)));
    expect(wide.high - wide.low).toBeGreaterThan(1.8 * (narrow.high - narrow.low));
    expect(alone.evidence.method).toBe('bca bootstrap');
  });

  test('of micro-F1 is that of a ratio of sums', () => {
    const micro = declareMetric('f1_micro');
    const side = (right: number) =>
      run(
        Array.from({ length: 300 }, (_, i) => ({ numerator: i % 10 < right ? 2 : 0, denominator: 2 })),
        micro,
      );
    const { result } = decideOne(compareTask(side(8), side(7)), maxDrop(0.02));
    expect([result.verdict, result.delta?.method]).toEqual(['regression', 'linearised t']);
    expect(result.delta?.value).toBeCloseTo(-0.1, 12);
  });
});
