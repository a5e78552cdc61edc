import type { ConfidenceLimits } from '../stats/combined.ts';
import { effectiveSize, FEW_UNITS, type Sized } from '../stats/effective.ts';
import { lowerLimit, upperLimit } from '../stats/inference.ts';
import type { Interval } from '../stats/interval.ts';
import { inferMean } from '../stats/mean.ts';
import { extraWeight, tailOf } from '../stats/sparse.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { sum } from '../stats/sum.ts';
import { tangoInterval } from '../stats/tango.ts';
import type { AnswerPairs } from './answer-pairs.ts';
import type { Feature, ReadPair } from './drift-feature.ts';

/**
 * The mean difference, with its limits: of rates of independent prompts Tango's, else those of a mean of units, as every gate on a mean has them.
 * @param most that two answers can differ by; null where that has no end
 */
export function meanChange(
  { units }: AnswerPairs,
  sides: readonly ReadPair<number>[],
  most: number | null,
): Pick<Feature, 'usedUnits' | 'statistic'> & { readonly value: number; readonly limits: ConfidenceLimits } {
  const sums = new Float64Array(units);
  const sizes = new Float64Array(units);
  for (const { unit, baseline, candidate } of sides) {
    sums[unit] = (sums[unit] ?? 0) + candidate - baseline;
    sizes[unit] = (sizes[unit] ?? 0) + 1;
  }
  const used = Array.from(sizes.keys()).filter((unit) => (sizes[unit] ?? 0) > 0);
  const isRate = sides.every((each) => [each.baseline, each.candidate].every((x) => x === 0 || x === 1));
  const value = sum(sums) / sides.length;
  const changes = changesOf(sums);
  const interval = (): ((alpha: number) => Interval) => {
    if (isRate && used.length === sides.length) {
      const count = (by: number) => sides.filter((each) => each.candidate - each.baseline === by).length;
      const counts = { rose: count(1), fell: count(-1), pairs: sides.length };
      return (alpha) => tangoInterval(counts, normalQuantile(1 - alpha));
    }
    const own = used.map((unit) => sizes[unit] ?? 0);
    const values = used.map((unit, index) => {
      const error = (sums[unit] ?? 0) - value * (own[index] ?? 0);
      return value + (used.length * error) / sides.length;
    });
    const means = used.map((unit, index) => (sums[unit] ?? 0) / (own[index] ?? 1));
    return limitsOfMean({ values, sizes: own }, undrawn({ values: means, sizes: own }, sides, most));
  };
  return {
    usedUnits: used.length,
    statistic: (signs) => Math.abs(dotOf(signs, changes)),
    value,
    limits: limitsBy(interval),
  };
}

/** One more unit than was drawn, at either end. */
interface Undrawn extends Interval {
  readonly weight: number;
}

/** With fewer units that differ in nothing, and of which nobody knows how far they can, nothing is known. */
const ENOUGH_ALIKE = 200;
/** Part of all numbers within which differences are rounding. */
const HAIR = 1e-9;

/**
 * Answers that all change a little say nothing of the few that collapse, since none of these need have been drawn: one more unit is assumed, as
 * in a gate on a mean (src/core/stats/sparse.ts).
 * @returns null where nothing can be assumed
 */
function undrawn(means: Sized, sides: readonly ReadPair<number>[], most: number | null): Undrawn | null {
  if (most !== null) return { low: -most, high: most, weight: extraWeight(means, most) };
  const tail = tailOf(means);
  const largest = sides.reduce(
    (so, { baseline, candidate }) => Math.max(so, Math.abs(baseline), Math.abs(candidate)),
    0,
  );
  const isStill = tail.high - tail.low <= HAIR * largest;
  return isStill && effectiveSize(means.sizes) < ENOUGH_ALIKE ? null : tail;
}

function limitsOfMean(own: Sized, undrawn: Undrawn | null): (alpha: number) => Interval {
  if (undrawn === null) return () => ({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  const seconded = effectiveSize(own.sizes) < FEW_UNITS;
  const at = (end: keyof Interval) =>
    inferMean(own, {
      extra: undrawn.weight > 0 ? { value: undrawn[end], weight: undrawn.weight } : null,
      seconded,
    });
  const [low, high] = [at('low'), at('high')];
  return (alpha) => ({ low: lowerLimit(low, alpha), high: upperLimit(high, alpha) });
}

/** Worked out where it is asked for. */
function limitsBy(make: () => (alpha: number) => Interval): ConfidenceLimits {
  let known: ((alpha: number) => Interval) | null = null;
  const at = (alpha: number): Interval => {
    known ??= make();
    return known(alpha);
  };
  return { lower: (alpha) => at(alpha).low, upper: (alpha) => at(alpha).high };
}

/** What changed, by unit: most units of a rate or a kind have nothing to swap. */
interface Changes {
  readonly units: Int32Array;
  readonly by: Float64Array;
}

export function changesOf(sums: Float64Array): Changes {
  const units = Int32Array.from(sums.keys()).filter((unit) => sums[unit] !== 0);
  return { units, by: Float64Array.from(units, (unit) => sums[unit] as number) };
}

export function dotOf(signs: Int8Array, { units, by }: Changes): number {
  let total = 0;
  for (let at = 0; at < units.length; at += 1)
    total += (signs[units[at] as number] as number) * (by[at] as number);
  return total;
}
