import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../src/core/compare/compare.ts';
import type { FoundDraw } from '../../../src/core/compare/draw.ts';
import { earliestStop, stopReason } from '../../../src/core/decide/stopping.ts';
import { formatCount } from '../../../src/core/domain/format.ts';
import type { Gate } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { TaskRun } from '../../../src/core/domain/run.ts';
import type { Score } from '../../../src/core/domain/sample.ts';
import { mulberry32, shuffled } from '../../../src/core/stats/random.ts';
import { isLook, plannedLooks } from '../../../src/core/stats/sequential/looks.ts';
import { ACC, PERPLEXITY, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne, floor, gate, maxDrop, minGain, policy } from './build.ts';
import { compared, flips, type Pair, rateOf, type Sides, sides } from './in-order.ts';

const METHODS = [
  {
    name: 'a drop, population',
    pairs: flips(1000, 300, 20),
    rule: maxDrop(0.02),
    target: 'population',
    method: 'group sequential, tango',
    verdict: 'regression',
  },
  {
    name: 'no drop, population',
    pairs: flips(1000, 50, 50),
    rule: maxDrop(0.05),
    target: 'population',
    method: 'group sequential, tango',
    verdict: 'pass',
  },
  {
    name: 'a gain, population',
    pairs: flips(1000, 10, 200),
    rule: minGain(0.01),
    target: 'auto',
    method: 'group sequential, tango',
    verdict: 'pass',
  },
  {
    name: 'a drop, benchmark',
    pairs: flips(2000, 150, 20),
    rule: maxDrop(0.02),
    target: 'benchmark',
    method: 'betting without replacement',
    verdict: 'regression',
  },
  {
    name: 'no drop of a large benchmark',
    pairs: flips(2000, 50, 50),
    rule: maxDrop(0.05),
    target: 'auto',
    method: 'betting without replacement',
    verdict: 'pass',
  },
  {
    name: 'a clean sheet',
    pairs: rateOf(1000, 0),
    rule: ceiling(0.02),
    target: 'auto',
    metric: TOXICITY,
    method: 'e-process',
    verdict: 'pass',
  },
  {
    name: 'a high rate',
    pairs: rateOf(1000, 0.35),
    rule: ceiling(0.02),
    target: 'auto',
    metric: TOXICITY,
    method: 'e-process',
    verdict: 'regression',
  },
  {
    name: 'a rate of the benchmark',
    pairs: rateOf(1000, 0.35),
    rule: ceiling(0.1),
    target: 'benchmark',
    metric: TOXICITY,
    method: 'betting without replacement',
    verdict: 'regression',
  },
  {
    name: 'a floor',
    pairs: flips(1000, 0, 0).map((): Pair => [1, 1]),
    rule: floor(0.98),
    target: 'auto',
    method: 'e-process',
    verdict: 'pass',
  },
  {
    name: 'a floor below which many may fail',
    pairs: rateOf(1000, 0.7),
    rule: floor(0.6),
    target: 'auto',
    method: 'group sequential, clopper-pearson',
    verdict: 'pass',
  },
  {
    name: 'other scores',
    pairs: flips(1000, 300, 20).map(([b, c]): Pair => [Number(b) / 2, Number(c) / 2]),
    rule: maxDrop(0.02),
    target: 'auto',
    method: 'group sequential, t',
    verdict: 'regression',
  },
] as const;

