import { mcnemar } from '../../src/core/stats/mcnemar.ts';
import { benjaminiHochberg, holm } from '../../src/core/stats/multiplicity.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { ALPHA } from './exact.ts';
import reference from './reference.json' with { type: 'json' };
import { atMost, type Check, near, percent, type Section, show } from './section.ts';

/** Questions in each of MMLU's 57 subjects. */
const SUBJECTS = [
  100, 135, 152, 100, 265, 144, 100, 100, 100, 173, 102, 100, 235, 114, 145, 378, 126, 100, 310, 203, 100,
  165, 198, 193, 390, 270, 238, 151, 545, 216, 204, 237, 223, 131, 121, 108, 163, 112, 103, 234, 100, 783,
  346, 895, 306, 311, 324, 282, 1534, 272, 612, 110, 245, 201, 100, 166, 171,
];
const TOTAL = 14042;
const DISCORDANCE = 0.12;
const RUNS = 2000;

/** What happens to which subjects. */
const TRUTHS: Readonly<
  Record<string, { readonly title: string; readonly drop: (subject: number) => number }>
> = {
  'no change': { title: 'unchanged', drop: () => 0 },
  '3 subjects -15': {
    title: '3 large subjects −15 pp',
    drop: (subject) => ([15, 26, 45].includes(subject) ? 0.15 : 0),
  },
  '3 small subjects -15': {
    title: '3 small subjects −15 pp',
    drop: (subject) => ([0, 6, 7].includes(subject) ? 0.15 : 0),
  },
  'all -1': { title: 'all −1 pp', drop: () => 0.01 },
};

export const groups: Section = {
  name: 'groups',
  title: 'A few subjects among many',
  about: `Per cent of merges stopped by a look at MMLU's 57 subjects, 12 % flips, ${RUNS} simulated runs. Fifteen points in three subjects move
the total by 1 point or 0.3, so that a limit of 2 pp on it never sees them. \`no_regression_by_group\` is McNemar's mid-p test in every
subject with Holm's correction; what only Benjamini and Hochberg's procedure finds is pointed out and does not block.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows = reference.groups
      .filter(({ truth }) => truth.includes(cell ?? ''))
      .map((row) => {
        const truth = TRUTHS[row.truth];
        if (truth === undefined) throw new Error(`no such truth: ${row.truth}`);
        progress(truth.title);
        const found = alarms(truth.drop, RUNS, 5);
        for (const key of ['five', 'ten', 'uncorrected', 'holm', 'bh', 'total'] as const)
          checks.push(near(`groups, ${row.truth}: ${key}`, found[key], row[key], 3.5));
        if (row.truth === 'no change')
          checks.push(atMost('groups, no change: false alarms', found.holm, percent(ALPHA) + 1.5));
        const shown = [found.total, found.five, found.ten, found.uncorrected, found.holm, found.bh].map(show);
        return [truth.title, ...shown];
      });
    const head = [
      ...['truth', 'total −2 pp', 'any subject −5 pp', 'any subject −10 pp', 'any p < 5 %'],
      ...['Weighbridge blocks (Holm)', 'points out (BH 10 %)'],
    ];
    return { tables: rows.length === 0 ? [] : [{ title: '57 subjects', head, rows }], checks };
  },
};

type Alarms = Record<'five' | 'ten' | 'uncorrected' | 'holm' | 'bh' | 'total', number>;

function alarms(dropOf: (subject: number) => number, runs: number, seed: number): Alarms {
  const random = mulberry32(seed);
  const counts: Alarms = { five: 0, ten: 0, uncorrected: 0, holm: 0, bh: 0, total: 0 };
  for (let run = 0; run < runs; run += 1) {
    const drawn = SUBJECTS.map((n, subject) => ({ n, ...draw(n, dropOf(subject), random) }));
    const p = drawn.map(({ rose, fell }) => midP(rose, fell));
    const drops = drawn.map(({ rose, fell, n }) => (fell - rose) / n);
    const total = drawn.reduce((sum, { rose, fell }) => sum + fell - rose, 0) / TOTAL;
    const raised: Record<keyof Alarms, boolean> = {
      five: drops.some((drop) => drop > 0.05),
      ten: drops.some((drop) => drop > 0.1),
      uncorrected: p.some((each) => each < 0.05),
      holm: holm(p).some((each) => each < ALPHA),
      bh: benjaminiHochberg(p).some((each) => each < 0.1),
      total: total > 0.02,
    };
    for (const key of Object.keys(raised) as (keyof Alarms)[]) if (raised[key]) counts[key] += 100 / runs;
  }
  return counts;
}

function draw(n: number, drop: number, random: () => number) {
  const discordance = Math.max(DISCORDANCE, drop);
  const falls = (discordance + drop) / 2;
  let [rose, fell] = [0, 0];
  for (let sample = 0; sample < n; sample += 1) {
    const u = random();
    if (u < falls) fell += 1;
    else if (u < discordance) rose += 1;
  }
  return { rose, fell };
}

const known = new Map<number, number>();

function midP(rose: number, fell: number): number {
  const key = rose * TOTAL + fell;
  const found = known.get(key) ?? mcnemar(rose, fell).midPWorse;
  known.set(key, found);
  return found;
}
