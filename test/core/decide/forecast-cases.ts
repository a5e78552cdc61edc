import type { TaskComparison } from '../../../src/core/compare/compare.ts';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { type Ahead, type Fate, type MetricAhead, outcomeUnder } from '../../../src/core/decide/forecast.ts';
import { judgeGate } from '../../../src/core/decide/gate.ts';
import { ASSUMED_DISCORDANCE } from '../../../src/core/decide/hypothetical.ts';
import { ruleOf } from '../../../src/core/decide/rules/registry.ts';
import type { Gate, GateRule } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { Design } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { ACC, run, TOXICITY } from '../compare/build.ts';
import { ceiling, floor, gate, maxDrop, minGain, policy } from './build.ts';

const change = (value: number) => ({ kind: 'absolute', value }) as const;
const GRADED: MetricDeclaration = { ...ACC, name: 'credit' };

/** A candidate of a task, drawn at random: one pair of scores a sample. */
type Draw = (random: () => number, index: number) => readonly [baseline: number, candidate: number];

interface Task {
  readonly metric?: MetricDeclaration;
  readonly samples: number;
  readonly draw: Draw;
  readonly group?: (index: number) => string;
  readonly severity?: (index: number) => 'critical' | 'normal' | 'warn';
  /** What the stored baseline answered; none is stored without. */
  readonly stored?: (index: number) => number;
}

export interface Case {
  readonly rule: GateRule;
  readonly tasks: readonly Task[];
  readonly design?: Design;
  readonly values?: Parameters<typeof policy>[0];
  /** Which of the forecasts. */
  readonly which?: number;
}

/** So many in a hundred flip each way. */
const flips =
  (worse = 6, better = 6): Draw =>
  (random) => {
    const u = 100 * random();
    return u < worse ? [1, 0] : u < worse + better ? [0, 1] : u < 50 + better ? [1, 1] : [0, 0];
  };
const alone =
  (rate: number): Draw =>
  (random) => {
    const own = Number(random() < rate);
    return [own, own];
  };
/** So many in a hundred of the baseline's answers are right, in an order that has nothing to do with groups. */
const right = (percent: number) => (index: number) => Number((37 * index) % 100 < percent);
const half = (index: number): string => (index % 2 === 0 ? 'even' : 'odd');
const sixth = (index: number): string => `subject ${index % 6}`;

const netGain: GateRule = {
  ...{ rule: 'net_gain', limit: change(0.03) },
  losses: [{ task: 'other', metric: 'acc', weight: 1 }],
};
const average: GateRule = {
  ...{ rule: 'average', limit: change(0.03) },
  of: [
    { task: 'facts', metric: 'acc', weight: 3 },
    { task: 'other', metric: 'acc', weight: 1 },
  ],
};

const NAMES = ['facts', 'other'];

function placed({ group, severity }: Task, index: number): Partial<SampleRecord> {
  return {
    ...(group === undefined ? {} : { group: group(index) }),
    ...(severity === undefined ? {} : { case: { severity: severity(index), failed: [] } }),
  };
}

function compared(task: Task, name: string, pairs: readonly (readonly [number, number])[], design: Design) {
  const { metric = ACC } = task;
  const side = (at: 0 | 1) =>
    run(
      pairs.map((pair) => pair[at]),
      metric,
      { task: name, ...(at === 1 && design === 'sequential' ? { design } : {}) },
      (index) => placed(task, index),
    );
  return compareTask(side(0), side(1));
}

function ahead(task: Task, index: number): MetricAhead {
  const { metric = ACC, samples, stored } = task;
  const name = NAMES[index] ?? '';
  const rows = Array.from({ length: samples }, (_, row) => {
    const { group, case: own } = placed(task, row);
    return { ...(group == null ? {} : { group }), ...(own === undefined ? {} : { severity: own.severity }) };
  });
  const known =
    stored === undefined
      ? null
      : compared(
          task,
          name,
          rows.map((_, row) => [stored(row), stored(row)] as const),
          'full',
        ).metrics[0];
  return {
    ...{ named: { task: name, metric: metric.name }, declaration: metric, rows },
    ...{ isWhole: true, isRepeated: false, discordance: ASSUMED_DISCORDANCE, stored: known ?? null },
  };
}

function gateOf({ rule, tasks: [first] }: Case): Gate {
  return gate(rule, { task: 'facts', metric: first?.metric?.name ?? 'acc' });
}

function forecast(of: Case) {
  const [first, ...others] = of.tasks.map(ahead);
  if (first === undefined) throw new Error('a case without a task');
  const input: Ahead = { metrics: [first, ...others], evaluation: of.design ?? 'full' };
  return ruleOf(of.rule).forecast(gateOf(of), input, policy(of.values));
}

/** The same by judging candidates that are drawn one by one. */
function simulated(of: Case, rounds: number): Fate {
  const random = mulberry32(99);
  const own = policy(of.values);
  const counts = { proven: 0, unproven: 0, blocked: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const comparisons = of.tasks.map((task, index): TaskComparison => {
      const pairs = Array.from({ length: task.samples }, (_, row) => task.draw(random, row));
      return compared(task, NAMES[index] ?? '', pairs, of.design ?? 'full');
    });
    const { result } = judgeGate({ ...gateOf(of), allowFloor: true }, comparisons, own);
    counts[outcomeUnder(result, own.onInconclusive.value)] += 1 / rounds;
  }
  return counts;
}

