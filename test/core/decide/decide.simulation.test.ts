import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { decide } from '../../../src/core/decide/decide.ts';
import type { GateRule } from '../../../src/core/domain/gate.ts';
import { verdictExitCode } from '../../../src/core/domain/verdict.ts';
import { ACC, BITS, binaryComparison, PERPLEXITY, record, run, sample, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne, floor, gate, maxDrop, minGain, policy } from './build.ts';

describe('max_drop on 0/1 scores', () => {
  test.each([
    ['nothing changed in many samples', { both: 400, neither: 200 }, 0.02, 'pass', 0],
    ['nothing changed in too few samples to lean on', { both: 40, neither: 20 }, 0.02, 'inconclusive', 2],
    ['the last count that proves nothing', { both: 132 }, 0.02, 'inconclusive', 0],
    ['the first count that proves two points', { both: 133 }, 0.02, 'pass', 0],
    ['a proven regression', { both: 300, fell: 60, neither: 140 }, 0.02, 'regression', 1],
    ['an improvement', { both: 300, rose: 60, neither: 140 }, 0.02, 'pass', 0],
    ['an improvement of every sample, of which none could be lost', { rose: 40 }, 0.02, 'inconclusive', 2],
    [
      'a drop within the limit that leans to pass',
      { both: 300, fell: 25, rose: 20, neither: 155 },
      0.02,
      'inconclusive',
      0,
    ],
    [
      'a drop beyond the limit that leans to block',
      { both: 300, fell: 35, rose: 20, neither: 145 },
      0.02,
      'inconclusive',
      2,
    ],
    ['a drop of exactly the limit', { both: 300, fell: 30, rose: 20, neither: 150 }, 0.02, 'inconclusive', 2],
    ['two samples', { both: 2 }, 0.02, 'inconclusive', 2],
    ['one sample', { both: 1 }, 0.02, 'inconclusive', 2],
    ['one sample that got worse', { fell: 1 }, 0.02, 'inconclusive', 2],
    ['no samples', {}, 0.02, 'invalid', 3],
    ['a limit that nothing can exceed', { fell: 30 }, 1, 'inconclusive', 2],
    ['no drop allowed and nothing changed', { both: 500 }, 0, 'inconclusive', 2],
    ['no drop allowed and a clear gain', { both: 500, rose: 40 }, 0, 'pass', 0],
  ] as const)('%s', (_, counts, limit, verdict, exitCode) => {
    const { decision, result } = decideOne(binaryComparison(counts), maxDrop(limit));
    expect([result.verdict, decision.verdict, verdictExitCode(decision.verdict, decision.blocked)]).toEqual([
      verdict,
      verdict,
      exitCode,
    ]);
    expect(decision.blocked).toBe(exitCode !== 0);
    expect(result.leaning !== null).toBe(verdict === 'inconclusive');
  });

  test('the same counts are the other way round where lower is better', () => {
    const worse = decideOne(binaryComparison({ both: 300, rose: 60, neither: 140 }, TOXICITY), maxDrop(0.02));
    expect(worse.result.verdict).toBe('regression');
    expect(worse.result.flips).toEqual({ regressed: 60, improved: 0 });
    const better = decideOne(
      binaryComparison({ both: 300, fell: 60, neither: 140 }, TOXICITY),
      maxDrop(0.02),
    );
    expect(better.result.verdict).toBe('pass');
  });

  test('carries the numbers of the test', () => {
    const { result } = decideOne(
      binaryComparison({ both: 295, fell: 41, rose: 20, neither: 144 }),
      maxDrop(0.02),
    );
    expect(result.delta).toMatchObject({ value: expect.closeTo(-0.042, 12), level: 0.9, method: 'tango' });
    expect(result.delta?.low).toBeCloseTo(-0.0686, 3);
    expect(result.test?.method).toBe('tango');
    expect(result.baseline).toMatchObject({ value: 0.672, n: 500 });
    expect(result.candidate).toMatchObject({ value: 0.63, n: 500 });
    expect(result.flips).toEqual({ regressed: 41, improved: 20 });
    expect(result.minimumDetectable).toBeCloseTo(2.93 * Math.sqrt(0.122 / 500), 2);
    expect(result.needed).toBeGreaterThan(500);
    expect(result.bound).toBe(null);
  });

  test('a relative limit counts from the baseline', () => {
    const rule = { rule: 'max_drop', limit: { kind: 'relative', value: 0.1 } } as const;
    const { result } = decideOne(binaryComparison({ both: 300, fell: 60, neither: 140 }), rule);
    expect(result.margin).toBeCloseTo(0.072, 12);
    expect(result.limit).toBe('10%rel');
  });

  test('a relative limit on a baseline of nothing is no limit', () => {
    const rule = { rule: 'max_drop', limit: { kind: 'relative', value: 0.1 } } as const;
    expect(decideOne(binaryComparison({ neither: 500 }), rule).result).toMatchObject({
      verdict: 'invalid',
      margin: null,
    });
  });
});

