import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask, type TaskRun } from '../../src/compare/compare.ts';
import { decide } from '../../src/decide/decide.ts';
import type { GateRule } from '../../src/domain/gate.ts';
import type { MetricDeclaration } from '../../src/domain/metric.ts';
import type { SampleRecord, Score } from '../../src/domain/sample.ts';
import { join, VERDICTS, type Verdict } from '../../src/domain/verdict.ts';
import { declareMetric } from '../../src/metrics/registry.ts';
import { ACC, PERPLEXITY, record, run, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne, gate, maxDrop, minGain, policy } from './build.ts';

type Pair = readonly [Score | string | null, Score | string | null];

const anyOf = (score: fc.Arbitrary<Score>) =>
  fc.oneof(
    { weight: 40, arbitrary: score as fc.Arbitrary<Score | string | null> },
    { weight: 1, arbitrary: fc.constantFrom('unscored', null) },
  );
const bit = fc.constantFrom<Score>(0, 1);
const share = fc.integer({ min: 0, max: 4 }).map<Score>((quarters) => quarters / 4);
const part = fc
  .record({ numerator: fc.integer({ min: 1, max: 99 }), denominator: fc.integer({ min: 1, max: 40 }) })
  .map<Score>((value) => value);

/** A metric with paired scores, some of them missing. */
const data: fc.Arbitrary<{ metric: MetricDeclaration; pairs: readonly Pair[]; clusterSize: number }> = fc
  .constantFrom<[MetricDeclaration, fc.Arbitrary<Score>]>(
    [ACC, bit],
    [TOXICITY, bit],
    [ACC, share],
    [PERPLEXITY, part],
  )
  .chain(([metric, score]) =>
    fc.record({
      metric: fc.constant(metric),
      pairs: fc.oneof(
        fc.array(fc.tuple(anyOf(score), anyOf(score)), { maxLength: 80 }),
        fc.array(fc.tuple(score, score), { maxLength: 80 }),
        // The same score on both sides: no spread at all.
        fc.array(
          score.map<Pair>((value) => [value, value]),
          { maxLength: 200 },
        ),
      ),
      clusterSize: fc.constantFrom(1, 1, 4),
    }),
  );

type Data = typeof data extends fc.Arbitrary<infer T> ? T : never;

function sides({ metric, pairs, clusterSize }: Data): [TaskRun, TaskRun] {
  const place = (index: number) => ({
    group: index % 3 === 0 ? 'small' : 'large',
    ...(clusterSize === 1 ? {} : { cluster: `c${Math.floor(index / clusterSize)}` }),
  });
  const side = (index: 0 | 1) =>
    run(
      pairs.map((pair) => pair[index]),
      metric,
      {},
      place,
    );
  return [side(0), side(1)];
}

