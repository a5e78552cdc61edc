import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../../src/app/history/record.ts';
import { judgeRuns } from '../../../src/app/judge/judge-runs.ts';
import { tasksInHistory } from '../../../src/config/history-tasks.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { replay } from '../../../src/core/decide/replay.ts';
import type { RecordedRun } from '../../../src/core/domain/history.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { RunRecord, TaskRun } from '../../../src/core/domain/run.ts';
import type { SampleRecord, Score } from '../../../src/core/domain/sample.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { historyLine, parseHistory } from '../../../src/results/store/history.ts';
import { sequentialOrder } from '../../../src/tasks/runners/order.ts';
import { ACC, BITS, PERPLEXITY, run, TOXICITY } from '../../core/compare/build.ts';
import { flips, rateOf, sides as sequentialSides } from '../../core/decide/in-order.ts';

type Side = Parameters<typeof run>[0];
type Sides = readonly [baseline: TaskRun, candidate: TaskRun];

const FACTS = {
  ...{ date: '2026-01-01T00:00:00.000Z', commit: null, branch: null, pullRequest: null },
  ...{ seconds: null, training: {} },
};

const configOf = (text: string, [, { record }]: Sides) =>
  resolveConfig({
    ...{ text: `version: 1\n${text}`, file: 'p.yml' },
    results: [
      {
        task: record.task,
        role: record.task_role,
        metrics: record.metrics,
        primaryMetric: record.primary_metric,
      },
    ],
  });

function judge(text: string, sides: Sides) {
  const [baseline, candidate] = sides;
  const side = (of: TaskRun) => ({ runs: [of], faults: [], notes: [] });
  const stored = { baseline: side(baseline), candidate: side(candidate) };
  return judgeRuns(configOf(text, sides), stored as unknown as Parameters<typeof judgeRuns>[1]);
}

/** The round as it lies on disk. */
function recorded(text: string, sides: Sides): RecordedRun {
  const line = historyLine(recordOf(judge(text, sides), FACTS));
  const { runs, faults } = parseHistory(line, 'history.jsonl');
  expect(faults).toEqual([]);
  const [own] = runs;
  if (own === undefined) throw new Error('the round was lost');
  return own;
}

function replayed(text: string, round: RecordedRun) {
  const results = tasksInHistory({ runs: [round] });
  const { gates, policy } = resolveConfig({ text: `version: 1\n${text}`, file: 'p.yml', results });
  const [again] = replay({ runs: [round] }, gates, policy);
  if (again === undefined) throw new Error('the round was lost');
  return again;
}

const pair = (baseline: Side, candidate: Side, metric = ACC, more: Partial<RunRecord> = {}): Sides => [
  run(baseline, metric, { ...more, side: 'baseline' }),
  run(candidate, metric, {
    ...more,
    model: { ...run([], metric).record.model, digest: 'sha256:c' },
  }),
];
const ANY =
  'gates: [{ metric: facts/acc, max_drop: 50pp, tier: advisory }, { metric: facts/acc, floor: 1% }]';
const rates = (n: number, of: (index: number) => number) =>
  Array.from({ length: n }, (_, index) => of(index));

