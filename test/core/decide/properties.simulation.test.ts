import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { decide } from '../../../src/core/decide/decide.ts';
import type { GateRule } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { TaskRun } from '../../../src/core/domain/run.ts';
import type { Score } from '../../../src/core/domain/sample.ts';
import { join, VERDICTS } from '../../../src/core/domain/verdict.ts';
import { ACC, PERPLEXITY, run, TOXICITY } from '../compare/build.ts';
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
          samples: [...samples]
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
        // So wide that no candidate could break it, a limit leaves the gate undecided.
        const subject = { metric: input.metric.name };
        const judge = (value: number) =>
          decideOne(comparison, gate(maxDrop(value), { ...subject, allowFloor: true }), options).result
            .verdict;
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
