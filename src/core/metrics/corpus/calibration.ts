import { additive, type CorpusStatistic, probabilityPart, truthPart } from './aggregate.ts';

/** Of equal width, from 0 to 1. */
export const CALIBRATION_BINS = 15;

/** Closed on the right, as in the paper: a confidence of exactly 1/15 belongs to the first; and 0, which it leaves out, too. */
export const calibrationBinOf = (confidence: number): number =>
  Math.max(0, Math.ceil(confidence * CALIBRATION_BINS - 1e-9) - 1);

/**
 * Expected calibration error over bins of equal width, Σ |right − Σ confidence| over bins, a sample: Guo et al. 2017, "On calibration of modern neural networks". Chance gaps make
 * the value too high, the more so the better the model: src/core/compare/calibration-error.ts judges it in spite of that.
 */
export const ece: CorpusStatistic = {
  parts: [probabilityPart('probability of the chosen answer'), truthPart],
  over: additive(() => ({
    totals: 2 * CALIBRATION_BINS,
    add: ([confidence = 0, right = 0]) => {
      const bin = calibrationBinOf(confidence);
      return { slots: [2 * bin, 2 * bin + 1], amounts: [1, right - confidence] };
    },
    value: (totals) => {
      let [n, gaps] = [0, 0];
      for (let bin = 0; bin < CALIBRATION_BINS; bin += 1) {
        n += totals[2 * bin] ?? 0;
        gaps += Math.abs(totals[2 * bin + 1] ?? 0);
      }
      return gaps / n;
    },
  })),
};
