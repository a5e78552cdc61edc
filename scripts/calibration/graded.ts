import type { PairedScore } from '../../src/core/compare/score-table.ts';
import { NO_REGRESSION_BY_GROUP } from '../../src/core/decide/rules/no-regression-by-group.ts';
import type { Change, Gate, Policy } from '../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { ALPHA } from './exact.ts';
import { GRADED, normal } from './graded-models.ts';
import { metricOf, sharesOf, sidesOf } from './judged.ts';
import { atMost, type Check, percent, type Section, show, type Table } from './section.ts';

/** Per cent: of scores with a range from 30 samples on, and of those without from 100 on. */
const MOST = { bounded: 6, unbounded: 6.5 };
const SIZES = [
  { n: 30, runs: 1000 },
  { n: 100, runs: 1000 },
  { n: 500, runs: 500 },
] as const;
const UNEVEN_RUNS = 400;
const FAMILY_RUNS = 100;

const RATE = { min: 0, max: 1 } as const;

export const scoreOf = (
  range: MetricDeclaration['range'],
  kind: 'mean' | 'ratio' = 'mean',
): MetricDeclaration => ({
  ...{ name: 'score', direction: 'higher_is_better', kind, unit: 'number' },
  ...{ range, scale: 'linear', weak: false },
});