describe('min_gain on 0/1 scores', () => {
  test.each([
    ['a gain far above the limit', { both: 300, rose: 60, neither: 140 }, 0.01, 'pass'],
    ['no change at all', { both: 400, neither: 200 }, 0.01, 'regression'],
    ['a loss', { both: 300, fell: 60, neither: 140 }, 0.01, 'regression'],
    ['a gain about as large as asked', { both: 300, rose: 12, fell: 7, neither: 181 }, 0.01, 'inconclusive'],
    ['no change where any gain will do', { both: 600 }, 0, 'inconclusive'],
  ] as const)('%s', (_, counts, limit, verdict) => {
    expect(decideOne(binaryComparison(counts), minGain(limit)).result.verdict).toBe(verdict);
  });
});

describe('what a gate is judged on', () => {
  const filtered = (flexible: number) => ({
    record: record({ planned: 300 }),
    samples: Array.from({ length: 300 }, (_, index) => [
      sample(`s${index}`, { acc: flexible }, { filter: 'flexible' }),
      sample(`s${index}`, { acc: index % 2 }, { filter: 'strict' }),
    ]).flat(),
  });

  test.each([
    ['strict', 'pass'],
    ['flexible', 'regression'],
    ['exact', 'invalid'],
    [undefined, 'invalid'],
  ] as const)('the lines of its filter: %s', (filter, verdict) => {
    const own = gate(maxDrop(0.1), filter === undefined ? {} : { filter });
    const { result } = decideOne(compareTask(filtered(1), filtered(0)), own);
    expect([result.verdict, result.metric]).toEqual([
      verdict,
      filter === undefined ? 'acc' : `acc,${filter}`,
    ]);
  });

  test('pairs for a change, all that the candidate has for a value', () => {
    const comparison = compareTask(run([1, 1, 'cut off', null]), run([1, 0, 1, 0]));
    const of = (rule: GateRule) => decideOne(comparison, rule, { minCoverage: 0.5 }).result;
    expect(of(maxDrop(0.02))).toMatchObject({
      pairs: 2,
      baseline: { n: 2 },
      candidate: { value: 0.5, n: 2 },
    });
    expect(of(floor(0.2))).toMatchObject({ pairs: 2, candidate: { value: 0.5, n: 4 } });
  });

  test('on something, whatever coverage the policy asks for', () => {
    const comparison = compareTask(run(['down', 'down']), run(['down', 'down']));
    expect(decideOne(comparison, maxDrop(0.02), { minCoverage: 0 }).result.verdict).toBe('invalid');
  });
});

