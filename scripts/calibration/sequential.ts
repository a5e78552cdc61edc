import { benchmarkRates } from './benchmark.ts';
import { PopulationPlan, type SequentialRates } from './population.ts';
import reference from './reference.json' with { type: 'json' };
import {
  atMost,
  type Check,
  DROPS,
  DROPS_HEAD,
  nameOfCell,
  near,
  percent,
  type Section,
  type Settings,
  show,
  type Table,
} from './section.ts';

/** Above this, a simulated benchmark takes as long as all others together. */
const LARGE = 2000;
/** The sequences that the reference rests on. */
const THEIR_SEQUENCES = 2000;
/** With fewer samples the other program looks when fewer than 60, or for bets 100, have been seen. */
const SAME_LOOKS_FROM = 500;
/** Points: the other program's baselines always have the same number right, which makes its runs vary a little less. */
const FIXED_BASELINE = 2;
const MARGINS = [0.02, 0.03];
const DISCORDANCES = [0.1, 0.15];
const SIZES = [100, 500, 2000, 14042];

interface Cell {
  readonly n: number;
  readonly margin: number;
  readonly discordance: number;
}

const ALL: readonly Cell[] = MARGINS.flatMap((margin) =>
  DISCORDANCES.flatMap((discordance) => SIZES.map((n) => ({ n, margin, discordance }))),
);

type Row = (typeof reference.sequential)[number];

function expectedOf(target: 'population' | 'benchmark', cell: Cell): Row | null {
  const isSame = (row: Row) =>
    row.target === target &&
    row.n === cell.n &&
    row.margin === cell.margin &&
    row.discordance === cell.discordance;
  return reference.sequential.find(isSame) ?? null;
}

