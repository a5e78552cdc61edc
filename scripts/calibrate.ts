/**
 * `npm run calibrate`: how often our own decisions are wrong, computed from the code that makes them and compared with
 * the figures of an independent simulation. The exact part takes half a minute, the
 * sequential part, which has to be simulated, some more. Exits with 1 when a figure is off or a promise of docs/method.md is broken.
 */
import { errorsAtMargin } from './calibration/clusters.ts';
import { ceilingPasses, type Experiment, maxDropRates } from './calibration/exact.ts';
import { sequentialRates } from './calibration/sequential.ts';
import { SEQUENTIAL_TABLES } from './calibration/sequential-tables.ts';
import { BLOCK_TABLES, CEILING_RATES, CEILING_TABLES, DROPS, TEN_BENCHMARKS } from './calibration/tables.ts';

/** Points of per cent: the tables are rounded to whole ones and carry a little simulation error. */
const TOLERANCE = 1;
const failures: string[] = [];

function compare(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
  tolerance = TOLERANCE,
): void {
  const isOff = ours.some((value, index) => !(Math.abs(value - (theirs[index] ?? Number.NaN)) <= tolerance));
  if (isOff) failures.push(what);
  const show = (values: readonly number[]) => values.map((value) => value.toFixed(1).padStart(6)).join('');
  console.log(`${isOff ? 'OFF' : 'ok '} ${what.padEnd(58)}${show(ours)}   (${show(theirs).trim()})`);
}

function promise(what: string, value: number, most: number): void {
  const isBroken = value > most;
  if (isBroken) failures.push(what);
  console.log(
    `${isBroken ? 'OFF' : 'ok '} ${what.padEnd(58)}${value.toFixed(2).padStart(6)}   (at most ${most})`,
  );
}

const percent = (share: number) => 100 * share;

console.log('Blocked, per cent, at drops of 0, 1, 2, 3, 5 pp');
for (const { margin, discordance, n, observed, proven, unlessSafe } of BLOCK_TABLES) {
  const experiments: Experiment[] = DROPS.map((drop) => ({ n, discordance, drop }));
  const population = experiments.map((experiment) => maxDropRates(experiment, margin, 'population'));
  const benchmark = experiments.map((experiment) => maxDropRates(experiment, margin, 'benchmark'));
  const name = `n ${n}, margin ${percent(margin)} pp, discordance ${percent(discordance)}%`;
  compare(
    `${name}: observed`,
    benchmark.map(({ regression }) => percent(regression)),
    observed,
  );
  compare(
    `${name}: proven`,
    population.map(({ regression }) => percent(regression)),
    proven,
  );
  compare(
    `${name}: unless safe`,
    population.map(({ pass }) => percent(1 - pass)),
    unlessSafe,
  );
  const lean = population.map(({ blockedByLean }) => percent(blockedByLean).toFixed(1).padStart(6));
  console.log(`    ${`${name}: lean (our default)`.padEnd(58)}${lean.join('')}`);
}

console.log('\nCertified below a ceiling, per cent, at true rates of 0, c/5, c/2, c, 2c');
for (const { ceiling, n, certified } of CEILING_TABLES) {
  const ours = CEILING_RATES.map((share) => percent(ceilingPasses(n, share * ceiling, ceiling)));
  compare(`ceiling ${percent(ceiling)}%, n ${n}`, ours, certified);
}

console.log('\nTen benchmarks, margin 3 pp, discordance 12%: failed and not passed, per cent');
for (const { n, truth, drops, failed, notPassed } of TEN_BENCHMARKS) {
  const at = (drop: number) => maxDropRates({ n, discordance: 0.12, drop }, 0.03, 'population');
  const one = at(drops.one);
  const rest = at(drops.rest);
  const none = (share: number, other: number) => percent(1 - (1 - share) * (1 - other) ** 9);
  compare(
    `n ${n}, ${truth}`,
    [none(one.regression, rest.regression), none(1 - one.pass, 1 - rest.pass)],
    [failed, notPassed],
  );
}

