import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateOfFlips, hypotheticalEstimate } from '../../../src/core/decide/hypothetical.ts';
import { leaningOf, stopsMerge } from '../../../src/core/decide/result.ts';
import { hypothesisOf } from '../../../src/core/decide/rules/registry.ts';
import { chooseTarget, testHypothesis } from '../../../src/core/decide/test-hypothesis.ts';
import type { GateRule } from '../../../src/core/domain/gate.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { binomialExactly } from '../../../src/core/stats/special/binomial.ts';
import { binaryComparison } from '../compare/build.ts';
import { ceiling, decideOne, maxDrop, minGain, policy } from './build.ts';

const BASELINE = { value: 0.65, stderr: null, n: 1 };

function hypothesis(rule: GateRule, metric: 'acc' | 'toxicity') {
  const asked = hypothesisOf(rule, declareMetric(metric), BASELINE);
  if ('refusal' in asked) throw new Error(asked.refusal);
  return asked;
}

/** 2 proven, 1 leant on, 0 blocked. */
function merit(tested: ReturnType<typeof testHypothesis>, lean = 0.25): number {
  if (stopsMerge(tested, policy({ leanAlpha: lean }))) return 0;
  return tested.verdict === 'pass' ? 2 : 1;
}

const judgeFlips = (rule: GateRule, regressed: number, improved: number, pairs: number) =>
  testHypothesis(
    hypothesis(rule, 'acc'),
    estimateOfFlips(-1, { regressed, improved, pairs }),
    0.05,
    'population',
  );

const judgeEvents = (limit: number, events: number, n: number) =>
  testHypothesis(
    hypothesis(ceiling(limit), 'toxicity'),
    hypotheticalEstimate('clopper-pearson', events / n, n, { kind: 'binomial', events, n }),
    0.05,
    'population',
  );

describe('what is better never leans worse', () => {
  const check = (rule: GateRule, pairs: number, regressed: number, improved: number) => {
    const own = merit(judgeFlips(rule, regressed, improved, pairs));
    const better = [
      ...(regressed > 0 ? [judgeFlips(rule, regressed - 1, improved, pairs)] : []),
      ...(regressed + improved < pairs ? [judgeFlips(rule, regressed, improved + 1, pairs)] : []),
    ];
    for (const each of better) expect(merit(each)).toBeGreaterThanOrEqual(own);
  };

  test.each([
    [23, 0.02],
    [40, 0.05],
  ])('every table of %i pairs, at a limit of %d', (pairs, limit) => {
    for (let regressed = 0; regressed <= pairs; regressed += 1) {
      for (let improved = 0; improved <= pairs - regressed; improved += 1)
        check(maxDrop(limit), pairs, regressed, improved);
    }
  });

  test('tables of up to 60 pairs, of drops and of gains', () => {
    const table = fc
      .record({ pairs: fc.integer({ min: 2, max: 60 }), rule: fc.constantFrom(maxDrop, minGain) })
      .chain(({ pairs, rule }) =>
        fc.record({
          ...{ pairs: fc.constant(pairs), rule: fc.constant(rule) },
          // Nobody can write a smaller one: limits have at most 15 decimals.
          limit: fc.oneof(fc.constant(0), fc.double({ min: 1e-15, max: 0.5, noNaN: true })),
          regressed: fc.integer({ min: 0, max: Math.ceil(pairs / 3) }),
          improved: fc.integer({ min: 0, max: Math.ceil(pairs / 3) }),
        }),
      );
    fc.assert(
      fc.property(table, ({ pairs, rule, limit, regressed, improved }) => {
        fc.pre(regressed + improved <= pairs);
        check(rule(limit), pairs, regressed, improved);
      }),
      { numRuns: 400 },
    );
  });

  // Of 7,300 pairs an interval is a third of a limit of 2 points where 12 % flip: there `auto` turns from the one to the other.
  test.each([
    ['of drops', maxDrop(0.02), 510, 365],
    ['of gains', minGain(0.02), 365, 510],
  ])('where the benchmark is spoken of and where the population is, %s', (_, rule, lost, won) => {
    const asked = hypothesis(rule, 'acc');
    const meritOf = (regressed: number, improved: number) => {
      const flips = estimateOfFlips(-1, { regressed, improved, pairs: 7300 });
      return merit(testHypothesis(asked, flips, 0.05, chooseTarget('auto', asked, flips, 0.05, true)));
    };
    for (const other of [-3, -2, -1, 0, 1, 2, 3]) {
      const byGains = Array.from({ length: 60 }, (_, more) => meritOf(lost + other, won - 20 + more));
      expect(byGains).toEqual([...byGains].sort());
      const byLosses = Array.from({ length: 60 }, (_, fewer) => meritOf(lost + 20 - fewer, won + other));
      expect(byLosses).toEqual([...byLosses].sort());
    }
  });

  test('every count of up to 60 answers, under a ceiling', () => {
    for (const n of [1, 2, 7, 30, 60]) {
      for (const limit of [0.01, 0.05, 0.3]) {
        const merits = Array.from({ length: n + 1 }, (_, events) => merit(judgeEvents(limit, events, n)));
        expect(merits).toEqual([...merits].sort((a, b) => b - a));
      }
    }
  });

  // The rule by half-widths blocked the first (p = 0.19) and let the second merge (p = 0.36).
  test('an unchanged candidate merges where one that fell by 3.3 points does not', () => {
    const leaning = (fell: number, rose: number, both: number) =>
      decideOne(binaryComparison({ both, fell, rose }), maxDrop(0.05)).result.leaning;
    expect([leaning(23, 23, 74), leaning(14, 10, 96)]).toEqual(['pass', 'regression']);
  });
});