export const population: Section = {
  name: 'population',
  title: 'Sequential, target `population`',
  about: `Per cent passed / failed (part of the samples that was needed); the rest is inconclusive after the last sample. Ten looks that
spend α · t^1.5. Exact: the probability of every pair of counts is carried from look to look.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const plans = new Map<string, PopulationPlan>();
    return {
      tables: tablesOf(chosen(ALL, cell), (each) => {
        progress(nameOfCell(each.n, each.margin, each.discordance));
        const key = `${each.n} ${each.margin}`;
        const plan = plans.get(key) ?? new PopulationPlan(each.n, each.margin);
        plans.set(key, plan);
        const rates = DROPS.map((drop) => plan.rates({ discordance: each.discordance, drop }));
        checks.push(...checksOf('population', each, rates, 0));
        return rates;
      }),
      checks,
    };
  },
};

export const benchmark: Section = {
  name: 'benchmark',
  title: 'Sequential, target `benchmark`',
  about: `Per cent passed / failed (part of the samples that was needed) in simulated random orders with fixed seeds. The drop is that of the
whole run, so that a model exactly at the limit should pass, and every test ends decided. No bet decides before the hundredth sample.`,
  run: (settings) =>
    simulate(
      ALL.filter(({ n }) => n <= LARGE),
      settings,
    ),
};

export const large: Section = {
  name: 'large',
  title: 'Sequential, target `benchmark`, as large as MMLU',
  about: 'As above; 2 pp of 14,042 is 281 samples or 2.001 %, so that failing is right.',
  run: (settings) =>
    simulate(
      ALL.filter(({ n }) => n > LARGE),
      settings,
    ),
};

function simulate(cells: readonly Cell[], { cell, sequences, progress }: Settings) {
  const checks: Check[] = [];
  const tables = tablesOf(chosen(cells, cell), (each) => {
    const name = nameOfCell(each.n, each.margin, each.discordance);
    const rates = DROPS.map((drop, index) => {
      progress(`${name}, drop ${percent(drop)}`);
      return benchmarkRates({ ...each, drop }, each.margin, sequences, index + 1);
    });
    checks.push(...checksOf('benchmark', each, rates, sequences));
    return rates;
  });
  return { tables, checks };
}

const chosen = (cells: readonly Cell[], part: string | null): Cell[] =>
  cells.filter(({ n, margin, discordance }) => nameOfCell(n, margin, discordance).includes(part ?? ''));

function tablesOf(cells: readonly Cell[], ratesOf: (cell: Cell) => readonly SequentialRates[]): Table[] {
  const rows = cells.map((cell) => [
    ...[`${percent(cell.margin)} pp`, `${percent(cell.discordance)} %`, String(cell.n)],
    ...ratesOf(cell).map(
      ({ pass, regression, share }) =>
        `${show(percent(pass))} / ${show(percent(regression))} (${percent(share).toFixed(0)} %)`,
    ),
  ]);
  if (rows.length === 0) return [];
  return [
    { title: 'Passed / failed (samples needed)', head: ['limit', 'flips', 'samples', ...DROPS_HEAD], rows },
  ];
}

/** @param sequences 0 where the rates are exact */
function checksOf(
  target: 'population' | 'benchmark',
  cell: Cell,
  rates: readonly (SequentialRates & { readonly shareError?: number })[],
  sequences: number,
): Check[] {
  const expected = expectedOf(target, cell);
  return DROPS.flatMap((drop, index) => {
    const found = rates[index];
    if (found === undefined) throw new Error('a drop without rates');
    const name = `${target}, ${nameOfCell(cell.n, cell.margin, cell.discordance)}, drop ${percent(drop)}`;
    const [pass, regression] = [percent(found.pass), percent(found.regression)];
    const checks: Check[] = [];
    const isWithin = Math.round(cell.n * drop) <= cell.n * cell.margin + 1e-9;
    const wrong =
      target === 'benchmark'
        ? [isWithin ? { said: 'failed', value: regression } : { said: 'passed', value: pass }]
        : [
            ...(drop >= cell.margin ? [{ said: 'passed', value: pass }] : []),
            ...(drop <= cell.margin ? [{ said: 'failed', value: regression }] : []),
          ];
    for (const { said, value } of wrong)
      checks.push(atMost(`${name}: wrongly ${said}`, value, mostErrors(sequences)));
    if (drop === 0)
      checks.push(atMost(`${name}: unchanged and failed`, regression, mostFalseAlarms(cell.n, sequences)));
    if (expected === null || cell.n < SAME_LOOKS_FROM) return checks;
    const share = expected.share[index] ?? Number.NaN;
    // The table is rounded to whole per cent, and both figures may rest on a simulation.
    const room = 0.5 + 3 * percent(found.shareError ?? 0);
    checks.push(atMost(`${name}: samples needed`, percent(found.share), 1.05 * share + room));
    for (const [said, value] of [
      ['pass', pass],
      ['regression', regression],
    ] as const) {
      const theirs = expected[said][index] ?? Number.NaN;
      const tolerance = simulationError(theirs, sequences) + (target === 'population' ? FIXED_BASELINE : 0);
      checks.push(near(`${name}: ${said}`, value, theirs, tolerance));
    }
    return checks;
  });
}

/** Exact, what a single fixed test is allowed; simulated, 5 % and three standard errors of it: 6.5 % among 2,000 sequences. */
function mostErrors(sequences: number): number {
  return sequences === 0 ? 6 : 5 + 300 * Math.sqrt((0.05 * 0.95) / sequences);
}

/** Half a per cent, 1.5 at 100 samples, and for simulated rates the three standard errors of that. */
function mostFalseAlarms(n: number, sequences: number): number {
  const most = n >= 500 ? 0.5 : 1.5;
  return sequences === 0 ? most : most + 300 * Math.sqrt(((most / 100) * (1 - most / 100)) / sequences);
}

/**
 * Four standard errors of both simulations together, in points, around rates that are not known to be 0: hundreds of cells
 * are compared, and the other program used the same random numbers for many of them.
 */
function simulationError(rate: number, sequences: number): number {
  const variance = Math.max(25, rate * (100 - rate)) / 1e4;
  const ours = sequences === 0 ? 0 : variance / sequences;
  return 400 * Math.sqrt(ours + variance / THEIR_SEQUENCES);
}
