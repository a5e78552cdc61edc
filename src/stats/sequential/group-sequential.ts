import { rootOfDecreasing } from '../interval.ts';
import { normalCdf, normalDensity, normalQuantile } from '../special/normal.ts';
import { sum } from '../sum.ts';

/** Error spent by the time a share `fraction` of the samples was seen: α t^1.5 (Kim & DeMets 1987 with ρ = 1.5). */
export function spentError(alpha: number, fraction: number): number {
  return alpha * Math.min(1, fraction) ** 1.5;
}

/**
 * Critical values of z at several looks that together err with the last of `spent` at most: at look k with information
 * I_k (samples seen; n/(1 − n/N) when exactly N samples exist) the chance of crossing for the first time is
 * `spent[k] − spent[k − 1]`.
 *
 * The density of the score z√I that has not yet crossed is carried from look to look by Simpson's rule (Armitage,
 * McPherson & Rowe 1969; Lan & DeMets 1983). Assumes normal z with independent increments: look first at 60 samples.
 */
export function boundaries(information: readonly number[], spent: readonly number[]): number[] {
  const bounds: number[] = [];
  let going: Density | null = null;
  information.forEach((now, look) => {
    const before = information[look - 1] ?? 0;
    const step = Math.sqrt(now - before);
    const error = (spent[look] ?? Number.NaN) - (spent[look - 1] ?? 0);
    const previous = going;
    const bound =
      previous === null
        ? -normalQuantile(error)
        : rootOfDecreasing((z) => crossing(previous, z * Math.sqrt(now), step) - error, -8, 12);
    bounds.push(bound);
    const grid = simpsonGrid(-9 * Math.sqrt(now), Math.min(bound, 9) * Math.sqrt(now));
    going = grid.map(({ at, weight }) => ({
      at,
      mass:
        weight *
        (previous === null
          ? normalDensity(at / step) / step
          : sum(previous.map((point) => (point.mass * normalDensity((at - point.at) / step)) / step))),
    }));
  });
  return bounds;
}

/** Points with the probability that each stands for. */
type Density = readonly { readonly at: number; readonly mass: number }[];

/** Probability that the score goes beyond `bound` in one step of standard deviation `step`. */
function crossing(density: Density, bound: number, step: number): number {
  return sum(density.map(({ at, mass }) => mass * normalCdf((at - bound) / step)));
}

function simpsonGrid(low: number, high: number): { at: number; weight: number }[] {
  const steps = 1000;
  const width = (high - low) / steps;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const coefficient = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
    return { at: low + index * width, weight: (coefficient * width) / 3 };
  });
}