describe('the method follows from the gate and the baseline', () => {
  test.each(METHODS)('$name: $method, $verdict', ({ pairs, rule, target, method, verdict, ...more }) => {
    const metric = 'metric' in more ? more.metric : ACC;
    const { result } = decideOne(compared({ pairs, metric }), rule, { target });
    expect(result).toMatchObject({ verdict, test: { method } });
    const used = result.candidate?.n ?? Number.NaN;
    expect(used).toBeLessThan(0.8 * pairs.length);
    expect(isLook(used, pairs.length)).toBe(true);
    expect(result.reasons.join(' ')).toContain(
      `after ${formatCount(used)} of ${formatCount(pairs.length)} planned samples`,
    );
  });

  test.each(METHODS)(
    '$name: the interval is called by what it holds with, and the baseline by its whole value',
    ({ pairs, rule, target, ...more }) => {
      const metric = 'metric' in more ? more.metric : ACC;
      const { result } = decideOne(compared({ pairs, metric }), rule, { target });
      expect(result.delta?.level).toBeCloseTo(0.9, 12);
      expect(result.bound?.level ?? 0.95).toBeCloseTo(0.95, 12);
      expect(result.sequence).toMatchObject({ evaluated: pairs.length, planned: pairs.length });
      expect(result.baseline?.n).toBe(pairs.length);
      expect(result.pairedBaseline?.n).toBe(result.pairs);
      const isLook = result.test?.method.startsWith('group sequential') === true;
      expect((result.test?.level ?? 1) < 0.05).toBe(isLook);
    },
  );

  test.each(METHODS)('$name: how it came to it is kept', ({ pairs, rule, target, verdict, ...more }) => {
    const metric = 'metric' in more ? more.metric : ACC;
    const { sequence } = decideOne(compared({ pairs, metric }), rule, { target }).result;
    const progress = sequence?.progress ?? [];
    const counts = progress.map(({ samples }) => samples);
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
    expect(counts.length).toBeLessThanOrEqual(24);
    expect(counts.at(-1)).toBe(sequence?.used);
    // Nothing is decided from a handful, whatever it says.
    const counted = progress.filter(({ samples }) => samples >= 100 || sequence?.used === samples);
    const proven = counted.filter((look) => look.pass >= 1 || look.regression >= 1);
    expect(proven).toEqual([progress.at(-1)]);
    expect(proven[0]?.[verdict]).toBeGreaterThanOrEqual(1);
  });

  test.each(METHODS)(
    '$name: what comes after the first decided look changes nothing',
    ({ pairs, rule, target, ...more }) => {
      const metric = 'metric' in more ? more.metric : ACC;
      const judged = (input: Partial<Sides>) =>
        decideOne(compared({ pairs, metric, ...input }), rule, { target }).result;
      const whole = judged({});
      const used = whole.candidate?.n ?? Number.NaN;
      // But for the number that was evaluated, which is told.
      const told = (evaluated: number) => ({ ...whole, sequence: { ...whole.sequence, evaluated } });
      expect(judged({ evaluated: used })).toEqual(told(used));
      // One sample earlier nothing is known, and an undecided gate leans on nothing.
      expect(judged({ evaluated: used - 1 })).toMatchObject({
        verdict: 'inconclusive',
        leaning: 'none',
        blocks: true,
      });
      fc.assert(
        fc.property(fc.integer({ min: used, max: pairs.length }), fc.nat(), (evaluated, seed) => {
          const tail = shuffled(pairs.slice(used), mulberry32(seed)).map(
            ([baseline, candidate], index): Pair => [
              baseline,
              index % 7 === seed % 7 ? 'unscored' : candidate,
            ],
          );
          // The control variate of a benchmark knows how many the baseline has right, which shuffling the tail keeps.
          const found = judged({ pairs: [...pairs.slice(0, used), ...tail], evaluated });
          // The whole baseline is summed in another order.
          expect(found.baseline?.value).toBeCloseTo(whole.baseline?.value ?? NaN, 12);
          expect({ ...found, baseline: whole.baseline }).toEqual(told(evaluated));
        }),
        { numRuns: 3 },
      );
    },
  );
});

