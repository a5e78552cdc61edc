import { firstCount } from '../../src/core/decide/hypothetical.ts';
import { type PlannedLook, plannedLooks } from '../../src/core/stats/sequential/looks.ts';
import { ALPHA, type Experiment, judgeDrop, type Rule } from './exact.ts';

/** Shares of all runs, and the mean part of the samples that was needed. */
export interface SequentialRates {
  readonly pass: number;
  readonly regression: number;
  /** Of those that the last look leaves undecided, what leans to pass; 0 where nobody asked. */
  readonly leans: number;
  readonly share: number;
}

/** Outcomes rarer than this are left out; some thousands of them together are less than 0.01 %. */
const NEGLIGIBLE = 1e-9;

/** Numbers of falls and rises with their probability, in a box that holds all that are not negligible. */
interface Box {
  readonly falls: Span;
  readonly rises: Span;
  readonly mass: Float64Array;
}

interface Span {
  readonly from: number;
  readonly count: number;
}

/** First rises at which a look passes, and no longer fails, by falls. */
interface Ends {
  readonly pass: number;
  readonly noRegression: number;
}

/**
 * The group-sequential decisions on a drop, exactly: the probability of every pair of counts that is still undecided is
 * carried from look to look.
 */
export class PopulationPlan {
  readonly #n: number;
  readonly #margin: number;
  readonly #looks: readonly PlannedLook[];
  readonly #ends = new Map<string, Ends>();

  readonly #blocked: Rule | null;

  /** @param blocked what an undecided gate does after the last look; left out where that is not asked */
  constructor(n: number, margin: number, blocked: Rule | null = null) {
    this.#n = n;
    this.#margin = margin;
    this.#blocked = blocked;
    this.#looks = plannedLooks(n, ALPHA, (samples) => samples);
  }

  rates({ discordance, drop }: Pick<Experiment, 'discordance' | 'drop'>): SequentialRates {
    let going: Box = { falls: { from: 0, count: 1 }, rises: { from: 0, count: 1 }, mass: Float64Array.of(1) };
    const rates = { pass: 0, regression: 0, leans: 0, share: 0 };
    let seen = 0;
    this.#looks.forEach((look, index) => {
      going = trimmed(after(going, look.samples - seen, discordance, drop));
      seen = look.samples;
      const isLast = index === this.#looks.length - 1;
      const { falls, rises, mass } = going;
      for (let row = 0; row < falls.count; row += 1) {
        const { pass, noRegression } = this.#endsOf(falls.from + row, look);
        for (let column = 0; column < rises.count; column += 1) {
          const at = row * rises.count + column;
          const rose = rises.from + column;
          const weight = mass[at] ?? 0;
          const verdict = rose >= pass ? 'pass' : rose < noRegression ? 'regression' : null;
          if (verdict !== null) rates[verdict] += weight;
          if (verdict === null && !isLast) continue;
          if (verdict === null && rose >= (this.#blocked?.end(falls.from + row, this.#n) ?? Infinity))
            rates.leans += weight;
          rates.share += (weight * look.samples) / this.#n;
          mass[at] = 0;
        }
      }
    });
    return rates;
  }

  #endsOf(fell: number, { samples, level }: PlannedLook): Ends {
    const key = `${samples} ${fell}`;
    const known = this.#ends.get(key);
    if (known !== undefined) return known;
    const first = (holds: (verdict: string) => boolean) =>
      firstCount(Math.max(0, samples - fell), (rose) =>
        holds(judgeDrop({ rose, fell }, samples, this.#margin, 'population', level).verdict),
      );
    const ends = {
      pass: first((verdict) => verdict === 'pass'),
      noRegression: first((verdict) => verdict !== 'regression'),
    };
    this.#ends.set(key, ends);
    return ends;
  }
}

/** The same after `count` further samples, one by one and in place. */
function after(going: Box, count: number, discordance: number, drop: number): Box {
  const fall = (discordance + drop) / 2;
  const rise = (discordance - drop) / 2;
  const [falls, rises] = [widened(going.falls, count, fall), widened(going.rises, count, rise)];
  const width = rises.count;
  // A row of zeros before the first, so that every cell has neighbours. What runs over at a row's end is next to nothing.
  const cells = new Float64Array((falls.count + 1) * width);
  for (let row = 0; row < going.falls.count; row += 1)
    cells.set(going.mass.subarray(row * going.rises.count, (row + 1) * going.rises.count), (row + 1) * width);
  const stay = 1 - discordance;
  for (let sample = 0; sample < count; sample += 1) {
    for (let at = cells.length - 1; at >= width; at -= 1)
      cells[at] =
        stay * (cells[at] as number) +
        fall * (cells[at - width] as number) +
        rise * (cells[at - 1] as number);
  }
  return { falls, rises, mass: cells.subarray(width) };
}

/** With room for all that so many samples are likely to add. */
function widened({ from, count }: Span, samples: number, share: number): Span {
  const most = Math.ceil(samples * share + 7 * Math.sqrt(samples * share * (1 - share)) + 7);
  return { from, count: count + Math.min(samples, most) };
}

/** Without the rows and columns at the edges that hold next to nothing. */
function trimmed({ falls, rises, mass }: Box): Box {
  const rowSums = new Float64Array(falls.count);
  const columnSums = new Float64Array(rises.count);
  for (let row = 0; row < falls.count; row += 1) {
    for (let column = 0; column < rises.count; column += 1) {
      const weight = mass[row * rises.count + column] ?? 0;
      rowSums[row] = (rowSums[row] ?? 0) + weight;
      columnSums[column] = (columnSums[column] ?? 0) + weight;
    }
  }
  const [rows, columns] = [filled(rowSums), filled(columnSums)];
  const kept = new Float64Array(rows.count * columns.count);
  for (let row = 0; row < rows.count; row += 1) {
    const from = (rows.from + row) * rises.count + columns.from;
    kept.set(mass.subarray(from, from + columns.count), row * columns.count);
  }
  return {
    falls: { from: falls.from + rows.from, count: rows.count },
    rises: { from: rises.from + columns.from, count: columns.count },
    mass: kept,
  };
}

function filled(sums: Float64Array): Span {
  const from = Math.max(
    0,
    sums.findIndex((sum) => sum >= NEGLIGIBLE),
  );
  const last = sums.findLastIndex((sum) => sum >= NEGLIGIBLE);
  return { from, count: Math.max(1, last - from + 1) };
}
