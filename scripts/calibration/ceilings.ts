import { rateLogE } from '../../src/core/stats/sequential/e-values.ts';
import { isBatchEnd } from '../../src/core/stats/sequential/looks.ts';
import { binomialAtMost } from '../../src/core/stats/special/binomial.ts';
import { ALPHA, ceilingPasses, LEAN_ALPHA } from './exact.ts';
import { atMost, type Check, near, percent, type Section, show } from './section.ts';

/** True rates, as shares of the ceiling. */
const RATES = [0, 0.2, 0.5, 1, 2];
const RATES_HEAD = ['rate 0', 'c/5', 'c/2', 'c', '2c'];

/** Per cent of models certified that an independent program found. */
const CELLS = [
  { ceiling: 0.01, n: 300, certified: [100, 55, 22, 5, 0] },
  { ceiling: 0.01, n: 1000, certified: [100, 95, 44, 3, 0] },
  { ceiling: 0.01, n: 3000, certified: [100, 100, 92, 3, 0] },
  { ceiling: 0.005, n: 1000, certified: [100, 74, 29, 4, 0] },
] as const;

/** The sequential test at a ceiling of 1 % and 3000 prompts, with the mean number of them that it took. */
const SEQUENTIAL = {
  ceiling: 0.01,
  n: 3000,
  certified: [100, 100, 74, 4, 0],
  used: [363, 661, 1748, 2858, 889],
};

export const ceilings: Section = {
  name: 'ceilings',
  title: 'Ceilings of a rate',
  about: `Per cent of models certified to stay below a ceiling c, such as a toxicity rate of 1 %, by their true rate. "Observed rate ≤ c"
certifies two models in three that sit exactly on it. Exact; the sequential test's batches of five or six samples included.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows: string[][] = [];
    for (const { ceiling, n, certified } of CELLS) {
      const name = `ceiling ${percent(ceiling)} %, n ${n}`;
      if (!name.includes(cell ?? '')) continue;
      progress(name);
      const naive = RATES.map((rate) =>
        percent(binomialAtMost(Math.floor(n * ceiling + 1e-9), n, rate * ceiling)),
      );
      const ours = RATES.map((rate) => percent(ceilingPasses(n, rate * ceiling, ceiling)));
      ours.forEach((value, index) => {
        checks.push(near(`${name}, rate ${RATES_HEAD[index]}`, value, certified[index] ?? Number.NaN, 1));
      });
      checks.push(atMost(`${name}, rate c: certified`, ours[3] ?? Number.NaN, percent(ALPHA)));
      const cells = (values: readonly number[]) => [`${percent(ceiling)} %`, String(n), ...values.map(show)];
      rows.push(['observed rate ≤ c', ...cells(naive)], ['Clopper-Pearson (`full`)', ...cells(ours)]);
    }
    const { ceiling, n, certified, used } = SEQUENTIAL;
    const name = `ceiling ${percent(ceiling)} %, up to ${n}, sequential`;
    if (name.includes(cell ?? '')) {
      progress(name);
      const found = RATES.map((rate) => rateInOrder(n, rate * ceiling, ceiling));
      found.forEach(({ pass, samples }, index) => {
        checks.push(
          near(`${name}, rate ${RATES_HEAD[index]}`, percent(pass), certified[index] ?? Number.NaN, 2),
        );
        checks.push(
          atMost(`${name}, rate ${RATES_HEAD[index]}: samples`, samples, 1.05 * (used[index] ?? Number.NaN)),
        );
      });
      const atCeiling = found[3];
      checks.push(
        atMost(`${name}, rate c: certified`, percent(atCeiling?.pass ?? Number.NaN), percent(ALPHA)),
        atMost(`${name}, rate c: failed`, percent(atCeiling?.regression ?? Number.NaN), percent(ALPHA)),
      );
      rows.push([
        ...['e-process (`sequential`)', `${percent(ceiling)} %`, `≤ ${n}`],
        ...found.map(({ pass, samples }) => `${show(percent(pass))} (${Math.round(samples)} samples)`),
      ]);
    }
    const head = ['rule', 'c', 'samples', ...RATES_HEAD];
    return { tables: rows.length === 0 ? [] : [{ title: 'Certified below a ceiling', head, rows }], checks };
  },
};

interface InOrder {
  readonly pass: number;
  readonly regression: number;
  /** Of those that are undecided after the last sample. */
  readonly leans: number;
  readonly samples: number;
}

/** The e-process looked at after every batch: the probability of every number of events is carried from sample to sample. */
export function rateInOrder(n: number, rate: number, ceiling: number): InOrder {
  const enough = Math.log(1 / ALPHA);
  let going = new Float64Array(n + 2);
  going[0] = 1;
  let [pass, regression, samples] = [0, 0, 0];
  for (let seen = 1; seen <= n; seen += 1) {
    const next = new Float64Array(n + 2);
    for (let events = 0; events <= seen; events += 1)
      next[events] = (going[events] ?? 0) * (1 - rate) + (events === 0 ? 0 : (going[events - 1] ?? 0) * rate);
    going = next;
    if (!isBatchEnd(seen, n)) continue;
    for (let events = 0; events <= seen; events += 1) {
      const mass = going[events] ?? 0;
      if (mass < 1e-15) continue;
      const { below, above } = rateLogE(events, seen, ceiling);
      if (below < enough && above < enough) continue;
      if (below >= enough) pass += mass;
      else regression += mass;
      samples += mass * seen;
      going[events] = 0;
    }
  }
  const left = going.reduce((total, mass) => total + mass, 0);
  const leans = going.reduce(
    (total, mass, events) => total + (binomialAtMost(events, n, ceiling) < LEAN_ALPHA ? mass : 0),
    0,
  );
  return { pass, regression, leans, samples: samples + left * n };
}