describe('the interval that is shown', () => {
  const betting = { pairs: flips(2000, 50, 50), rule: maxDrop(0.05), target: 'benchmark' } as const;
  test.each([
    {
      name: 'of a bet is its own, and on the safe side when it passes',
      ...betting,
      method: 'betting without replacement',
    },
    {
      name: 'of a look has the level of the look',
      ...betting,
      target: 'population',
      method: 'group sequential, tango',
    },
  ] as const)('$name', ({ pairs, rule, target, method }) => {
    const { result } = decideOne(compared({ pairs }), rule, { target });
    expect(result.verdict).toBe('pass');
    expect(result.delta?.method).toBe(method);
    expect(result.delta?.low).toBeGreaterThan(-0.05);
    expect(result.delta?.low).toBeLessThan(result.delta?.value ?? Number.NaN);
    expect(result.delta?.high).toBeGreaterThan(result.delta?.value ?? Number.NaN);
    expect(result.delta?.level ?? 0).toBeGreaterThanOrEqual(0.9);
  });

  test('of a bet against a rise lies below the limit', () => {
    const { result } = decideOne(compared({ pairs: flips(2000, 50, 50), metric: TOXICITY }), maxDrop(0.05), {
      target: 'benchmark',
    });
    expect(result).toMatchObject({ verdict: 'pass', delta: { method: 'betting without replacement' } });
    expect(result.delta?.high).toBeLessThanOrEqual(0.05);
    expect(result.delta?.low).toBeLessThan(0);
  });

  test.each([
    { rule: ceiling(0.1), rate: 0.35, verdict: 'regression', side: 'upper' },
    { rule: ceiling(0.5), rate: 0.35, verdict: 'pass', side: 'upper' },
  ] as const)('of a bet on a value: $verdict', ({ rule, rate, verdict, side }) => {
    const { result } = decideOne(compared({ pairs: rateOf(1000, rate), metric: TOXICITY }), rule, {
      target: 'benchmark',
    });
    expect(result).toMatchObject({ verdict, bound: { side } });
    expect(result.bound?.value).toBeGreaterThan(rate - 0.05);
    if (verdict === 'pass') expect(result.bound?.value).toBeLessThanOrEqual(0.5);
  });

  test.each([
    { name: 'of a gate on the value alone', pairs: rateOf(1000, 0), metric: TOXICITY, rule: ceiling(0.02) },
    {
      name: 'of a gate that nobody waited for',
      pairs: flips(1000, 50, 50),
      metric: ACC,
      rule: maxDrop(0.02),
      evaluated: 500,
    },
  ])('$name describes the samples only', ({ rule, ...input }) => {
    const comparison = compared(input);
    const { result } = decideOne(comparison, rule);
    expect(result.delta?.method).toBe('tango, descriptive');
  });

  test('of a task that was stopped describes the samples only', () => {
    const method = (evaluated: number) =>
      compared({ pairs: flips(1000, 50, 50), evaluated }).result?.metrics[0]?.delta?.method;
    expect(method(500)).toBe('tango, descriptive');
    expect(method(1000)).toBe('tango');
  });
});

describe('tests that cannot be asked early', () => {
  const undecided = { verdict: 'inconclusive', test: null };
  const ratio = (index: number): Score => ({ numerator: 2 + (index % 5) / 10, denominator: 1 });
  test.each([
    {
      name: 'ratios',
      metric: PERPLEXITY,
      pairs: Array.from({ length: 200 }, (_, i): Pair => [ratio(i), ratio(i + 1)]),
      rule: maxDrop(1),
      method: 'linearised t',
    },
    {
      name: 'few clusters',
      pairs: flips(400, 300, 0),
      cluster: (i: number) => `c${i % 40}`,
      rule: maxDrop(0.02),
      method: 'group sequential, clustered t',
    },
    {
      name: 'a rate that no number of these samples could prove',
      metric: TOXICITY,
      pairs: rateOf(320, 0),
      rule: ceiling(0.01),
      method: 'clopper-pearson',
    },
  ])('$name: all samples, then the fixed test', ({ rule, method, ...input }) => {
    expect(decideOne(compared({ ...input, evaluated: input.pairs.length - 1 }), rule).result).toMatchObject(
      undecided,
    );
    const { result } = decideOne(compared(input), rule);
    expect(result.test?.method).toBe(method);
    expect(result.verdict).not.toBe('inconclusive');
  });
});

