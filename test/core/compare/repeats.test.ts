import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../src/core/compare/compare.ts';
import { imputeCandidate, imputeDelta } from '../../../src/core/compare/impute.ts';
import { judgeGate } from '../../../src/core/decide/gate.ts';
import type { Gate, GateRule } from '../../../src/core/domain/gate.ts';
import type { Fingerprint } from '../../../src/core/domain/run.ts';
import { metricNamed, withAskedMetrics } from '../../../src/core/metrics/following.ts';
import { meanOfRepeats } from '../../../src/core/metrics/repeats.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { ACC, type ArrayRun, run } from './build.ts';

/** A run of several answers to each sample, by their scores. */
function repeatedRun(answers: readonly (readonly number[])[], metric = ACC): ArrayRun {
  const repeats = answers[0]?.length ?? 0;
  return run(
    answers.map((scores) => meanOfRepeats(scores)),
    repeats > 1 ? { ...metric, repeated: true } : metric,
    { fingerprint: { dataset: 'sha256:d', ...(repeats > 1 ? { repeats } : {}) } },
    (index) =>
      repeats > 1
        ? {
            repeats: {
              scores: { [metric.name]: answers[index] ?? [] },
              same_as: (answers[index] ?? []).map((_, at) => at),
            },
          }
        : {},
  );
}

const gate = (rule: GateRule, metric = 'acc'): Gate => ({
  ...rule,
  ...{
    id: `facts/${metric}:${rule.rule}`,
    task: 'facts',
    metric,
    tier: 'blocking',
    source: { kind: 'default' },
  },
});
const DROP = { rule: 'max_drop', limit: { kind: 'absolute', value: 0.1 } } as const;

const only = ({ metrics: [metric] }: TaskComparison) => {
  if (metric === undefined) throw new Error('no metric');
  return metric;
};

/** Answers that are right with a probability of each sample's own, which the candidate may change. */
function simulated(samples: number, repeats: number, seed: number, spread: number, shift = 0) {
  const random = mulberry32(seed);
  const chances = Array.from({ length: samples }, () => 0.5 + spread * (random() - 0.5));
  const answers = (by: number) =>
    chances.map((chance) => Array.from({ length: repeats }, () => Number(random() < chance + by)));
  return [repeatedRun(answers(0)), repeatedRun(answers(shift))] as const;
}

