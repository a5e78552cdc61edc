import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { GateResult } from '../../../src/core/domain/decision.ts';
import type { GateRule } from '../../../src/core/domain/gate.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import { NOT_RECORDED, type SampleRecord } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { ceiling, decideOne, floor, gate, maxDrop, minGain } from '../decide/build.ts';
import { ACC, run, TOXICITY } from './build.ts';

type Pair = readonly [baseline: number, candidate: number];
type Place = (index: number) => Partial<SampleRecord>;

function compared(pairs: readonly Pair[], place: Place, metric = ACC, record: Partial<RunRecord> = {}) {
  const side = (at: 0 | 1, own: Partial<RunRecord>) =>
    run(
      pairs.map((pair) => (metric.kind === 'corpus' ? { parts: [1, pair[at]] } : (pair[at] as number))),
      metric,
      own,
      place,
    );
  return compareTask(side(0, {}), side(1, record));
}

const judged = (pairs: readonly Pair[], rule: GateRule, place: Place, metric = ACC): GateResult =>
  decideOne(compared(pairs, place, metric), gate(rule, { metric: metric.name })).result;

const asking =
  (question: (index: number) => string): Place =>
  (index) => ({ input_digest: question(index) });
const unchanged = (count: number): Pair[] => Array.from({ length: count }, () => [1, 1]);
const copied = <T>(items: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => items).flat();

// red-team 2: a dataset cut to rows that both models get right and copied eight times
describe('a dataset cut to rows that both get right and copied eight times', () => {
  const rows = copied(unchanged(60), 8);
  const place = asking((index) => `q${index % 60}`);

  test.each([
    ['a drop', maxDrop(0.02), ACC],
    ['a corpus metric', maxDrop(0.02), declareMetric('f1_macro')],
    ['a floor', floor(0.99), ACC],
  ])('has the evidence of its 60 questions: %s', (_, rule, metric) => {
    expect(judged(rows, rule, () => ({}), metric).verdict).toBe('pass');
    const { verdict, leaning, effective, reasons } = judged(rows, rule, place, metric);
    expect([verdict, leaning, effective]).toEqual(['inconclusive', 'regression', 60]);
    expect(reasons.join(' ')).toContain(
      '480 of 480 rows ask the same as another, such as s000000 and s000060: the rows of one question are one cluster.',
    );
  });

  test('also where it is evaluated as far as its verdict takes', () => {
    const comparison = compared(rows, place, ACC, { design: 'sequential' });
    for (const target of ['population', 'auto'] as const) {
      expect(decideOne(comparison, maxDrop(0.02), { target }).result.verdict).toBe('inconclusive');
    }
    const plain = compared(rows, () => ({}), ACC, { design: 'sequential' });
    expect(decideOne(plain, maxDrop(0.02)).result.verdict).toBe('pass');
  });

  test('proves no ceiling either', () => {
    const clean = rows.map((): Pair => [0, 0]);
    expect(judged(clean, ceiling(0.01), () => ({}), TOXICITY).verdict).toBe('pass');
    expect(judged(clean, ceiling(0.01), place, TOXICITY).verdict).toBe('inconclusive');
  });

  test('one row copied most often does not speak for the others', () => {
    const pairs: Pair[] = [
      ...unchanged(400),
      ...Array.from({ length: 100 }, (_, index): Pair => [1, index % 2]),
    ];
    const { verdict, effective } = judged(
      pairs,
      maxDrop(0.15),
      asking((index) => (index < 400 ? 'easy' : `q${index}`)),
    );
    expect(verdict).toBe('inconclusive');
    expect(effective).toBeLessThan(2);
  });
});

// red-team 2: any rows copied any number of times
test('copying rows any number of times changes no p-value', () => {
  const pair = fc.tuple(fc.constantFrom(0, 0.5, 1), fc.constantFrom(0, 0.5, 1));
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 2, maxLength: 40 }),
      fc.integer({ min: 3, max: 8 }),
      fc.constantFrom(maxDrop(0.03), minGain(0.03), floor(0.5)),
      (pairs, times, rule) => {
        const of = (count: number) => {
          const place = asking((index) => `q${index % pairs.length}`);
          const { test: tested, effective, verdict } = judged(copied(pairs, count), rule, place);
          return [tested?.pSafe, tested?.pWorse, effective]
            .map((each) => each?.toPrecision(9))
            .concat(verdict);
        };
        expect(of(times)).toEqual(of(2));
      },
    ),
    { numRuns: 60 },
  );
});

