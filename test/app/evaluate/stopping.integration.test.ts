import { describe, expect, test } from 'vitest';
import { stopWhenDecided } from '../../../src/app/evaluate/stopping.ts';
import { judgeRuns } from '../../../src/app/judge/judge-runs.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { doublingRounds } from '../../../src/core/stats/sequential/drawing.ts';
import type { PartialRead } from '../../../src/results/store/results.ts';
import type { RunPlan } from '../../../src/results/store/resume.ts';
import type { Monitor, Weighing } from '../../../src/tasks/runners/monitor.ts';
import { ACC, record, sample } from '../../core/compare/build.ts';

const COUNT = 2000;
const GATE = '  - { metric: facts/acc, max_drop: 3pp }';
const config = (gates = GATE, policy = 'target: benchmark') =>
  resolveConfig({
    text: `version: 1
candidate: c.gguf
baseline: b.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
policy: { ${policy} }
gates:
${gates}
`,
    file: 'w.yml',
  });

/** Margins of a baseline that is right on two thirds, and what flips: the closer to zero, the likelier. */
function worldOf(seed: number, flipShare: number) {
  const random = mulberry32(seed);
  return Array.from({ length: COUNT }, (_, index) => {
    const margin = 10 * random() ** 2;
    const right = random() < 0.66;
    return { id: `s${index}`, margin, right, flips: margin < 0.6 && random() < flipShare * (right ? 1 : 2) };
  });
}
type World = ReturnType<typeof worldOf>;
interface Evaluated {
  readonly record: RunRecord;
  readonly samples: readonly SampleRecord[];
}

const sided = (runs: readonly { record: RunRecord; samples: readonly SampleRecord[] }[]): PartialRead => ({
  runs: runs.map((run) => ({ ...run, folder: run.record.side, incomplete: null })),
  faults: [],
});
const baselineOf = (world: World, isKnown = true) =>
  sided([
    {
      record: record({ side: 'baseline', planned: COUNT, model: { ...record().model, digest: 'sha256:b' } }),
      samples: world.map(({ id, right, margin }) =>
        sample(id, { acc: Number(right) }, isKnown ? { choices: [-1, -1 - margin, -20] } : {}),
      ),
    },
  ]);
const answersOf = (world: World) =>
  new Map(world.map(({ id, right, flips }) => [id, sample(id, { acc: Number(right !== flips) })]));

const PLAN: RunPlan = record({ planned: COUNT, design: 'sequential', order_seed: 5 });
function watch(monitor: Monitor | { readonly obstacle: string }): Monitor & { readonly weighing: Weighing } {
  if ('obstacle' in monitor || monitor.weighing === undefined) throw new Error('nobody watches');
  return { ...monitor, weighing: monitor.weighing };
}

/** What a runner does: draws round by round, until the monitor says that it may end. */
function evaluated(world: World, baseline: PartialRead): Evaluated {
  const monitor = watch(stopWhenDecided(config(), { baseline }));
  const draw = monitor.weighing.draw(PLAN, doublingRounds(COUNT));
  if (draw === null) throw new Error('drawn uniformly');
  const plan = { ...PLAN, draw };
  const order = monitor.weighing.order(plan);
  const answers = answersOf(world);
  const samples: SampleRecord[] = [];
  for (let reason = null as string | null; reason === null; ) {
    order?.extend(samples);
    const next = order?.ids[samples.length];
    if (next === undefined) break;
    samples.push(answers.get(next) ?? sample(next, {}));
    if (samples.length % 50 === 0) reason = monitor.stopReason(plan, samples);
  }
  const status = { state: 'complete', stopped: { after: samples.length, because: 'decided' } } as const;
  return { record: { ...record(), ...plan, status }, samples };
}