const limit = fc.double({ min: 0, max: 0.3, noNaN: true });
const byGroup = (value: number): GateRule => ({
  rule: 'no_regression_by_group',
  limit: { kind: 'absolute', value },
});
const proof = fc.oneof(limit.map(maxDrop), limit.map(minGain), limit.map(ceiling));
const rule = fc.oneof(proof, limit.map(byGroup));
const values = fc.record({
  target: fc.constantFrom('population', 'benchmark', 'auto'),
  onInconclusive: fc.constantFrom('lean', 'block', 'warn'),
  minCoverage: fc.constantFrom(0.5, 0.99),
} as const);

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('deciding', () => {
  test('gives finite numbers only, and no number as text', () => {
    fc.assert(
      fc.property(data, rule, values, (input, one, options) => {
        const { decision } = decideOne(compareTask(...sides(input)), one, options);
        expect(numbersIn(decision).filter((number) => !Number.isFinite(number))).toEqual([]);
        expect(JSON.stringify(decision)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 300 },
    );
  });

  test('takes samples in any order', () => {
    fc.assert(
      fc.property(data, rule, values, fc.infiniteStream(fc.nat()), (input, one, options, dice) => {
        const shuffled = ({ record, samples }: TaskRun): TaskRun => ({
          record,
          samples: samples
            .map((sample) => ({ sample, at: dice.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ sample }) => sample),
        });
        const [baseline, candidate] = sides(input);
        const before = decideOne(compareTask(baseline, candidate), one, options).decision;
        const after = decideOne(compareTask(shuffled(baseline), shuffled(candidate)), one, options).decision;
        expect(JSON.stringify(after)).toBe(JSON.stringify(before));
      }),
      { numRuns: 150 },
    );
  });

  test('negates the delta when the sides are swapped', () => {
    fc.assert(
      fc.property(data, (input) => {
        const [baseline, candidate] = sides(input);
        const there = compareTask(baseline, candidate).result?.metrics[0]?.delta ?? null;
        const back = compareTask(candidate, baseline).result?.metrics[0]?.delta ?? null;
        if (there === null || back === null) {
          expect([there, back]).toEqual([null, null]);
          return;
        }
        expect(Math.abs(back.value + there.value)).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(there.value)),
        );
        if (input.metric.scale === 'linear' && there.low !== null)
          expect(back.high).toBeCloseTo(-there.low, 9);
      }),
    );
  });

  test('never turns a pass into a regression when the limit widens', () => {
    fc.assert(
      fc.property(data, limit, limit, values, (input, one, other, options) => {
        const comparison = compareTask(...sides(input));
        const judge = (value: number) => decideOne(comparison, maxDrop(value), options).result.verdict;
        if (judge(Math.min(one, other)) === 'pass') expect(judge(Math.max(one, other))).toBe('pass');
      }),
      { numRuns: 300 },
    );
  });

  test('never fails an improvement of every sample', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), limit, values, (n, margin, options) => {
        const comparison = compareTask(
          run(Array.from({ length: n }, () => 0)),
          run(Array.from({ length: n }, () => 1)),
        );
        expect(decideOne(comparison, maxDrop(margin), options).result.verdict).not.toBe('regression');
      }),
    );
  });

  test('never turns a decided gate into its opposite when the same evidence comes again', () => {
    fc.assert(
      fc.property(data, proof, values, (input, one, options) => {
        const twice = { ...input, pairs: [...input.pairs, ...input.pairs] };
        const before = decideOne(compareTask(...sides(input)), one, options).result.verdict;
        const after = decideOne(compareTask(...sides(twice)), one, options).result.verdict;
        if (before === 'pass') expect(after).not.toBe('regression');
        if (before === 'regression') expect(after).not.toBe('pass');
      }),
      { numRuns: 300 },
    );
  });

  test('never blocks by an advisory gate', () => {
    fc.assert(
      fc.property(data, rule, (input, one) => {
        const comparison = compareTask(...sides(input));
        const metric = input.metric.name;
        const sure = run(
          Array.from({ length: 300 }, () => 1),
          ACC,
          { task: 'sure' },
        );
        const { verdict, blocked } = decide({
          comparisons: [comparison, compareTask(sure, sure)],
          gates: [gate(one, { metric, tier: 'advisory' }), gate(maxDrop(0.02), { id: 'sure', task: 'sure' })],
          policy: policy(),
        });
        expect([verdict, blocked]).toEqual(['pass', false]);
      }),
    );
  });
});

/** Other kinds of evidence: how their gates are judged, by a limit on the drop, on so many times the same samples. */
interface Kind {
  readonly name: string;
  readonly judge: (drawn: Drawn, limit: number, times: number) => Verdict;
}

interface Drawn {
  readonly pairs: readonly (readonly [0 | 1, 0 | 1])[];
  readonly others: readonly (readonly [0 | 1, 0 | 1])[];
}

const flip = fc.constantFrom<[0 | 1, 0 | 1]>([0, 0], [1, 1], [1, 1], [1, 1], [1, 0], [0, 1]);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  pairs: fc.array(flip, { minLength: 2, maxLength: 70 }),
  others: fc.array(flip, { minLength: 2, maxLength: 70 }),
});

const repeated = <T>(items: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => items).flat();

