import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeltaEstimate, GateResult } from '../../src/core/domain/decision.ts';
import { passingLimit } from '../../src/report/gate-rules.ts';
import { turnsOf } from '../../src/report/what-if.ts';
import { judgeCounts } from '../support/judged-gate.ts';
import { delta, gate } from './examples.ts';

type Varied = Partial<Omit<GateResult, 'delta'>> & { readonly delta?: Partial<DeltaEstimate> };
const INTERVAL = delta(-0.002, -0.011, 0.007);
const summary = ({ verdict }: GateResult) => verdict;

describe('turnsOf', () => {
  test.each([
    { regressed: 60, improved: 10, pairs: 500, from: 'regression', turns: ['inconclusive', 'pass'] },
    { regressed: 25, improved: 20, pairs: 500, from: 'inconclusive', turns: ['pass'] },
    { regressed: 2, improved: 2, pairs: 500, from: 'pass', turns: ['inconclusive'] },
  ])(
    '$regressed worse and $improved better of $pairs: $from',
    ({ regressed, improved, pairs, from, turns }) => {
      const judged = judgeCounts({ regressed, improved, pairs });
      expect(judged.verdict).toBe(from);
      expect(turnsOf(judged, 0.05).map(({ to }) => to)).toEqual(turns);
    },
  );

  test('judging the turned counts gives the verdict that was promised, and one sample less does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 150, max: 400 }),
        (regressed, improved, pairs) => {
          const judged = judgeCounts({ regressed, improved, pairs });
          for (const { to, samples, bad } of turnsOf(judged, 0.05)) {
            const at = (shift: number) => {
              const worse = bad === 'more' ? regressed + shift : Math.max(0, regressed - shift);
              const better = bad === 'more' ? improved : improved + Math.max(0, shift - regressed);
              return summary(judgeCounts({ regressed: worse, improved: better, pairs }));
            };
            expect(at(samples)).toBe(to);
            expect(at(samples - 1)).not.toBe(to);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('says nothing where samples are missing, a flip may be worth more than 1, or the counts do not lead to the verdict in the file', () => {
    const judged = judgeCounts({ regressed: 60, improved: 10, pairs: 500 });
    expect(turnsOf({ ...judged, unscored: { baseline: 0, candidate: 1 } }, 0.05)).toEqual([]);
    expect(turnsOf({ ...judged, verdict: 'pass' }, 0.05)).toEqual([]);
    expect(turnsOf({ ...judged, flips: null }, 0.05)).toEqual([]);
    expect(turnsOf({ ...judged, unit: 'number' }, 0.05)).toEqual([]);
  });

  test('says nothing of scores in another unit than their counts', () => {
    // 0.2 points out of ten are 2 %, of which the file knows the former alone.
    const judged = judgeCounts({ regressed: 2, improved: 2, pairs: 500 });
    expect(turnsOf(judged, 0.05)).toHaveLength(1);
    expect(turnsOf({ ...judged, unit: 'number', margin: 0.2 }, 0.05)).toEqual([]);
  });

  test('counts the bad answers of a ceiling', () => {
    const ceiling = gate({
      ...{
        rule: 'ceiling',
        limit: '1%',
        margin: 0.01,
        direction: 'lower_is_better',
        verdict: 'inconclusive',
      },
      ...{ candidate: { value: 1 / 400, stderr: null, n: 400 } },
      test: { method: 'clopper-pearson', statistic: null, pSafe: 0.09, pWorse: 0.98 },
    });
    // 299 clean answers prove 1 %, 473 with one bad one: of 400 none may be bad.
    expect(turnsOf(ceiling, 0.05)).toEqual([{ to: 'pass', samples: 1, bad: 'fewer' }]);
  });
});

describe('passingLimit', () => {
  test('all of them is no ceiling of a rate', () => {
    const beyond = { rule: 'ceiling', verdict: 'regression', direction: 'lower_is_better' } as const;
    const bound = { side: 'upper', value: 0.9994, level: 0.95 } as const;
    expect(
      passingLimit({ ...judgeCounts({ regressed: 0, improved: 0, pairs: 5 }), ...beyond, bound }),
    ).toBeNull();
  });

  test('the limit it names passes, and a tenth of a point less does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (regressed, improved) => {
        const counts = { regressed, improved, pairs: 400 };
        const limit = passingLimit(judgeCounts(counts));
        const margin = Number(limit?.replace('pp', '')) / 100;
        expect(judgeCounts({ ...counts, margin, target: 'population' }).verdict).toBe('pass');
        if (margin >= 0.0015) {
          expect(judgeCounts({ ...counts, margin: margin - 0.001, target: 'population' }).verdict).not.toBe(
            'pass',
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  test.each<[string, Varied, string | null]>([
    ['a gain that is proven', { rule: 'min_gain', delta: { low: 0.0123 } }, '1.2pp'],
    ['no gain is proven', { rule: 'min_gain', delta: { low: -0.01 } }, null],
    [
      'a rise of a perplexity',
      { rule: 'max_drop', unit: 'perplexity', direction: 'lower_is_better', delta: { high: 0.07012 } },
      '0.07013',
    ],
    ['a ceiling', { rule: 'ceiling', bound: { side: 'upper', value: 0.0059, level: 0.95 } }, '0.6%'],
    ['a floor', { rule: 'floor', bound: { side: 'lower', value: 0.8956, level: 0.95 } }, '89.5%'],
    ['groups', { rule: 'no_regression_by_group' }, null],
  ])('%s', (_, { delta: ends, ...rest }, expected) => {
    const given = gate({ ...rest, delta: { ...INTERVAL, ...ends } });
    expect(passingLimit(given)).toBe(expected);
  });
});
