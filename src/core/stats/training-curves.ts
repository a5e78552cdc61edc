import type { CurvePoint } from '../domain/curves.ts';
import { median } from './median.ts';

/**
 * Simple descriptions of training curves. A curve is one run: there is no sampling error to be told, so that these are measured
 * numbers and no tests. Medians keep single noisy entries from deciding.
 */

/** A log may have more entries than a call takes arguments. */
const leastOf = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);

/** The share of a curve over which its end is smoothed. */
const END_SHARE = 0.1;
const LEAST_TRAIN = 5;

/**
 * The generalisation gap relative to the training loss, (evaluation − training) / training, at the last evaluation. The evaluation loss is the
 * median of the last tenth of the evaluations, at least one; the training loss that of the last tenth of its entries up to there, at
 * least five. The gap is the difference of Goodfellow, Bengio and Courville 2016, "Deep Learning", section 5.2.
 * @returns null with fewer than five training entries up to the last evaluation, and where a loss is no positive number
 */
export function generalizationGap(
  train: readonly CurvePoint[],
  evaluation: readonly CurvePoint[],
): { readonly value: number; readonly train: number; readonly evaluation: number } | null {
  const last = evaluation.at(-1);
  if (last === undefined) return null;
  const before = train.filter(({ at }) => at <= last.at);
  if (before.length < LEAST_TRAIN) return null;
  const [own, held] = [endOf(before, LEAST_TRAIN), endOf(evaluation, 1)];
  const value = (held - own) / own;
  return own > 0 && held > 0 && Number.isFinite(value) ? { value, train: own, evaluation: held } : null;
}

const endOf = (curve: readonly CurvePoint[], least: number): number =>
  median(curve.slice(-Math.max(least, Math.ceil(END_SHARE * curve.length))).map(({ value }) => value));

/** With fewer evaluations no rise can be told from chance. */
const LEAST_EVALUATIONS = 3;
const END_EVALUATIONS = 3;

/**
 * How far the evaluation loss has risen from its best, (last − best) / best, and over how many evaluations since ("generalization loss" of
 * Prechelt 1998, "Early Stopping - But When?"). The last is the median of the last three evaluations after the best.
 * @returns null with fewer than three evaluations, where a loss is no positive number, and where a number is too large for a ratio
 */
export function validationRise(evaluation: readonly CurvePoint[]): {
  readonly value: number;
  readonly best: CurvePoint;
  readonly last: number;
  readonly since: number;
} | null {
  const values = evaluation.map(({ value }) => value);
  if (values.length < LEAST_EVALUATIONS || !values.every((value) => value > 0 && Number.isFinite(value)))
    return null;
  const index = values.indexOf(leastOf(values));
  const best = evaluation[index];
  if (best === undefined) return null;
  const after = values.slice(index + 1).slice(-END_EVALUATIONS);
  const last = after.length === 0 ? best.value : median(after);
  const value = (last - best.value) / best.value;
  return Number.isFinite(value) ? { value, best, last, since: values.length - 1 - index } : null;
}

const NEIGHBOURS = 5;
const ROBUST_DEVIATIONS = 6;
/** What makes the median absolute deviation the standard deviation of a normal distribution. */
const MAD_TO_SIGMA = 1.4826;

/**
 * Entries above the median of the five on either side by more than six robust standard deviations (1.4826 × the median absolute deviation)
 * and by more than `leastRise` of that median. The rule is Hampel's (Davies and Gather 1993, "The identification of multiple outliers"), with six
 * in place of his three since every entry is looked at and neighbours are assumed to be alike, which a steep beginning is not.
 * @returns in order; none of a curve of fewer than eleven entries
 */
export function spikes(curve: readonly CurvePoint[], leastRise: number): readonly CurvePoint[] {
  if (curve.length <= 2 * NEIGHBOURS) return [];
  return curve.filter(({ value }, index) => {
    const around = [
      ...curve.slice(Math.max(0, index - NEIGHBOURS), index),
      ...curve.slice(index + 1, index + 1 + NEIGHBOURS),
    ].map((point) => point.value);
    const middle = median(around);
    const deviation = MAD_TO_SIGMA * median(around.map((other) => Math.abs(other - middle)));
    // The first entries only have later ones to be held against, which have fallen.
    return (
      index >= NEIGHBOURS && value - middle > Math.max(ROBUST_DEVIATIONS * deviation, leastRise * middle)
    );
  });
}

/** The training loss is smoothed over so many entries. */
const SMOOTHED = 5;

/** The curve with each value the median of five around it, fewer at the ends. */
function smoothed(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const reach = Math.floor(SMOOTHED / 2);
  return curve.map(({ at }, index) => ({
    at,
    value: median(curve.slice(Math.max(0, index - reach), index + reach + 1).map(({ value }) => value)),
  }));
}

/**
 * How much the curve fell from its first entries to its last, as a share of the first.
 * @returns null of fewer than ten entries, and where the first are no positive number
 */
export function fallOf(curve: readonly CurvePoint[]): number | null {
  if (curve.length < 2 * SMOOTHED) return null;
  const start = median(curve.slice(0, SMOOTHED).map(({ value }) => value));
  const share = (start - endOf(curve, SMOOTHED)) / start;
  return start > 0 && Number.isFinite(share) ? share : null;
}

const LEAST_FOR_PLATEAU = 20;
const ALMOST_ALL = 0.95;
const EARLY = 0.3;

/**
 * Where the smoothed curve had made 95 % of its whole fall, when that is in the first 30 % of the training: what came after taught little.
 * @returns null where it was later, fewer than twenty entries tell, or the curve did not fall
 */
export function earlyPlateau(curve: readonly CurvePoint[]): number | null {
  const smooth = smoothed(curve);
  const [first, last] = [smooth[0], smooth.at(-1)];
  if (smooth.length < LEAST_FOR_PLATEAU || first === undefined || last === undefined) return null;
  const fall = first.value - last.value;
  if (!(fall > 0)) return null;
  const reached = smooth.find(({ value }) => first.value - value >= ALMOST_ALL * fall);
  const isEarly = reached !== undefined && reached.at - first.at < EARLY * (last.at - first.at);
  return isEarly ? reached.at : null;
}

/** How the learning rate went: what it began at, its highest, where it ended. Null of fewer than three entries. */
export function scheduleOf(
  curve: readonly CurvePoint[],
): { readonly isConstant: boolean; readonly warmedUp: boolean; readonly decayed: boolean } | null {
  const values = curve.map(({ value }) => value);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || values.length < 3) return null;
  const [top, least] = [-leastOf(values.map((value) => -value)), leastOf(values)];
  // Rounding in a log is no schedule.
  return {
    isConstant: top - least <= 1e-3 * top,
    warmedUp: first < 0.999 * top,
    decayed: last < 0.999 * top,
  };
}