describe('a candidate exactly at its limit merges in one run of four', () => {
  /** One that loses exactly the limit and wins nothing: the fewest flips there can be, where normal scores are too sure. */
  const merged = (n: number, limit: number, lean: number) =>
    Array.from({ length: n + 1 }, (_, lost) =>
      merit(judgeFlips(maxDrop(limit), lost, 0, n), lean) > 0 ? binomialExactly(lost, n, limit) : 0,
    ).reduce((sum, each) => sum + each, 0);

  test.each([
    [30, 0.02],
    [50, 0.01],
    [50, 0.02],
    [100, 0.02],
    [100, 0.05],
    [200, 0.01],
  ])('of %i pairs at a limit of %d, where it only loses', (n, limit) => {
    expect(merged(n, limit, 0.25)).toBeLessThanOrEqual(0.25);
    expect(merged(n, limit, 0.1)).toBeLessThanOrEqual(0.1);
  });

  test('of clean answers under a ceiling', () => {
    const share = (n: number) =>
      Array.from({ length: n + 1 }, (_, events) =>
        merit(judgeEvents(0.05, events, n)) > 0 ? binomialExactly(events, n, 0.05) : 0,
      ).reduce((sum, each) => sum + each, 0);
    for (const n of [10, 28, 50, 100]) expect(share(n)).toBeLessThanOrEqual(0.25);
  });
});

describe('lean_alpha', () => {
  const leaning = (lean: number) =>
    decideOne(binaryComparison({ both: 470, fell: 15, rose: 10, neither: 5 }), maxDrop(0.02), {
      leanAlpha: lean,
    }).result;

  test('0.5 is the plain threshold, 0.05 is block', () => {
    expect(
      [leaning(0.05), leaning(0.1), leaning(0.25), leaning(0.5)].map(({ leaning: side }) => side),
    ).toEqual([...['regression', 'regression', 'pass', 'pass']]);
    expect(leaning(0.05)).toMatchObject({ blocks: true });
  });

  test('leans on nothing where nothing was tested, and on missing scores only against the candidate', () => {
    expect(leaningOf(null, policy())).toBe('none');
    const tested = judgeFlips(maxDrop(0.02), 15, 10, 500);
    expect(leaningOf({ ...tested, pLean: null }, policy())).toBe('regression');
    expect(leaningOf(tested, policy({ onInconclusive: 'warn' }))).toBeNull();
  });
});