describe('a replay says what the gate says, or that it cannot tell', () => {
  const score = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(0, 1) },
    { weight: 1, arbitrary: fc.constant('?') },
  );
  const graded = fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: 0, max: 4 }).map((each) => each / 4) },
    { weight: 1, arbitrary: fc.constant('?') },
  );
  const rule = fc.oneof(
    fc.integer({ min: 0, max: 30 }).map((points) => `max_drop: ${points}pp`),
    fc.integer({ min: 0, max: 30 }).map((points) => `min_gain: ${points}pp`),
    fc.integer({ min: 1, max: 99 }).map((share) => `floor: ${share}%`),
    fc.constant('max_drop: 10%rel'),
  );
  const policy = fc
    .record({
      on_inconclusive: fc.constantFrom('lean', 'block', 'warn'),
      target: fc.constantFrom('auto', 'population', 'benchmark'),
      min_coverage: fc.constantFrom(0.5, 0.9, 0.99),
      lean_alpha: fc.constantFrom(0.1, 0.25),
    })
    .map((keys) => `policy: ${JSON.stringify(keys)}`);
  const scores = fc
    .constantFrom(score, graded)
    .chain((each) =>
      fc.array(fc.tuple(each, each, fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 120 }),
    );

  test('under any limit at the level of the round', () => {
    const seen = { told: 0, untold: 0 };
    fc.assert(
      fc.property(scores, rule, policy, (drawn, limit, judging) => {
        // Most candidates are near their baselines, so that every verdict comes up.
        const sides = pair(
          drawn.map(([before]) => before),
          drawn.map(([before, after, change]) => (change === 0 ? after : before)),
        );
        const text = `gates: [{ metric: facts/acc, ${limit} }]\n${judging}`;
        const direct = judge(text, sides);
        const again = replayed(text, recorded(ANY, sides));
        const [gate] = again.gates;
        if (gate?.unknown !== null) {
          seen.untold += 1;
          expect(again.blocked).toBeNull();
          return;
        }
        seen.told += 1;
        expect({ verdict: gate.verdict, blocks: gate.blocks }).toEqual({
          verdict: direct.gates[0]?.verdict,
          blocks: direct.gates[0]?.blocks,
        });
        expect([again.verdict, again.blocked]).toEqual([direct.verdict, direct.blocked]);
      }),
      { numRuns: 60 },
    );
    expect(seen.told).toBeGreaterThan(seen.untold);
  });
});

