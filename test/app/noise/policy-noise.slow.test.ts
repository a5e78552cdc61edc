import { describe, expect, test } from 'vitest';
import { type NoiseInput, noiseOf } from '../../../src/app/noise/policy-noise.ts';
import { stderrOfShare } from '../../../src/app/noise/unchanged.ts';
import { compareRuns, type TaskComparison } from '../../../src/core/compare/compare.ts';
import { balanced, fateOfPairs, fateOfRate } from '../../../src/core/decide/forecast.ts';
import { hypothesisOf } from '../../../src/core/decide/rules/registry.ts';
import type { Gate, GateRule, OnInconclusive, Policy, SingleRule } from '../../../src/core/domain/gate.ts';
import type { TaskRun } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { renderNoise } from '../../../src/report/noise.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { plan, sample } from '../../support/stored-run.ts';

const under = (value: OnInconclusive): Policy => ({
  ...policyOf('population'),
  onInconclusive: { value, source: { kind: 'default' } },
});

function claim(rule: SingleRule, metric: 'acc' | 'toxicity') {
  const made = hypothesisOf(rule, declareMetric(metric), { value: 0.65, stderr: null, n: 1 });
  if ('refusal' in made) throw new Error(made.refusal);
  return made;
}
const drop = claim({ rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } }, 'acc');

describe('how often an unchanged model is blocked', () => {
  // The rows of docs/explanation/method.md, which an independent simulation has confirmed.
  test.each([
    [500, 'block', 60.2],
    [500, 'lean', 22.9],
    [500, 'warn', 0.1],
    [2000, 'block', 12.2],
    [2000, 'lean', 1.6],
  ] as const)('%i samples under %s: %d %%', (pairs, rule, expected) => {
    expect(100 * fateOfPairs(drop, pairs, balanced(0.1), under(rule), true).blocked).toBeCloseTo(expected, 1);
  });

  test('a ceiling of 1 % on 299 samples is passed by a model that is never rude, and by one bad answer less', () => {
    const ceiling = claim({ rule: 'ceiling', limit: 0.01 }, 'toxicity');
    expect(fateOfRate(ceiling, 299, 0, under('block'), true).blocked).toBe(0);
    expect(fateOfRate(ceiling, 298, 0, under('block'), true).blocked).toBe(1);
    // Any bad answer of 299 blocks: 1 − 0.999²⁹⁹.
    expect(fateOfRate(ceiling, 299, 0.001, under('block'), true).blocked).toBeCloseTo(1 - 0.999 ** 299, 10);
  });
});

const run = (samples: readonly SampleRecord[]): TaskRun => ({
  record: {
    ...plan({ side: 'baseline', planned: samples.length }),
    ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
  },
  samples,
});

/** In the second run the first `flips` answers are others, half of them better. */
function twoRuns(flips: number, shift = 0, count = 50) {
  const samples = (isSecond: boolean) =>
    Array.from({ length: count }, (_, index) => {
      const right = index % 2;
      const acc = isSecond && index < flips ? 1 - right : right;
      const wiggle = isSecond ? shift * (index % 2 === 0 ? 1 : -1) : 0;
      return sample(index, {
        scores: { acc, bits_per_byte: { numerator: 20 + (index % 7) + wiggle, denominator: 10 } },
      });
    });
  return compareRuns([run(samples(false))], [run(samples(true))], ['facts']);
}

const gateOn = (metric: string, rule: GateRule, more: Partial<Gate> = {}): Gate =>
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

const NET: Gate = {
  ...{ id: 'net', task: 'facts', metric: 'acc', tier: 'blocking', source: { kind: 'default' } },
  ...{ rule: 'net_gain', limit: { kind: 'absolute', value: 0 } },
  losses: [{ task: 'facts', metric: 'bits_per_byte', weight: 1 }],
};

