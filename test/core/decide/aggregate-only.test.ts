import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { Gate, GateRule } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { Aggregate, TaskRun } from '../../../src/core/domain/run.ts';
import { ACC, PERPLEXITY, record, run, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne, gate, maxDrop } from './build.ts';

function summed(value: number, more: Partial<Aggregate> = {}, metric: MetricDeclaration = ACC): TaskRun {
  const aggregate = { metric: metric.name, value, stderr: null, n: 2000, ...more };
  return {
    record: record({ metrics: [metric], primary_metric: metric.name, aggregates: [aggregate] }),
    samples: [],
  };
}

const allowing = (rule: GateRule, overrides: Partial<Gate> = {}) =>
  gate(rule, { allowWeakEvidence: true, ...overrides } as Partial<Gate>);

describe('sums without samples', () => {
  test.each([
    ['nothing changed, and far too few to know', 0.7, 0.7, {}, 'inconclusive'],
    ['nothing changed in very many', 0.7, 0.7, { n: 20_000 }, 'pass'],
    ['a large drop', 0.7, 0.6, {}, 'regression'],
    ['a large gain', 0.6, 0.7, {}, 'pass'],
    ['all right twice, in few', 1, 1, { n: 30 }, 'inconclusive'],
    ['no spread on record', 0.7, 0.7, { stderr: 0 }, 'inconclusive'],
    ['a small error on record', 0.7, 0.7, { stderr: 0.001 }, 'pass'],
  ] as const)('%s', (_, baseline, candidate, more, verdict) => {
    const comparison = compareTask(summed(baseline, more), summed(candidate, more));
    const { result } = decideOne(comparison, allowing(maxDrop(0.02)));
    expect([result.verdict, result.evidence]).toEqual([verdict, 'weak']);
    expect(result.delta?.value).toBeCloseTo(candidate - baseline, 12);
    expect(result.delta?.method).toBe('unpaired z');
    expect(result.reasons.join(' ')).toContain('Weak evidence');
    expect(result.pairs).toBe(0);
  });

  test('have the standard error of two independent rates', () => {
    const { result } = decideOne(compareTask(summed(0.7), summed(0.65)), allowing(maxDrop(0.02)));
    const se = Math.sqrt((0.7 * 0.3 + 0.65 * 0.35) / 2000);
    expect(result.test?.statistic).toBeCloseTo((-0.05 + 0.02) / se, 9);
    expect(result.delta?.low).toBeCloseTo(-0.05 - 1.6448536269514722 * se, 9);
  });

  test('of one class say nothing, which to judge them again does not change', () => {
    const comparison = compareTask(summed(0.7), summed(0.7));
    const { result } = decideOne(comparison, gate(maxDrop(0.02), { metric: 'f1[refund]' }));
    expect(result.verdict).toBe('invalid');
    expect(result.reasons[0]).toMatch(
      /f1 of the class "refund" is counted from samples.*sums alone.*changes nothing/,
    );
  });

  test('decide no blocking gate unasked', () => {
    const comparison = compareTask(summed(0.7, { n: 20_000 }), summed(0.7, { n: 20_000 }));
    const { decision, result } = decideOne(comparison, maxDrop(0.02));
    expect([result.verdict, result.evidence, decision.blocked]).toEqual(['invalid', 'weak', true]);
    expect(result.reasons[0]).toContain('allow_weak_evidence: true');
    expect(decideOne(comparison, gate(maxDrop(0.02), { tier: 'advisory' })).result.verdict).toBe('pass');
  });

  test.each([
    [
      'without a count',
      summed(0.7, { n: null }),
      maxDrop(0.02),
      {},
      /or its standard error and their number/,
    ],
    ['without an error, of no rate', summed(9, {}, PERPLEXITY), maxDrop(1), {}, /or its standard error/],
    ['of exactly this benchmark', summed(0.7), maxDrop(0.02), { target: 'benchmark' }, /target: population/],
    [
      'by group',
      summed(0.7),
      { rule: 'no_regression_by_group', limit: { kind: 'absolute', value: 0 } },
      {},
      /keep the samples/,
    ],
  ] as const)('prove nothing %s', (_, side, rule, values, reason) => {
    const metric = side.record.primary_metric;
    const { result } = decideOne(compareTask(side, side), allowing(rule, { metric }), values);
    expect(result.verdict).toBe('invalid');
    expect(result.reasons[0]).toMatch(reason);
  });

  test('of other numbers of samples cannot be compared', () => {
    const comparison = compareTask(summed(0.7), summed(0.7, { n: 1000 }));
    const { result } = decideOne(comparison, allowing(maxDrop(0.02)));
    expect([result.verdict, result.reasons[0]]).toEqual([
      'invalid',
      'The runs of facts cannot be compared: samples: 2000 samples behind acc in the baseline, 1000 samples behind acc in the candidate.',
    ]);
  });

  test('on one side make the samples of the other a sum', () => {
    const samples = run(Array.from({ length: 2000 }, (_, index) => Number(index % 10 < 6)));
    const { result } = decideOne(compareTask(summed(0.7), samples), allowing(maxDrop(0.02)));
    expect([result.verdict, result.evidence, result.candidate?.n]).toEqual(['regression', 'weak', 2000]);
    const partial = run([...Array.from({ length: 1999 }, () => 1), 'timeout']);
    const lacking = decideOne(compareTask(summed(0.7), partial), allowing(maxDrop(0.02))).result;
    expect(lacking.verdict).toBe('invalid');
  });

  test.each([
    [0, 'pass'],
    [0.01, 'inconclusive'],
    [0.05, 'regression'],
  ] as const)('of a rate are counts for a ceiling: %d', (value, verdict) => {
    const side = summed(value, { stderr: 0 }, TOXICITY);
    const { result } = decideOne(compareTask(side, side), allowing(ceiling(0.01), { metric: 'toxicity' }));
    expect([result.verdict, result.test?.method]).toEqual([verdict, 'clopper-pearson']);
  });

  test('that were rounded rest on the fewest samples, and say so', () => {
    const side = (value: number, n: [number, number]) =>
      summed(value, { n: n[0], stderr: 0.0128, rounded: { n, value: 5e-5 } });
    const { result } = decideOne(
      compareTask(side(0.6892, [1296, 1340]), side(0.5, [1300, 1400])),
      allowing(maxDrop(0.02)),
    );
    expect([result.verdict, result.baseline?.n, result.candidate?.n]).toEqual(['regression', 1296, 1300]);
    const said = result.reasons.join(' ');
    expect(said).toContain('baseline rests on is not said');
    expect(said).toContain('n lies between 1,296 and 1,340, and is taken as 1,296');
    const apart = compareTask(side(0.6892, [1296, 1340]), side(0.6892, [1341, 1400]));
    expect(decideOne(apart, allowing(maxDrop(0.02))).result.reasons[0]).toContain(
      '1296 to 1340 samples behind acc in the baseline, 1341 to 1400 samples',
    );
    const known = compareTask(side(0.6892, [1296, 1340]), summed(0.6892, { n: 1319 }));
    expect(known.mismatches).toEqual([]);
  });

  test('that were rounded too far say nothing', () => {
    const side = summed(0.75, { n: null, stderr: 0.01, rounded: { n: [833, 7500], value: 0.005 } });
    const { result } = decideOne(compareTask(side, side), allowing(maxDrop(0.02)));
    expect(result.verdict).toBe('invalid');
    expect(result.reasons[0]).toMatch(/may be 833 or 7,500: keep the samples/);
  });

  // 2 of 500 and 5e-5: by a normal error it would lie below a ceiling of 1 %.
  test('of rates that were rounded are counts of few samples for a ceiling', () => {
    const side = summed(0.004, { n: 480, stderr: 0.0029, rounded: { n: [480, 520], value: 5e-5 } }, TOXICITY);
    const { result } = decideOne(compareTask(side, side), allowing(ceiling(0.01), { metric: 'toxicity' }));
    expect([result.verdict, result.test?.method]).toEqual(['inconclusive', 'clopper-pearson']);
  });

  test('warn of a candidate that scored nothing at all', () => {
    const { result } = decideOne(
      compareTask(summed(0, { stderr: 0 }), summed(0, { stderr: 0 })),
      allowing(maxDrop(0.02)),
    );
    expect(result.warnings).toEqual([expect.stringContaining('2,000 samples scored exactly 0')]);
  });
});
