import { describe, expect, test } from 'vitest';
import { findMetric } from '../../../src/config/metric-name.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { compareRuns, compareTask } from '../../../src/core/compare/compare.ts';
import { speedsOf } from '../../../src/core/compare/speeds.ts';
import { decide } from '../../../src/core/decide/decide.ts';
import { judgeGate } from '../../../src/core/decide/gate.ts';
import type { Gate } from '../../../src/core/domain/gate.ts';
import type { Prices } from '../../../src/core/domain/prices.ts';
import { NOT_RECORDED, type SampleRecord } from '../../../src/core/domain/sample.ts';
import { withAskedMetrics } from '../../../src/core/metrics/following.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { ACC, type ArrayRun, run } from './build.ts';

const HERE = 'linux x64, 2 × here';

function gateOn(
  metric: string,
  of: Partial<Pick<Gate, 'limit'>> & { rule?: 'max_rise' | 'max_drop' } = {},
): Gate {
  const { rule = 'max_rise', limit = { kind: 'relative', value: 0.1 } } = of;
  return {
    ...{ rule, limit, tier: 'blocking', id: `facts/${metric}:${rule}`, task: 'facts', metric },
    source: { kind: 'default' },
  } as Gate;
}

const averageOf = (metric: string): Gate => ({
  ...{
    rule: 'average',
    limit: { kind: 'absolute', value: 1 },
    tier: 'blocking',
    id: 'mean',
    task: 'mean',
    metric,
  },
  of: [{ task: 'facts', metric, weight: 1 }],
  source: { kind: 'default' },
});

/** Answers of 20 to 29 tokens that take as long as they are long, give or take some. */
function timed(
  times: number,
  { count = 300, seed = 1, machine = HERE, more = {} as Partial<SampleRecord> } = {},
) {
  const random = mulberry32(seed);
  return run(Array<number>(count).fill(1), ACC, {}, (index): Partial<SampleRecord> => {
    const seconds = times * (2 + (index % 10) / 10) * (0.95 + random() / 10);
    return {
      usage: { prompt_tokens: 100, output_tokens: 20 + (index % 10) },
      timing: { seconds, first_token_seconds: seconds / 10, machine },
      ...more,
    };
  });
}

function judged(
  gate: Gate,
  candidate: ArrayRun,
  baseline: ArrayRun = timed(1, { seed: 2 }),
  prices?: Prices,
) {
  const runs = [baseline, candidate].map((each) => withAskedMetrics([each], [gate], prices ?? null));
  const comparisons = compareRuns(runs[0] ?? [], runs[1] ?? [], ['facts']);
  return { ...judgeGate(gate, comparisons, policyOf()).result, comparisons };
}