function compared(
  pairs: Drawn['pairs'],
  metric: MetricDeclaration,
  score: (bit: 0 | 1, index: number) => Score,
  task = 'facts',
  place: (index: number) => Partial<SampleRecord> = () => ({}),
) {
  const side = (at: 0 | 1) =>
    run(
      pairs.map((pair, index) => score(pair[at], index)),
      metric,
      { task },
      place,
    );
  return compareTask(side(0), side(1));
}

const F1 = declareMetric('f1_macro');
const MACRO: MetricDeclaration = { ...ACC, group_average: 'macro' };

const KINDS: readonly Kind[] = [
  {
    name: 'corpus metrics',
    judge: ({ pairs }, limit, times) =>
      decideOne(
        compared(repeated(pairs, times), F1, (bit, index) => {
          const reference = (index % pairs.length) % 2;
          return { parts: [reference, bit === 1 ? reference : 1 - reference] };
        }),
        maxDrop(limit),
      ).result.verdict,
  },
  {
    name: 'means of groups',
    judge: ({ pairs }, limit, times) =>
      decideOne(
        compared(
          repeated(pairs, times),
          MACRO,
          (bit) => bit,
          'facts',
          (index) => ({ group: (index % pairs.length) % 2 === 0 ? 'even' : 'odd' }),
        ),
        maxDrop(limit),
      ).result.verdict,
  },
  {
    name: 'results without samples',
    judge: ({ pairs }, limit, times) => {
      const side = (at: 0 | 1): TaskRun => {
        const value = pairs.reduce((total, pair) => total + pair[at], 0) / pairs.length;
        const n = pairs.length * times;
        const aggregates = [{ metric: 'acc', value, stderr: null, n }];
        return { record: record({ planned: n, aggregates }), samples: [] };
      };
      const one = gate(maxDrop(limit), { allowWeakEvidence: true });
      return decideOne(compareTask(side(0), side(1)), one).result.verdict;
    },
  },
  {
    name: 'net gains',
    judge: ({ pairs, others }, limit, times) => {
      const all = [pairs, others].map((each, index) =>
        compared(repeated(each, times), ACC, (bit) => bit, index === 0 ? 'facts' : 'others'),
      );
      // A limit on the drop is a wanted gain of less: the wider one is wanted less.
      const one = gate({
        rule: 'net_gain',
        limit: { kind: 'absolute', value: 0.3 - limit },
        losses: [{ task: 'others', metric: 'acc', weight: 1 }],
      });
      const [result] = decide({ comparisons: all, gates: [one], policy: policy() }).gates;
      if (result === undefined) throw new Error('the gate was lost');
      return result.verdict;
    },
  },
];

describe.each(KINDS)('deciding on $name', ({ judge }) => {
  test('says something of some data', () => {
    const pairs = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0 ? ([1, 0] as const) : ([1, 1] as const),
    );
    const others = pairs.map(() => [1, 1] as const);
    expect(judge({ pairs, others }, 0.05, 4)).toBe('regression');
  });

  test('never turns a pass into a regression when the limit widens', () => {
    fc.assert(
      fc.property(drawn, limit, limit, (input, one, other) => {
        const [tight, wide] = [Math.min(one, other), Math.max(one, other)];
        if (judge(input, tight, 1) === 'pass') expect(judge(input, wide, 1)).toBe('pass');
        if (judge(input, wide, 1) === 'regression') expect(judge(input, tight, 1)).toBe('regression');
      }),
      { numRuns: 30 },
    );
  });

  test('never turns a decided gate into its opposite when the same evidence comes again', () => {
    fc.assert(
      fc.property(drawn, limit, (input, one) => {
        const verdicts = [judge(input, one, 1), judge(input, one, 3)];
        expect(new Set(verdicts).size === 2 && !verdicts.includes('inconclusive')).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe('joining verdicts', () => {
  const verdict = fc.constantFrom(...VERDICTS);
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(verdict, verdict, verdict, (a, b, c) => {
        expect(join([a, b])).toBe(join([b, a]));
        expect(join([join([a, b]), c])).toBe(join([a, join([b, c])]));
        expect(join([a, a])).toBe(a);
      }),
    );
  });
  test('of nothing is invalid', () => {
    expect(join([])).toBe('invalid');
  });
});
