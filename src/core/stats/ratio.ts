import type { Units } from './clustered.ts';

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
export function ratioOfSums(parts: Iterable<Part>): number {
  const { numerator, denominator } = totalOf(parts);
  return numerator / denominator;
}

/**
 * R as the mean of one number a unit, θ + G · e_g with Σ e = 0: to first order unit g moves R by e_g = (u_g − R v_g) / Σv.
 * Student's mean of them has the standard error of R. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and
 * varies little.
 */
export function ratioValues(units: Units<Part>): Iterable<number> {
  const total = totalOf(units);
  const theta = total.numerator / total.denominator;
  return mapped(units, (part) => theta + units.count * influence(part, total));
}

/**
 * R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract.
 * @param factor what a unit moves the baseline by counts so often
 */
export function ratioDifferenceValues(units: Units<PairedPart>, factor = 1): Iterable<number> {
  const nothing = { numerator: 0, denominator: 0 };
  let total: PairedPart = { baseline: nothing, candidate: nothing };
  for (const pair of units) total = addPairs(total, pair);
  const { baseline, candidate } = total;
  const theta = candidate.numerator / candidate.denominator - baseline.numerator / baseline.denominator;
  return mapped(
    units,
    (pair) =>
      theta +
      units.count * (influence(pair.candidate, candidate) - factor * influence(pair.baseline, baseline)),
  );
}

const influence = ({ numerator, denominator }: Part, total: Part): number =>
  (numerator - (total.numerator / total.denominator) * denominator) / total.denominator;

function totalOf(parts: Iterable<Part>): Part {
  let [numerator, denominator] = [0, 0];
  for (const part of parts) {
    numerator += part.numerator;
    denominator += part.denominator;
  }
  return { numerator, denominator };
}

export const mapped = <From, To>(items: Iterable<From>, map: (item: From) => To): Iterable<To> => ({
  *[Symbol.iterator]() {
    for (const item of items) yield map(item);
  },
});