describe('an undecided gain', () => {
  // 1 − 0.99²⁸ = 0.2453, 1 − 0.99³⁰ = 0.2603.
  test.each([
    ['is likely', { both: 300, rose: 14, fell: 5, neither: 181 }, 'pass'],
    ['is not', { both: 300, rose: 9, fell: 5, neither: 186 }, 'regression'],
    ['of one answer is luck in less than a quarter of runs', { both: 27, rose: 1 }, 'pass'],
    ['of one answer is luck in more', { both: 29, rose: 1 }, 'regression'],
  ] as const)('%s', (_, counts, leaning) => {
    const { result } = decideOne(binaryComparison(counts), minGain(0.01));
    expect([result.verdict, result.leaning, result.blocks]).toEqual([
      'inconclusive',
      leaning,
      leaning !== 'pass',
    ]);
  });
});

describe('the benchmark itself', () => {
  test.each([
    ['a drop of exactly the limit', { both: 960, fell: 30, rose: 10 }, maxDrop(0.02), 'pass'],
    ['one sample more', { both: 960, fell: 31, rose: 9 }, maxDrop(0.02), 'regression'],
    ['a gain of exactly what was asked', { both: 980, rose: 15, fell: 5 }, minGain(0.01), 'pass'],
    ['one sample less', { both: 980, rose: 14, fell: 6 }, minGain(0.01), 'regression'],
    ['nothing changed and nothing allowed', { both: 5 }, maxDrop(0), 'pass'],
    ['a limit that is no exact double', { both: 970, fell: 30 }, maxDrop(0.1 - 0.07), 'pass'],
  ] as const)('%s', (_, counts, rule, verdict) => {
    const { result } = decideOne(binaryComparison(counts), rule, { target: 'benchmark' });
    expect([result.verdict, result.test?.method]).toEqual([verdict, 'benchmark']);
  });

  test.each([
    ['population', { both: 1000, fell: 60, rose: 60, neither: 880 }],
    ['benchmark', { both: 6000, fell: 480, rose: 480, neither: 1040 }],
  ] as const)('auto speaks of the %s', (target, counts) => {
    const { result } = decideOne(binaryComparison(counts), maxDrop(0.02), { target: 'auto' });
    expect(result.test?.method === 'benchmark').toBe(target === 'benchmark');
  });

  test.each([
    ['nothing changed', [], [], maxDrop(0)],
    ['some rose and none fell', [3], [], minGain(0)],
    ['one fell', [], [3], maxDrop(0)],
  ] as const)('is not spoken of by auto at a limit of 0 where of graded scores %s', (_, rose, fell, rule) => {
    const before = Array.from({ length: 40 }, (_each, index) => (index % 8) / 8 + 0.05);
    const after = before.map((score, index) => {
      const [isUp, isDown] = [rose, fell].map((moved) => (moved as readonly number[]).includes(index));
      return score + Number(isUp) * 0.05 - Number(isDown) * 0.05;
    });
    const { result } = decideOne(compareTask(run(before), run(after)), rule, { target: 'auto' });
    expect([result.verdict, result.test?.method]).toEqual(['inconclusive', 't']);
  });

  test('cannot be spoken of by a part of it', () => {
    const limited = binaryComparison({ both: 900 }, ACC, { fingerprint: { limit: 900 } });
    expect(decideOne(limited, maxDrop(0.02), { target: 'benchmark' }).result.verdict).toBe('invalid');
    expect(decideOne(limited, maxDrop(0.02), { target: 'auto' }).result.verdict).toBe('pass');
  });

  test('is spoken of by itself only where all of it was seen', () => {
    const ones = Array.from({ length: 1000 }, () => 1);
    const cut = ones.map((score, index) => (index === 0 ? 'cut off' : score));
    const limited = { fingerprint: { limit: 1000 } };
    const methodOf = (comparison: Parameters<typeof decideOne>[0]) =>
      decideOne(comparison, maxDrop(0.3), { target: 'auto' }).result.test?.method;
    expect([
      methodOf(compareTask(run(ones), run(ones))),
      methodOf(compareTask(run(ones), run(cut))),
      methodOf(compareTask(run(ones, ACC, limited), run(ones, ACC, limited))),
    ]).toEqual(['benchmark', 'tango', 'tango']);
  });

  test('stays open where a missing score could tip it', () => {
    const scores = Array.from({ length: 1000 }, () => 1);
    const candidate = scores.map((score, index) => (index < 20 ? 0 : index === 20 ? 'cut off' : score));
    const comparison = compareTask(run(scores), run(candidate));
    expect(decideOne(comparison, maxDrop(0.02), { target: 'benchmark' }).result.verdict).toBe('inconclusive');
  });
});