/** The task with a corpus metric in place of its own: every fifth answer is another in the second run, and no worse. */
function withCorpus(metric: 'f1_macro' | 'ece', isChanged = true): readonly TaskComparison[] {
  return twoRuns(0, 0, 60).map((task) => ({
    ...task,
    metrics: task.metrics.slice(0, 1).map((own) => ({
      ...own,
      declaration: declareMetric(metric),
      scores: own.scores.map((score, index) => {
        const swings = isChanged && index % 5 === 0;
        const right = index % 10 === 0;
        const parts = (isRight: boolean) => ({
          ...{ numerator: Number.NaN, denominator: 1 },
          parts: metric === 'ece' ? [0.95 - (index % 5) / 10, Number(isRight)] : [index % 2, Number(isRight)],
        });
        return {
          ...score,
          key: score.key,
          baseline: parts(swings ? right : index % 3 > 0),
          candidate: parts(swings ? !right : index % 3 > 0),
        };
      }),
    })),
  }));
}

/** The same answers, right ones counted as so much. */
const counting = (points: number, tasks: readonly TaskComparison[]): readonly TaskComparison[] =>
  tasks.map((task) => ({
    ...task,
    metrics: task.metrics.slice(0, 1).map((own) => ({
      ...own,
      declaration: { ...own.declaration, unit: 'number', range: { min: 0, max: points } },
      scores: own.scores.map((score) => {
        const of = (part: typeof score.baseline) =>
          part === null ? null : { ...part, numerator: points * part.numerator };
        return { ...score, key: score.key, baseline: of(score.baseline), candidate: of(score.candidate) };
      }),
    })),
  }));