describe('no look decides', () => {
  const undecided = { verdict: 'inconclusive', leaning: 'none', test: null };
  const weighted: FoundDraw = {
    ...{ strata: [], drawn: 0 },
    ...{ stratumOf: () => undefined, weightsOf: () => undefined },
  };
  const looked = ({ pairs, ...more }: (typeof METHODS)[number]) =>
    compared({ pairs, metric: 'metric' in more ? more.metric : ACC, evaluated: pairs.length - 1 });

  test.each(METHODS)('where nobody knows how samples were drawn: $name', (one) => {
    const { result } = decideOne({ ...looked(one), draw: 'lost' }, one.rule, { target: one.target });
    expect(result).toMatchObject(undecided);
  });

  test.each(METHODS.filter(({ method }) => !method.startsWith('betting')))(
    'where samples were drawn by weight and the test takes them for independent: $name',
    (one) => {
      const { result } = decideOne({ ...looked(one), draw: weighted }, one.rule, { target: one.target });
      expect(result).toMatchObject(undecided);
    },
  );

  test('on a rate whose scorer errs', () => {
    const known = { least: { rate: 0.9, of: 100 }, most: { rate: 0.9, of: 100 } };
    const metric = { ...TOXICITY, errors: { sensitivity: known, specificity: known } };
    const of = (evaluated: number) =>
      decideOne(compared({ pairs: rateOf(1000, 0.5), metric, evaluated }), ceiling(0.02)).result;
    expect(of(999)).toMatchObject(undecided);
    expect(of(1000).verdict).toBe('regression');
  });
});

describe('a run that is not whole', () => {
  const pairs = flips(1000, 50, 50);
  const cut = (run: TaskRun, lines: number): TaskRun => ({
    ...run,
    samples: [...run.samples].slice(0, lines),
  });
  test.each([
    { name: 'ended without a reason', candidate: { status: { state: 'complete' } } },
    { name: 'is still running', candidate: { status: { state: 'running' } } },
    { name: 'failed', candidate: { status: { state: 'failed', reason: 'no memory' } } },
    {
      name: 'has lost lines',
      candidate: { status: { state: 'complete', stopped: { after: 401, because: 'decided' } } },
    },
    { name: 'was designed in full', candidate: { design: 'full', status: { state: 'complete' } } },
  ] as const)('is invalid when it $name', ({ candidate }) => {
    const { result } = decideOne(compared({ pairs, evaluated: 400, candidate }), maxDrop(0.2));
    expect(result.verdict).toBe('invalid');
  });

  test('is invalid when the baseline is', () => {
    const [baseline, candidate] = sides({ pairs });
    expect(decideOne(compareTask(cut(baseline, 999), candidate), maxDrop(0.2)).result.verdict).toBe(
      'invalid',
    );
    const stopped = {
      ...baseline.record,
      design: 'sequential',
      status: { state: 'complete', stopped: { after: 1000, because: 'decided' } },
    } as const;
    expect(
      decideOne(compareTask({ ...baseline, record: stopped }, candidate), maxDrop(0.2)).result.verdict,
    ).toBe('invalid');
  });

  test('without a single sample is undecided, never a pass', () => {
    const { result, decision } = decideOne(compared({ pairs, evaluated: 0 }), maxDrop(0.2));
    expect(result).toMatchObject({ verdict: 'inconclusive', leaning: 'none', pairs: 0 });
    expect(decision.blocked).toBe(true);
  });
});

test('scores that are missing speak against a pass', () => {
  const pairs = flips(2000, 50, 50);
  const some = pairs.map(
    ([baseline, candidate], index): Pair => [baseline, index % 120 === 0 ? 'unscored' : candidate],
  );
  const used = (list: readonly Pair[]) =>
    decideOne(compared({ pairs: list }), maxDrop(0.03), { target: 'benchmark' }).result.pairs;
  expect(used(some)).toBeGreaterThan(used(pairs));
});

