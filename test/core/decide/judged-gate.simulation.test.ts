import { describe, expect, test } from 'vitest';
import { verdictFileSchema } from '../../../src/config/verdict-schema.ts';
import { compareRuns } from '../../../src/core/compare/compare.ts';
import { type Decision, decide } from '../../../src/core/decide/decide.ts';
import { judgeGate } from '../../../src/core/decide/gate.ts';
import { weighJudge } from '../../../src/core/decide/judged-gate.ts';
import type { GateRule, OnInconclusive, Source, Tier } from '../../../src/core/domain/gate.ts';
import type { Grading, HumanLabels } from '../../../src/core/domain/labels.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { Side, TaskRun } from '../../../src/core/domain/run.ts';
import { HIGHER } from '../../../src/core/metrics/traits.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { plan, sample } from '../../support/stored-run.ts';

const source: Source = { kind: 'default' };
const SCALE = { min: 1, max: 5 };
const declared = (name: string, of: readonly string[] = [name]): MetricDeclaration => ({
  ...{ ...HIGHER, name, unit: 'number', range: SCALE },
  judge: { ...SCALE, of },
});

type Grade = (index: number) => number;
interface Judged {
  readonly judge: Record<'baseline' | 'candidate', Grade>;
  /** Null for no labels at all. */
  readonly people?: Record<'baseline' | 'candidate', Grade> | null;
  readonly labelled?: number;
  readonly samples?: number;
  readonly rule?: GateRule;
  readonly tier?: Tier;
  readonly metrics?: readonly MetricDeclaration[];
  readonly fault?: string;
  readonly onInconclusive?: OnInconclusive;
  /** Answers, from the first on, that the judge could not be asked about. */
  readonly unasked?: number;
  /** Whether the candidate answers as its baseline. */
  readonly sameAnswers?: boolean;
}

const MAX_DROP: GateRule = { rule: 'max_drop', limit: { kind: 'absolute', value: 0.3 } };

function asked({
  judge,
  people = null,
  labelled = 0,
  samples = 200,
  rule = MAX_DROP,
  tier = 'blocking',
  metrics = [declared('judge')],
  fault,
  onInconclusive = 'lean',
  unasked = 0,
  sameAnswers = false,
}: Judged) {
  const scores = (grade: number, index: number) =>
    Object.fromEntries(
      metrics.map(({ name }) => [name, index < unasked ? { unscored: 'the judge is down' } : grade]),
    );
  const run = (side: Side & ('baseline' | 'candidate')): TaskRun => ({
    record: {
      ...plan({
        side,
        planned: samples,
        metrics,
        primary_metric: 'judge',
        model: { ...plan().model, digest: side },
      }),
      ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
    },
    samples: Array.from({ length: samples }, (_, index) =>
      sample(index, {
        scores: scores(judge[side](index), index),
        output: sameAnswers ? `${index}` : `${side} ${index}`,
      }),
    ),
  });
  const graded = (side: 'baseline' | 'candidate') =>
    new Map(Array.from({ length: labelled }, (_, index) => [`s${index}`, people?.[side](index) ?? 1]));
  const grading: Grading = { baseline: graded('baseline'), candidate: graded('candidate') };
  const labels: HumanLabels =
    people === null && fault === undefined
      ? new Map()
      : new Map([
          [
            'facts',
            {
              file: 'labels.jsonl',
              fault: fault ?? null,
              metrics: new Map(metrics.map(({ name }) => [name, grading])),
            },
          ],
        ]);
  return {
    comparisons: compareRuns([run('baseline')], [run('candidate')], ['facts']),
    gate: { ...rule, id: 'facts/judge', task: 'facts', metric: 'judge', tier, source },
    labels,
    policy: { ...policyOf(), onInconclusive: { value: onInconclusive, source } },
  };
}