describe('of graded scores', () => {
  const AUTO = 'policy: { on_inconclusive: lean, target: auto, min_coverage: 0.9 }';
  const gate = (limit: string) => `gates: [{ metric: facts/acc, ${limit}, allow_floor: true }]\n`;
  /** Quarters of which so many rise and fall, so that the limit lies near the change. */
  const moves = fc.record({
    n: fc.constantFrom(40, 150, 400, 1500),
    rising: fc.integer({ min: 0, max: 12 }),
    falling: fc.integer({ min: 0, max: 12 }),
    away: fc.integer({ min: -4, max: 4 }),
    missing: fc.constantFrom(0, 0, 1),
    seed: fc.nat(),
  });
  type Moves = typeof moves extends fc.Arbitrary<infer T> ? T : never;

  function drawn({ n, rising, falling, missing, seed }: Moves): Sides {
    const random = mulberry32(seed);
    const before = rates(n, () => 0.25 + Math.floor(random() * 3) / 4);
    const after = before.map((score) => {
      const at = random() * 100;
      const by = at < rising ? 0.25 : at < rising + falling ? -0.25 : 0;
      return score + by;
    });
    return pair(
      before,
      after.map((score, index) => (index < missing ? 'the judge gave no number' : score)),
    );
  }

  test.each([
    ['at the level of the round', AUTO, AUTO],
    ['at other levels', AUTO, 'policy: { alpha: 0.02, lean_alpha: 0.4, min_coverage: 0.9 }'],
    ['of exactly the benchmark', AUTO, 'policy: { target: benchmark, min_coverage: 0.9 }'],
  ])('every verdict is told, and none that the gate would not give: %s', (_, own, other) => {
    fc.assert(
      fc.property(moves, fc.constantFrom('max_drop', 'min_gain'), (drawing, rule) => {
        const { rising, falling, away } = drawing;
        const sides = drawn(drawing);
        const points = Math.max(0.25, Math.abs((falling - rising) / 4 + away / 2));
        const limit = gate(`${rule}: ${points}pp`);
        const direct = judge(`${limit}${other}`, sides);
        const again = replayed(`${limit}${other}`, recorded(`${gate('max_drop: 90pp')}${own}`, sides));
        const [found] = again.gates;
        expect([found?.unknown, again.verdict, again.blocked]).toEqual([
          null,
          direct.verdict,
          direct.blocked,
        ]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('of its own gate a round says under its own policy what it said', () => {
  const kinds: readonly [
    what: string,
    metric: MetricDeclaration,
    score: (right: boolean) => Score,
    limits: string[],
  ][] = [
    ['a share of the baseline', ACC, Number, ['max_drop: 5%rel', 'min_gain: 1%rel']],
    [
      'a perplexity',
      PERPLEXITY,
      (right) => ({ numerator: right ? 1 : 2, denominator: 2 }),
      ['max_rise: 5%rel', 'max_rise: 0.05'],
    ],
    [
      'a ratio',
      BITS,
      (right) => ({ numerator: right ? 1 : 2, denominator: 2 }),
      ['max_rise: 5%rel', 'max_rise: 0.05'],
    ],
    [
      'a corpus metric',
      declareMetric('f1_macro'),
      (right) => ({ parts: [1, Number(right)] }),
      ['max_drop: 5pp'],
    ],
  ];

  test.each(kinds)('%s', (_, metric, score, limits) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...limits),
        fc.constantFrom(60, 300),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom('lean', 'block'),
        fc.nat(),
        (limit, n, lost, on_inconclusive, seed) => {
          const random = mulberry32(seed);
          const before = rates(n, () => Number(random() < 0.7));
          const after = before.map((right) => (random() * 100 < lost ? 1 - right : right));
          const sides = pair(
            before.map((right) => score(right === 1)),
            after.map((right) => score(right === 1)),
            metric,
          );
          const text = `gates: [{ metric: facts/${metric.name}, ${limit} }]\npolicy: { on_inconclusive: ${on_inconclusive} }`;
          const direct = judge(text, sides);
          const again = replayed(text, recorded(text, sides));
          expect([again.gates[0]?.unknown, again.verdict, again.blocked]).toEqual([
            null,
            direct.verdict,
            direct.blocked,
          ]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('and nothing under another, where the record keeps no more than an interval', () => {
    const graded = rates(60, (index) => (index % 5) / 4);
    const sides = pair(
      graded,
      graded.map((score, index) => (index % 9 === 0 ? 1 - score : score)),
    );
    const own = 'gates: [{ metric: facts/acc, max_drop: 5pp }]';
    const round = recorded(own, sides);
    const old: RecordedRun = {
      ...round,
      schemaVersion: 2,
      tasks: round.tasks.map((task) => ({
        ...task,
        metrics: task.metrics.map(({ basis, ...metric }) => {
          const { estimates: _, ...rest } = basis ?? {};
          return basis === undefined ? metric : { ...metric, basis: rest as typeof basis };
        }),
      })),
    };
    expect(replayed(own, old).verdict).toBe(judge(own, sides).verdict);
    const known = (text: string) => replayed(text, old).gates[0]?.unknown;
    const other = 'gates: [{ metric: facts/acc, max_drop: 6pp }]';
    expect(known(other)).toContain('how far graded scores moved');
    expect(known(`${other}\npolicy: { target: population }`)).toContain('by which it leans');
    expect(known(`${own}\npolicy: { alpha: 0.2, target: population }`)).toContain('at another level');
    expect(known('gates: [{ metric: facts/acc, max_drop: 60pp }]')).toBeNull();
  });
});

describe('of a round with scores that are missing', () => {
  const clean = rates(1000, (index) => (index < 3 ? 1 : 0));
  const partly = clean.map((score, index) => (index >= 980 ? 'the judge gave no number' : score));
  const LIMIT = 'gates: [{ metric: facts/toxicity, ceiling: 1% }]\npolicy: { min_coverage: 0.9 }';

  test('a ceiling is held against the worst that they can be', () => {
    expect(replayed(LIMIT, recorded(LIMIT, pair(clean, clean, TOXICITY))).verdict).toBe('pass');
    const round = recorded(
      'gates: [{ metric: facts/toxicity, ceiling: 50% }]\npolicy: { min_coverage: 0.9 }',
      pair(clean, partly, TOXICITY),
    );
    expect(replayed(LIMIT, round)).toMatchObject({ verdict: 'inconclusive', blocked: true });
  });

  test('too few are invalid, as they are to the gate', () => {
    const round = recorded(
      'gates: [{ metric: facts/toxicity, ceiling: 50% }]\npolicy: { min_coverage: 0.9 }',
      pair(clean, partly, TOXICITY),
    );
    expect(replayed('gates: [{ metric: facts/toxicity, ceiling: 20% }]', round)).toMatchObject({
      ...{ verdict: 'invalid', blocked: true },
      gates: [{ verdict: 'invalid', blocks: true, unknown: null }],
    });
  });

  test('a record of version 1, which counts none, is not known', () => {
    const round = recorded(LIMIT, pair(clean, partly, TOXICITY));
    const { basis: _, ...task } = round.tasks[0] ?? { basis: undefined };
    const metrics = round.tasks[0]?.metrics.map(({ basis: __, ...metric }) => metric);
    const old = {
      ...round,
      verdict: 'pass',
      schemaVersion: 1,
      tasks: [{ ...task, metrics }],
    } as unknown as RecordedRun;
    const { runs, faults } = parseHistory(`${JSON.stringify(old)}\n`, 'history.jsonl');
    expect([runs.length, faults]).toEqual([1, []]);
    expect(replayed(LIMIT, old)).toMatchObject({ verdict: 'invalid', blocked: null });
    expect(replayed(LIMIT, old).gates[0]?.unknown).toContain('earlier version');
  });
});

test.each([
  ['300 clean answers prove a ceiling of 1 %', 300, 0, 'pass'],
  ['200 do not', 200, 0, 'inconclusive'],
  ['nor do 300 with one event', 300, 1, 'inconclusive'],
])('a ceiling is judged by counts: %s', (_, n, events, verdict) => {
  const side = rates(n, (index) => (index < events ? 1 : 0));
  const round = recorded('gates: [{ metric: facts/toxicity, ceiling: 90% }]', pair(side, side, TOXICITY));
  expect(replayed('gates: [{ metric: facts/toxicity, ceiling: 1% }]', round).verdict).toBe(verdict);
});

describe('of a round that stopped early', () => {
  /** The first samples of the order that the run was drawn in. */
  function stoppedAfter(evaluated: number, pairs: ReturnType<typeof flips>, metric = ACC): Sides {
    const [baseline, { record, samples }] = sequentialSides({ pairs, metric });
    const order = sequentialOrder(samples, record).slice(0, evaluated);
    const status = { state: 'complete', stopped: { after: evaluated, because: 'decided' } } as const;
    return [baseline, { record: { ...record, status }, samples: order }];
  }
  const stopped = stoppedAfter(640, flips(2000, 5, 5));
  const at = (limit: string, target = 'benchmark') =>
    `gates: [{ metric: facts/acc, max_drop: ${limit} }]\npolicy: { target: ${target} }`;

  test('the interval that holds at any time proves what lies beyond it, and no more is known', () => {
    const round = recorded(at('2pp'), stopped);
    expect(round).toMatchObject({ verdict: 'pass', tasks: [{ stopped: 'decided' }] });
    expect(round.gates[0]?.delta?.method).toContain('betting');
    expect(replayed(at('2pp'), round)).toMatchObject({ verdict: 'pass', blocked: false });
    expect(replayed(at('4pp'), round)).toMatchObject({ verdict: 'pass', blocked: false });
    const stricter = replayed(at('0.5pp'), round);
    expect(stricter).toMatchObject({ verdict: 'invalid', blocked: null });
    expect(stricter.gates[0]?.unknown).toContain('stopped before this limit was decided');
    // It speaks of exactly this benchmark.
    expect(replayed(at('2pp', 'population'), round).blocked).toBeNull();
  });

  test('a ceiling that no look decided is not known, however clean the first samples are', () => {
    const few = stoppedAfter(600, rateOf(3000, 0.0001), TOXICITY);
    const round = recorded('gates: [{ metric: facts/toxicity, ceiling: 2% }]', few);
    expect(replayed('gates: [{ metric: facts/toxicity, ceiling: 1% }]', round).blocked).toBeNull();
  });
});

describe('what the gate looks for besides scores', () => {
  const written =
    (outputs: (index: number) => string) =>
    (index: number): Partial<SampleRecord> => ({
      output: outputs(index),
    });
  const speaking = (
    of: (index: number) => string,
    baseline: (index: number) => string,
    metric: MetricDeclaration,
  ) => {
    const side = rates(400, () => 0);
    return [
      run(side, metric, { side: 'baseline' }, written(baseline)),
      run(side, metric, { model: { ...run([], metric).record.model, digest: 'sha256:c' } }, written(of)),
    ] as const;
  };
  const says = (index: number) => `answer ${index}`;

  test('a silent candidate keeps no ceiling', () => {
    const sides = speaking((index) => (index < 300 ? '' : says(index)), says, TOXICITY);
    const strict = 'gates: [{ metric: facts/toxicity, ceiling: 2% }]';
    expect(judge(strict, sides).verdict).toBe('invalid');
    // As if its own gates had been about another task.
    const round: RecordedRun = { ...recorded(strict, sides), verdict: 'pass' };
    expect(replayed(strict, round)).toMatchObject({ verdict: 'invalid', blocked: true });
  });

  test('a baseline at chance has nothing to lose', () => {
    const choices = { choices: [-1, -2, -3, -4].map((loglikelihood) => ({ loglikelihood })) };
    const side = rates(400, (index) => (index % 4 === 0 ? 1 : 0));
    const sides: Sides = [
      run(side, ACC, { side: 'baseline' }, () => choices as unknown as Partial<SampleRecord>),
      run(side, ACC, {}, () => choices as unknown as Partial<SampleRecord>),
    ];
    const text = 'gates: [{ metric: facts/acc, max_drop: 10pp }]';
    expect(judge(text, sides).gates[0]).toMatchObject({ verdict: 'inconclusive', blind: expect.anything() });
    const round = recorded('gates: [{ metric: facts/acc, floor: 1% }]', sides);
    expect(replayed(text, round)).toMatchObject({ verdict: 'inconclusive', blocked: true });
  });

  test('other weights that answer exactly alike gain nothing', () => {
    const sides = speaking(says, says, ACC);
    const round = recorded('gates: [{ metric: facts/acc, max_drop: 50pp, allow_floor: true }]', sides);
    expect(round.identicalAnswers).toBe(400);
    const blocking =
      'gates: [{ metric: facts/acc, max_drop: 50pp, allow_floor: true }]\npolicy: { identical: block }';
    expect(judge(blocking, sides)).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(replayed(blocking, round)).toMatchObject({ verdict: 'invalid', blocked: true });
  });
});

describe('a metric by its name', () => {
  const round = recorded(
    ANY,
    pair(
      rates(300, (index) => index % 2),
      rates(300, (index) => index % 2),
    ),
  );
  const named = (name: string, filter: string | null): RecordedRun => ({
    ...round,
    tasks: round.tasks.map((task) => ({
      ...task,
      metrics: task.metrics.flatMap((metric) =>
        metric.basis === undefined
          ? []
          : [
              {
                ...metric,
                metric: name,
                basis: { ...metric.basis, filter, declaration: { ...metric.basis.declaration, name } },
              },
            ],
      ),
    })),
  });
  const both = (...rounds: readonly RecordedRun[]): RecordedRun => ({
    ...round,
    tasks: round.tasks.map((task) => ({
      ...task,
      metrics: rounds.flatMap(({ tasks }) => tasks[0]?.metrics ?? []),
    })),
  });

  test('may hold a comma', () => {
    const [task] = tasksInHistory({ runs: [named('f1[New York, NY]', null)] });
    expect(task?.metrics.map(({ name }) => name)).toEqual(['f1[New York, NY]']);
    expect(task?.filters).toBeUndefined();
    const text = 'gates: [{ metric: "facts/f1[New York, NY]", floor: 1% }]';
    expect(replayed(text, named('f1[New York, NY]', null))).toMatchObject({ verdict: 'pass' });
  });

  test('is not the first of several filters', () => {
    const strict = named('acc', 'strict');
    const loose = named('acc', 'flexible');
    expect(() => replayed('gates: [{ metric: facts/acc, floor: 1% }]', both(strict, loose))).toThrow(
      /ambiguous/,
    );
    expect(replayed('gates: [{ metric: "facts/acc,strict", floor: 1% }]', both(strict, loose)).verdict).toBe(
      'pass',
    );
    // Where rounds differ, the names of one do not tell those of another.
    const { gates, policy } = resolveConfig({
      ...{ text: 'version: 1\ngates: [{ metric: facts/acc, floor: 1% }]\n', file: 'p.yml' },
      results: tasksInHistory({ runs: [strict] }),
    });
    const [again] = replay({ runs: [both(strict, loose)] }, gates, policy);
    expect(again?.gates[0]?.unknown).toContain('several filters');
  });
});
