import type { CorpusStatistic } from './aggregate.ts';
import { resampled } from './ranked.ts';
import { weigher, weightOfAll } from './regression.ts';

/** Weight of the slope's square: where length parts wins from losses wholly, the slope stays finite. */
const RIDGE = 1;
const STEPS = 50;
/** A step this small changes no digit of a rate. */
const STILL = 1e-10;
/** Of logits: beyond it a rate is 0 or 1 to six digits. */
const FARTHEST = 15;

/**
 * The win rate of answers as long as the reference: a logistic regression of winning (1, a tie ½, losing 0) on the difference in length,
 * and what it says where the difference is 0. Length enters as tanh(difference / its standard deviation), so that no answer of ten
 * thousand words decides. As length-controlled AlpacaEval (Dubois, Galambosi, Liang & Hashimoto 2024, arXiv 2404.04475) without its
 * term for how hard an instruction is, which takes many models' verdicts on the same instructions. Assumes that of two answers equally
 * good the judge's liking for length has this form.
 */
export const lengthControlledWinRate: CorpusStatistic = {
  parts: [
    { means: 'win: 1, ½ for a tie, or 0', min: 0, max: 1, whole: false },
    { means: 'difference in length, answer − reference', min: null, max: null, whole: false },
  ],
  over: (samples) => {
    const wins = Float64Array.from(samples, ({ parts: [win = 0] }) => win);
    const differences = Float64Array.from(samples, ({ parts: [, difference = 0] }) => difference);
    const weigh = weigher(samples);
    return resampled(samples, (times) => {
      const weights = weigh(times);
      const spread = spreadOf(differences, weights);
      const lengths = differences.map((difference) => (spread > 0 ? Math.tanh(difference / spread) : 0));
      return rateAtNoDifference(wins, lengths, weights);
    });
  },
};

/** Standard deviation. */
function spreadOf(values: Float64Array, weights: Float64Array): number {
  const total = weightOfAll(weights);
  const mean = values.reduce((sum, value, sample) => sum + (weights[sample] ?? 0) * value, 0) / total;
  const squares = values.reduce(
    (sum, value, sample) => sum + (weights[sample] ?? 0) * (value - mean) ** 2,
    0,
  );
  return Math.sqrt(squares / total);
}

/** By Newton's method on the penalised likelihood, which is concave. NaN of no samples. */
function rateAtNoDifference(wins: Float64Array, lengths: Float64Array, weights: Float64Array): number {
  if (!(weightOfAll(weights) > 0)) return Number.NaN;
  let [intercept, slope] = [0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [gradient0, gradient1, h00, h01, h11] = [0, -RIDGE * slope, 1e-12, 0, RIDGE];
    for (let sample = 0; sample < wins.length; sample += 1) {
      const [weight, x] = [weights[sample] as number, lengths[sample] as number];
      const rate = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const [excess, curvature] = [weight * ((wins[sample] as number) - rate), weight * rate * (1 - rate)];
      gradient0 += excess;
      gradient1 += excess * x;
      h00 += curvature;
      h01 += curvature * x;
      h11 += curvature * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    const move0 = (h11 * gradient0 - h01 * gradient1) / determinant;
    const move1 = (h00 * gradient1 - h01 * gradient0) / determinant;
    // A long step of Newton's may pass the top: no step is longer than what a curve of this kind bears.
    const shortening = Math.min(1, 2 / Math.max(Math.abs(move0), Math.abs(move1), STILL));
    intercept += shortening * move0;
    slope += shortening * move1;
    if (Math.abs(intercept) > FARTHEST) return intercept > 0 ? 1 : 0;
    if (Math.abs(move0) < STILL && Math.abs(move1) < STILL) break;
  }
  return 1 / (1 + Math.exp(-intercept));
}
