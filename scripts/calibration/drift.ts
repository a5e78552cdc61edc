import { compareTask } from '../../src/core/compare/compare.ts';
import { driftOf, prepareDrift } from '../../src/core/compare/drift.ts';
import type { Feature } from '../../src/core/compare/drift-feature.ts';
import { decide } from '../../src/core/decide/decide.ts';
import type { BySide, GateResult } from '../../src/core/domain/decision.ts';
import { DRIFT_LIMITS, type DriftFeatureName, type MeasuredDrift } from '../../src/core/domain/drift.ts';
import type { Gate, Policy } from '../../src/core/domain/gate.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { type Prompts, SIMULATED_READER, simulatedRuns, UNCHANGED, type Writing } from './drift-models.ts';
import { ALPHA } from './exact.ts';
import { atMost, type Check, type Section, type Settings, show } from './section.ts';
import { POLICY } from './tasks.ts';

const RUNS = 1000;
const LEANING: Policy = { ...POLICY, onInconclusive: { ...POLICY.onInconclusive, value: 'lean' } };
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

/** A candidate that drifted in one feature, held to a limit of exactly its drift. */
const AT_LIMIT: readonly {
  readonly feature: DriftFeatureName;
  readonly candidate: Writing;
  readonly baseline?: Writing;
}[] = [
  { feature: 'length', candidate: { ...UNCHANGED, length: 1.1 } },
  { feature: 'refusal', candidate: { ...UNCHANGED, refusals: 0.15 } },
  { feature: 'format', candidate: { ...UNCHANGED, lists: 0.4 } },
  // What collapses is rare, and the rest hardly moves.
  {
    ...{ feature: 'refusal', candidate: { ...UNCHANGED, refusals: 0.02 } },
    baseline: { ...UNCHANGED, refusals: 0 },
  },
  { feature: 'repetition', candidate: { ...UNCHANGED, loops: 0.02 } },
  { feature: 'repetition', candidate: { ...UNCHANGED, loops: 0.05 } },
  { feature: 'vocabulary', candidate: { ...UNCHANGED, own: 0.1 } },
  { feature: 'vocabulary', candidate: { ...UNCHANGED, own: 0.2 } },
  { feature: 'vocabulary', candidate: { ...UNCHANGED, refusals: 0.4 } },
  { feature: 'meaning', candidate: { ...UNCHANGED, moved: 0.15 }, baseline: { ...UNCHANGED, moved: 0 } },
];
const SIZES_OF_GATES: Readonly<Record<string, Prompts>> = {
  '100': { count: 100, clusterSize: 1 },
  '200': { count: 200, clusterSize: 1 },
  '200 in 100 clusters': { count: 200, clusterSize: 2 },
};
/** Fewer where a limit takes as long as a hundred of the others. */
const runsAtLimit = (feature: DriftFeatureName): number => (feature === 'vocabulary' ? 500 : 2000);
/** In which what a writing drifts by is known well enough. */
const MANY: Prompts = { count: 30_000, clusterSize: 1 };

