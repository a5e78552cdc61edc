import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { GateRule } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { SampleRecord, Score } from '../../../src/core/domain/sample.ts';
import { faults } from '../../config/support.ts';
import { ACC, BITS, PERPLEXITY, run, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne, floor, maxDrop, minGain } from './build.ts';

/** A metric without a range, such as a judge's score. */
const SCORE: MetricDeclaration = {
  ...ACC,
  ...{ name: 'score', unit: 'number', range: { min: null, max: null } },
};

const CLEAN = { numerator: 3, denominator: 10 };
const EMPTY = { numerator: 0, denominator: 0 };

type Pair = readonly [baseline: Score | string, candidate: Score | string];
const repeat = (count: number, ...pairs: readonly Pair[]): Pair[] =>
  Array.from({ length: count }, () => pairs).flat();

interface Input {
  readonly pairs: readonly Pair[];
  readonly metric?: MetricDeclaration;
  readonly each?: (index: number) => Partial<SampleRecord>;
}

/** All the way that a stored run goes: paired, compared, judged. */
function judged({ pairs, metric = ACC, each = () => ({}) }: Input, rule: GateRule = maxDrop(0.02)) {
  const side = (index: 0 | 1) =>
    run(
      pairs.map((pair) => pair[index]),
      metric,
      {},
      each,
    );
  return decideOne(compareTask(side(0), side(1)), rule);
}

const BLOCKED = { blocked: true };

describe('few samples decide nothing', () => {
  const rules = [
    ['max_drop', maxDrop(0.02), [1, 0], ACC],
    ['min_gain', minGain(0.02), [0, 1], ACC],
    ['ceiling', ceiling(0.02), [0, 0], TOXICITY],
    ['floor', floor(0.98), [1, 1], ACC],
    ['max_drop of a mean', maxDrop(0.02), [0.5, 0.5], SCORE],
    [
      'max_drop of a ratio',
      maxDrop(0.02),
      [
        { numerator: 2, denominator: 1 },
        { numerator: 2, denominator: 1 },
      ],
      PERPLEXITY,
    ],
  ] as const satisfies readonly (readonly [string, GateRule, Pair, MetricDeclaration])[];

  test.each(rules)('n of 0: %s is invalid', (_name, rule, _pair, metric) => {
    const { result, decision } = judged({ pairs: [], metric }, rule);
    expect(result).toMatchObject({ verdict: 'invalid', test: null, blocks: true });
    expect(decision).toMatchObject({ verdict: 'invalid', ...BLOCKED });
  });

  test.each(rules)(
    'n of 1: %s is undecided, without an interval, and blocks',
    (_name, rule, pair, metric) => {
      const { result, decision } = judged({ pairs: [pair], metric }, rule);
      expect(result).toMatchObject({ verdict: 'inconclusive', leaning: 'none', bound: null });
      expect(decision).toMatchObject(BLOCKED);
    },
  );

  test.each(rules)(
    'n of 2: %s is undecided, and blocks unless both answers were won',
    (_name, rule, pair, metric) => {
      const { result, decision } = judged({ pairs: repeat(2, pair), metric }, rule);
      const isWon = rule.rule === 'min_gain';
      expect(result).toMatchObject({ verdict: 'inconclusive', leaning: isWon ? 'pass' : 'regression' });
      expect(decision.blocked).toBe(!isWon);
    },
  );
});

