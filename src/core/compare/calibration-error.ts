import { CALIBRATION_BINS, calibrationBinOf } from '../metrics/corpus/calibration.ts';
import { sumClusters, type Units } from '../stats/clustered.ts';
import { type ConfidenceLimits, remembered } from '../stats/combined.ts';
import type { Interval } from '../stats/interval.ts';
import { lowAbsolute } from '../stats/low-absolute.ts';
import { extendedMean } from '../stats/mean.ts';
import { addPairs, addParts, type Part, ratioDifferenceValues, ratioValues } from '../stats/ratio.ts';
import { type LinearEstimate, sizedMean, studentInterval } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';

/** Standard errors from 0 at which the sign of a gap is taken as known. */
const CLEAR = 1.5;

/** Of one side, bin by bin: Σ(right − confidence) / samples, the absolute values of which add up to the calibration error. */
interface Gaps {
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
 * @param units samples by cluster, each with the sides in question: the baseline's first, the candidate's last
 * @param extremes one more unit of the worst value at either end, where hardly any differ
 */
export function limitsOfCalibrationError(
  units: Clusters<readonly Part[]>,
  extremes: Interval | null,
): ConfidenceLimits {
  const own = gapsOf(units.map((unit) => unit.flatMap((sides) => sides.at(-1) ?? [])));
  const isChange = units.some((unit) => unit.some((sides) => sides.length === 2));
  const other = isChange ? gapsOf(units.map((unit) => unit.flatMap((sides) => sides[0] ?? []))) : null;
  const sizes = units.map((unit) => sum(unit.flat().map(({ denominator }) => denominator)));
  const estimate = (end: keyof Interval, ownSigns: Signs, otherSigns: Signs = ownSigns): LinearEstimate => {
    const own = { values: valuesOf(units, ownSigns, otherSigns), sizes };
    return extremes === null ? sizedMean(own) : extendedMean(own, { value: extremes[end], weight: 1 });
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

type Clusters<Reading> = readonly (readonly Reading[])[];

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

function gapsOf(units: Clusters<Part>): Gaps {
  const gap = new Array<number>(CALIBRATION_BINS).fill(0);
  const seen = [...gap];
  const expected = [...gap];
  for (const unit of units) {
    const inUnit = new Map<number, number>();
    for (const part of unit) {
      const [confidence = Number.NaN] = part.parts ?? [];
      const bin = calibrationBinOf(confidence);
      inUnit.set(bin, (inUnit.get(bin) ?? 0) + gapOf(part));
      expected[bin] = (expected[bin] ?? 0) + part.denominator ** 2 * confidence * (1 - confidence);
    }
    for (const [bin, own] of inUnit) {
      gap[bin] = (gap[bin] ?? 0) + own;
      seen[bin] = (seen[bin] ?? 0) + own ** 2;
    }
  }
  const total = sum(units.flat().map(({ denominator }) => denominator));
  return {
    gap: gap.map((each) => each / total),
    // A bin of few samples may happen to show no spread: that of a calibrated model is the least.
    stderr: seen.map((each, bin) => Math.sqrt(Math.max(each, expected[bin] ?? 0)) / total),
  };
}

/** One number a unit, the mean of which is Σ sign · gap of the own side, less that of the other side if there is one. */
function valuesOf(units: Clusters<readonly Part[]>, own: Signs, other: Signs): number[] {
  const signed = (part: Part | undefined, signs: Signs): Part => {
    if (part === undefined) throw new Error('a sample without a side');
    const sign = signs[calibrationBinOf(part.parts?.[0] ?? Number.NaN)] ?? Number.NaN;
    return { numerator: sign * gapOf(part), denominator: part.denominator };
  };
  const isAlone = units.some((unit) => unit.some((sides) => sides.length === 1));
  const values = isAlone
    ? ratioValues(summed(units, ([part]) => signed(part, own), addParts))
    : ratioDifferenceValues(
        summed(
          units,
          ([baseline, candidate]) => ({
            baseline: signed(baseline, other),
            candidate: signed(candidate, own),
          }),
          addPairs,
        ),
      );
  return [...values];
}

function summed<Reading, Sum>(
  units: Clusters<Reading>,
  read: (reading: Reading) => Sum,
  add: (left: Sum, right: Sum) => Sum,
): Units<Sum> {
  const sums = units.map((unit) => unit.map(read).reduce(add));
  return sumClusters(
    sums,
    (each) => each,
    () => null,
    add,
  );
}

/** right − confidence, weighted. */
const gapOf = ({ parts: [confidence = Number.NaN, right = Number.NaN] = [], denominator }: Part): number =>
  denominator * (right - confidence);
