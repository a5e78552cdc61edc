import type { PairedScore } from '../../src/core/compare/score-table.ts';
import { minimumDetectable } from '../../src/core/decide/test-hypothesis.ts';
import type { SingleRule } from '../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { ALPHA } from './exact.ts';
import { scoreOf } from './graded.ts';
import { normal } from './graded-models.ts';
import { sidesOf, testRule } from './judged.ts';
import { atMost, type Check, percent, type Section, show } from './section.ts';

const RUNS = 200;
/** What a sample of the kinds below loses on average. */
const TRUTH = -0.02;
/** Per cent of runs that may stay open: one in ten, what the first sample was out by, and chance. */
const MOST_OPEN = 20;

interface Kind {
  readonly title: string;
  readonly metric: MetricDeclaration;
  /** Of one sample: its change, or under a ceiling or floor the candidate's score. */
  readonly draw: (random: () => number) => number;
  /** Of a cluster. */
  readonly size: number;
  /** Samples of the first look: so few that they do not decide. */
  readonly seen: number;
  readonly rule: SingleRule['rule'];
  /** What it is on average, and the value beyond which the rule is broken; three points apart. */
  readonly truth: number;
  readonly boundary: number;
}

const DROP = { rule: 'max_drop', truth: TRUTH, boundary: -0.05 } as const;

const KINDS: readonly Kind[] = [
  {
    ...{ title: 'pairs of 0/1 scores', metric: declareMetric('acc'), size: 1, seen: 400, ...DROP },
    draw: (random) => {
      const u = random();
      return u < 0.07 ? -1 : u < 0.12 ? 1 : 0;
    },
  },
  {
    ...{ title: 'partial credit', metric: scoreOf({ min: 0, max: 1 }), size: 1, seen: 100, ...DROP },
    draw: (random) => {
      const u = random();
      return u < 0.12 ? -0.5 : u < 0.2 ? 0.5 : 0;
    },
  },
  {
    ...{ title: 'scores that hardly move', metric: scoreOf({ min: 0, max: 1 }), size: 1, seen: 30, ...DROP },
    draw: (random) => TRUTH + 0.05 * Math.max(-3, Math.min(3, normal(random))),
  },
  {
    ...{
      title: 'clusters of 4 partial credits',
      metric: scoreOf({ min: 0, max: 1 }),
      size: 4,
      seen: 400,
      ...DROP,
    },
    draw: (random) => {
      const u = random();
      return u < 0.12 ? -0.5 : u < 0.2 ? 0.5 : 0;
    },
  },
  {
    ...{
      title: 'a ratio without a range',
      metric: scoreOf({ min: null, max: null }, 'ratio'),
      size: 1,
      seen: 100,
      ...DROP,
    },
    draw: (random) => TRUTH + 0.2 * normal(random),
  },
  {
    ...{ title: '`min_gain`, pairs of 0/1 scores', metric: declareMetric('acc'), size: 1, seen: 400 },
    ...{ rule: 'min_gain', truth: 0.1, boundary: 0.07 },
    draw: (random) => {
      const u = random();
      return u < 0.02 ? -1 : u < 0.14 ? 1 : 0;
    },
  },
  {
    ...{ title: '`min_gain`, partial credit', metric: scoreOf({ min: 0, max: 1 }), size: 1, seen: 150 },
    ...{ rule: 'min_gain', truth: 0.15, boundary: 0.12 },
    draw: (random) => {
      const u = random();
      return u < 0.05 ? -0.5 : u < 0.4 ? 0.5 : 0;
    },
  },
  {
    ...{ title: '`ceiling`, a rate', metric: declareMetric('toxicity'), size: 1, seen: 200 },
    ...{ rule: 'ceiling', truth: 0.1, boundary: 0.13 },
    draw: (random) => Number(random() < 0.1),
  },
  {
    ...{ title: '`floor`, a rate', metric: declareMetric('acc'), size: 1, seen: 150 },
    ...{ rule: 'floor', truth: 0.93, boundary: 0.9 },
    draw: (random) => Number(random() < 0.93),
  },
  {
    ...{ title: '`floor`, clusters of 4 rates', metric: declareMetric('acc'), size: 4, seen: 400 },
    ...{ rule: 'floor', truth: 0.93, boundary: 0.9 },
    draw: (random) => Number(random() < 0.93),
  },
  {
    ...{ title: '`floor`, partial credit', metric: scoreOf({ min: 0, max: 1 }), size: 1, seen: 50 },
    ...{ rule: 'floor', truth: 0.75, boundary: 0.72 },
    draw: (random) => 0.5 + random() / 2,
  },
];

