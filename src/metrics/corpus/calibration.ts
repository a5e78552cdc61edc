import { additive } from './additive.ts';

const BINS = 15;

/**
 * Σ |right − Σ confidence| over bins of equal width, a sample: Guo et al. 2017, "On calibration of modern neural networks".
 * Binning makes the value too high; the error nearly cancels in a difference on the same samples, and not in a ceiling.
 */
export const ece = additive(() => ({
  totals: 2 * BINS,
  add: ([confidence = 0, right = 0]) => {
    const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
    return { slots: [2 * bin, 2 * bin + 1], amounts: [1, right - confidence] };
  },
  value: (totals) => {
    let [n, gaps] = [0, 0];
    for (let bin = 0; bin < BINS; bin += 1) {
      n += totals[2 * bin] ?? 0;
      gaps += Math.abs(totals[2 * bin + 1] ?? 0);
    }
    return gaps / n;
  },
}));
