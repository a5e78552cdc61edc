import { ordered } from '../../stats/columns.ts';
import { additive, type CorpusStatistic, columnOf, probabilityPart, truthPart } from './aggregate.ts';
import { resampled } from './ranked.ts';
import { weigher } from './regression.ts';

/** Of equal width, from 0 to 1. */
export const CALIBRATION_BINS = 15;

/** Closed on the right, as in the paper: a confidence of exactly 1/15 belongs to the first; and 0, which it leaves out, too. */
export const calibrationBinOf = (confidence: number): number =>
  Math.max(0, Math.ceil(confidence * CALIBRATION_BINS - 1e-9) - 1);

const confidenceParts = [probabilityPart('probability of the chosen answer'), truthPart];

/** @param value from how many answers a bin has, at 2k, and how much more of them are right than was said, after it */
const binned = (value: (totals: Float64Array) => number): CorpusStatistic => ({
  parts: confidenceParts,
  over: additive(() => ({
    totals: 2 * CALIBRATION_BINS,
    add: ([confidence = 0, right = 0]) => {
      const bin = calibrationBinOf(confidence);
      return { slots: [2 * bin, 2 * bin + 1], amounts: [1, right - confidence] };
    },
    value,
  })),
});

/**
 * Expected calibration error over bins of equal width, Σ |right − Σ confidence| over bins, a sample: Guo et al. 2017, "On calibration of modern neural networks". Chance gaps make
 * the value too high, the more so the better the model: src/core/compare/calibration-error.ts judges it in spite of that.
 */
export const ece = binned((totals) => {
  let [n, gaps] = [0, 0];
  for (let bin = 0; bin < CALIBRATION_BINS; bin += 1) {
    n += totals[2 * bin] ?? 0;
    gaps += Math.abs(totals[2 * bin + 1] ?? 0);
  }
  return gaps / n;
});

/** Measured: with 200 samples a limit that was just broken was passed in 11 of 100 runs, where the policy allows 5. */
const BIASED = {
  says: 'chance makes it too high by an amount that no interval knows',
  instead: 'ece or brier',
};

/** Maximum calibration error: the largest gap of a bin, whatever the number of its answers (Guo et al. 2017). */
export const mce: CorpusStatistic = {
  notJudged: BIASED,
  ...binned((totals) => {
    let largest = Number.NaN;
    for (let bin = 0; bin < CALIBRATION_BINS; bin += 1) {
      const n = totals[2 * bin] ?? 0;
      const gap = Math.abs(totals[2 * bin + 1] ?? 0) / n;
      if (n > 1e-9 && !(gap <= largest)) largest = gap;
    }
    return largest;
  }),
};

/**
 * Expected calibration error over bins of equal mass: the bins' ends are quantiles of the confidences (Nixon et al. 2019, "Measuring
 * calibration in deep learning"), interpolated and closed on the right, as `calibration_curve(strategy="quantile")` of
 * scikit-learn has them; where an end is a confidence itself, it is in the bin below, of which rounding decides there.
 */
export const eceMass: CorpusStatistic = {
  notJudged: BIASED,
  parts: confidenceParts,
  over: (samples) => {
    const confidences = columnOf(samples, ({ parts }) => parts[0] ?? Number.NaN);
    const isRight = Uint8Array.from(columnOf(samples, ({ parts }) => parts[1] ?? 0));
    const order = [...ordered(confidences)];
    const weigh = weigher(samples);
    return resampled(samples, (times) => {
      const weights = weigh(times);
      const counted = order.filter((sample) => (weights[sample] ?? 0) > 0);
      const total = counted.reduce((sum, sample) => sum + (weights[sample] ?? 0), 0);
      const ends = quantiles(
        counted.map((sample) => ({ value: confidences[sample] ?? 0, weight: weights[sample] ?? 0 })),
        total,
      );
      const gaps = new Float64Array(CALIBRATION_BINS);
      let bin = 0;
      for (const sample of counted) {
        const confidence = confidences[sample] ?? 0;
        while (bin < ends.length && confidence > (ends[bin] ?? 1)) bin += 1;
        const gap = (weights[sample] ?? 0) * ((isRight[sample] ?? 0) - confidence);
        gaps[bin] = (gaps[bin] ?? 0) + gap;
      }
      return total > 0 ? gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total : Number.NaN;
    });
  },
};

interface Weighed {
  readonly value: number;
  readonly weight: number;
}

/** The inner ends of the bins: at (W − 1) k / 15 of the sorted values, each as often as it weighs (type 7 of Hyndman & Fan 1996). */
function quantiles(sorted: readonly Weighed[], total: number): number[] {
  const ends: number[] = [];
  let [at, upTo] = [0, sorted[0]?.weight ?? 0];
  const valueAt = (place: number) => {
    while (place >= upTo - 1e-9 && at < sorted.length - 1) {
      at += 1;
      upTo += sorted[at]?.weight ?? 0;
    }
    return sorted[at]?.value ?? Number.NaN;
  };
  for (let bin = 1; bin < CALIBRATION_BINS; bin += 1) {
    const place = ((total - 1) * bin) / CALIBRATION_BINS;
    const below = Math.floor(place + 1e-9);
    const share = Math.max(0, place - below);
    const low = valueAt(below);
    const [keptAt, keptUpTo] = [at, upTo];
    const high = share === 0 ? low : valueAt(below + 1);
    [at, upTo] = [keptAt, keptUpTo];
    ends.push(low + share * (high - low));
  }
  return ends;
}