describe('ceilings and floors', () => {
  test.each([
    ['299 clean answers under one per cent', TOXICITY, { neither: 299 }, ceiling(0.01), 'pass'],
    ['298 clean answers', TOXICITY, { neither: 298 }, ceiling(0.01), 'inconclusive'],
    ['far too many', TOXICITY, { rose: 20, neither: 280 }, ceiling(0.01), 'regression'],
    ['a ceiling of nothing', TOXICITY, { neither: 5000 }, ceiling(0), 'inconclusive'],
    ['a ceiling of nothing with one event', TOXICITY, { rose: 1, neither: 5000 }, ceiling(0), 'regression'],
    ['all right above a floor', ACC, { both: 100 }, floor(0.95), 'pass'],
    ['too few right', ACC, { both: 80, fell: 20 }, floor(0.95), 'regression'],
    ['about the floor', ACC, { both: 96, neither: 4 }, floor(0.95), 'inconclusive'],
    ['a ceiling on what should be high', ACC, { both: 100 }, ceiling(0.5), 'invalid'],
    ['a floor under what should be low', TOXICITY, { both: 100 }, floor(0.5), 'invalid'],
  ] as const)('%s', (_, metric, counts, rule, verdict) => {
    const { result } = decideOne(binaryComparison(counts, metric), rule);
    expect(result.verdict).toBe(verdict);
  });

  // (z.95 + z.9) / z.95 = 1.7791
  test.each([
    ['upper', TOXICITY, { neither: 300, rose: 30 }, ceiling(0.1), 1],
    ['lower', ACC, { both: 300, fell: 30 }, floor(0.9), -1],
  ] as const)(
    'show the %s limit that decides, and what could have been seen',
    (side, metric, counts, rule, sign) => {
      const { result } = decideOne(binaryComparison(counts, metric), rule);
      expect(result.bound).toMatchObject({ side, level: 0.95 });
      const away = sign * ((result.bound?.value ?? 0) - (result.candidate?.value ?? 0));
      expect(away).toBeGreaterThan(0.02);
      expect(result.minimumDetectable).toBeCloseTo(1.7791 * away, 4);
    },
  );

  test('speak of all questions like these, however many were asked', () => {
    const { result } = decideOne(binaryComparison({ neither: 300 }, TOXICITY), ceiling(0.5), {
      target: 'auto',
    });
    expect(result.test?.method).toBe('clopper-pearson');
  });

  test('say how many clean answers would do', () => {
    const { result } = decideOne(binaryComparison({ neither: 200 }, TOXICITY), ceiling(0.01));
    expect(result.needed).toBe(299);
  });

  // 0.99¹³⁷ = 0.2523, 0.99¹³⁸ = 0.2498; 0.95²⁷ = 0.2503, 0.95²⁸ = 0.2378.
  test('lean where so clean a sheet is luck in less than a quarter of runs', () => {
    const leaning = (
      counts: Parameters<typeof binaryComparison>[0],
      metric: typeof TOXICITY | undefined,
      rule: GateRule,
    ) => decideOne(binaryComparison(counts, metric), rule).result.leaning;
    expect([137, 138].map((neither) => leaning({ neither }, TOXICITY, ceiling(0.01)))).toEqual([
      'regression',
      'pass',
    ]);
    expect([27, 28].map((both) => leaning({ both }, undefined, floor(0.95)))).toEqual(['regression', 'pass']);
  });
});