function gatesAtLimit({ cell, progress }: Settings): { readonly rows: string[][]; readonly checks: Check[] } {
  const checks: Check[] = [];
  const rows: string[][] = [];
  for (const { feature, candidate, baseline = UNCHANGED } of AT_LIMIT) {
    const asked = Object.entries(SIZES_OF_GATES).filter(([size]) =>
      `drift gate, ${feature}, n ${size}`.includes(cell ?? ''),
    );
    if (asked.length === 0) continue;
    const truth = Math.abs(
      featureIn(MANY, { baseline, candidate }, feature, mulberry32(3)).summary().effect.value,
    );
    for (const [size, prompts] of asked) {
      const name = `drift gate, ${feature}, n ${size}`;
      progress(name);
      const counts = { passes: 0, fails: 0, leans: 0, unchanged: 0 };
      const random = mulberry32(17);
      const runs = runsAtLimit(feature);
      for (let run = 0; run < runs; run += 1) {
        const { verdict, leaning } = judged(prompts, { baseline, candidate }, feature, truth, random);
        if (verdict === 'pass') counts.passes += 100 / runs;
        if (verdict === 'regression') counts.fails += 100 / runs;
        if (verdict === 'pass' || leaning === 'pass') counts.leans += 100 / runs;
        if (run % 5 !== 0) continue;
        const same = featureIn(prompts, { baseline, candidate: baseline }, feature, random).limits;
        if (same.upper(ALPHA) < truth) counts.unchanged += 500 / runs;
      }
      const room = (share: number) => 300 * Math.sqrt((share * (1 - share)) / runs);
      checks.push(atMost(`${name}: passes at its limit`, counts.passes, 5 + room(0.05)));
      checks.push(atMost(`${name}: fails at its limit`, counts.fails, 5 + room(0.05)));
      checks.push(atMost(`${name}: leans to pass at its limit`, counts.leans, 25 + room(0.25)));
      rows.push([
        feature,
        truth.toFixed(3),
        size,
        ...[counts.passes, counts.fails, counts.leans, counts.unchanged].map(show),
      ]);
    }
  }
  return { rows, checks };
}

/** What a gate says at this limit. */
function judged(
  prompts: Prompts,
  writings: BySide<Writing>,
  feature: DriftFeatureName,
  limit: number,
  random: () => number,
): GateResult {
  const runs = simulatedRuns(prompts, writings, random);
  const comparison = { ...compareTask(runs.baseline, runs.candidate), drift: preparedOf(runs) };
  const gate: Gate = {
    ...{ rule: 'max_drift', feature, id: feature, task: comparison.task, metric: feature, tier: 'blocking' },
    limit: { kind: DRIFT_LIMITS[feature].unit === 'rate' ? 'absolute' : 'relative', value: limit },
    source: { kind: 'default' },
  };
  const [result] = decide({ comparisons: [comparison], gates: [gate], policy: LEANING }).gates;
  if (result === undefined) throw new Error('a gate that was not judged');
  return result;
}

const preparedOf = (runs: ReturnType<typeof simulatedRuns>) =>
  prepareDrift({ task: 'chat', runs, unlike: null }, { reader: SIMULATED_READER, minCoverage: 1 });

function featureIn(
  prompts: Prompts,
  writings: BySide<Writing>,
  name: DriftFeatureName,
  random: () => number,
): Feature {
  const { features } = preparedOf(simulatedRuns(prompts, writings, random));
  const found = features.find((each): each is Feature => each.feature === name && !('status' in each));
  if (found === undefined) throw new Error(`${name} was not measured`);
  return found;
}

export const drift: Section = {
  name: 'drift',
  title: 'Response drift',
  about: `Per cent of comparisons that prove a change of a feature, all features of a task together held at 5 % (Holm). Simulated answers: lengths and
topics by prompt, both models drawn anew for each; ${RUNS} comparisons of an unchanged model, ${RUNS_OF_POWER} of each other. The tests swap the
sides of a prompt at random, so that they hold at every size; of an unchanged model at most 5.5 % may be found changed. Gates of \`max_drift\`: a
candidate whose true drift is the very limit, of 2,000 simulated (500 for the vocabulary), may pass, be failed, and lean to pass, in 5, 5 and
25 % but for three standard errors of that count; a fifth as many unchanged.`,
  run: (settings) => {
    const { cell, progress } = settings;
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
    const gates = gatesAtLimit(settings);
    checks.push(...gates.checks);
    return {
      tables: [
        { title: 'Changes that are proven', head, rows },
        {
          title: 'Gates whose limit is the true drift',
          head: ['feature', 'limit', 'prompts', 'pass', 'fail', 'lean to pass', 'unchanged models that pass'],
          rows: gates.rows,
        },
      ].filter((table) => table.rows.length > 0),
      checks,
    };
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