export const planning: Section = {
  name: 'planning',
  title: 'How many samples it takes',
  about: `From a few samples of a candidate that is 3 pp within its limit (\`max_drop\` where no other rule is named): how many would decide it in nine of ten runs (\`needed\`), and what can be detected so
often with as many (\`minimumDetectable\`); and per cent of ${RUNS} runs in which it is so.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows = KINDS.filter(({ title }) => title.includes(cell ?? '')).map((kind) => {
      progress(kind.title);
      const random = mulberry32(5);
      const share = (count: number, boundary: number) => {
        let passed = 0;
        for (let run = 0; run < RUNS; run += 1)
          if (test(kind, draw(kind, count, random), boundary)?.verdict === 'pass') passed += 1 / RUNS;
        return passed;
      };
      const seen = draw(kind, kind.seen, random);
      // As far within the limit as the candidate truly is, whatever was drawn.
      const tested = test(kind, seen, meanOf(kind, seen) + kind.boundary - kind.truth);
      const needed = tested?.needed ?? kind.seen;
      const decided = share(needed, kind.boundary);
      const detectable = minimumDetectable(tested?.halfWidth ?? Number.NaN, ALPHA);
      const shown = share(kind.seen, kind.truth + Math.sign(kind.boundary - kind.truth) * detectable);
      checks.push(atMost(`${kind.title}: open at the number needed`, percent(1 - decided), MOST_OPEN));
      checks.push(atMost(`${kind.title}: open at what is detectable`, percent(1 - shown), MOST_OPEN));
      return [
        ...[
          kind.title,
          String(kind.seen),
          tested?.needed == null ? 'decided' : String(needed),
          show(percent(decided)),
        ],
        ...[detectable.toFixed(3), show(percent(shown))],
      ];
    });
    const head = ['scores', 'seen', 'needed', 'decided then', 'detectable', 'shown then'];
    return { tables: rows.length === 0 ? [] : [{ title: 'Nine of ten', head, rows }], checks };
  },
};

const isOfChange = ({ rule }: Kind): boolean => rule === 'max_drop' || rule === 'min_gain';

function test({ metric, rule }: Kind, scores: readonly PairedScore[], boundary: number) {
  if (rule === 'ceiling' || rule === 'floor') return testRule(metric, scores, { rule, limit: boundary });
  const value = rule === 'max_drop' ? -boundary : boundary;
  return testRule(metric, scores, { rule, limit: { kind: 'absolute', value } });
}

const meanOf = (kind: Kind, scores: readonly PairedScore[]): number =>
  scores.reduce(
    (sum, { baseline, candidate }) =>
      sum + (candidate?.numerator ?? 0) - (isOfChange(kind) ? (baseline?.numerator ?? 0) : 0),
    0,
  ) / scores.length;

const draw = (kind: Kind, count: number, random: () => number): PairedScore[] =>
  Array.from({ length: count }, (_, key) => {
    const cluster = kind.size === 1 ? null : `${Math.floor(key / kind.size)}`;
    const drawn = kind.draw(random);
    const own = { numerator: drawn, denominator: 1 };
    const sides = isOfChange(kind) ? sidesFor(drawn) : { baseline: own, candidate: own };
    return { key: `${key}`, group: null, weight: 1, cluster, ...sides };
  });

/** A loss of all is one from 1 to 0, and what did not change was right. */
const sidesFor = (delta: number) =>
  delta === 0
    ? { baseline: { numerator: 1, denominator: 1 }, candidate: { numerator: 1, denominator: 1 } }
    : sidesOf(delta);