describe('a run that is drawn by weight', () => {
  const world = worldOf(1, 0.25);
  const baseline = baselineOf(world);
  const run = evaluated(world, baseline);
  const judged = (own: Evaluated, before = baseline) =>
    judgeRuns(config(), { baseline: before, candidate: sided([own]) });

  test('asks the close calls first, and ends early with the verdict that the judge recomputes', () => {
    expect(run.samples.length).toBeLessThan(COUNT / 2);
    const margins = new Map(world.map(({ id, margin }) => [id, margin]));
    const mean = (ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + (margins.get(id) ?? 0), 0) / ids.length;
    expect(mean(run.samples.map(({ id }) => id))).toBeLessThan(0.8 * mean([...margins.keys()]));
    expect(judged(run)).toMatchObject({ verdict: 'pass', gates: [{ verdict: 'pass' }] });
  });

  test('shows what the whole benchmark has by design, and not the mean of what was drawn', () => {
    const { gates, tasks } = judged(run);
    const full = world.filter(({ right }) => right).length / COUNT;
    const truth = world.reduce((net, { right, flips }) => net + (flips ? (right ? -1 : 1) : 0), 0) / COUNT;
    const [gate] = gates;
    expect(gate?.baseline).toMatchObject({ value: full, n: COUNT });
    expect(gate?.delta?.value).toBeCloseTo((gate?.candidate?.value ?? 0) - full, 12);
    expect(gate?.delta?.low).toBeGreaterThan(-0.03);
    expect(gate?.delta?.low).toBeLessThanOrEqual(truth);
    expect(gate?.delta?.high).toBeGreaterThanOrEqual(truth);
    const [metric] = tasks[0]?.metrics ?? [];
    expect(metric?.baseline?.value).toBe(full);
    expect(Math.abs((metric?.delta?.value ?? 1) - truth)).toBeLessThan(0.03);
  });

  test('is judged alike whatever order its lines are in', () => {
    expect(judged({ ...run, samples: [...run.samples].reverse() })).toEqual(judged(run));
  });

  test.each<[string, (own: Evaluated) => Evaluated]>([
    [
      'without a sample of its order',
      ({ samples, ...own }) => ({ ...own, samples: samples.filter((_, at) => at !== 70) }),
    ],
    [
      'with a sample whose turn had not come',
      ({ samples, ...own }) => {
        const held = new Set(samples.map(({ id }) => id));
        const stray = world.findLast(({ id, margin }) => margin > 9 && !held.has(id));
        return { ...own, samples: [...samples.slice(0, -1), sample(stray?.id ?? '', { acc: 1 })] };
      },
    ],
    [
      'under other weights than it was drawn by',
      ({ record: { draw, ...own }, samples }) => ({
        samples,
        record: {
          ...own,
          ...(draw === undefined ? {} : { draw: { ...draw, bins: [...draw.bins].reverse().join('') } }),
        },
      }),
    ],
    ['under none', ({ record: { draw: _, ...own }, samples }) => ({ samples, record: own })],
    [
      'with answers by which it would have been drawn otherwise',
      ({ samples, ...own }) => ({
        ...own,
        samples: samples.map((each, at) => (at < 60 ? { ...each, scores: { acc: at % 2 } } : each)),
      }),
    ],
  ])('%s is invalid', (_, change) => {
    const verdict = judged(change(run));
    expect(verdict).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(verdict.reasons.join()).toMatch(/could have been chosen/);
  });

  test('for other samples than the baseline has is invalid', () => {
    const fewer = {
      ...baseline,
      runs: baseline.runs.map((own) => ({ ...own, samples: own.samples.slice(1) })),
    };
    const verdict = judged(run, fewer);
    expect(verdict).toMatchObject({ verdict: 'invalid', blocked: true });
  });
});