export const graded: Section = {
  name: 'graded',
  title: 'Scores that are not 0 or 1',
  about: `Per cent of simulated runs in which a candidate exactly at the limit passes and fails, nominal 5 each: ${SIZES.map(({ n, runs }) => `${runs} runs of ${n} samples`).join(', ')},
${UNEVEN_RUNS} of those below, 100 of means of groups and of families. At most 6 where scores have a range; 6.5 from 100 samples on where they have none, below which a verdict is called approximate (two standard errors more where runs are 400 or fewer).
What loses everything now and then is what a mean hides: where few samples moved far, one more at the worst value is counted.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const has = (name: string) => name.includes(cell ?? '');
    const tables = [independent, uneven, families].map((part) => part(has, checks, progress));
    return { tables: tables.filter(({ rows }) => rows.length > 0), checks };
  },
};

type Part = (has: (name: string) => boolean, checks: Check[], progress: (cell: string) => void) => Table;

const shownOf = ({ pass, regression }: { readonly pass: number; readonly regression: number }) =>
  `${show(percent(pass))} / ${show(percent(regression))}`;

const alone = (key: number): Omit<PairedScore, 'baseline' | 'candidate'> => ({
  key: `${key}`,
  ...{ cluster: null, group: null, weight: 1 },
});

const independent: Part = (has, checks, progress) => {
  const rows = GRADED.filter(({ title }) => has(title)).map(({ title, range, mean, delta }) => {
    progress(title);
    const random = mulberry32(7);
    const { low, high } = range ?? { low: -50, high: 50 };
    const declaration =
      range === null ? scoreOf({ min: null, max: null }, 'ratio') : scoreOf({ min: low, max: high });
    const found = SIZES.map(({ n, runs }) => {
      const shares = sharesOf(runs, declaration, { kind: 'absolute', value: Math.abs(mean) }, () =>
        Array.from({ length: n }, (_, key) => ({ ...alone(key), ...sidesOf(delta(random), low, high) })),
      );
      if (range !== null || n >= 100) {
        const most = range === null ? MOST.unbounded : MOST.bounded;
        checks.push(atMost(`${title}, n ${n}: passed`, percent(shares.pass), most));
        checks.push(atMost(`${title}, n ${n}: failed`, percent(shares.regression), most));
      }
      return shownOf(shares);
    });
    return [title, ...found];
  });
  return {
    title: 'Independent samples: passed / failed',
    head: ['scores', ...SIZES.map(({ n }) => `n ${n}`)],
    rows,
  };
};

interface Uneven {
  readonly title: string;
  readonly declaration: MetricDeclaration;
  readonly limit: Change;
  readonly draw: (random: () => number) => PairedScore[];
}

const absolute = (value: number): Change => ({ kind: 'absolute', value });

/** Passages of these sizes, one in so many of which is lost whole. */
const lostWhole = (sizes: readonly number[], share: number) => (random: () => number) =>
  sizes.flatMap((size, cluster) => {
    const delta = random() < share ? -1 : 0;
    return Array.from({ length: size }, (_, position) => ({
      ...alone(position),
      key: `${cluster}.${position}`,
      cluster: `${cluster}`,
      ...sidesOf(delta),
    }));
  });

/** Groups of so many samples; in each a share is lost. */
const inGroups =
  (groups: readonly { readonly size: number; readonly lost: number }[]) => (random: () => number) =>
    groups.flatMap(({ size, lost }, group) =>
      Array.from({ length: size }, (_, position) => {
        const u = random();
        const delta = u < lost ? -1 : u < lost + 0.3 ? 0.05 * Math.max(-3, Math.min(3, normal(random))) : 0;
        return { ...alone(position), key: `${group}.${position}`, group: `${group}`, ...sidesOf(delta) };
      }),
    );

const MACRO: MetricDeclaration = { ...scoreOf(RATE), group_average: 'macro' };

/** Baseline and candidate of a share of a perfect score; the candidate keeps so much of it on average. */
const keeping = (n: number, kept: number) => (random: () => number) =>
  Array.from({ length: n }, (_, key): PairedScore => {
    const baseline = random() < 0.5 ? 0.2 + 0.2 * random() : 0.8 + 0.2 * random();
    const candidate = baseline * (kept + (1 - kept) * (2 * random() - 1));
    return {
      ...alone(key),
      baseline: { numerator: baseline, denominator: 1 },
      candidate: { numerator: candidate, denominator: 1 },
    };
  });

const UNEVEN: readonly Uneven[] = [
  {
    ...{
      title: '100 passages of sizes 100/rank, 5 % lost whole',
      declaration: scoreOf(RATE),
      limit: absolute(0.05),
    },
    draw: lostWhole(
      Array.from({ length: 100 }, (_, rank) => Math.max(1, Math.round(100 / (rank + 1)))),
      0.05,
    ),
  },
  {
    ...{
      title: '6 passages of 50 and 54 of 1, 5 % lost whole',
      declaration: scoreOf(RATE),
      limit: absolute(0.05),
    },
    draw: lostWhole([...Array<number>(6).fill(50), ...Array<number>(54).fill(1)], 0.05),
  },
  {
    ...{ title: '30 passages of 1 to 88, ICC .3', declaration: scoreOf(RATE), limit: absolute(0.1) },
    draw: (random) =>
      Array.from({ length: 30 }, (_, cluster) => {
        const shared = Math.sqrt(0.3) * normal(random);
        return Array.from({ length: 1 + 3 * cluster }, (__, position) => ({
          ...alone(position),
          ...{ key: `${cluster}.${position}`, cluster: `${cluster}` },
          ...sidesOf(Math.max(-1, Math.min(1, -0.1 + 0.2 * (shared + Math.sqrt(0.7) * normal(random))))),
        }));
      }).flat(),
  },
  {
    ...{
      title: '10 scores of 9 or 10, range not declared',
      declaration: scoreOf({ min: null, max: null }),
      limit: absolute(0.1),
    },
    draw: (random) =>
      Array.from({ length: 10 }, (_, key) => ({ ...alone(key), ...sidesOf(random() < 0.1 ? -1 : 0, 9, 10) })),
  },
  {
    ...{
      title: 'mean of groups of 1000, 1000, 1000 and 10, the smallest loses 20 %',
      declaration: MACRO,
      limit: absolute(0.05),
    },
    draw: inGroups([
      ...Array<number>(3)
        .fill(1000)
        .map((size) => ({ size, lost: 0 })),
      { size: 10, lost: 0.2 },
    ]),
  },
  {
    ...{
      title: 'mean of groups of 300, 300 and 10, all lose 5 %',
      declaration: MACRO,
      limit: absolute(0.05),
    },
    draw: inGroups([300, 300, 10].map((size) => ({ size, lost: 0.05 }))),
  },
  {
    ...{
      title: '100 samples, a drop of 20 % of the baseline',
      declaration: scoreOf(RATE),
      limit: { kind: 'relative', value: 0.2 },
    },
    draw: keeping(100, 0.8),
  },
];

const uneven: Part = (has, checks, progress) => {
  const rows = UNEVEN.filter(({ title }) => has(title)).map(({ title, declaration, limit, draw }) => {
    progress(title);
    const random = mulberry32(11);
    // Thousands of samples a run are as many fewer runs.
    const runs = declaration === MACRO ? UNEVEN_RUNS / 4 : UNEVEN_RUNS;
    const shares = sharesOf(runs, declaration, limit, () => draw(random));
    const most = MOST.bounded + 2 * percent(Math.sqrt((ALPHA * (1 - ALPHA)) / runs));
    checks.push(atMost(`${title}: passed`, percent(shares.pass), most));
    checks.push(atMost(`${title}: failed`, percent(shares.regression), most));
    return [title, shownOf(shares)];
  });
  return {
    title: 'Clusters, groups, relative limits and ranges that nobody declared',
    head: ['scores', 'passed / failed'],
    rows,
  };
};

const FAMILIES = [
  {
    title: '57 groups of 20: 60 % move (sd .05)',
    delta: (random: () => number) => (random() < 0.6 ? 0.05 * Math.max(-3, Math.min(3, normal(random))) : 0),
  },
  {
    title: '57 groups of 20: 30 % lose .1, 3 % gain 1',
    delta: (random: () => number) => {
      const u = random();
      return u < 0.3 ? -0.1 : u < 0.33 ? 1 : 0;
    },
  },
  {
    title: '57 groups of 20: thirds, 20 % move either way',
    delta: (random: () => number) => (random() < 0.2 ? (random() < 0.5 ? -1 / 3 : 1 / 3) : 0),
  },
] as const;

const source = { kind: 'default' } as const;
const POLICY: Policy = {
  alpha: { value: ALPHA, source },
  leanAlpha: { value: 0.25, source },
  onInconclusive: { value: 'lean', source },
  target: { value: 'population', source },
  minCoverage: { value: 0.99, source },
};
const ALARM: Gate = {
  ...{ rule: 'no_regression_by_group', limit: { kind: 'absolute', value: 0 } },
  ...{ id: 'alarm', task: 'task', metric: 'score', tier: 'blocking', source },
};

const families: Part = (has, checks, progress) => {
  const rows = FAMILIES.filter(({ title }) => has(title)).map(({ title, delta }) => {
    progress(title);
    const random = mulberry32(13);
    let alarms = 0;
    for (let run = 0; run < FAMILY_RUNS; run += 1) {
      const scores = Array.from({ length: 57 * 20 }, (_, key) => ({
        ...alone(key),
        ...{ group: `${key % 57}`, ...sidesOf(delta(random)) },
      }));
      const judged = NO_REGRESSION_BY_GROUP.judgeMetric?.(
        ALARM as Extract<Gate, { rule: 'no_regression_by_group' }>,
        metricOf(scoreOf(RATE), scores),
        POLICY,
      );
      if (judged?.verdict === 'regression') alarms += 1 / FAMILY_RUNS;
    }
    const most = MOST.bounded + 2 * percent(Math.sqrt((ALPHA * (1 - ALPHA)) / FAMILY_RUNS));
    checks.push(atMost(`${title}: false alarms`, percent(alarms), most));
    return [title, show(percent(alarms))];
  });
  return {
    title: '`no_regression_by_group` on unchanged candidates',
    head: ['scores', 'false alarms'],
    rows,
  };
};