describe('no variation', () => {
  test.each([
    { name: 'all ties, too few', pairs: [...repeat(66, [1, 1], [0, 0])], verdict: 'inconclusive' },
    { name: 'all ties, enough', pairs: [...repeat(67, [1, 1], [0, 0])], verdict: 'pass' },
    { name: 'all identical and right', pairs: repeat(133, [1, 1]), verdict: 'pass' },
    { name: 'all identical and wrong', pairs: repeat(133, [0, 0]), verdict: 'inconclusive' },
    { name: 'all fell', pairs: repeat(10, [1, 0]), verdict: 'regression' },
    { name: 'all rose from nothing', pairs: repeat(10, [0, 1]), verdict: 'inconclusive' },
    { name: 'all ties of a mean in a range', pairs: repeat(150, [0.5, 0.5]), verdict: 'pass' },
    { name: 'too few of these', pairs: repeat(120, [0.5, 0.5]), verdict: 'inconclusive' },
    {
      name: 'all ties of a mean without a range',
      pairs: repeat(3000, [3, 3]),
      metric: SCORE,
      verdict: 'pass',
    },
    {
      name: 'fewer of these than do without one',
      pairs: repeat(150, [3, 3]),
      metric: SCORE,
      verdict: 'inconclusive',
    },
    {
      name: 'a rise of fewer than do without one',
      pairs: repeat(75, [3, 3.5], [3, 3.6]),
      metric: SCORE,
      verdict: 'inconclusive',
    },
    {
      name: 'a rise of enough without one',
      pairs: repeat(100, [3, 3.5], [3, 3.6]),
      metric: SCORE,
      verdict: 'pass',
    },
    {
      name: 'ties but for a hair',
      pairs: repeat(1, [0.3, 0.2], [0.4, 0.3], [0.2, 0.1]),
      verdict: 'inconclusive',
    },
    {
      name: 'fewer ties than do of a ratio without a range',
      pairs: [...repeat(150, [CLEAN, CLEAN]), [EMPTY, EMPTY]],
      metric: BITS,
      verdict: 'inconclusive',
    },
    {
      name: 'ties but for a hair of a ratio without a range',
      pairs: repeat(50, [CLEAN, { numerator: 3 + 1e-13, denominator: 10 }], [CLEAN, CLEAN]),
      metric: BITS,
      verdict: 'inconclusive',
    },
    {
      name: 'enough ties of a ratio without a range',
      pairs: repeat(200, [CLEAN, CLEAN]),
      metric: BITS,
      verdict: 'pass',
    },
    {
      name: 'the same step everywhere, without a range',
      pairs: repeat(500, [3, 2]),
      metric: SCORE,
      verdict: 'regression',
    },
  ] satisfies readonly (Input & { name: string; verdict: string })[])(
    '$name: $verdict',
    ({ verdict, ...input }) => {
      expect(judged(input).result.verdict).toBe(verdict);
    },
  );

  test('a few counts of nothing prove no ceiling of a ratio without a range', () => {
    const nothing = { numerator: 0, denominator: 10 };
    const { result } = judged({ pairs: repeat(5, [nothing, nothing]), metric: BITS }, ceiling(0.01));
    expect(result).toMatchObject({ verdict: 'inconclusive', leaning: 'regression' });
  });

  test('a collapse to exactly zero is pointed out', () => {
    const { result } = judged({ pairs: repeat(200, [1, 0]) });
    expect(result.reasons.join(' ')).toContain('broken format');
  });
});

describe('clusters', () => {
  const pairs = repeat(100, [1, 1], [0, 0], [1, 0], [0, 1], [1, 1]);

  test('one alone shows no spread and blocks', () => {
    const { result, decision } = judged({ pairs, each: () => ({ cluster: 'all' }) });
    expect(result).toMatchObject({
      verdict: 'inconclusive',
      leaning: 'none',
      delta: { low: null, high: null },
    });
    expect(decision).toMatchObject(BLOCKED);
  });

  test('of size one are no clusters', () => {
    const alone = judged({ pairs, each: (index) => ({ cluster: `c${index}` }) });
    expect(alone.result).toEqual(judged({ pairs }).result);
    expect(alone.result.test?.method).toBe('tango');
  });
});

describe('weights', () => {
  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'of %d are no weights: the samples have no score',
    (weight) => {
      const pairs = repeat(500, [1, 1]);
      const { result } = judged({ pairs, each: () => ({ weight }) });
      expect(result).toMatchObject({
        verdict: 'invalid',
        blocks: true,
        unscored: { baseline: 500, candidate: 500 },
      });
    },
  );

  test('a single one of zero counts as missing, not as nothing', () => {
    const pairs = repeat(500, [1, 1]);
    const { result } = judged({ pairs, each: (index) => (index === 0 ? { weight: 0 } : {}) }, maxDrop(0.05));
    expect(result).toMatchObject({ verdict: 'pass', unscored: { baseline: 1, candidate: 1 } });
    expect(result.reasons.join(' ')).toContain('1 sample without scores');
  });
});

