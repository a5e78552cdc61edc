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
    going = carried(previous, now, step, bound);
  });
  return bounds;
}

/**
 * Probability of crossing each bound for the first time, as a function of the drift: the mean of z at information 1. The
 * densities are those without a drift, reweighted by the likelihood ratio exp(θ S − θ² I / 2).
 */
export function firstCrossings(
  information: readonly number[],
  bounds: readonly number[],
): (drift: number) => number[] {
  const densities: (Density | null)[] = [null];
  information.forEach((now, look) => {
    const step = Math.sqrt(now - (information[look - 1] ?? 0));
    densities.push(carried(densities[look] ?? null, now, step, bounds[look] ?? Number.NaN));
  });
  return (drift) =>
    information.map((now, look) => {
      const before = information[look - 1] ?? 0;
      const step = Math.sqrt(now - before);
      const mean = drift * (now - before);
      const bound = (bounds[look] ?? Number.NaN) * Math.sqrt(now);
      const going = densities[look];
      if (going === null || going === undefined) return normalCdf((mean - bound) / step);
      const weigh = ({ at, mass }: Density[number]) => ({
        at: at + mean,
        mass: mass * Math.exp(drift * at - (drift * drift * before) / 2),
      });
      return crossing(going.map(weigh), bound, step);
    });
}

/** The scores that have not crossed by a look, from those that had not by the one before; null before the first. */
function carried(previous: Density | null, now: number, step: number, bound: number): Density {
  const grid = simpsonGrid(-9 * Math.sqrt(now), Math.min(bound, 9) * Math.sqrt(now));
  return grid.map(({ at, weight }) => ({
    at,
    mass: weight * (previous === null ? normalDensity(at / step) / step : arriving(previous, at, step)),
  }));
}

/** Further than this many standard deviations a step never goes. */
const FAR = 9;

function arriving(previous: Density, at: number, step: number): number {
  let total = 0;
  for (const point of previous) {
    const z = (at - point.at) / step;
    if (z < FAR && z > -FAR) total += point.mass * normalDensity(z);
  }
  return total / step;
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