describe('samples are drawn uniformly, and it is said why', () => {
  const world = worldOf(2, 0.25);
  const drawOf = (baseline: PartialRead, own = config()) => {
    const said: string[] = [];
    const monitor = watch(stopWhenDecided(own, { baseline }, new Map(), (line) => said.push(line)));
    return { draw: monitor.weighing.draw(PLAN, []), said: said.join() };
  };

  test('where nothing tells them apart', () => {
    expect(drawOf(baselineOf(world, false))).toMatchObject({ draw: null });
  });

  test('for a gate that takes them for a part of a population', () => {
    const gates = `  - { metric: facts/acc, max_drop: 4pp }\n  - { metric: facts/acc, floor: 50% }`;
    const { draw, said } = drawOf(baselineOf(world), config(gates, 'target: auto'));
    expect(draw).toBeNull();
    expect(said).toMatch(/floor.*random part.*group sequential/);
  });

  test('for a gate that compares with an anchor', () => {
    const own = config(`${GATE}\nanchor: { model: a.gguf, max_drop: { facts/acc: 5pp } }`);
    const said: string[] = [];
    const sides = { baseline: baselineOf(world), anchor: baselineOf(world) };
    const monitor = watch(stopWhenDecided(own, sides, new Map(), (line) => said.push(line)));
    expect(monitor.weighing.draw(PLAN, [])).toBeNull();
    expect(said.join()).toContain('facts/acc:max_drop@anchor compares with the anchor');
    expect(stopWhenDecided(own, { ...sides, anchor: undefined })).toEqual({
      obstacle: 'the anchor has no complete run of facts here',
    });
  });

  test('without a word where no gate bets', () => {
    const gates = '  - { metric: facts/acc, no_regression_by_group: 2pp }';
    expect(drawOf(baselineOf(world), config(gates))).toEqual({ draw: null, said: '' });
    expect(drawOf(baselineOf(world), config(GATE, 'target: population'))).toEqual({ draw: null, said: '' });
  });

  test('for a gate on a part of them', () => {
    const known = baselineOf(world);
    const grouped = {
      ...known,
      runs: known.runs.map((own) => ({
        ...own,
        samples: own.samples.map((each) => ({ ...each, group: 'law' })),
      })),
    };
    const own = config();
    const [gate] = own.gates;
    if (gate === undefined) throw new Error('no gate');
    const { draw, said } = drawOf(grouped, { ...own, gates: [gate, { ...gate, id: 'law', task: 'law' }] });
    expect(draw).toBeNull();
    expect(said).toContain('law alone');
  });
});

test('a second metric is judged by the weights of the first, which see its losses too seldom', () => {
  const gates = `${GATE}\n  - { metric: facts/acc_norm, max_drop: 3pp }`;
  const metrics = [ACC, { ...ACC, name: 'acc_norm' }];
  const own = config(gates);
  for (const seed of [1, 2]) {
    const world = worldOf(100 + seed, 0.25);
    // Lost is what the draw holds for sure: of 2,000 samples more than 3 points, of those that are drawn first hardly any.
    const lost = new Set(
      [...world]
        .sort((a, b) => b.margin - a.margin)
        .slice(0, 90)
        .map(({ id }) => id),
    );
    const baseline = sided(
      baselineOf(world).runs.map(({ record: before, samples }) => ({
        record: { ...before, metrics },
        samples: samples.map((each) => ({ ...each, scores: { ...each.scores, acc_norm: 1 } })),
      })),
    );
    const { weighing } = watch(stopWhenDecided(own, { baseline }));
    const draw = weighing.draw({ ...PLAN, metrics }, doublingRounds(COUNT));
    if (draw === null) throw new Error('drawn uniformly');
    const plan = { ...PLAN, metrics, draw, order_seed: seed };
    const order = weighing.order(plan);
    const answers = answersOf(world);
    const samples: SampleRecord[] = [];
    while (samples.length < 1600) {
      order?.extend(samples);
      for (const id of order?.ids.slice(samples.length) ?? []) {
        samples.push(sample(id, { ...answers.get(id)?.scores, acc_norm: Number(!lost.has(id)) }));
      }
    }
    const seen = samples.slice(0, 500);
    const plain = seen.filter(({ scores }) => scores.acc_norm === 0).length / seen.length;
    expect(plain).toBeLessThan(lost.size / COUNT - 0.005);
    const status = { state: 'complete', stopped: { after: 1600, because: 'decided' } } as const;
    const run = { record: { ...record(), ...plan, status }, samples };
    const results = judgeRuns(own, { baseline, candidate: sided([run]) }).gates;
    expect(results.find(({ metric }) => metric === 'acc_norm')?.verdict).not.toBe('pass');
  }
}, 60_000);