test.each(METHODS)(
  '$name: scores that are missing count as the worst for a pass and as the best for a regression',
  ({ pairs, rule, target, verdict, ...more }) => {
    const metric = 'metric' in more ? more.metric : ACC;
    const isLowerBetter = metric.direction === 'lower_is_better';
    const extreme = (verdict === 'pass') === isLowerBetter ? 1 : 0;
    const judged = (score: Pair[1]) => {
      const list = pairs.map(
        ([baseline, candidate], index): Pair => [baseline, index % 211 === 105 ? score : candidate],
      );
      return decideOne(compared({ pairs: list, metric }), rule, { target }).result;
    };
    const [missing, completed] = [judged('unscored'), judged(extreme)];
    const told = (result: typeof missing) => [result.verdict, result.sequence?.used];
    expect(told(missing)).toEqual(told(completed));
  },
);

test('too many missing scores decide nothing early and are invalid in the end', () => {
  const pairs = flips(1000, 300, 0).map(
    ([baseline, candidate], index): Pair => [baseline, index % 20 === 0 ? 'unscored' : candidate],
  );
  expect(decideOne(compared({ pairs, evaluated: 900 }), maxDrop(0.02)).result.verdict).toBe('inconclusive');
  expect(decideOne(compared({ pairs }), maxDrop(0.02)).result.verdict).toBe('invalid');
});

test('an evaluation may stop when all gates on its task are decided, or one blocking regression is proven', () => {
  const pairs = flips(1000, 50, 50);
  const comparison = compared({ pairs, evaluated: 100 });
  const [easy, hard, elsewhere] = [
    gate(floor(0.3), { id: 'easy' }),
    gate(maxDrop(0.02), { id: 'hard', tier: 'advisory' }),
    gate(floor(0.99), { id: 'elsewhere', task: 'tickets' }),
  ];
  const failing = gate(floor(0.99), { id: 'failing' });
  expect(stopReason({ comparison }, [easy, elsewhere], policy())).toBe('decided');
  expect(stopReason({ comparison }, [easy, hard], policy())).toBeNull();
  expect(stopReason({ comparison }, [failing, hard], policy())).toBe('regression');
  expect(stopReason({ comparison }, [{ ...failing, tier: 'advisory' }, hard], policy())).toBeNull();
  expect(stopReason({ comparison }, [elsewhere], policy())).toBeNull();
});

test('beside an anchor it may stop when the gates against both are decided', () => {
  const comparison = compared({ pairs: flips(1000, 50, 50), evaluated: 100 });
  const fallen = compared({ pairs: flips(1000, 300, 0), evaluated: 100 });
  const [easy, since] = [gate(floor(0.3), { id: 'easy' }), gate(maxDrop(0.02), { against: 'anchor' })];
  const reason = (anchored?: TaskComparison, gates = [easy, since]) =>
    stopReason({ comparison, anchored }, gates, policy());
  expect(reason(comparison)).toBeNull();
  expect(reason(comparison, [easy, { ...easy, against: 'anchor' }])).toBe('decided');
  expect(reason(fallen)).toBe('regression');
  // What is not there decides nothing.
  expect(reason()).toBeNull();
});