describe('the noise share', () => {
  test('is all of it where only the answers differ, and none where answers agree', () => {
    const all = only(compareTask(...simulated(1000, 4, 1, 0.6))).repeats?.noiseShare ?? 0;
    expect(all).toBeGreaterThan(0.85);
    const steady = [
      repeatedRun([
        [1, 1],
        [0, 0],
        [1, 1],
      ]),
      repeatedRun([
        [1, 1],
        [1, 1],
        [0, 0],
      ]),
    ] as const;
    expect(only(compareTask(...steady)).repeats).toMatchObject({
      noiseShare: 0,
      flaky: { baseline: 0, candidate: 0 },
      worst: [],
    });
  });

  test('by hand', () => {
    // d = .5, 0, −.5 with s² = .25; within: (0 + .25) + (.25 + 0) + 0 over 3.
    const baseline = repeatedRun([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    const candidate = repeatedRun([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    const { repeats } = only(compareTask(baseline, candidate));
    const within = (0.25 + (0.25 + 0.25) + 0.25) / 3;
    expect(repeats?.noiseShare).toBe(Math.min(1, within / 0.25));
    expect(repeats?.flaky).toEqual({ baseline: 1, candidate: 3 });
    expect(repeats?.worst[0]).toEqual({
      id: 's000001',
      baseline: { mean: 0.5, range: 1 },
      candidate: { mean: 0.5, range: 1 },
    });
  });

  test('of one answer on one side is at least what the other shows', () => {
    const comparison = compareTask(
      repeatedRun([[1], [0], [1]]),
      repeatedRun([
        [1, 0],
        [0, 0],
        [1, 1],
      ]),
    );
    expect(only(comparison).repeats?.answers).toEqual({ baseline: 1, candidate: 2 });
    expect(only(comparison).repeats?.noiseShare).toBeGreaterThan(0);
    expect(comparison.mismatches).toEqual([
      { task: 'facts', field: 'repeats', baseline: 1, candidate: 2, severity: 'soft' },
    ]);
    const { reasons } = judgeGate(gate(DROP), [comparison], policyOf('population')).result;
    expect(reasons.join(' ')).toMatch(/At least \d.* of which there are 1 and 2: raise repeats/);
  });

  test('names a few of many flaky samples', () => {
    const { repeats } = only(compareTask(...simulated(200, 2, 3, 0)));
    expect(repeats?.worst).toHaveLength(8);
    expect(repeats?.flaky.candidate).toBeGreaterThan(60);
  });

  test('above a half says what more answers would do', () => {
    const judged = judgeGate(gate(DROP), [compareTask(...simulated(300, 2, 5, 0.4))], policyOf('population'));
    expect(judged.result.reasons.join(' ')).toMatch(
      /of which there are 2: raise repeats, .* 0\.\d\d of its width/,
    );
    const few = judgeGate(
      gate(DROP),
      [compareTask(...simulated(300, 40, 5, 0.4, 0.3))],
      policyOf('population'),
    );
    expect(few.result.repeats?.noiseShare).toBeGreaterThan(0.5);
  });
});

describe('the statistic', () => {
  test('is one of means, even where all answers happen to agree', () => {
    const agreeing = [
      repeatedRun(Array.from({ length: 60 }, (_, index) => (index < 40 ? [1, 1] : [0, 0]))),
      repeatedRun(Array.from({ length: 60 }, (_, index) => (index < 30 ? [1, 1] : [0, 0]))),
    ] as const;
    const metric = only(compareTask(...agreeing));
    expect([imputeDelta(metric)?.method, imputeCandidate(metric)?.method]).toEqual(['t', 't']);
    const one = only(
      compareTask(
        repeatedRun(Array.from({ length: 60 }, () => [1])),
        repeatedRun(Array.from({ length: 60 }, () => [1])),
      ),
    );
    expect(imputeDelta(one)?.method).toBe('tango');
  });

  test('widens with what answers differ by: its interval covers an unchanged model as often as it says', () => {
    const rounds = 150;
    let covered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { result } = compareTask(...simulated(50, 3, 100 + round, 0.8));
      const { low, high } = result?.metrics[0]?.delta ?? {};
      if ((low ?? 1) <= 0 && (high ?? -1) >= 0) covered += 1;
    }
    // 90 %, within three standard errors of so many rounds.
    expect(Math.abs(covered / rounds - 0.9)).toBeLessThan(3 * Math.sqrt((0.9 * 0.1) / rounds));
  });

  test('speaks of questions like these where the target is left open: other answers would come to another value', () => {
    const many = simulated(3000, 2, 7, 1);
    const wide = gate({ rule: 'max_drop', limit: { kind: 'absolute', value: 0.2 } });
    expect(judgeGate(wide, [compareTask(...many)], policyOf('auto')).result.test?.method).toBe('t');
  });
});

describe('one answer to each sample', () => {
  const FEW_LOST = Array.from({ length: 3000 }, (_, index) => [
    Number(index % 2 === 0),
    Number(index % 2 === 0 && index > 50),
  ]);
  const methodAt = (fingerprint: Fingerprint) => {
    const side = (at: 0 | 1) =>
      run(
        FEW_LOST.map((pair) => pair[at] ?? 0),
        ACC,
        { fingerprint },
      );
    const wide = gate({ rule: 'max_drop', limit: { kind: 'absolute', value: 0.03 } });
    return judgeGate(wide, [compareTask(side(0), side(1))], policyOf('auto')).result.test?.method;
  };

  test.each([
    ['of our own', { generation: '{"max_gen_toks":64,"temperature":0.7,"until":[]}' }],
    ['of lm-evaluation-harness', { generation: '{"repeats":1,"task":{"do_sample":true,"temperature":0.6}}' }],
    ['of lm-evaluation-harness without a temperature', { generation: '{"task":{"do_sample":true}}' }],
    ['of Inspect', { settings: '{"generation.temperature":"1"}' }],
    ['the best of several', { repeats: 4 }],
  ])('that was drawn at a temperature is no last word: %s', (_, fingerprint) => {
    expect(methodAt(fingerprint)).toBe('tango');
  });

  test.each([
    ['at temperature 0', { generation: '{"temperature":0}' }],
    [
      'that is greedy whatever the temperature',
      { generation: '{"task":{"do_sample":false,"temperature":0.7}}' },
    ],
    ['of which nobody says', { generation: 'sha256:1', settings: '{' }],
  ])('%s speaks of exactly these questions', (_, fingerprint) => {
    expect(methodAt(fingerprint)).toBe('benchmark');
  });
});

describe('metrics of several answers', () => {
  const FLOOR = { rule: 'floor', limit: 0.1 } as const;
  const judged = (runs: readonly [ArrayRun, ArrayRun], metric: string, rule: GateRule = FLOOR) => {
    const asked = gate(rule, metric);
    const [baseline, candidate] = withAskedMetrics(runs, [asked]);
    if (baseline === undefined || candidate === undefined) throw new Error('a run got lost');
    return judgeGate(asked, [compareTask(baseline, candidate)], policyOf('population')).result;
  };
  const answers = Array.from({ length: 80 }, (_, index) => [
    Number(index % 2 === 0),
    1,
    Number(index % 4 === 0),
  ]);
  const runs = [repeatedRun(answers), repeatedRun(answers)] as const;

  test.each([
    ['acc_pass@2', 't', (80 * (5 / 6)) / 80],
    ['acc_pass@3', 'clopper-pearson', 1],
    ['acc_pass^3', 'clopper-pearson', 0.25],
    ['acc_maj@3', 'clopper-pearson', 0.5],
  ])('%s is judged by %s', (metric, method, value) => {
    const result = judged(runs, metric);
    expect(result.test?.method).toBe(method);
    if (metric !== 'acc_pass@2') expect(result.candidate?.value).toBeCloseTo(value, 12);
    expect(result.repeats?.noiseShare).toBeNull();
    expect(result.verdict).toBe('pass');
  });

  test('more than there are answers is invalid, on either side', () => {
    const alone = repeatedRun(answers.map(([first = 0]) => [first]));
    const result = judged([alone, runs[1]], 'acc_pass@2', DROP);
    expect(result.verdict).toBe('invalid');
    expect(result.reasons.join(' ')).toContain('pass@2 needs 2 answers to a sample, and there is one');
    expect(judged(runs, 'acc_pass@4').verdict).toBe('invalid');
    // What a floor asks of the candidate does not depend on the baseline.
    expect(judged([alone, runs[1]], 'acc_pass@2').verdict).toBe('pass');
  });

  test('a metric that a run has by that name is that metric', () => {
    const named = { ...ACC, name: 'acc_pass@2' };
    expect(metricNamed('acc_pass@2', [ACC, named])).toBe(named);
    expect(metricNamed('pass@2', [ACC])).toBeNull();
    expect(metricNamed('f1_pass@2', [ACC])).toBeNull();
    expect(
      metricNamed('toxicity_pass@2', [{ ...ACC, name: 'toxicity', direction: 'lower_is_better' }]),
    ).toBeNull();
  });
});
