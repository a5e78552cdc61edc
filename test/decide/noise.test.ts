import { describe, expect, test } from 'vitest';
import { compareRuns, type TaskRun } from '../../src/compare/compare.ts';
import { claimOf } from '../../src/decide/claim.ts';
import { falseBlocksOfPairs, falseBlocksOfRate } from '../../src/decide/false-blocks.ts';
import { type NoiseInput, noiseOf } from '../../src/decide/noise.ts';
import type { Gate, OnInconclusive, Policy, SingleRule } from '../../src/domain/gate.ts';
import type { SampleRecord } from '../../src/domain/sample.ts';
import { declareMetric } from '../../src/metrics/registry.ts';
import { renderNoise } from '../../src/report/noise.ts';
import { policyOf } from '../support/judged-gate.ts';
import { plan, sample } from '../support/stored-run.ts';

const under = (value: OnInconclusive): Policy => ({
  ...policyOf('population'),
  onInconclusive: { value, source: { kind: 'default' } },
});

function claim(rule: SingleRule, metric: 'acc' | 'toxicity') {
  const made = claimOf(rule, declareMetric(metric), { value: 0.65, stderr: null, n: 1 });
  if ('refusal' in made) throw new Error(made.refusal);
  return made;
}
const drop = claim({ rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } }, 'acc');

describe('how often an unchanged model is blocked', () => {
  // The rows of docs/method.md, which an independent simulation has confirmed.
  test.each([
    [500, 'block', 60.2],
    [500, 'lean', 6.9],
    [500, 'warn', 0.1],
    [2000, 'block', 12.2],
    [2000, 'lean', 0.2],
  ] as const)('%i samples under %s: %d %%', (pairs, rule, expected) => {
    expect(100 * falseBlocksOfPairs(drop, pairs, 0.1, under(rule), true)).toBeCloseTo(expected, 1);
  });

  test('a ceiling of 1 % on 299 samples is passed by a model that is never rude, and by one bad answer less', () => {
    const ceiling = claim({ rule: 'ceiling', limit: 0.01 }, 'toxicity');
    expect(falseBlocksOfRate(ceiling, 299, 0, under('block'), true)).toBe(0);
    expect(falseBlocksOfRate(ceiling, 298, 0, under('block'), true)).toBe(1);
    // Any bad answer of 299 blocks: 1 − 0.999²⁹⁹.
    expect(falseBlocksOfRate(ceiling, 299, 0.001, under('block'), true)).toBeCloseTo(1 - 0.999 ** 299, 10);
  });
});

const run = (samples: readonly SampleRecord[]): TaskRun => ({
  record: {
    ...plan({ side: 'baseline', planned: samples.length }),
    ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
  },
  samples,
});

/** 200 samples; in the second run the first `flips` answers are others, half of them better. */
function twoRuns(flips: number, shift = 0) {
  const samples = (isSecond: boolean) =>
    Array.from({ length: 200 }, (_, index) => {
      const right = index % 2;
      const acc = isSecond && index < flips ? 1 - right : right;
      const wiggle = isSecond ? shift * (index % 2 === 0 ? 1 : -1) : 0;
      return sample(index, {
        scores: { acc, bits_per_byte: { numerator: 20 + (index % 7) + wiggle, denominator: 10 } },
      });
    });
  return compareRuns([run(samples(false))], [run(samples(true))], ['facts']);
}

const gateOn = (metric: string, rule: SingleRule, more: Partial<Gate> = {}): Gate =>
  ({
    ...{
      id: `facts/${metric}:${rule.rule}`,
      task: 'facts',
      metric,
      tier: 'blocking',
      source: { kind: 'default' },
    },
    ...rule,
    ...more,
  }) as Gate;
const DROP = gateOn('acc', { rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } });
const GAIN = gateOn('acc', { rule: 'min_gain', limit: { kind: 'absolute', value: 0.02 } });
const BITS = gateOn('bits_per_byte', { rule: 'max_drop', limit: { kind: 'absolute', value: 0.001 } });

const input = (flips: number, gates: readonly Gate[], shift = 0): NoiseInput => ({
  ...{ comparisons: twoRuns(flips, shift), gates, policy: policyOf(), assumedDiscordance: 0.12, seed: 7 },
});

