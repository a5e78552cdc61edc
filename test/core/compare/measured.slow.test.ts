import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { imputeCandidate, imputeDelta } from '../../../src/core/compare/impute.ts';
import type { Gate } from '../../../src/core/domain/gate.ts';
import { withAskedMetrics } from '../../../src/core/metrics/following.ts';
import { testAgainst } from '../../../src/core/stats/inference.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { normalQuantile } from '../../../src/core/stats/special/normal.ts';
import { ACC, run } from './build.ts';

/**
 * A candidate exactly at its limit of 10 %rel, or at its ceiling: how often it is certified, and how often convicted. Latencies are
 * lognormal: what the questions take is shared by the sides, each side's machine has noise and drifts by itself, as an AR(1) process
 * whose correlation lasts `lasts` samples.
 */
interface Shape {
  readonly count: number;
  readonly questions: number;
  readonly noise: number;
  readonly drift: number;
  readonly lasts: number;
}

const RUNS = 700;
/** 5 % and three standard errors of so many runs. */
const MOST = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS);

function simulator(seed: number) {
  const random = mulberry32(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    normal,
    times(questions: readonly number[], { noise, drift, lasts }: Shape): number[] {
      const kept = lasts === 0 ? 0 : Math.exp(-1 / lasts);
      let state = normal();
      return questions.map((question) => {
        state = kept * state + Math.sqrt(1 - kept ** 2) * normal();
        return Math.exp(question + noise * normal() + drift * state);
      });
    },
  };
}

const gateOn = (metric: string): Gate => ({
  ...{ rule: 'max_rise', limit: { kind: 'relative', value: 0.1 }, tier: 'blocking' },
  ...{ id: metric, task: 'facts', metric, source: { kind: 'default' } },
});

const timesOf = (seconds: readonly number[], order: readonly number[]) => {
  const { record, samples } = run(
    seconds.map(() => 1),
    ACC,
    {},
    (index) => ({
      timing: { seconds: seconds[index] ?? 0, machine: 'here' },
    }),
  );
  return { record, samples: order.flatMap((place) => samples[place] ?? []) };
};

function errors(metric: string, shape: Shape, isShuffled: boolean): { passed: number; failed: number } {
  const { normal, times } = simulator(shape.count + 1000 * shape.lasts + metric.length);
  let [passed, failed] = [0, 0];
  const inTurn = Array.from({ length: shape.count }, (_, index) => index);
  // A sequential candidate is asked in another order than its baseline.
  const other = isShuffled
    ? [...inTurn].sort((a, b) => ((a * 7919) % 10_007) - ((b * 7919) % 10_007))
    : inTurn;
  for (let each = 0; each < RUNS; each += 1) {
    const questions = inTurn.map(() => shape.questions * normal());
    const before = times(questions, shape);
    const turned = times(
      other.map((place) => questions[place] ?? 0),
      shape,
    );
    const after = inTurn.map(() => 0);
    for (const [turn, place] of other.entries()) after[place] = 1.1 * (turned[turn] ?? 0);
    const [baseline, candidate] = [
      withAskedMetrics([timesOf(before, inTurn)], [gateOn(metric)])[0],
      withAskedMetrics([timesOf(after, other)], [gateOn(metric)])[0],
    ];
    const { metrics } = compareTask(baseline ?? null, candidate ?? null);
    const scores = metrics.find(({ declaration }) => declaration.name === metric);
    if (scores === undefined) throw new Error(`no ${metric}`);
    const own = imputeDelta(scores)?.value ?? Number.NaN;
    const value = (imputeCandidate(scores)?.value ?? Number.NaN) - own;
    const estimate = imputeDelta(scores, { factor: 1.1, baseline: value });
    const found = estimate?.highest?.inference;
    if (found === undefined) throw new Error('nothing was inferred');
    const { pLess, pGreater } = testAgainst(found, 0.1 * value);
    passed += Number(pLess < 0.05);
    failed += Number(pGreater < 0.05);
  }
  return { passed: passed / RUNS, failed: failed / RUNS };
}

const shape = (count: number, questions: number, noise: number, drift: number, lasts: number): Shape => ({
  ...{ count, questions, noise, drift, lasts },
});

describe('a latency gate at its limit errs at most as often as it says', () => {
  test.each([
    ['latency', shape(100, 1, 0.3, 0, 0), false],
    ['latency', shape(200, 1.5, 0.3, 0, 0), false],
    ['latency', shape(200, 0.5, 0.1, 0.2, 5), false],
    ['latency', shape(500, 1, 0.1, 0.3, 10), false],
    ['latency', shape(500, 0.7, 0.2, 0.3, 10), true],
    ['latency', shape(1000, 0.7, 0.2, 0.3, 20), false],
    ['latency_p50', shape(200, 1, 0.3, 0.2, 5), false],
    ['latency_p95', shape(200, 1, 0.3, 0, 0), false],
    ['latency_p95', shape(500, 1, 0.1, 0.3, 10), false],
  ] as const)('%s of %o, sides in other orders: %s', (metric, of, isShuffled) => {
    const { passed, failed } = errors(metric, of, isShuffled);
    expect(passed, 'certified').toBeLessThan(MOST);
    expect(failed, 'convicted').toBeLessThan(MOST);
    expect(passed + failed, 'and it can be decided').toBeGreaterThan(0.01);
  });
});

/** The same of a ceiling at the candidate's true quantile, with nothing that cancels what the questions take. */
function errorsOfCeiling(metric: string, q: number, of: Shape): { passed: number; failed: number } {
  const { normal, times } = simulator(7 * of.count + 1000 * of.lasts + metric.length);
  const inTurn = Array.from({ length: of.count }, (_, index) => index);
  // Of independent normals under the exponential function.
  const limit = Math.exp(normalQuantile(q) * Math.hypot(of.questions, of.noise, of.drift));
  let [passed, failed] = [0, 0];
  for (let each = 0; each < RUNS; each += 1) {
    const seconds = times(
      inTurn.map(() => of.questions * normal()),
      of,
    );
    const [candidate] = withAskedMetrics([timesOf(seconds, inTurn)], [gateOn(metric)]);
    const { metrics } = compareTask(candidate ?? null, candidate ?? null);
    const scores = metrics.find(({ declaration }) => declaration.name === metric);
    const found = scores === undefined ? undefined : imputeCandidate(scores)?.highest?.inference;
    if (found === undefined) throw new Error('nothing was inferred');
    const { pLess, pGreater } = testAgainst(found, limit);
    passed += Number(pLess < 0.05);
    failed += Number(pGreater < 0.05);
  }
  return { passed: passed / RUNS, failed: failed / RUNS };
}

describe('a ceiling of a quantile of times at its limit errs at most as often as it says', () => {
  test.each([
    ['latency_p95', 0.95, shape(100, 1, 0.3, 0, 0)],
    ['latency_p95', 0.95, shape(200, 0.5, 0.1, 0.2, 5)],
    ['latency_p95', 0.95, shape(500, 1, 0.1, 0.3, 10)],
    ['latency_p95', 0.95, shape(300, 0.5, 0.2, 0.5, 5)],
    ['latency_p50', 0.5, shape(200, 1, 0.3, 0, 0)],
    ['latency_p50', 0.5, shape(500, 0.5, 0.2, 0.5, 5)],
  ] as const)('%s, %f of %o', (metric, q, of) => {
    const { passed, failed } = errorsOfCeiling(metric, q, of);
    expect(passed, 'certified').toBeLessThan(MOST);
    expect(failed, 'convicted').toBeLessThan(MOST);
  });
});