describe('limits', () => {
  const config = (lines: string) => `version: 1
candidate: c.gguf
baseline: b.gguf
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }
${lines}
`;
  const gateOf = (limit: string) => config(`gates: [{ metric: facts/acc, ${limit} }]`);

  test.each(['0', '0.5', '-0.05', '1', '.nan', '.inf', 'five'])('alpha of %s is refused', (alpha) => {
    const text = config(`gates: [{ metric: facts/acc, max_drop: 2pp }]\npolicy: { alpha: ${alpha} }`);
    expect(
      faults(text)
        .map((fault) => fault.describe())
        .join(),
    ).toContain('w.yml:6:');
  });

  test.each([
    ['max_drop: 101pp', 'more than a rate can change'],
    ['max_drop: 1.5', 'would let the rate change'],
    ['min_gain: 200pp', 'more than a rate can change'],
    ['floor: 101%', 'more than a rate can be'],
    ['max_drop: -2pp', 'negative'],
    ['max_drop: 100pp', 'allows everything'],
    ['max_drop: 100%rel', 'allows everything'],
    ['no_regression_by_group: 100pp', 'allows everything'],
    ['floor: 0%', 'allows everything'],
    ['max_drop: .nan', ''],
  ])('%s is refused', (limit, words) => {
    expect(
      faults(gateOf(limit))
        .map((fault) => fault.describe())
        .join(),
    ).toContain(words);
  });

  test.each([
    {
      name: 'no change at all is not proven to be none',
      pairs: repeat(1000, [1, 1], [0, 0]),
      verdict: 'inconclusive',
    },
    {
      name: 'a proven gain is within it',
      pairs: [...repeat(900, [1, 1]), ...repeat(100, [0, 1])],
      verdict: 'pass',
    },
    {
      name: 'a proven loss is not',
      pairs: [...repeat(900, [1, 1]), ...repeat(100, [1, 0])],
      verdict: 'regression',
    },
  ])('a margin of zero: $name', ({ pairs, verdict }) => {
    expect(judged({ pairs }, maxDrop(0)).result.verdict).toBe(verdict);
  });
});

describe('numbers that are hardly any', () => {
  const finite = (result: unknown): boolean =>
    !/NaN|Infinity/.test(
      JSON.stringify(result, (_, value) => (typeof value === 'number' ? String(value) : value)),
    );

  test.each([
    {
      name: 'above the range',
      pairs: [...repeat(490, [1, 1]), ...repeat(10, [1, 1.0001])],
      verdict: 'invalid',
    },
    {
      name: 'below the range',
      pairs: [...repeat(490, [1, 1]), ...repeat(10, [-0.0001, 1])],
      verdict: 'invalid',
    },
    { name: 'one above the range', pairs: [...repeat(499, [1, 1]), ...repeat(1, [1, 2])], verdict: 'pass' },
    {
      name: 'not a number',
      pairs: [...repeat(490, [1, 1]), ...repeat(10, [1, Number.NaN])],
      verdict: 'invalid',
    },
    {
      name: 'infinite',
      pairs: repeat(500, [Number.POSITIVE_INFINITY, 1]),
      metric: SCORE,
      verdict: 'invalid',
    },
    { name: 'huge', pairs: repeat(250, [1e308, 1e308], [-1e308, 1e308]), metric: SCORE, verdict: 'invalid' },
    {
      name: 'subnormal',
      pairs: repeat(250, [5e-324, 0], [0, 5e-324]),
      metric: SCORE,
      verdict: 'pass',
    },
    { name: 'subnormal in a range', pairs: repeat(250, [5e-324, 0], [0, 5e-324]), verdict: 'inconclusive' },
  ] satisfies readonly (Input & { name: string; verdict: string })[])(
    '$name: $verdict',
    ({ verdict, ...input }) => {
      const { result } = judged(input, maxDrop(0.05));
      expect(result.verdict).toBe(verdict);
      expect(finite(result)).toBe(true);
    },
  );

  test('−0 is 0', () => {
    const plus = judged({ pairs: repeat(100, [0, 0], [1, 0], [1, 1]) });
    const minus = judged({ pairs: repeat(100, [-0, 0], [1, -0], [1, 1]) });
    expect(minus.result).toEqual(plus.result);
  });
});