describe('the earliest end of a task', () => {
  test('is that of the gate that needs most, against whatever it is', () => {
    const comparison = compared({ pairs: flips(1000, 50, 50), evaluated: 0 });
    const gates = [gate(floor(0.96)), gate(maxDrop(0.02), { against: 'anchor', tier: 'advisory' })];
    const earliestOf = (anchored?: TaskComparison, own: readonly Gate[] = gates) =>
      earliestStop({ comparison, anchored }, own, policy());
    expect(earliestOf(comparison, gates.slice(1))).toBeGreaterThan(
      earliestOf(comparison, gates.slice(0, 1)) ?? NaN,
    );
    expect(earliestOf(undefined, gates.slice(1))).toBeNull();
  });

  const earliest = (input: Sides, gates: readonly Gate[]) =>
    earliestStop({ comparison: compared({ ...input, evaluated: 0 }) }, gates, policy());

  test.each(METHODS)('$name: nothing is decided before it', ({ pairs, rule, target, ...more }) => {
    const metric = 'metric' in more ? more.metric : ACC;
    const own = gate(rule, { metric: metric.name });
    const values = policy({ target });
    const after =
      earliestStop({ comparison: compared({ pairs, metric, evaluated: 0 }) }, [own], values) ?? Number.NaN;
    expect(after).toBeLessThanOrEqual(
      decideOne(compared({ pairs, metric }), rule, { target }).result.candidate?.n ?? 0,
    );
    for (const answer of [0, 1]) {
      const extreme = pairs.map(([baseline]): Pair => [baseline, answer]);
      const comparison = compared({ pairs: extreme, metric, evaluated: after - 1 });
      expect(stopReason({ comparison }, [own], values)).toBeNull();
    }
  });

  const MACRO: MetricDeclaration = { ...ACC, group_average: 'macro' };
  const easy = gate(floor(0.96), { id: 'easy' });
  const byGroup = gate({ rule: 'no_regression_by_group', limit: { kind: 'absolute', value: 0.02 } });
  test.each<[what: string, input: Sides, gates: readonly Gate[]]>([
    ['a group whose parts count alike', { pairs: flips(1000, 300, 0), metric: MACRO }, [gate(maxDrop(0.02))]],
    [
      'a ratio of sums',
      {
        pairs: [
          [
            { numerator: 1, denominator: 2 },
            { numerator: 1, denominator: 2 },
          ],
        ],
        metric: PERPLEXITY,
      },
      [gate(maxDrop(0.02), { metric: PERPLEXITY.name })],
    ],
    ['groups, each for itself', { pairs: flips(1000, 300, 0) }, [byGroup]],
    ['a task without gates', { pairs: flips(1000, 300, 0) }, [gate(floor(0.3), { task: 'tickets' })]],
    ['a metric that is not there', { pairs: flips(1000, 300, 0) }, [gate(maxDrop(0.02), { metric: 'f1' })]],
    ['few samples', { pairs: flips(60, 300, 0) }, [gate(maxDrop(0.02))]],
    [
      'one that is decided late beside an advisory one',
      { pairs: flips(1000, 0, 0) },
      [byGroup, { ...easy, tier: 'advisory' }],
    ],
  ])('is the last sample with %s', (_, input, gates) => {
    expect(earliest(input, gates)).toBeNull();
  });

  test('is that of the first blocking gate, or of the last of all', () => {
    const pairs = flips(1000, 50, 50);
    const drop = gate(maxDrop(0.02), { id: 'drop' });
    const endOf = (...gates: Gate[]) => earliest({ pairs }, gates);
    expect([endOf(drop), endOf(easy), endOf(drop, easy)]).toEqual([100, 1, 1]);
    expect(endOf(drop, { ...easy, tier: 'advisory' })).toBe(100);
    expect(endOf(byGroup, drop)).toBe(100);
  });
});

test('looks are planned from 60 units on, and the last one is always taken', () => {
  const samplesOf = (planned: number, units: (n: number) => number) =>
    plannedLooks(planned, 0.05, units).map(({ samples }) => samples);
  expect(samplesOf(200, (n) => n)).toEqual([60, 80, 100, 120, 140, 160, 180, 200]);
  expect(samplesOf(1000, (n) => n)).toHaveLength(10);
  expect(plannedLooks(1000, 0.05, () => 10)).toEqual([{ samples: 1000, level: expect.closeTo(0.05, 6) }]);
});