console.log(
  '\nWorst error at the margin over discordances of 6, 12, 20% and margins of 2 and 5 pp, per cent',
);
for (const n of [200, 500, 1000, 2000, 14042]) {
  const cells = [0.06, 0.12, 0.2].flatMap((discordance) =>
    [0.02, 0.05].map((margin) => maxDropRates({ n, discordance, drop: margin }, margin, 'population')),
  );
  promise(`n ${n}: passed`, percent(Math.max(...cells.map(({ pass }) => pass))), 6);
  promise(`n ${n}: failed`, percent(Math.max(...cells.map(({ regression }) => regression))), 6);
}

console.log('\nError at the margin with clusters, per cent of 1500 drawn runs');
for (const experiment of [
  { clusters: 10, size: 20, icc: 0.3 },
  { clusters: 40, size: 10, icc: 0.1 },
]) {
  const { pass, regression } = errorsAtMargin(experiment, 1500, 1);
  const name = `${experiment.clusters} clusters of ${experiment.size}, ICC ${experiment.icc}`;
  promise(`${name}: passed`, percent(pass), 6.5);
  promise(`${name}: failed`, percent(regression), 6.5);
}

console.log('\nUnchanged models that fail, per cent');
for (const { margin, discordance, n } of BLOCK_TABLES) {
  const { regression } = maxDropRates({ n, discordance, drop: 0 }, margin, 'population');
  const name = `n ${n}, margin ${percent(margin)} pp, discordance ${percent(discordance)}%`;
  promise(name, percent(regression), n >= 500 ? 0.5 : 1.5);
}
for (const n of [1000, 3000]) {
  const { regression } = maxDropRates({ n, discordance: 0.12, drop: 0 }, 0.03, 'population');
  promise(`one of ten benchmarks of ${n}`, percent(1 - (1 - regression) ** 10), 1);
}

/** Sequences of samples in random order that a figure rests on: more where the errors are largest and a run is short. */
const sequencesOf = (n: number, drop: number, margin: number) => (n <= 2000 && drop === margin ? 2000 : 400);
/** 5 % and three standard errors of it; 6.5 % among 2000. */
const mostErrors = (sequences: number) => 5 + 300 * Math.sqrt((0.05 * 0.95) / sequences);
/** Three standard errors of both simulations together, in points, around rates that are not known to be 0. */
const simulationError = (rates: readonly number[], sequences: number) =>
  300 *
  Math.sqrt(((Math.max(...rates.map((rate) => Math.max(25, rate * (100 - rate)))) / 1e4) * 2) / sequences);

console.log(
  '\nSequential evaluation: samples needed, per cent of those planned, at drops of 0, 1, 2, 3, 5 pp',
);
for (const { target, n, margin, discordance, ...table } of SEQUENTIAL_TABLES) {
  const name = `${target}, n ${n}, margin ${percent(margin)} pp, discordance ${percent(discordance)}%`;
  DROPS.forEach((drop, index) => {
    const sequences = sequencesOf(n, drop, margin);
    const rates = sequentialRates({ target, n, margin, discordance, drop }, sequences, index + 1);
    const at = `${name}, drop ${percent(drop)}`;
    // Half a point is what the table is rounded by.
    const most = 1.05 * ((table.share[index] ?? Number.NaN) + 0.5) + 3 * percent(rates.shareError);
    promise(`${at}: needed`, percent(rates.share), most);
    if (target === 'benchmark') {
      const isWithin = Math.round(n * drop) <= n * margin;
      promise(`${at}: wrong`, percent(isWithin ? rates.regression : rates.pass), mostErrors(sequences));
    } else {
      if (drop >= margin) promise(`${at}: passed`, percent(rates.pass), mostErrors(sequences));
      if (drop <= margin) promise(`${at}: failed`, percent(rates.regression), mostErrors(sequences));
    }
    if (drop === 0) promise(`${at}: unchanged and failed`, percent(rates.regression), n >= 500 ? 0.5 : 1.5);
    const verdicts = [percent(rates.pass), percent(rates.regression)];
    const theirs = [table.pass[index] ?? Number.NaN, table.regression[index] ?? Number.NaN];
    compare(`${at}: pass, fail`, verdicts, theirs, simulationError(theirs, sequences));
  });
}

if (failures.length > 0) {
  console.log(`\n${failures.length} figures are off:\n${failures.join('\n')}`);
  process.exitCode = 1;
}
