import type { Units } from './clustered.ts';
import { Cells, type Every, forEachOf, type Keep, type KeptItems } from './columns.ts';

/** One sample's part of a ratio of sums. A mean is the ratio with denominators of 1, a weighted mean with weights. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number;
  /** What a corpus metric keeps of the sample. It has no value a sample: the numerator is then NaN, the denominator its weight. */
  readonly parts?: readonly number[];
}

/** The two sides' parts of one sample. */
export interface PairedPart {
  readonly baseline: Part;
  readonly candidate: Part;
}

export const addParts = (left: Part, right: Part): Part => ({
  numerator: left.numerator + right.numerator,
  denominator: left.denominator + right.denominator,
});

export const addPairs = (left: PairedPart, right: PairedPart): PairedPart => ({
  baseline: addParts(left.baseline, right.baseline),
  candidate: addParts(left.candidate, right.candidate),
});

/** R = Σ numerator / Σ denominator. */
export function ratioOfSums(parts: Every<Part>): number {
  const { numerator, denominator } = totalOf(parts);
  return numerator / denominator;
}

/**
 * R as the mean of one number a unit, θ + G · e_g with Σ e = 0: to first order unit g moves R by e_g = (u_g − R v_g) / Σv.
 * Student's mean of them has the standard error of R. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and
 * varies little.
 */
export function ratioValues(units: Omit<Units<Part>, 'samples'>): Float64Array {
  const total = totalOf(units);
  const theta = total.numerator / total.denominator;
  return mapped(units, (part) => theta + units.count * influence(part, total));
}

/**
 * R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract.
 * @param factor what a unit moves the baseline by counts so often
 */
export function ratioDifferenceValues(units: Omit<Units<PairedPart>, 'samples'>, factor = 1): Float64Array {
  const baseline = totalOf(sideOf(units, 'baseline'));
  const candidate = totalOf(sideOf(units, 'candidate'));
  const theta = candidate.numerator / candidate.denominator - baseline.numerator / baseline.denominator;
  return mapped(
    units,
    (pair) =>
      theta +
      units.count * (influence(pair.candidate, candidate) - factor * influence(pair.baseline, baseline)),
  );
}

const sideOf = (units: Every<PairedPart>, side: keyof PairedPart): Every<Part> => ({
  every: (holds) => units.every((pair) => holds(pair[side])),
});

const influence = ({ numerator, denominator }: Part, total: Part): number =>
  (numerator - (total.numerator / total.denominator) * denominator) / total.denominator;

function totalOf(parts: Every<Part>): Part {
  let [numerator, denominator] = [0, 0];
  forEachOf(parts, (part) => {
    numerator += part.numerator;
    denominator += part.denominator;
  });
  return { numerator, denominator };
}

/** One number a unit. */
export function mapped<T>(units: Pick<Units<T>, 'count' | 'at'>, map: (unit: T) => number): Float64Array {
  const numbers = new Float64Array(units.count);
  for (let position = 0; position < numbers.length; position += 1)
    numbers[position] = map(units.at(position));
  return numbers;
}

/** Numerators and denominators alone. */
export const keepParts: Keep<Part> = (most) => new PartColumns(most);
export const keepPairs: Keep<PairedPart> = (most) => new PairColumns(most);

class PartColumns implements KeptItems<Part> {
  readonly #most: number;
  readonly #numerators: Cells;
  /** Null as long as every denominator is 1. */
  #denominators: Float64Array | null = null;

  constructor(most: number) {
    this.#most = most;
    this.#numerators = new Cells(most);
  }

  set(position: number, { numerator, denominator }: Part): void {
    this.#numerators.set(position, numerator);
    if (denominator !== 1) this.#denominators ??= new Float64Array(this.#most).fill(1);
    if (this.#denominators !== null) this.#denominators[position] = denominator;
  }

  at(position: number): Part {
    return {
      numerator: this.#numerators.get(position),
      denominator: this.#denominators === null ? 1 : (this.#denominators[position] as number),
    };
  }
}

class PairColumns implements KeptItems<PairedPart> {
  readonly #baseline: PartColumns;
  readonly #candidate: PartColumns;

  constructor(most: number) {
    this.#baseline = new PartColumns(most);
    this.#candidate = new PartColumns(most);
  }

  set(position: number, { baseline, candidate }: PairedPart): void {
    this.#baseline.set(position, baseline);
    this.#candidate.set(position, candidate);
  }

  at(position: number): PairedPart {
    return { baseline: this.#baseline.at(position), candidate: this.#candidate.at(position) };
  }
}