describe('scores that are not 0 or 1', () => {
  const noise = (index: number) => ((index * 7919) % 101) / 1010 - 0.05;
  const baseline = Array.from({ length: 400 }, (_, index) => 0.5 + noise(index));

  test.each([
    ['unchanged but for noise', 0, 'pass'],
    ['much worse', -0.1, 'regression'],
    ['better', 0.1, 'pass'],
  ] as const)('%s', (_, shift, verdict) => {
    const candidate = baseline.map((score, index) => score + shift + noise(index * 3) / 5);
    const { result } = decideOne(compareTask(run(baseline), run(candidate)), maxDrop(0.02));
    expect([result.verdict, result.delta?.method, result.flips]).toEqual([verdict, 't', null]);
  });

  test.each([
    [60, 'inconclusive'],
    [400, 'pass'],
  ] as const)('%d identical scores are sparse data: %s', (n, verdict) => {
    const { result } = decideOne(
      compareTask(run(baseline.slice(0, n)), run(baseline.slice(0, n))),
      maxDrop(0.02),
    );
    expect(result.verdict).toBe(verdict);
    expect(result.reasons.join(' ')).toContain('Few independent samples moved far');
  });

  test('clusters count as one each', () => {
    const scores = Array.from({ length: 400 }, (_, index) => (index % 3 === 0 ? 0 : 1));
    const changed = scores.map((score, index) => (Math.floor(index / 20) % 4 === 0 ? 1 - score : score));
    const clustered = (values: number[]) =>
      run(values, ACC, {}, (index) => ({ cluster: `passage ${Math.floor(index / 20)}` }));
    const alone = decideOne(compareTask(run(scores), run(changed)), maxDrop(0.02)).result;
    const together = decideOne(compareTask(clustered(scores), clustered(changed)), maxDrop(0.02)).result;
    expect(together.delta?.method).toBe('clustered t');
    expect(together.delta?.value).toBeCloseTo(alone.delta?.value ?? NaN, 12);
    const width = ({ delta }: typeof alone) => (delta?.high ?? NaN) - (delta?.low ?? NaN);
    expect(width(together)).toBeGreaterThan(1.5 * width(alone));
  });
});

describe('limits relative to the baseline', () => {
  // Each answer keeps a share of its own score, so that how much scores differ among themselves is no doubt: by the spread of
  // `c - b` alone 540 samples prove neither.
  test('hold against the baseline of the same samples', () => {
    const scores = Array.from({ length: 540 }, (_, index) => 0.05 + (0.94 * index) / 540);
    const kept = (share: number) => run(scores.map((score) => share * score));
    const verdict = (share: number) =>
      decideOne(compareTask(kept(1), kept(share)), {
        rule: 'max_drop',
        limit: { kind: 'relative', value: 0.05 },
      }).result.verdict;
    expect([0.96, 0.94].map(verdict)).toEqual(['pass', 'regression']);
  });
});

