import type { ConfidenceLimits } from '../stats/combined.ts';
import type { Interval } from '../stats/interval.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { sizedMean, studentInterval } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { tangoInterval } from '../stats/tango.ts';
import type { AnswerPairs } from './answer-pairs.ts';
import type { Feature, ReadPair } from './drift-feature.ts';

/** The mean difference, with its limits: of rates of independent prompts Tango's, else Student's on units. */
export function meanChange(
  { units }: AnswerPairs,
  sides: readonly ReadPair<number>[],
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
    const mean = sizedMean({ values, sizes: own });
    return (alpha) => studentInterval(mean, alpha);
  };
  return {
    usedUnits: used.length,
    statistic: (signs) => Math.abs(dotOf(signs, changes)),
    value,
    limits: limitsBy(interval),
  };
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