describe('a gate on what clocks measured', () => {
  test.each([
    ['latency', 1, 'pass', 's'],
    ['latency', 1.25, 'regression', 's'],
    ['latency_p50', 1, 'pass', 's'],
    ['latency_p50', 1.25, 'regression', 's'],
    ['latency_p95', 1, 'pass', 's'],
    ['latency_p95', 1.25, 'regression', 's'],
    ['time_to_first_token', 0.5, 'pass', 's'],
    ['time_to_first_token_p95', 1.3, 'regression', 's'],
  ])('%s of %f times the time: %s', (metric, times, verdict) => {
    const result = judged(gateOn(metric), timed(times));
    expect(result.verdict).toBe(verdict);
    expect(result.delta?.method).toBe('batched t');
    expect(result.reasons.join(' ')).toMatch(/\d s\b/);
    expect(result.reasons.join(' ')).toContain(`Measured on ${HERE}`);
    const [before = NaN, after = NaN] = [result.baseline?.value, result.candidate?.value];
    expect(result.delta?.value).toBeCloseTo(after - before, 12);
    expect(after / before).toBeGreaterThan(0.95 * times);
    expect(after / before).toBeLessThan(1.05 * times);
  });

  test('a limit in seconds', () => {
    const half = gateOn('latency', { limit: { kind: 'absolute', value: 0.5 } });
    expect(judged(half, timed(1.1)).verdict).toBe('pass');
    expect(judged(half, timed(1.4)).verdict).toBe('regression');
  });

  test.each([
    ['of a few answers', { count: 20, seed: 1 }, 'inconclusive'],
    ['of many', { count: 300, seed: 1 }, 'pass'],
  ])(
    'is inferred whatever the policy speaks of: another clock would say something else, %s',
    (_, how, verdict) => {
      const gate = gateOn('latency');
      const runs = [timed(1, { ...how, seed: 2 }), timed(1, how)].map((each) =>
        withAskedMetrics([each], [gate]),
      );
      const comparisons = compareRuns(runs[0] ?? [], runs[1] ?? [], ['facts']);
      const policy = { ...policyOf(), target: { value: 'benchmark', source: gate.source } } as const;
      const { result } = judgeGate(gate, comparisons, policy);
      expect(result).toMatchObject({ verdict, test: { method: 'batched t' } });
    },
  );

  test('and so is an average of times', () => {
    const gate = { ...averageOf('latency'), limit: { kind: 'absolute', value: 0.02 } } as Gate;
    const runs = [timed(1, { seed: 2 }), timed(1.005)].map((each) => withAskedMetrics([each], [gate]));
    const comparisons = compareRuns(runs[0] ?? [], runs[1] ?? [], ['facts']);
    for (const value of ['auto', 'benchmark'] as const) {
      const policy = { ...policyOf(), target: { value, source: gate.source } };
      expect(judgeGate(gate, comparisons, policy).result.test?.method).not.toBe('benchmark');
    }
  });

  const ceilingOf = (metric: string, limit: number) =>
    ({ ...gateOn(metric), ...{ rule: 'ceiling', limit, id: `facts/${metric}:ceiling` } }) as unknown as Gate;

  test.each([
    ['latency_p95', 3.5, 'pass'],
    ['latency_p95', 2.6, 'regression'],
    ['latency_p95', 2.95, 'inconclusive'],
    ['latency_p50', 2.7, 'pass'],
    ['latency_p50', 2.2, 'regression'],
  ])('a ceiling of %s at %f s: %s', (metric, limit, verdict) => {
    const result = judged(ceilingOf(metric, limit), timed(1));
    expect(result).toMatchObject({ verdict, test: { method: 'order statistics' } });
    expect(result.reasons.join(' ')).toMatch(/\d s\b/);
  });

  test('of which fewer answers than can tell a tail prove nothing', () => {
    expect(
      judged(ceilingOf('latency_p95', 100), timed(1, { count: 80 }), timed(1, { count: 80 })).verdict,
    ).toBe('inconclusive');
  });

  test('a ceiling of a mean time is refused, by the config and by the gate', () => {
    const result = judged(ceilingOf('latency', 100), timed(1));
    expect(result.verdict).toBe('invalid');
    expect(result.reasons.join(' ')).toContain('limit its change');
    const text = `version: 1
candidate: c.gguf
tasks: { facts: { role: general, type: multiple_choice, dataset: f.jsonl } }
gates: [{ metric: facts/latency, ceiling: 2 }]`;
    expect(() => resolveConfig({ text, file: 'w.yml' })).toThrow(/measured by a clock/);
  });

  test('speed is better when higher', () => {
    const slower = gateOn('tokens_per_second', { rule: 'max_drop' });
    expect(judged(slower, timed(1)).verdict).toBe('pass');
    expect(judged(slower, timed(1.25)).verdict).toBe('regression');
    expect(judged(gateOn('tokens_per_second'), timed(1)).reasons.join(' ')).toContain('use a max_drop');
  });

  test('the median and the 95th percentile are those of numpy', () => {
    const seconds = Array.from({ length: 200 }, (_, index) => ((index * 37) % 200) + 1);
    const of = run(Array<number>(200).fill(1), ACC, {}, (index) => ({
      timing: { seconds: seconds[index] ?? 0, machine: HERE },
    }));
    const gates = [gateOn('latency_p50'), gateOn('latency_p95')].map(
      (gate) => judged(gate, of, of).candidate?.value,
    );
    // numpy.percentile(numpy.arange(1, 201), [50, 95], method='hazen')
    expect(gates).toEqual([100.5, 190.5]);
  });

  test('what nobody measured is unscored and never 0', () => {
    const bare = run(Array<number>(300).fill(1));
    for (const [candidate, baseline] of [
      [bare, timed(1)],
      [timed(1), bare],
    ] as const) {
      const result = judged(gateOn('latency'), candidate, baseline);
      expect(result.verdict).toBe('invalid');
      expect(result.reasons.join(' ')).toContain('nobody measured how long it took');
    }
    const whole = timed(1, { more: {} });
    const unstreamed = {
      ...whole,
      samples: whole.samples.map((each) => ({ ...each, timing: { seconds: 1, machine: HERE } })),
    };
    expect(judged(gateOn('time_to_first_token'), unstreamed).reasons.join(' ')).toContain('first token');
  });

  test('a few that nobody measured leave it undecided', () => {
    const few = timed(0.5);
    const samples = few.samples.map((each, index) => (index < 2 ? { ...each, timing: undefined } : each));
    expect(judged(gateOn('latency'), { ...few, samples }).verdict).toBe('inconclusive');
  });

  test('of answers that were slow for a while is less sure, by the order in which they were asked and not that of their names', () => {
    const { record, samples } = timed(1);
    // 7 and 300 have no common factor: each sample is asked once.
    const asked = samples.map((_, turn) => {
      const sample = samples[(turn * 7) % samples.length] as SampleRecord;
      const seconds = (sample.timing?.seconds ?? NaN) * (turn >= 100 && turn < 200 ? 1.5 : 1);
      return { ...sample, timing: { seconds, machine: HERE } };
    });
    const named = asked.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const [slowForAWhile, slowHereAndThere] = [asked, named].map(
      (order) => judged(gateOn('latency'), { record, samples: order }).candidate?.stderr ?? NaN,
    );
    expect(slowForAWhile).toBeGreaterThan(2 * (slowHereAndThere ?? NaN));
  });

  test('too few answers say nothing of a time', () => {
    const result = judged(gateOn('latency'), timed(0.5, { count: 60 }), timed(1, { count: 60, seed: 2 }));
    expect(result.verdict).toBe('inconclusive');
    expect(result.reasons.join(' ')).toContain('measure at least 100');
  });

  test('two machines are a finding of these metrics alone', () => {
    const elsewhere = timed(0.5, { machine: 'linux x64, 64 × elsewhere' });
    const result = judged(gateOn('latency'), elsewhere);
    expect(result.verdict).toBe('invalid');
    expect(result.reasons.join(' ')).toMatch(/different machines.*2 × here \| .*elsewhere/);
    expect(result.comparisons[0]?.mismatches).toMatchObject([
      { field: 'machine', severity: 'soft', baseline: HERE, candidate: 'linux x64, 64 × elsewhere' },
    ]);
    const acc = gateOn('acc', { rule: 'max_drop', limit: { kind: 'absolute', value: 0.05 } });
    const both = judged(acc, elsewhere);
    expect(both.verdict).toBe('pass');
    expect(both.comparisons[0]?.mismatches).toEqual([]);
  });

  test('seconds that another program measured, nobody knows where, gate nothing', () => {
    const [before, after] = [1, 2].map((seed) => timed(1, { seed, machine: NOT_RECORDED }));
    const result = judged(gateOn('latency'), after ?? timed(1), before);
    expect(result.verdict).toBe('invalid');
    expect(result.reasons.join(' ')).toContain('Nobody recorded on which machine');
  });

  test('half of a run that was gone on with elsewhere is another machine', () => {
    const half = timed(1);
    const samples = half.samples.map((each, index) =>
      index < 150 ? each : { ...each, timing: { seconds: 1, machine: 'elsewhere' } },
    );
    expect(judged(gateOn('latency'), { ...half, samples }).verdict).toBe('invalid');
  });
});