describe('ratios', () => {
  const parts = Array.from({ length: 60 }, (_, index) => ({
    numerator: 80 + ((index * 37) % 23),
    denominator: 40 + (index % 7),
  }));
  const scaled = (factor: number) =>
    parts.map((part, index) => ({ ...part, numerator: part.numerator * factor + ((index * 13) % 5) / 50 }));
  const relative = { rule: 'max_drop', limit: { kind: 'relative', value: 0.05 } } as const;

  test.each([
    ['perplexity unchanged', PERPLEXITY, 1, 'pass'],
    ['perplexity much higher', PERPLEXITY, 1.1, 'regression'],
    ['perplexity lower', PERPLEXITY, 0.9, 'pass'],
    ['bits per byte unchanged', BITS, 1, 'pass'],
    ['bits per byte higher', BITS, 1.1, 'regression'],
  ] as const)('%s', (_, metric, factor, verdict) => {
    const comparison = compareTask(run(parts, metric), run(scaled(factor), metric));
    expect(decideOne(comparison, relative).result.verdict).toBe(verdict);
  });

  test('a perplexity is shown as such and judged by its logarithm', () => {
    const { result } = decideOne(compareTask(run(parts, PERPLEXITY), run(scaled(1.1), PERPLEXITY)), relative);
    const total = (key: 'numerator' | 'denominator') => parts.reduce((sum, part) => sum + part[key], 0);
    const perplexity = Math.exp(total('numerator') / total('denominator'));
    expect(result.baseline?.value).toBeCloseTo(perplexity, 9);
    expect(result.margin).toBeCloseTo(0.05 * perplexity, 9);
    expect(result.delta?.low).toBeLessThan(result.delta?.value ?? NaN);
    expect(result.delta?.method).toBe('linearised t');
  });

  test('a single missing document leaves an unbounded metric open', () => {
    const candidate = scaled(1).map((part, index) => (index === 7 ? 'overflow' : part));
    const { result } = decideOne(compareTask(run(parts, BITS), run(candidate, BITS)), relative, {
      minCoverage: 0.9,
    });
    expect(result).toMatchObject({ verdict: 'inconclusive', leaning: 'regression', blocks: true });
  });
});

describe('missing scores', () => {
  const right = Array.from({ length: 1000 }, () => 1);
  const spoiled = (count: number, by: string | null) =>
    right.map((score, index) => (index < count ? by : score));

  test.each([
    ['unscored within the coverage', spoiled(10, 'refused'), right, 'pass'],
    ['unscored beyond the coverage', spoiled(11, 'refused'), right, 'invalid'],
    ['absent within the coverage', spoiled(10, null), right, 'pass'],
    ['absent beyond the coverage', spoiled(11, null), right, 'invalid'],
    ['absent in the baseline', right, spoiled(11, null), 'invalid'],
    ['unscored everywhere', spoiled(1000, 'broken'), right, 'invalid'],
  ] as const)('%s', (_, candidate, baseline, verdict) => {
    const { result } = decideOne(compareTask(run(baseline), run(candidate)), maxDrop(0.02));
    expect(result.verdict).toBe(verdict);
  });

  test('are as bad as can be for a pass and as good as can be for a failure', () => {
    const { result } = decideOne(compareTask(run(right), run(spoiled(30, 'refused'))), maxDrop(0.02), {
      minCoverage: 0.9,
    });
    expect(result).toMatchObject({ verdict: 'inconclusive', leaning: 'regression' });
    expect(result.delta?.value).toBe(0);
    expect(result.delta?.low).toBeLessThan(-0.03);
    expect(result.unscored).toEqual({ baseline: 0, candidate: 30 });
  });
});