test('of names that are digests, as of samples of lm_eval, a person is shown the first digits', () => {
  const [one, other] = ['a', 'b'].map((letter) => `facts/${letter.repeat(64)}`);
  const place: Place = (index) => ({ input_digest: 'q', id: [one, other][index] ?? `s${index}` });
  expect(judged(unchanged(60), maxDrop(0.02), place).reasons.join(' ')).toContain(
    'such as facts/aaaaaaaaaaaa and facts/bbbbbbbbbbbb: the rows',
  );
});

// red-team 2: one question asked 500 times
test('a task in which all rows ask the same is one cluster, which decides nothing, and says why', () => {
  for (const rule of [maxDrop(0.02), floor(0.5)]) {
    const { verdict, blocks, reasons } = judged(
      unchanged(500),
      rule,
      asking(() => 'q'),
    );
    expect([verdict, blocks]).toEqual(['inconclusive', true]);
    expect(reasons.join(' ')).toContain('500 of 500 rows ask the same as another');
    expect(reasons.join(' ')).toContain('as much to say as 1 independent');
  }
});

test.each([NOT_RECORDED, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'])(
  'rows of which nobody knows what they ask are independent: %s',
  (unknown) => {
    const result = judged(
      unchanged(500),
      maxDrop(0.02),
      asking(() => unknown),
    );
    expect([result.verdict, result.test?.method, result.effective]).toEqual(['pass', 'tango', undefined]);
    expect(result.reasons.join(' ')).not.toContain('ask the same');
  },
);

test('all that was asked tells rows apart, where the input is a part of it', () => {
  const place =
    (question: (index: number) => string): Place =>
    (index) => ({
      input_digest: 'prompt',
      question_digest: question(index),
    });
  expect(
    judged(
      unchanged(500),
      maxDrop(0.02),
      place((index) => `q${index}`),
    ).verdict,
  ).toBe('pass');
  expect(
    judged(
      unchanged(500),
      maxDrop(0.02),
      place((index) => `q${index % 20}`),
    ).effective,
  ).toBe(20);
});

// red-team 2: samples of the candidate that say of copied rows that each asks something else
test('what the candidate says of the questions does not make them other ones', () => {
  const rows = Array.from({ length: 480 }, () => 1);
  const place = asking((index) => `q${index % 60}`);
  const candidate = run(rows, ACC, {}, (index) => ({ ...place(index), question_digest: `${index}` }));
  const { result } = decideOne(compareTask(run(rows, ACC, {}, place), candidate), maxDrop(0.02));
  expect([result.verdict, result.effective]).toEqual(['inconclusive', 60]);
});

const askedAgainOf = (count: number, place: Place) => compared(unchanged(count), place).result?.askedAgain;

test('declared clusters and equal questions merge as far as they reach', () => {
  // a and b by name, b and c by question, c and d by name; e by itself.
  const place: Place = (index) =>
    [
      { cluster: 'one' },
      { cluster: 'one', input_digest: 'same' },
      { cluster: 'two', input_digest: 'same' },
      { cluster: 'two' },
      {},
    ][index] ?? {};
  const { scores = [] } = compared(unchanged(5), place).metrics[0] ?? {};
  const [a, b, c, d, e] = [...scores].map(({ cluster }) => cluster);
  expect(new Set([a, b, c, d]).size).toBe(1);
  expect([a === null, e]).toEqual([false, null]);
  expect(askedAgainOf(5, place)).toEqual({ rows: 2, of: 5, first: ['s000001', 's000002'] });
});

test('repeats of one sample, which are a cluster by declaration, are not asked again', () => {
  const place: Place = (index) => {
    const of = `${Math.floor(index / 2)}`;
    return { cluster: of, input_digest: of };
  };
  expect(askedAgainOf(20, place)).toBeUndefined();
  expect(askedAgainOf(20, (index) => ({ ...place(index), input_digest: 'same' }))?.rows).toBe(20);
});

test('the lines of one sample under several filters are not rows that ask the same', () => {
  const place: Place = (index) => ({
    id: `s${index >> 1}`,
    filter: index % 2 === 0 ? 'strict' : 'flexible',
    input_digest: `q${index >> 1}`,
  });
  expect(askedAgainOf(20, place)).toBeUndefined();
  const again = askedAgainOf(20, (index) => ({ ...place(index), input_digest: `q${(index >> 1) % 5}` }));
  expect(again).toEqual({ rows: 10, of: 10, first: ['s0, filter flexible', 's5, filter flexible'] });
});
