import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { decide } from '../../../src/core/decide/decide.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { TaskRun } from '../../../src/core/domain/run.ts';
import type { SampleRecord, Score } from '../../../src/core/domain/sample.ts';
import type { Verdict } from '../../../src/core/domain/verdict.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { ACC, record, run } from '../compare/build.ts';
import { decideOne, gate, maxDrop, policy } from './build.ts';

const limit = fc.double({ min: 0, max: 0.3, noNaN: true });

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

/** A limit so wide that nothing could fail decides nothing, unless it may. */
const dropBy = (limit: number, metric = 'acc') => gate(maxDrop(limit), { metric, allowFloor: true });

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
        dropBy(limit, F1.name),
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
        dropBy(limit),
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
      const one = { ...dropBy(limit), allowWeakEvidence: true };
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