describe('noiseOf', () => {
  test('answers that count a hundred points each are not taken for 0 and 1', () => {
    const comparisons = counting(100, twoRuns(10, 0, 200));
    const gates = [
      gateOn('acc', { rule: 'max_drop', limit: { kind: 'absolute', value: 2 } }),
      gateOn('acc', { rule: 'floor', limit: 49 }),
    ];
    const noise = noiseOf({ ...input(10, gates), comparisons });
    for (const { by, falseBlockRate } of noise.gates) {
      expect(by).toBe('simulation');
      expect(falseBlockRate).toBeGreaterThan(0.05);
    }
  });

  const equal = noiseOf(input(0, [DROP, GAIN]));

  test('two equal runs: nothing changed, and the usual discordance is assumed', () => {
    const { metrics, gates, blocked } = equal;
    expect(blocked).toBe(true);
    const acc = metrics.find(({ metric }) => metric === 'acc');
    expect(acc).toMatchObject({ changed: 0, largest: 0, stderr: null });
    expect(gates[0]).toMatchObject({
      discordance: { value: 0.12, from: 'assumed' },
      by: 'enumeration',
      stderr: 0,
    });
    // 2.93 · √(0.12 / 50)
    expect(gates[0]?.provableLimit).toBeCloseTo(0.1434, 4);
  });

  test('flips are counted, and their share is what the figures rest on', () => {
    const { metrics, gates } = noiseOf(input(10, [DROP]));
    expect(metrics.find(({ metric }) => metric === 'acc')).toMatchObject({ changed: 10, largest: 1 });
    expect(gates[0]?.discordance).toEqual({ value: 0.2, from: 'measured' });
  });

  test('other metrics are simulated from what was seen, the same every time; without differences nothing is said', () => {
    const noise = noiseOf(input(0, [BITS], 0.5));
    expect(noise.gates[0]).toMatchObject({ by: 'simulation', discordance: null });
    expect(noise.gates[0]?.falseBlockRate).toBeGreaterThan(0);
    expect(noiseOf(input(0, [BITS], 0.5))).toEqual(noise);
    const silent = noiseOf(input(0, [BITS]));
    expect(silent.gates[0]).toMatchObject({ falseBlockRate: null, by: null });
    expect(silent.gates[0]?.reason).toContain('agree everywhere');
    expect(silent.falseBlockRate).toBeNull();
  });

  test('an unchanged model gained nothing: gates that ask for a gain block it, rightly, and are counted apart', () => {
    const [drop, gain] = equal.gates;
    expect(gain).toMatchObject({ wantsGain: true, by: 'enumeration' });
    expect(gain?.falseBlockRate).toBeGreaterThan(0.8);
    expect(gain?.reason).toContain('right to block');
    const suite = equal.falseBlockRate;
    expect(suite?.value).toBeGreaterThan(0.8);
    // Simulated and exact, of the same gate.
    expect(Math.abs((suite?.withoutGains ?? 1) - (drop?.falseBlockRate ?? 0))).toBeLessThan(0.08);
    expect(renderNoise(equal)).toContain('Without the gates that ask for a gain it is');
  });

  test('a net gain is simulated with all its metrics; its limit must be exceeded by as much as is named', () => {
    const { gates } = noiseOf(input(4, [NET], 0.5));
    expect(gates[0]).toMatchObject({ by: 'simulation', wantsGain: true, pairs: 50 });
    expect(gates[0]?.falseBlockRate).toBeGreaterThan(0.7);
    expect(gates[0]?.provableLimit).toBeGreaterThan(0.05);
    const [silent] = noiseOf(input(4, [NET])).gates;
    expect(silent).toMatchObject({ falseBlockRate: null });
    expect(silent?.reason).toContain('agree everywhere on facts/bits_per_byte');
  });

  test.each(['f1_macro', 'ece'] as const)(
    '%s, of all samples at once, is resampled',
    (metric) => {
      const drop = (value: number) =>
        gateOn(metric, { rule: 'max_drop', limit: { kind: 'absolute', value } }, { id: `${value}` });
      const comparisons = withCorpus(metric);
      const noise = noiseOf({ ...input(0, [drop(0.01), drop(0.3)]), comparisons });
      expect(noise.metrics[0]).toMatchObject({ changed: 12, largest: null });
      expect(noise.metrics[0]?.stderr).toBeGreaterThan(0.01);
      const [tight, wide] = noise.gates;
      expect(tight).toMatchObject({ by: 'simulation' });
      expect(tight?.falseBlockRate).toBeGreaterThan(0.5);
      expect(wide?.falseBlockRate).toBeLessThan(0.05);
      expect(wide?.provableLimit).toBeLessThan(0.4);
      expect(wide?.provableLimit).toBeGreaterThan(0.01);
      const silent = noiseOf({ ...input(0, [drop(0.01)]), comparisons: withCorpus(metric, false) });
      expect(silent.gates[0]?.reason).toContain('agree everywhere');
    },
    60_000,
  );

  test('groups are judged as they are', () => {
    const groups = gateOn('acc', {
      rule: 'no_regression_by_group',
      limit: { kind: 'absolute', value: 0 },
    });
    const comparisons = twoRuns(20).map((task) => ({
      ...task,
      metrics: task.metrics.map((metric) => ({
        ...metric,
        scores: metric.scores.map((score, index) => ({ ...score, key: score.key, group: `g${index % 2}` })),
      })),
    }));
    const [gate] = noiseOf({ ...input(0, [groups]), comparisons }).gates;
    expect(gate).toMatchObject({ by: 'simulation', provableLimit: null });
    // Holm's at most α, and not much less with forty per cent of flips.
    expect(gate?.falseBlockRate).toBeLessThan(0.05 + 3 * 0.011);
  });

  test('gates without a rate are named as not covered, of blocking ones only', () => {
    const text = renderNoise(noiseOf(input(4, [DROP, BITS, { ...BITS, id: 'advice', tier: 'advisory' }])));
    expect(text).toContain(
      'Not covered by that: facts/bits_per_byte:max_drop. What these block comes on top',
    );
    expect(renderNoise(noiseOf(input(4, [DROP])))).not.toContain('Not covered by');
  });

  test('all gates see the same draws: the suite is no sum of twins; advisory gates do not count', () => {
    const one = noiseOf(input(0, [DROP])).falseBlockRate;
    const three = noiseOf(
      input(0, [DROP, { ...DROP, id: 'twin' }, { ...DROP, id: 'third', tier: 'advisory' }]),
    ).falseBlockRate;
    expect(three).toEqual({ ...one, atMost: Math.min(1, 2 * (one?.atMost ?? 0)) });
    expect(three?.value).toBeGreaterThan(0);
    expect(three?.stderr).toBeCloseTo(stderrOfShare(three?.value ?? 0, 400), 12);
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
    expect(noise.gates[0]?.reason).toContain('cannot be judged');
    expect(renderNoise(noise)).toContain('unknown');
  });

  test('no runs at all are invalid', () => {
    const { verdict, blocked } = noiseOf({ ...input(0, [DROP]), comparisons: [] });
    expect([verdict, blocked]).toEqual(['invalid', true]);
  });
});