describe('what cannot be judged', () => {
  const fine = binaryComparison({ both: 600 });
  const judged = (one: ReturnType<typeof gate>) => decideOne(fine, one).result;

  test('an unknown task names the tasks there are', () => {
    expect(judged(gate(maxDrop(0.02), { task: 'fact' })).reasons).toEqual([
      'There is no task fact among the runs; there are facts.',
    ]);
  });

  test('an unknown metric names the metrics there are', () => {
    const result = judged(gate(maxDrop(0.02), { metric: 'acc_norm' }));
    expect([result.verdict, result.reasons]).toEqual([
      'invalid',
      ['No sample of facts has a score for acc_norm; there are scores for acc.'],
    ]);
  });

  test.each([
    [
      'no sample with a score',
      run(['broken', 'broken']),
      ACC,
      'Only 0 of 2 samples (0 %) have the scores that this gate needs; at least 99 % must. Without a score on the candidate: 2, mostly because “broken”.',
    ],
    [
      'a metric of the whole corpus',
      run([1, 1], { ...ACC, kind: 'corpus' }),
      { ...ACC, kind: 'corpus' },
      'acc is a function of all samples at once, and nobody says which: gate a metric with a score a sample, or keep its parts and name its aggregate.',
    ],
  ] as const)('%s', (_, candidate, metric, reason) => {
    const { result } = decideOne(compareTask(run([1, 1], metric), candidate), maxDrop(0.02));
    expect([result.verdict, result.reasons]).toEqual(['invalid', [reason]]);
  });

  test('a ratio with nothing to divide by has no value', () => {
    const nothing = run(
      [0, 0].map((numerator) => ({ numerator, denominator: 0 })),
      BITS,
    );
    const something = run(
      [1, 1].map((numerator) => ({ numerator, denominator: 1 })),
      BITS,
    );
    expect(decideOne(compareTask(something, nothing), maxDrop(0.02)).result.verdict).toBe('invalid');
    expect(decideOne(compareTask(nothing, something), maxDrop(0.02)).result.verdict).toBe('invalid');
    expect(decideOne(compareTask(something, nothing), ceiling(2)).result.verdict).toBe('invalid');
  });

  test('an ambiguous metric names its filters', () => {
    const filtered = () => ({
      record: record({ planned: 1 }),
      samples: ['strict', 'flexible'].map((filter) => sample('a', { acc: 1 }, { filter })),
    });
    const comparison = compareTask(filtered(), filtered());
    expect(decideOne(comparison, gate(maxDrop(0.02))).result.reasons).toEqual([
      'acc has several filters, and each gives another value: name one of acc,flexible, acc,strict.',
    ]);
    expect(decideOne(comparison, gate(maxDrop(0.02), { filter: 'strict' })).result.verdict).toBe(
      'inconclusive',
    );
    expect(decideOne(comparison, gate(maxDrop(0.02), { filter: 'none' })).result.verdict).toBe('invalid');
  });

  test('a hard mismatch is named', () => {
    const candidate = run([1, 1, 1], ACC, { fingerprint: { dataset: 'sha256:other' } });
    const { result, decision } = decideOne(compareTask(run([1, 1, 1]), candidate), maxDrop(0.02));
    expect([result.verdict, verdictExitCode(decision.verdict, decision.blocked)]).toEqual(['invalid', 3]);
    expect(result.reasons.join(' ')).toContain(
      'digest of the dataset rows (dataset): sha256:d in the baseline',
    );
  });
});

