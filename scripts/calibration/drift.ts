import { driftOf } from '../../src/core/compare/drift.ts';
import type { DriftFeatureName, MeasuredDrift } from '../../src/core/domain/drift.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { type Prompts, SIMULATED_READER, simulatedRuns, UNCHANGED, type Writing } from './drift-models.ts';
import { atMost, type Check, type Section, show } from './section.ts';

const RUNS = 1000;
/** What is drifted is found so often that fewer runs tell. */
const RUNS_OF_POWER = 100;
const SHOWN: readonly DriftFeatureName[] = [
  'length',
  'refusal',
  'format',
  'language',
  'repetition',
  'vocabulary',
];

const SIZES: Readonly<Record<string, Prompts>> = {
  '20': { count: 20, clusterSize: 1 },
  '50': { count: 50, clusterSize: 1 },
  '200': { count: 200, clusterSize: 1 },
  '200 in 50 clusters': { count: 200, clusterSize: 4 },
};

const PLANTED: Readonly<Record<string, Writing>> = {
  'answers 30 % longer': { ...UNCHANGED, length: 1.3 },
  '15 pp more refusals': { ...UNCHANGED, refusals: 0.25 },
  '30 pp more lists': { ...UNCHANGED, lists: 0.6 },
  'a fifth of the words its own': { ...UNCHANGED, own: 0.2 },
};

export const drift: Section = {
  name: 'drift',
  title: 'Response drift',
  about: `Per cent of comparisons that prove a change of a feature, all features of a task together held at 5 % (Holm). Simulated answers: lengths and
topics by prompt, both models drawn anew for each; ${RUNS} comparisons of an unchanged model, ${RUNS_OF_POWER} of each other. The tests swap the
sides of a prompt at random, so that they hold at every size; of an unchanged model at most 5.5 % may be found changed.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const wanted = (name: string) => name.includes(cell ?? '');
    const rows = Object.entries(SIZES).flatMap(([size, prompts]) => {
      const unchanged = `drift, unchanged, n ${size}`;
      const found: string[][] = [];
      if (wanted(unchanged)) {
        progress(unchanged);
        const shares = proven(prompts, UNCHANGED, RUNS, 11);
        checks.push(atMost(unchanged, shares.any, 5.5));
        found.push([size, 'unchanged', ...cells(shares)]);
      }
      for (const [title, writing] of Object.entries(PLANTED)) {
        const name = `drift, ${title}, n ${size}`;
        if (!wanted(name)) continue;
        progress(name);
        found.push([size, title, ...cells(proven(prompts, writing, RUNS_OF_POWER, 12))]);
      }
      return found;
    });
    const head = ['prompts', 'candidate', 'any', ...SHOWN];
    return { tables: rows.length === 0 ? [] : [{ title: 'Changes that are proven', head, rows }], checks };
  },
};

type Shares = Readonly<Record<DriftFeatureName | 'any', number>>;

const cells = (shares: Shares): string[] => [
  show(shares.any),
  ...SHOWN.map((name) => show(shares[name] ?? 0)),
];

function proven(prompts: Prompts, candidate: Writing, runs: number, seed: number): Shares {
  const random = mulberry32(seed);
  const counts: Record<string, number> = { any: 0 };
  for (let run = 0; run < runs; run += 1) {
    const sides = simulatedRuns(prompts, { baseline: UNCHANGED, candidate }, random);
    const request = { task: `run ${run}`, runs: sides, unlike: null };
    const [task] = driftOf([request], { reader: SIMULATED_READER, minCoverage: 1 });
    const moved = (task?.features ?? []).filter(
      (feature): feature is MeasuredDrift => feature.status === 'moved' || feature.status === 'slight',
    );
    for (const { feature } of moved) counts[feature] = (counts[feature] ?? 0) + 100 / runs;
    if (moved.length > 0) counts.any = (counts.any ?? 0) + 100 / runs;
  }
  return counts as Shares;
}
