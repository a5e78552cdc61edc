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
    const value = (times: ArrayLike<number>) => {
      const weights = weigh(times);
      const lengths = lengthsBy(differences, spreadOf(differences, weights));
      const { intercept } = fitted(wins, lengths, weights);
      return rateOf(intercept);
    };
    if (samples.length <= FEW) return resampled(samples, value);
    let known: ReturnType<typeof influences> | null = null;
    const moves = () => {
      known ??= influences(wins, differences);
      return known;
    };
    return resampled(
      samples,
      value,
      () => (sample) => moves().rate - (moves().by[sample] as number),
      () => ({ columns: [moves().by], value: ([moved = 0]) => moves().rate + moved - moves().all }),
    );
  },
};

/** So many are fitted without each, and in every resample: of more a single one moves the rate by nearly its derivative. */
const FEW = 2 ** 14;

const rateOf = (logit: number): number =>
  Math.abs(logit) > FARTHEST ? Number(logit > 0) : 1 / (1 + Math.exp(-logit));

const lengthsBy = (differences: Float64Array, spread: number): Float64Array =>
  differences.map((difference) => (spread > 0 ? Math.tanh(difference / spread) : 0));

/**
 * The rate, and what one more of each sample would move it by, to the first order (infinitesimal jackknife, Jaeckel 1972): by the fit's score,
 * and by the spread in which lengths are measured.
 */
function influences(wins: Float64Array, differences: Float64Array) {
  const n = wins.length;
  const ones = new Float64Array(n).fill(1);
  const spread = spreadOf(differences, ones);
  const mean = weightOfAll(differences) / n;
  const lengths = lengthsBy(differences, spread);
  const { intercept, slope, h00, h01, h11 } = fitted(wins, lengths, ones);
  const rate = rateOf(intercept);
  // By how much the score moves with the spread.
  let [bySpread0, bySpread1] = [0, 0];
  for (let sample = 0; spread > 0 && sample < n; sample += 1) {
    const x = lengths[sample] as number;
    const own = rateOf(intercept + slope * x);
    const moved = (-(differences[sample] as number) / spread ** 2) * (1 - x * x);
    const excess = -own * (1 - own) * slope * moved;
    bySpread0 += excess;
    bySpread1 += excess * x + ((wins[sample] as number) - own) * moved;
  }
  const determinant = h00 * h11 - h01 * h01;
  const by = wins.map((win, sample) => {
    const x = lengths[sample] as number;
    const excess = win - rateOf(intercept + slope * x);
    const moved =
      spread > 0 ? (((differences[sample] as number) - mean) ** 2 - spread ** 2) / (2 * spread * n) : 0;
    const [score0, score1] = [excess + bySpread0 * moved, excess * x + bySpread1 * moved];
    return (rate * (1 - rate) * (h11 * score0 - h01 * score1)) / determinant;
  });
  // Not 0, since the ridge moves it too.
  return { rate, by, all: weightOfAll(by) };
}

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

/** By Newton's method on the penalised likelihood, which is concave, with its curvature at the end. NaN of no samples. */
function fitted(wins: Float64Array, lengths: Float64Array, weights: Float64Array) {
  let [intercept, slope] = [weightOfAll(weights) > 0 ? 0 : Number.NaN, 0];
  let curvature = { h00: 0, h01: 0, h11: 0 };
  for (let step = 0; step < STEPS; step += 1) {
    let [gradient0, gradient1, h00, h01, h11] = [0, -RIDGE * slope, 1e-12, 0, RIDGE];
    for (let sample = 0; sample < wins.length; sample += 1) {
      const [weight, x] = [weights[sample] as number, lengths[sample] as number];
      const rate = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const [excess, bend] = [weight * ((wins[sample] as number) - rate), weight * rate * (1 - rate)];
      gradient0 += excess;
      gradient1 += excess * x;
      h00 += bend;
      h01 += bend * x;
      h11 += bend * x * x;
    }
    curvature = { h00, h01, h11 };
    const determinant = h00 * h11 - h01 * h01;
    const move0 = (h11 * gradient0 - h01 * gradient1) / determinant;
    const move1 = (h00 * gradient1 - h01 * gradient0) / determinant;
    // A long step of Newton's may pass the top: no step is longer than what a curve of this kind bears.
    const shortening = Math.min(1, 2 / Math.max(Math.abs(move0), Math.abs(move1), STILL));
    intercept += shortening * move0;
    slope += shortening * move1;
    if (!(Math.abs(intercept) <= FARTHEST)) break;
    if (Math.abs(move0) < STILL && Math.abs(move1) < STILL) break;
  }
  return { intercept, slope, ...curvature };
}
