import { compareTask } from '../../src/core/compare/compare.ts';
import { decide } from '../../src/core/decide/decide.ts';
import type { Gate, GateRule } from '../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import type { Score } from '../../src/core/domain/sample.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { scoreOf } from './graded.ts';
import { normal } from './graded-models.ts';
import { atMost, type Check, percent, type Section, show } from './section.ts';
import { POLICY, runOf } from './tasks.ts';

const RUNS = 100;
/** Per cent of runs that may stay open: one in ten, and chance. */
const MOST_OPEN = 20;

interface Pair {
  readonly baseline: Score;
  readonly candidate: Score;
  readonly group?: string;
}

interface Kind {
  readonly title: string;
  readonly metric: MetricDeclaration;
  readonly rule: GateRule;
  readonly tasks: number;
  /** Samples of each task that are seen at first: so few that they do not decide. */
  readonly seen: number;
  readonly draw: (random: () => number, index: number, task: number) => Pair;
}

const ACC = declareMetric('acc');
const RATE = { min: 0, max: 1 } as const;
const absolute = (value: number) => ({ kind: 'absolute', value }) as const;
const relative = (value: number) => ({ kind: 'relative', value }) as const;
const every = (count: number) =>
  Array.from({ length: count }, (_, task) => ({ task: `task ${task}`, metric: 'acc', weight: 1 }));

/** Answers of which so many fall and rise. */
const flips = (random: () => number, fell: number, rose: number): Pair => {
  const u = random();
  if (u < fell) return { baseline: 1, candidate: 0 };
  return u < fell + rose ? { baseline: 0, candidate: 1 } : { baseline: 1, candidate: 1 };
};

const KINDS: readonly Kind[] = [
  {
    ...{ title: '`max_drop`, a share of the baseline', metric: scoreOf(RATE), tasks: 1, seen: 150 },
    rule: { rule: 'max_drop', limit: relative(0.1) },
    draw: (random) => {
      const baseline = 0.3 + 0.4 * random();
      return { baseline, candidate: baseline * (0.96 + 0.6 * (random() - 0.5)) };
    },
  },
  {
    ...{ title: '`max_rise`, perplexity', metric: declareMetric('word_perplexity'), tasks: 1, seen: 100 },
    rule: { rule: 'max_rise', limit: relative(0.05) },
    draw: (random) => {
      const [numerator, denominator] = [200 + 30 * random(), 100];
      const candidate = numerator + denominator * (0.01 + 0.2 * normal(random));
      return { baseline: { numerator, denominator }, candidate: { numerator: candidate, denominator } };
    },
  },
  {
    ...{ title: 'a mean of three groups', metric: { ...ACC, group_average: 'macro' }, tasks: 1, seen: 300 },
    rule: { rule: 'max_drop', limit: absolute(0.05) },
    draw: (random, index) => ({ ...flips(random, 0.06, 0.04), group: `${index % 3}` }),
  },
  {
    ...{ title: 'macro-F1', metric: declareMetric('f1_macro'), tasks: 1, seen: 300 },
    rule: { rule: 'max_drop', limit: absolute(0.05) },
    draw: (random) => {
      const right = Number(random() < 0.5);
      const before = random() < 0.2 ? 1 - right : right;
      const after = random() < 0.06 ? 1 - before : before;
      return { baseline: { parts: [right, before] }, candidate: { parts: [right, after] } };
    },
  },
  {
    ...{ title: '`average` of three tasks', metric: ACC, tasks: 3, seen: 100 },
    rule: { rule: 'average', limit: absolute(0.04), of: every(3) },
    draw: (random, _, task) => flips(random, 0.05 + 0.01 * task, 0.04),
  },
  {
    ...{ title: '`net_gain` of a gain and two losses', metric: ACC, tasks: 3, seen: 200 },
    rule: { rule: 'net_gain', limit: absolute(0.03), losses: every(3).slice(1) },
    draw: (random, _, task) => (task === 0 ? flips(random, 0.02, 0.15) : flips(random, 0.05, 0.03)),
  },
  {
    ...{ title: '`max_group_gap` of three groups', metric: ACC, tasks: 1, seen: 450 },
    rule: { rule: 'max_group_gap', limit: absolute(0.15) },
    draw: (random, index) => {
      const right = Number(random() < (index % 3 === 0 ? 0.8 : 0.85));
      return { baseline: right, candidate: right, group: `${index % 3}` };
    },
  },
];

export const planningOfGates: Section = {
  name: 'planning-of-gates',
  title: 'How many samples it takes, other gates',
  about: `From the first draw that leaves a gate undecided: how many samples would decide it in nine of ten runs (\`needed\`; of the gain, where several tasks
have to grow alike), and per cent of ${RUNS} runs in which so many decide it, drawn from those that were seen, so that what was observed is so.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows = KINDS.filter(({ title }) => title.includes(cell ?? '')).map((kind) => {
      progress(kind.title);
      const random = mulberry32(23);
      const { seen, needed, first } = undecided(kind, random);
      let decided = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const again = seen.map((task) => resampled(task, needed / first, random));
        decided += judge(kind, again).verdict === 'inconclusive' ? 0 : 1 / RUNS;
      }
      checks.push(atMost(`${kind.title}: open at the number needed`, percent(1 - decided), MOST_OPEN));
      return [kind.title, String(first), String(needed), show(percent(decided))];
    });
    const head = ['gate', 'seen', 'needed', 'decided then'];
    return { tables: rows.length === 0 ? [] : [{ title: 'Nine of ten', head, rows }], checks };
  },
};

/** @throws Error where every draw decides */
function undecided(kind: Kind, random: () => number) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const seen = Array.from({ length: kind.tasks }, (_, task) =>
      Array.from({ length: kind.seen }, (__, index) => kind.draw(random, index, task)),
    );
    const { needed } = judge(kind, seen);
    const first = kind.rule.rule === 'average' ? kind.tasks * kind.seen : kind.seen;
    if (needed !== null && needed <= 40 * first) return { seen, needed, first };
  }
  throw new Error(`${kind.title}: no draw is undecided`);
}

/** So many times as many, of each group as many as it has. */
function resampled(pairs: readonly Pair[], times: number, random: () => number): Pair[] {
  const groups = [...new Set(pairs.map(({ group }) => group))];
  return groups.flatMap((name) => {
    const own = pairs.filter(({ group }) => group === name);
    const count = Math.round(own.length * times);
    return Array.from({ length: count }, () => own[Math.floor(random() * own.length)] as Pair);
  });
}

function judge({ metric, rule }: Kind, tasks: readonly (readonly Pair[])[]) {
  const comparisons = tasks.map((pairs, task) => {
    const side = (of: 'baseline' | 'candidate') =>
      runOf(
        `task ${task}`,
        metric,
        pairs.map(({ group, [of]: score }, index) => ({
          ...{ id: `${index}`, input_digest: `${task} ${index}`, scores: { [metric.name]: score } },
          ...(group === undefined ? {} : { group }),
        })),
      );
    return compareTask(side('baseline'), side('candidate'));
  });
  const gate: Gate = {
    ...{ ...rule, id: rule.rule, task: 'task 0', metric: metric.name, tier: 'blocking', allowFloor: true },
    source: { kind: 'default' },
  };
  const [result] = decide({ comparisons, gates: [gate], policy: POLICY }).gates;
  if (result === undefined) throw new Error('the gate was lost');
  return result;
}