test('without a gate on it the verdict knows nothing of time', () => {
  const acc = gateOn('acc', { rule: 'max_drop', limit: { kind: 'absolute', value: 0.05 } });
  const of = (candidate: ArrayRun) => {
    const comparisons = [compareTask(timed(1), candidate)];
    return JSON.stringify([
      decide({ comparisons, gates: [acc], policy: policyOf() }),
      comparisons[0]?.result,
    ]);
  };
  expect(of(timed(3, { seed: 9, machine: 'elsewhere' }))).toBe(of(timed(1)));
});

describe('a price', () => {
  const prices: Prices = { currency: 'EUR', models: { 'model.gguf': { input: 1, output: 10 } } };

  test('is counted of each answer, and gated as any number', () => {
    const result = judged(gateOn('cost'), timed(1), timed(1), prices);
    expect(result.verdict).toBe('pass');
    expect(result.candidate?.value).toBeCloseTo((100 + 10 * 24.5) / 1e6, 12);
  });

  test('is that of each side’s own model', () => {
    const dear = timed(1);
    const candidate = {
      ...dear,
      record: { ...dear.record, model: { ...dear.record.model, source: 'big at http://x' } },
    };
    const both = { ...prices, models: { ...prices.models, big: { input: 2, output: 20 } } };
    const result = judged(gateOn('cost'), candidate, timed(1), both);
    expect(result.verdict).toBe('regression');
    expect((result.candidate?.value ?? 0) / (result.baseline?.value ?? 1)).toBeCloseTo(2, 9);
    expect(judged(gateOn('cost'), candidate, timed(1), prices).verdict).toBe('invalid');
  });

  test('that nobody says is no cost of 0', () => {
    const result = judged(gateOn('cost'), timed(1));
    expect(result.verdict).toBe('invalid');
    expect(result.reasons.join(' ')).toContain('prices have none for its model');
  });
});

test('speeds beside a verdict', () => {
  const [before, after] = [timed(1), timed(2)];
  const prices: Prices = { currency: 'EUR', models: { '*': { input: 1, output: 1 } } };
  const [ofBaseline, ofCandidate] = speedsOf({ baseline: [before], candidate: [after] }, prices);
  expect(ofBaseline).toMatchObject({
    task: 'facts',
    side: 'baseline',
    answers: 300,
    machines: [HERE],
    currency: 'EUR',
  });
  expect(ofBaseline?.cost).toBeCloseTo((1000 * 124.5) / 1e6, 9);
  expect((ofCandidate?.latency.p95 ?? 0) / (ofBaseline?.latency.p95 ?? 1)).toBeCloseTo(2, 9);
  expect(ofBaseline?.tokensPerSecond).toBeCloseTo(10, 0);
  const bare = run([1, 1]);
  expect(speedsOf({ baseline: [bare], candidate: [bare] }, null)).toEqual([]);
});

test('any task has them by name', () => {
  const task = { task: 'facts', role: 'general', metrics: [ACC], primaryMetric: 'acc' } as const;
  expect(findMetric('facts/latency_p95', [task])).toMatchObject({
    ok: true,
    value: { metric: { name: 'latency_p95', unit: 'seconds', direction: 'lower_is_better' } },
  });
});
