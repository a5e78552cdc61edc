import type { PairedScore } from '../../src/core/compare/score-table.ts';
import { minimumDetectable } from '../../src/core/decide/test-hypothesis.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { ALPHA } from './exact.ts';
import { scoreOf } from './graded.ts';
import { normal } from './graded-models.ts';
import { sidesOf, testDrop } from './judged.ts';
import { atMost, type Check, percent, type Section, show } from './section.ts';

const RUNS = 200;
const SEEN = 400;
/** What a sample loses on average, and the limit. */
const [TRUTH, LIMIT] = [-0.02, 0.05];
/** Per cent of runs that may stay open: one in ten, what the first sample was out by, and chance. */
const MOST_OPEN = 20;

interface Kind {
  readonly title: string;
  readonly metric: MetricDeclaration;
  readonly delta: (random: () => number) => number;
  /** Of a cluster. */
  readonly size: number;
}

const KINDS: readonly Kind[] = [
  {
    ...{ title: 'pairs of 0/1 scores', metric: declareMetric('acc'), size: 1 },
    delta: (random) => {
      const u = random();
      return u < 0.07 ? -1 : u < 0.12 ? 1 : 0;
    },
  },
  {
    ...{ title: 'partial credit', metric: scoreOf({ min: 0, max: 1 }), size: 1 },
    delta: (random) => {
      const u = random();
      return u < 0.12 ? -0.5 : u < 0.2 ? 0.5 : 0;
    },
  },
  {
    ...{ title: 'scores that hardly move', metric: scoreOf({ min: 0, max: 1 }), size: 1 },
    delta: (random) => TRUTH + 0.05 * Math.max(-3, Math.min(3, normal(random))),
  },
  {
    ...{ title: 'clusters of 4 partial credits', metric: scoreOf({ min: 0, max: 1 }), size: 4 },
    delta: (random) => {
      const u = random();
      return u < 0.12 ? -0.5 : u < 0.2 ? 0.5 : 0;
    },
  },
  {
    ...{ title: 'a ratio without a range', metric: scoreOf({ min: null, max: null }, 'ratio'), size: 1 },
    delta: (random) => TRUTH + 0.2 * normal(random),
  },
];

export const planning: Section = {
  name: 'planning',
  title: 'How many samples it takes',
  about: `From ${SEEN} samples of a candidate that is 3 pp within its limit: how many would decide it in nine of ten runs (\`needed\`), and what can be detected so
often with as many (\`minimumDetectable\`); and per cent of ${RUNS} runs in which it is so.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows = KINDS.filter(({ title }) => title.includes(cell ?? '')).map((kind) => {
      progress(kind.title);
      const random = mulberry32(5);
      const share = (count: number, limit: number) => {
        let passed = 0;
        for (let run = 0; run < RUNS; run += 1)
          if (test(kind, draw(kind, count, random), limit)?.verdict === 'pass') passed += 1 / RUNS;
        return passed;
      };
      const seen = draw(kind, SEEN, random);
      // As far within the limit as the candidate truly is, whatever was drawn.
      const observed = meanOf(seen);
      const tested = test(kind, seen, LIMIT + TRUTH - observed);
      const needed = tested?.needed ?? SEEN;
      const decided = share(needed, LIMIT);
      const detectable = minimumDetectable(tested?.halfWidth ?? Number.NaN, ALPHA);
      const shown = share(SEEN, detectable - TRUTH);
      checks.push(atMost(`${kind.title}: open at the number needed`, percent(1 - decided), MOST_OPEN));
      checks.push(atMost(`${kind.title}: open at what is detectable`, percent(1 - shown), MOST_OPEN));
      return [
        ...[kind.title, tested?.needed == null ? 'decided' : String(needed), show(percent(decided))],
        ...[detectable.toFixed(3), show(percent(shown))],
      ];
    });
    const head = ['scores', 'needed', 'decided then', 'detectable', 'shown then'];
    return { tables: rows.length === 0 ? [] : [{ title: 'Nine of ten', head, rows }], checks };
  },
};

const test = ({ metric }: Kind, scores: readonly PairedScore[], value: number) =>
  testDrop(metric, scores, { kind: 'absolute', value });

const meanOf = (scores: readonly PairedScore[]): number =>
  scores.reduce(
    (sum, { baseline, candidate }) => sum + (candidate?.numerator ?? 0) - (baseline?.numerator ?? 0),
    0,
  ) / scores.length;

const draw = ({ delta, size }: Kind, count: number, random: () => number): PairedScore[] =>
  Array.from({ length: count }, (_, key) => {
    const cluster = size === 1 ? null : `${Math.floor(key / size)}`;
    return { key: `${key}`, group: null, weight: 1, cluster, ...sidesFor(delta(random)) };
  });

/** A loss of all is one from 1 to 0, and what did not change was right. */
const sidesFor = (delta: number) =>
  delta === 0
    ? { baseline: { numerator: 1, denominator: 1 }, candidate: { numerator: 1, denominator: 1 } }
    : sidesOf(delta);
