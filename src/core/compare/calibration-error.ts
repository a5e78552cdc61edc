import { CALIBRATION_BINS, calibrationBinOf } from '../metrics/corpus/calibration.ts';
import { type ConfidenceLimits, remembered } from '../stats/combined.ts';
import type { Interval } from '../stats/interval.ts';
import { lowAbsolute } from '../stats/low-absolute.ts';
import { extendedMean } from '../stats/mean.ts';
import { type Part, ratioDifferenceValues, ratioValues } from '../stats/ratio.ts';
import { type LinearEstimate, sizedMean, studentInterval } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import type { SampleUnits } from './corpus-units.ts';

/** Standard errors from 0 at which the sign of a gap is taken as known. */
const CLEAR = 1.5;

/** Of one side, bin by bin: Σ(right − confidence) / samples, the absolute values of which add up to the calibration error. */
interface Gaps {
  readonly units: SampleUnits;
  /** Of each sample its bin, and its own weight · (right − confidence). */
  readonly bins: Uint8Array;
  readonly gaps: Float64Array;
  readonly gap: readonly number[];
  readonly stderr: readonly number[];
}

/**
 * Limits of a calibration error, or of its change, that hold in spite of its bias. Chance gaps raise every |gap|, most in the
 * better calibrated side, so that a rise looks smaller than it is, and resampling raises them once more. So each limit
 * starts from an estimate that errs, on average, on its own side only. Of a rise, upwards:
 *
 * - by the change: with one sign s a bin for both sides, |c| − |b| ≤ s(c − b) if s is the sign of c, and ≤ |c − b| always. s
 *   is the sign of c where that is clear, else that of the change. Sharp where little changed.
 * - by the sides: |c| as it is, which is too high, less an estimate of |b| that is too low. Sharp where much changed.
 *
 * Downwards the sides swap places. The better of the two counts, each at half the level (Bonferroni). Signs once chosen make
 * the number a ratio of sums, of which this is Student's t. Assumes that a bin's gap is nearly normal.
 *
 * @param sides the same units, each of its sides in question: the baseline's first, the candidate's last
 * @param extremes one more unit of the worst value at either end, where hardly any differ
 */
export function limitsOfCalibrationError(
  sides: readonly SampleUnits[],
  extremes: Interval | null,
): ConfidenceLimits {
  const last = sides.at(-1);
  if (last === undefined) throw new Error('samples without a side');
  const own = gapsOf(last);
  const other = sides.length === 2 && sides[0] !== undefined ? gapsOf(sides[0]) : null;
  const sizes = last.sizes.map((size, unit) => size + (other?.units.sizes[unit] ?? 0));
  const estimate = (end: keyof Interval, ownSigns: Signs, otherSigns: Signs = ownSigns): LinearEstimate => {
    const units = { values: valuesOf({ own, ownSigns, other, otherSigns }), sizes };
    return extremes === null ? sizedMean(units) : extendedMean(units, { value: extremes[end], weight: 1 });
  };
  const plain = (end: keyof Interval, shift: number) => {
    const { value, ...rest } = estimate(end, own.gap.map(signOf), other?.gap.map(signOf));
    return { ...rest, value: value + shift };
  };
  if (other === null) {
    const [low, high] = [plain('low', -excessOf(own)), plain('high', 0)];
    return remembered({
      lower: (alpha) => studentInterval(low, alpha).low,
      upper: (alpha) => studentInterval(high, alpha).high,
    });
  }
  const lows = [estimate('low', signsOf(other, own)), plain('low', -excessOf(own))];
  const highs = [estimate('high', signsOf(own, other)), plain('high', excessOf(other))];
  return remembered({
    lower: (alpha) => Math.max(...lows.map((low) => studentInterval(low, alpha / 2).low)),
    upper: (alpha) => Math.min(...highs.map((high) => studentInterval(high, alpha / 2).high)),
  });
}

/** 1 or −1 a bin. */
type Signs = readonly number[];

const signOf = (gap: number): number => (gap >= 0 ? 1 : -1);

/** With which Σ s(gap of one − gap of another) is at least Σ |gap of one| − |gap of another|, on average. */
const signsOf = ({ gap, stderr }: Gaps, other: Gaps): Signs =>
  gap.map((each, bin) => {
    const isClear = Math.abs(each) > CLEAR * (stderr[bin] ?? Infinity);
    return signOf(isClear ? each : each - (other.gap[bin] ?? 0));
  });

/** By how much the plain sum of absolute gaps is above one that is too low on average. */
const excessOf = ({ gap, stderr }: Gaps): number =>
  sum(gap.map((each, bin) => Math.abs(each) - lowAbsolute(each, stderr[bin] ?? 0)));

function gapsOf(units: SampleUnits): Gaps {
  const { count, samples, starts, sizes } = units;
  const gap = new Array<number>(CALIBRATION_BINS).fill(0);
  const seen = [...gap];
  const expected = [...gap];
  const bins = new Uint8Array(samples.length);
  const gaps = new Float64Array(samples.length);
  const inUnit = new Float64Array(CALIBRATION_BINS);
  for (let unit = 0; unit < count; unit += 1) {
    inUnit.fill(0);
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) {
      const {
        parts: [confidence = Number.NaN, right = Number.NaN],
        weight,
      } = samples.at(at);
      const bin = calibrationBinOf(confidence);
      bins[at] = bin;
      gaps[at] = weight * (right - confidence);
      inUnit[bin] = (inUnit[bin] as number) + (gaps[at] as number);
      expected[bin] = (expected[bin] as number) + weight ** 2 * confidence * (1 - confidence);
    }
    for (const [bin, own] of inUnit.entries()) {
      gap[bin] = (gap[bin] as number) + own;
      seen[bin] = (seen[bin] as number) + own ** 2;
    }
  }
  const total = sum(sizes);
  return {
    ...{ units, bins, gaps },
    gap: gap.map((each) => each / total),
    // A bin of few samples may happen to show no spread: that of a calibrated model is the least.
    stderr: seen.map((each, bin) => Math.sqrt(Math.max(each, expected[bin] as number)) / total),
  };
}

/** One number a unit, the mean of which is Σ sign · gap of the own side, less that of the other side if there is one. */
function valuesOf({
  own,
  ownSigns,
  other,
  otherSigns,
}: {
  readonly own: Gaps;
  readonly ownSigns: Signs;
  readonly other: Gaps | null;
  readonly otherSigns: Signs;
}): Float64Array {
  const candidate = signedSums(own, ownSigns);
  if (other === null) return ratioValues(unitsAt(own.units.count, candidate));
  const baseline = signedSums(other, otherSigns);
  return ratioDifferenceValues(
    unitsAt(own.units.count, (unit) => ({ baseline: baseline(unit), candidate: candidate(unit) })),
  );
}

/** Of each unit Σ sign · gap, and what it weighs. */
function signedSums({ units: { starts, sizes }, bins, gaps }: Gaps, signs: Signs): (unit: number) => Part {
  const sums = sizes.map((_, unit) => {
    let total = 0;
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1)
      total += (signs[bins[at] as number] as number) * (gaps[at] as number);
    return total;
  });
  return (unit) => ({ numerator: sums[unit] as number, denominator: sizes[unit] as number });
}

/** Units of which each is made when it is asked for. */
const unitsAt = <T>(count: number, at: (unit: number) => T) => ({
  ...{ count, at },
  every(holds: (unit: T) => boolean): boolean {
    for (let unit = 0; unit < count; unit += 1) if (!holds(at(unit))) return false;
    return true;
  },
});