function decision(judged: Judged): Decision {
  const { comparisons, gate, labels, policy } = asked(judged);
  return decide({ comparisons, gates: [gate], labels: { baseline: labels, anchor: new Map() }, policy });
}

/** Grades that stay where they are, however often they are asked for. */
function grades(seed: number): Grade {
  const random = mulberry32(seed);
  const all = Array.from({ length: 400 }, () => 1 + Math.floor(random() * 5));
  return (index) => all[index] ?? 1;
}
const QUALITY = grades(1);
/** What a judge makes of it: wrong by a level in one of ten. */
function nearly(of: Grade, seed: number): Grade {
  const random = mulberry32(seed);
  const moves = Array.from({ length: 400 }, () => (random() < 0.1 ? 1 : 0));
  return (index) => Math.min(5, of(index) + (moves[index] ?? 0));
}
const BOTH = { baseline: QUALITY, candidate: QUALITY };
const GOOD = { baseline: nearly(QUALITY, 2), candidate: nearly(QUALITY, 3) };

const gateOf = ({ gates: [gate] }: Decision) => {
  if (gate === undefined) throw new Error('no gate');
  return gate;
};

describe('a judge that nobody knows to agree with people never passes and never blocks by itself', () => {
  test.each<[string, Judged, RegExp]>([
    ['no labels', { judge: GOOD }, /^Advisory, since nobody's grades say/],
    [
      'labels of other answers',
      { judge: GOOD, people: BOTH, labelled: 0 },
      /^Advisory, since none of the grades in labels\.jsonl is of an answer that was given here/,
    ],
    [
      'always the same grade',
      { judge: { baseline: () => 5, candidate: () => 5 }, people: BOTH, labelled: 100 },
      /^Advisory, since .* kappa 0\.00/,
    ],
    [
      'one grade by both',
      {
        judge: { baseline: () => 5, candidate: () => 5 },
        people: { baseline: () => 5, candidate: () => 5 },
        labelled: 100,
      },
      /^Advisory, since the judge and people give all 200 answers the same grade/,
    ],
    [
      'grades by chance',
      { judge: { baseline: grades(7), candidate: grades(8) }, people: BOTH, labelled: 100 },
      /another judge would have to agree better/,
    ],
    [
      'five labels that all agree',
      { judge: BOTH, people: BOTH, labelled: 2 },
      /^Advisory, since .* kappa 1\.00 .*labels would show/,
    ],
  ])('%s', (_, judged, reason) => {
    const made = decision(judged);
    const gate = gateOf(made);
    expect(gate).toMatchObject({ tier: 'advisory', blocks: false, judge: { demotes: true } });
    expect(gate.reasons[0]).toMatch(reason);
    // The only gate does not block, so that nothing was judged.
    expect(made).toMatchObject({ verdict: 'invalid', blocked: true });
  });

  test('a regression that it sees blocks as little', () => {
    const worse = { baseline: QUALITY, candidate: (index: number) => Math.max(1, QUALITY(index) - 2) };
    expect(gateOf(decision({ judge: worse }))).toMatchObject({
      verdict: 'regression',
      tier: 'advisory',
      blocks: false,
    });
  });
});

test('an answer that both sides gave is one answer that people agree on', () => {
  const judged = (sameAnswers: boolean) =>
    gateOf(decision({ judge: BOTH, people: BOTH, labelled: 20, sameAnswers })).judge;
  expect(judged(false)?.low).toBeGreaterThan(0.6);
  expect(judged(true)).toMatchObject({ demotes: true, labels: { baseline: 20, candidate: 20 } });
  expect(judged(true)?.low).toBeLessThan(0.6);
});

describe('a judge that people agree with', () => {
  test('passes what is as good', () => {
    const made = decision({ judge: GOOD, people: BOTH, labelled: 60 });
    expect(made).toMatchObject({ verdict: 'pass', blocked: false });
    const { judge, tier } = gateOf(made);
    expect(tier).toBe('blocking');
    expect(judge).toMatchObject({ labels: { baseline: 60, candidate: 60 }, needed: null });
    expect(judge?.low).toBeGreaterThan(0.8);
    expect(judge?.corrected).toMatchObject({ labels: 60, decides: false });
  });

  test('blocks what is worse', () => {
    const worse = (of: Grade) => (index: number) => Math.max(1, of(index) - 1);
    const judged = { baseline: GOOD.baseline, candidate: worse(GOOD.candidate) };
    const people = { baseline: QUALITY, candidate: worse(QUALITY) };
    expect(decision({ judge: judged, people, labelled: 60 })).toMatchObject({
      verdict: 'regression',
      blocked: true,
    });
  });

  test.each<[string, GateRule]>([
    ['floor', { rule: 'floor', limit: 2.5 }],
    ['min_gain', { rule: 'min_gain', limit: { kind: 'absolute', value: 0.5 } }],
  ])('decides a %s too', (rule, limit) => {
    const made = decision({ judge: GOOD, people: BOTH, labelled: 60, rule: limit });
    expect(gateOf(made)).toMatchObject({
      tier: 'blocking',
      verdict: rule === 'floor' ? 'pass' : 'regression',
    });
  });
});

describe('a judge that favours the candidate', () => {
  // People see half a level less, and the judge nothing of it: it likes how the candidate writes.
  const people = {
    baseline: QUALITY,
    candidate: (index: number) => Math.max(1, QUALITY(index) - (index % 2)),
  };
  const judge = { baseline: QUALITY, candidate: QUALITY };

  test('is told from one that does not, and what people see decides', () => {
    expect(gateOf(decision({ judge, people: BOTH, labelled: 150 })).verdict).toBe('pass');
    const made = decision({
      judge,
      people,
      labelled: 150,
      rule: { rule: 'max_drop', limit: { kind: 'absolute', value: 0.2 } },
    });
    const gate = gateOf(made);
    expect(gate.judge?.corrected).toMatchObject({ decides: true });
    expect(gate.reasons[0]).toMatch(
      /^The judge is proven to see another change than people do, so that theirs decides/,
    );
    expect(made).toMatchObject({ verdict: 'regression', blocked: true });
  });

  // People see 0.35 points less of 150 graded answers a side; the limits allow for one more that lost all.
  test.each<[string, number, OnInconclusive, string, string | null]>([
    ['a loss within the limit', 0.6, 'lean', 'pass', null],
    ['a loss beyond it', 0.2, 'lean', 'regression', null],
    ['a loss that is likely within it', 0.43, 'lean', 'inconclusive', 'pass'],
    ['a loss that may be beyond it', 0.36, 'lean', 'inconclusive', 'regression'],
    ['a loss on which nothing is to lean', 0.4, 'block', 'inconclusive', null],
  ])('%s, by people, is what the gate says', (_, value, onInconclusive, verdict, leaning) => {
    const rule: GateRule = { rule: 'max_drop', limit: { kind: 'absolute', value } };
    const gate = gateOf(decision({ judge, people, labelled: 150, rule, onInconclusive }));
    expect(gate.judge?.corrected).toMatchObject({ decides: true });
    expect([gate.verdict, gate.leaning, gate.blocks]).toEqual([
      verdict,
      leaning,
      verdict !== 'pass' && leaning !== 'pass',
    ]);
  });

  test('is not found out of samples that were looked at as they came', () => {
    const { gate, comparisons, labels, policy } = asked({ judge: people, people: BOTH, labelled: 150 });
    const { result, hypothesis } = judgeGate(gate, comparisons, policy);
    const sequence = { used: 200, evaluated: 200, planned: 400 };
    const found = [result, { ...result, sequence }].map(
      (each) => weighJudge(gate, { result: each, hypothesis }, comparisons, labels, policy).verdict,
    );
    expect(found).toEqual(['pass', 'inconclusive']);
  });

  test('against the candidate does not block what people see no loss in', () => {
    const judged = { judge: people, people: BOTH, labelled: 150 };
    expect(decision(judged)).toMatchObject({ verdict: 'pass', blocked: false });
  });

  test('is found out where less is better', () => {
    const metrics = [{ ...declared('judge'), direction: 'lower_is_better' as const }];
    const worse = { baseline: people.candidate, candidate: QUALITY };
    const rule: GateRule = { rule: 'max_drop', limit: { kind: 'absolute', value: 0.2 } };
    const found = decision({ judge, people: worse, labelled: 150, metrics, rule });
    expect(found).toMatchObject({ verdict: 'regression', blocked: true });
  });

  test('has the mean of several criteria corrected by the mean of what people gave', () => {
    const metrics = [declared('judge', ['judge.a', 'judge.b']), declared('judge.a'), declared('judge.b')];
    const one = gateOf(decision({ judge, people, labelled: 150 })).judge?.corrected;
    expect(gateOf(decision({ judge, people, labelled: 150, metrics })).judge?.corrected).toEqual(one);
  });

  test('decides nothing where the gate only advises', () => {
    const rule: GateRule = { rule: 'max_drop', limit: { kind: 'absolute', value: 0.2 } };
    const shown = { judge, rule, tier: 'advisory' } as const;
    const graded = gateOf(decision({ ...shown, people, labelled: 150 }));
    expect(graded).toMatchObject({ verdict: 'regression', tier: 'advisory', blocks: false });
    const ungraded = gateOf(decision(shown));
    expect(ungraded.judge).not.toHaveProperty('demotes');
    expect(gateOf(decision({ ...shown, fault: 'gone' }))).toMatchObject({
      verdict: 'invalid',
      blocks: false,
    });
  });

  test.each<[OnInconclusive, boolean]>([
    ['block', true],
    ['warn', false],
    ['lean', true],
  ])('what people leave undecided does as on_inconclusive says: %s', (onInconclusive, blocked) => {
    const rule: GateRule = { rule: 'max_drop', limit: { kind: 'absolute', value: 0.4 } };
    expect(decision({ judge, people, labelled: 50, rule, onInconclusive })).toMatchObject({
      verdict: 'inconclusive',
      blocked,
    });
  });
});

test.each<[string, Judged]>([
  ['nobody', { judge: GOOD }],
  ['one answer', { judge: GOOD, people: BOTH, labelled: 1 }],
  ['many answers', { judge: GOOD, people: BOTH, labelled: 60 }],
])('what is said of the judge is as the verdict file has it, with grades of %s', (_, judged) => {
  const gate = gateOf(decision(judged));
  expect(verdictFileSchema.shape.gates.element.parse(JSON.parse(JSON.stringify(gate)))).toMatchObject({
    judge: gate.judge,
  });
  if (judged.labelled === 60)
    expect(gate.reasons.at(-2)).toMatch(/^The judge agrees with people on 120 answers/);
});

test('labels that cannot be had decide nothing', () => {
  const made = decision({ judge: GOOD, fault: 'labels.jsonl: no such file' });
  expect(gateOf(made)).toMatchObject({ verdict: 'invalid', tier: 'blocking', blocks: true });
  expect(gateOf(made).reasons).toEqual([
    'What the judge is worth cannot be told: labels.jsonl: no such file',
  ]);
});

test.each([100, 200])(
  'a judge that was down for %i of 200 answers leaves the gate invalid and blocking',
  (unasked) => {
    const made = decision({ judge: GOOD, people: BOTH, labelled: 60, unasked });
    expect(gateOf(made)).toMatchObject({ verdict: 'invalid', tier: 'blocking', blocks: true });
    expect(made.blocked).toBe(true);
  },
);

test('a gate that could not have failed passes by no grades of people either', () => {
  const people = {
    baseline: QUALITY,
    candidate: (index: number) => Math.max(1, QUALITY(index) - (index % 2)),
  };
  const rule: GateRule = { rule: 'max_drop', limit: { kind: 'absolute', value: 3.9 } };
  const made = decision({ judge: { baseline: QUALITY, candidate: QUALITY }, people, labelled: 150, rule });
  const gate = gateOf(made);
  expect(gate.blind).toMatch(/^cannot see a loss/);
  expect(gate).toMatchObject({ verdict: 'inconclusive', test: null });
});

test('several criteria are trusted as far as the worst of them', () => {
  const metrics = [declared('judge', ['judge.a', 'judge.b']), declared('judge.a'), declared('judge.b')];
  const made = decision({ judge: GOOD, people: BOTH, labelled: 60, metrics });
  expect(made.verdict).toBe('pass');
  const missing = decision({ judge: GOOD, people: BOTH, labelled: 60, metrics: metrics.slice(0, 2) });
  expect(gateOf(missing)).toMatchObject({ tier: 'advisory', judge: { metric: 'judge.b', kappa: null } });
});

describe('a metric for which another one is graded by people', () => {
  const metrics = [
    { ...declared('judge'), judge: { ...SCALE, of: ['judge.strict'], apart: true as const } },
    declared('judge.strict'),
  ];

  test('is trusted as far as that one, and corrected by nothing', () => {
    const made = decision({ judge: GOOD, people: BOTH, labelled: 60, metrics });
    expect(made.verdict).toBe('pass');
    expect(gateOf(made).judge).toMatchObject({ metric: 'judge.strict' });
    expect(gateOf(made).judge).not.toHaveProperty('corrected');
    expect(gateOf(decision({ judge: GOOD, metrics }))).toMatchObject({ tier: 'advisory' });
  });

  test('is advisory where the judge favours a side in that one', () => {
    const people = {
      baseline: QUALITY,
      candidate: (index: number) => Math.max(1, QUALITY(index) - (index % 2)),
    };
    const judge = { baseline: QUALITY, candidate: QUALITY };
    const gate = gateOf(decision({ judge, people, labelled: 150, metrics }));
    expect(gate).toMatchObject({ tier: 'advisory', judge: { demotes: true } });
    expect(gate.reasons[0]).toMatch(/proven to see another change of judge\.strict .*gate judge\.strict/);
  });
});

test('a mean of several answers is not what a person graded', () => {
  const metrics: MetricDeclaration[] = [{ ...declared('judge'), repeated: true }];
  const made = decision({ judge: GOOD, people: BOTH, labelled: 60, metrics });
  expect(gateOf(made)).toMatchObject({ tier: 'advisory', judge: { labels: { baseline: 0, candidate: 0 } } });
});

test.each(['baseline', 'candidate'] as const)(
  'a metric that the %s alone calls judged compares with none, and stays blocking',
  (side) => {
    const plain = { ...HIGHER, name: 'acc' };
    const called: MetricDeclaration = { ...plain, judge: { min: 0, max: 1, of: ['acc'] } };
    const run = (own: 'baseline' | 'candidate', score: number): TaskRun => ({
      record: {
        ...plan({ side: own, planned: 200, metrics: [own === side ? called : plain], primary_metric: 'acc' }),
        ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
      },
      samples: Array.from({ length: 200 }, (_, index) => sample(index, { scores: { acc: score } })),
    });
    const made = decide({
      comparisons: compareRuns([run('baseline', 1)], [run('candidate', 0)], ['facts']),
      gates: [{ ...MAX_DROP, id: 'facts/acc', task: 'facts', metric: 'acc', tier: 'blocking', source }],
      policy: policyOf(),
    });
    expect(gateOf(made)).toMatchObject({ tier: 'blocking', blocks: true });
    expect(made).toMatchObject({ verdict: 'invalid', blocked: true });
  },
);