export const CASES: readonly (readonly [string, Case])[] = [
  ['max_drop', { rule: maxDrop(0.02), tasks: [{ samples: 300, draw: flips() }] }],
  [
    'max_drop, looked at',
    { rule: maxDrop(0.05), design: 'sequential', tasks: [{ samples: 400, draw: flips() }] },
  ],
  [
    'max_drop, all of a benchmark',
    { rule: maxDrop(0.02), values: { target: 'benchmark' }, tasks: [{ samples: 300, draw: flips() }] },
  ],
  [
    'max_drop, which warns',
    { rule: maxDrop(0.02), values: { onInconclusive: 'warn' }, tasks: [{ samples: 100, draw: flips() }] },
  ],
  [
    'max_rise',
    {
      rule: { rule: 'max_rise', limit: change(0.03) },
      tasks: [{ metric: TOXICITY, samples: 200, draw: flips() }],
    },
  ],
  ['min_gain of none', { rule: minGain(0.03), tasks: [{ samples: 200, draw: flips() }] }],
  [
    'min_gain of twice as much',
    { rule: minGain(0.03), which: 1, tasks: [{ samples: 200, draw: flips(3, 9) }] },
  ],
  [
    'ceiling',
    { rule: ceiling(0.05), tasks: [{ metric: TOXICITY, samples: 200, draw: alone(0.02), stored: right(2) }] },
  ],
  [
    'ceiling, bet on',
    {
      rule: ceiling(0.1),
      design: 'sequential',
      tasks: [{ metric: TOXICITY, samples: 300, draw: alone(0.05), stored: right(5) }],
    },
  ],
  ['floor', { rule: floor(0.7), tasks: [{ samples: 200, draw: alone(0.75), stored: right(75) }] }],
  [
    'floor, looked at',
    {
      rule: floor(0.6),
      design: 'sequential',
      tasks: [{ samples: 300, draw: alone(0.7), stored: right(70) }],
    },
  ],
  [
    'floor of partial credit',
    {
      rule: floor(0.45),
      tasks: [
        {
          metric: GRADED,
          samples: 100,
          draw: (random) => {
            const own = Math.floor(100 * random()) / 100;
            return [own, own];
          },
          stored: (index) => ((37 * index) % 100) / 100,
        },
      ],
    },
  ],
  [
    'no_regression_by_group',
    {
      rule: { rule: 'no_regression_by_group', limit: change(0) },
      tasks: [{ samples: 300, group: sixth, draw: flips() }],
    },
  ],
  [
    'no_regression_by_group, of which none can be heard',
    {
      rule: { rule: 'no_regression_by_group', limit: change(0.3) },
      tasks: [{ samples: 24, group: sixth, draw: flips() }],
    },
  ],
  [
    'max_group_gap',
    {
      rule: { rule: 'max_group_gap', limit: change(0.2) },
      tasks: [
        {
          samples: 200,
          group: half,
          draw: (random, index) => alone(index % 2 === 0 ? 0.78 : 0.7)(random, index),
          stored: (index) => Number((37 * (index >> 1)) % 100 < (index % 2 === 0 ? 78 : 70)),
        },
      ],
    },
  ],
  [
    'max_new_failures',
    {
      rule: { rule: 'max_new_failures', limit: { kind: 'count', value: 2 } },
      tasks: [
        {
          samples: 40,
          draw: flips(),
          severity: (index) => (index < 2 ? 'critical' : index < 35 ? 'normal' : 'warn'),
        },
      ],
    },
  ],
  [
    'net_gain of none',
    {
      rule: netGain,
      tasks: [
        { samples: 200, draw: flips() },
        { samples: 300, draw: flips() },
      ],
    },
  ],
  [
    'net_gain of twice as much',
    {
      rule: netGain,
      which: 1,
      tasks: [
        { samples: 400, draw: flips(3, 9) },
        { samples: 400, draw: flips() },
      ],
    },
  ],
  [
    'average',
    {
      rule: average,
      tasks: [
        { samples: 200, draw: flips() },
        { samples: 100, draw: flips() },
      ],
    },
  ],
];

/** By share: what the forecast says, what is counted, and three standard errors of both. */
export function besideCount(of: Case, rounds: number) {
  const found = forecast(of);
  if ('missing' in found) throw new Error(found.missing);
  const fate = found[of.which ?? 0]?.fate;
  const counted = simulated(of, rounds);
  return (['proven', 'unproven', 'blocked'] as const).map((share) => {
    const own = fate?.[share] ?? Number.NaN;
    // Some forecasts rest on 1,000 rounds of their own.
    const spread = 3 * Math.sqrt((own * (1 - own) + 1 / rounds) * (1 / rounds + 1 / 1000));
    return { share, own, counted: counted[share], spread };
  });
}
