import { quantileOfLogConcave } from '../special/newton.ts';
import { normalCdf, normalDensity, normalQuantile } from '../special/normal.ts';

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
    const bound = going === null ? -normalQuantile(error) : boundOf(error, going, now, step);
    bounds.push(bound);
    going = carried(going, now, step, bound);
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

/**
 * The bound of z that is crossed for the first time with probability `error`. Log-concave in −z: the normal density is, and
 * so are what is left of a log-concave density below a bound, and its sum with a normal step (Prékopa 1973).
 */
function boundOf(error: number, going: Density, now: number, step: number): number {
  const scale = Math.sqrt(now);
  return -quantileOfLogConcave(error, normalQuantile(error), (lowered) => ({
    value: crossing(going, -lowered * scale, step),
    slope: arriving(going, -lowered * scale, step) * scale,
  }));
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
  let total = 0;
  for (const point of density) {
    const z = (point.at - bound) / step;
    if (z > -FAR) total += point.mass * normalCdf(z);
  }
  return total;
}

function simpsonGrid(low: number, high: number): { at: number; weight: number }[] {
  const steps = 1000;
  const width = (high - low) / steps;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const coefficient = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
    return { at: low + index * width, weight: (coefficient * width) / 3 };
  });
}