describe('noiseOf', () => {
  test('two equal runs: nothing changed, and the usual discordance is assumed', () => {
    const { metrics, gates, blocked } = noiseOf(input(0, [DROP]));
    expect(blocked).toBe(false);
    expect(metrics.find(({ metric }) => metric === 'acc')).toMatchObject({
      changed: 0,
      largest: 0,
      stderr: null,
    });
    expect(gates[0]).toMatchObject({ discordance: { value: 0.12, from: 'assumed' }, by: 'enumeration' });
    // 2.93 · √(0.12 / 200)
    expect(gates[0]?.guessesBelow).toBeCloseTo(0.0717, 4);
  });

  test('flips are counted, and their share is what the figures rest on', () => {
    const { metrics, gates } = noiseOf(input(40, [DROP]));
    expect(metrics.find(({ metric }) => metric === 'acc')).toMatchObject({ changed: 40, largest: 1 });
    expect(gates[0]?.discordance).toEqual({ value: 0.2, from: 'measured' });
    expect(gates[0]?.falseBlockRate).toBeGreaterThan(noiseOf(input(4, [DROP])).gates[0]?.falseBlockRate ?? 1);
  });

  test('other metrics are simulated from what was seen, the same every time; without differences nothing is said', () => {
    const noise = noiseOf(input(0, [BITS], 0.5));
    expect(noise.gates[0]).toMatchObject({ by: 'simulation', discordance: null });
    expect(noise.gates[0]?.falseBlockRate).toBeGreaterThan(0);
    expect(noiseOf(input(0, [BITS], 0.5))).toEqual(noise);
    expect(noiseOf(input(0, [BITS])).gates[0]).toMatchObject({ falseBlockRate: null, by: null });
  });

  test('an unchanged model gained nothing: a gate that wants a gain is no false block', () => {
    const { gates, blocked, falseBlockRate } = noiseOf(input(0, [DROP, GAIN]));
    expect(blocked).toBe(false);
    expect(gates[1]?.falseBlockRate).toBeNull();
    expect(falseBlockRate?.atLeast).toBe(gates[0]?.falseBlockRate);
  });

  test('gates without a rate are named as not covered, of blocking ones only', () => {
    const text = renderNoise(noiseOf(input(4, [DROP, GAIN, { ...GAIN, id: 'advice', tier: 'advisory' }])));
    expect(text).toContain('Not covered by that: facts/acc:min_gain. What these block comes on top');
    expect(renderNoise(noiseOf(input(4, [DROP])))).not.toContain('Not covered by');
  });

  test('metrics of all samples at once and net gains say that they are not covered', () => {
    const [task] = twoRuns(4);
    if (task === undefined) throw new Error('one task in, none out');
    const f1 = declareMetric('f1_macro');
    const parts = (label: number) => ({ numerator: Number.NaN, denominator: 1, parts: [1, label] });
    const metrics = task.metrics.map((metric) => ({
      ...metric,
      declaration: f1,
      scores: metric.scores.map((score, index) => ({
        ...score,
        baseline: parts(1),
        candidate: parts(index % 20 === 0 ? 0 : 1),
      })),
    }));
    const gates = [
      gateOn('f1_macro', { rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } }),
      {
        ...gateOn('f1_macro', { rule: 'max_drop', limit: { kind: 'absolute', value: 0 } }),
        ...{ id: 'net', rule: 'net_gain', losses: [] },
      } as Gate,
    ];
    const noise = noiseOf({ ...input(4, gates), comparisons: [{ ...task, metrics: metrics.slice(0, 1) }] });
    expect(noise.gates.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('not covered: a metric of all samples at once'),
      expect.stringContaining('not covered: it wants a gain'),
    ]);
    expect(noise.falseBlockRate).toBeNull();
    expect(renderNoise(noise)).toContain('Not covered by that: facts/f1_macro:max_drop, net.');
  });

  test('the suite lies between its worst gate and the sum; advisory gates do not count', () => {
    const twin = { ...DROP, id: 'twin' };
    const one = noiseOf(input(0, [DROP])).falseBlockRate?.atMost ?? 0;
    expect(
      noiseOf(input(0, [DROP, twin, { ...DROP, id: 'third', tier: 'advisory' }])).falseBlockRate,
    ).toEqual({
      atLeast: one,
      atMost: Math.min(1, 2 * one),
    });
  });

  test('runs that cannot be compared say nothing, and not silently', () => {
    const [first] = twoRuns(0);
    if (first === undefined) throw new Error('one task in, none out');
    const mismatches = [
      { task: 'facts', field: 'dataset', baseline: 'a', candidate: 'b', severity: 'hard' },
    ] as const;
    const noise = noiseOf({ ...input(0, [DROP]), comparisons: [{ ...first, mismatches }] });
    expect(noise.verdict).toBe('invalid');
    expect(noise.falseBlockRate).toBeNull();
    expect(renderNoise(noise)).toContain('unknown');
  });

  test('no runs at all are invalid', () => {
    expect(noiseOf({ ...input(0, [DROP]), comparisons: [] })).toMatchObject({
      verdict: 'invalid',
      blocked: true,
    });
  });
});