describe('joining', () => {
  const fine = binaryComparison({ both: 600 });
  const broken = binaryComparison({ both: 600 }, ACC, {
    task: 'broken',
    status: { state: 'failed', reason: 'killed' },
  });
  const pass = gate(maxDrop(0.02));
  const decideAll = (gates: Parameters<typeof decide>[0]['gates'], comparisons = [fine]) =>
    decide({ comparisons, gates, policy: policy() });

  test('no gates are no judgement', () => {
    expect(decideAll([])).toMatchObject({ verdict: 'invalid', blocked: true });
  });

  test('advisory gates alone are no judgement', () => {
    expect(decideAll([{ ...pass, tier: 'advisory' }])).toMatchObject({ verdict: 'invalid', blocked: true });
  });

  test('gates on something else than samples are no judgement of a checkpoint by themselves', () => {
    const { gates: held } = decideAll([pass]);
    const judged = held.map((result) => ({ ...result, id: 'curves/generalization_gap:ceiling' }));
    expect(judged).toMatchObject([{ tier: 'blocking', verdict: 'pass' }]);
    for (const gates of [[], [{ ...pass, tier: 'advisory' as const }]]) {
      const decision = decide({ comparisons: [fine], gates, judged, policy: policy() });
      expect(decision).toMatchObject({ verdict: 'invalid', blocked: true });
      expect(decision.reasons[0]).toMatch(/^All gates on samples are advisory/);
    }
    expect(decide({ comparisons: [fine], gates: [pass], judged, policy: policy() }).verdict).toBe('pass');
  });

  test('an advisory failure is judged and does not block', () => {
    const advisory = gate(maxDrop(0.02), { id: 'b', task: 'broken', tier: 'advisory' });
    const decision = decideAll([pass, advisory], [fine, broken]);
    expect(decision).toMatchObject({ verdict: 'pass', blocked: false });
    expect(decision.gates.map(({ verdict, blocks }) => [verdict, blocks])).toEqual([
      ['pass', false],
      ['invalid', false],
    ]);
  });

  test('a broken task that no gate speaks of is told, and changes no verdict', () => {
    const { verdict, blocked, reasons } = decideAll([pass], [fine, broken]);
    expect({ verdict, blocked }).toEqual({ verdict: 'pass', blocked: false });
    expect(reasons.at(-1)).toMatch(/^No gate speaks of it: /);
  });

  test('the worst blocking gate comes first', () => {
    const worse = gate(minGain(0.05), { id: 'worse' });
    expect(decideAll([pass, worse]).gates.map(({ id }) => id)).toEqual(['worse', pass.id]);
  });

  test.each([
    ['lean', 0.021, false, 'pass', 0],
    ['lean', 0.011, true, 'regression', 2],
    ['block', 0.021, true, null, 2],
    ['warn', 0.0001, false, null, 0],
  ] as const)('on_inconclusive %s at %d', (onInconclusive, limit, blocked, leaning, exitCode) => {
    const undecided = binaryComparison({ both: 470, fell: 15, rose: 10, neither: 5 });
    const { decision, result } = decideOne(undecided, maxDrop(limit), { onInconclusive });
    expect(result.verdict).toBe('inconclusive');
    expect([decision.blocked, result.leaning, verdictExitCode(decision.verdict, decision.blocked)]).toEqual([
      blocked,
      leaning,
      exitCode,
    ]);
  });
});

describe('reasons are whole sentences', () => {
  test.each([
    [
      'regression',
      { both: 300, fell: 60, neither: 140 },
      [
        'acc on facts went from 72.0 % to 60.0 %, a change of −12.0 pp (90 % interval −14.6 pp to −9.8 pp, 500 pairs).',
        'A drop of more than 2 pp is proven.',
      ],
    ],
    [
      'inconclusive',
      { both: 300, fell: 35, rose: 20, neither: 145 },
      [
        'acc on facts went from 67.0 % to 64.0 %, a change of −3.0 pp (90 % interval −5.5 pp to −0.6 pp, 500 pairs).',
        'A drop of more than 2 pp is neither ruled out nor proven.',
      ],
    ],
    [
      'inconclusive',
      { both: 1 },
      [
        'acc on facts went from 100.0 % to 100.0 %, a change of 0.0 pp (no interval, 1 pair).',
        'Less than two independent samples of one weight have no interval: nothing can be proven or ruled out.',
      ],
    ],
  ] as const)('%s', (verdict, counts, reasons) => {
    const { result } = decideOne(binaryComparison(counts), maxDrop(0.02));
    expect([result.verdict, result.reasons]).toEqual([verdict, reasons]);
  });

  test('of a ceiling, with its limit', () => {
    const { result } = decideOne(binaryComparison({ neither: 300 }, TOXICITY), ceiling(0.01));
    expect(result.reasons).toEqual([
      'toxicity on facts is 0.0 % for the candidate (95 % upper limit 1.0 %, 300 samples).',
      'A value above 1 % is ruled out.',
    ]);
    expect(result.bound).toEqual({ side: 'upper', value: expect.closeTo(0.009936, 6), level: 0.95 });
  });
});

test('a collapse to zero is pointed out', () => {
  const { result } = decideOne(binaryComparison({ fell: 300, neither: 50 }), maxDrop(0.02));
  expect(result.verdict).toBe('regression');
  expect(result.reasons.join(' ')).toContain('scored exactly 0');
});
