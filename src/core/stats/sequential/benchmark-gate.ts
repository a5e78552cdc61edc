import type { Interval } from '../interval.ts';
import { LogProduct, logMeanExp } from './e-values.ts';
import { FlipRates, type FlipStratum } from './flip-rates.ts';

export interface BenchmarkGateOptions {
  /** All samples of the benchmark: what the baseline got right and wrong is known before the candidate runs. */
  readonly strata: readonly FlipStratum[];
  /** The delta to be decided over all samples: −margin for a largest drop, +gain for a smallest gain. */
  readonly boundary: number;
  /** Distance from the boundary that the bets are tuned to, usually the margin; at least 0.01 is sensible. */
  readonly gap: number;
  readonly alpha: number;
}

/** ln e for "the full run's delta is at least the boundary" and for "it is less". */
export interface BenchmarkEvidence {
  readonly pass: number;
  readonly regression: number;
}

/** Flip rate assumed where nothing is known. */
const USUAL_RATE = 0.12;
/** The effect sizes of the bets, in units of the gap. */
const EFFECTS = [0.5, 1, 2, 4];

/** Of samples of which nothing is known but whether the baseline had them right. */
export const plainStrata = (right: number, wrong: number): FlipStratum[] => [
  { size: right, right: true, rate: USUAL_RATE },
  { size: wrong, right: false, rate: USUAL_RATE },
];

/**
 * Decides what the full run of a finite benchmark would show, from samples that were drawn at random, at any time, and with
 * error at most `alpha` a side: a bet on each sample against its remaining mean if the delta were exactly the boundary.
 *
 * Betting without replacement of Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting",
 * section 5, with the known baseline and the predicted flips as control variate, and importance weights where samples were not
 * drawn uniformly (Shekhar, Xu, Lipton, Liang & Ramdas 2023). Wrong guesses of flip rates cost samples, never validity; another
 * order than the drawn one costs validity. Always decided once all samples were seen.
 */
export class BenchmarkGate {
  readonly #options: BenchmarkGateOptions;
  readonly #size: number;
  readonly #signs: Float64Array;
  readonly #left: Float64Array;
  readonly #rates: FlipRates;
  readonly #remaining = { all: 0, right: 0, wrong: 0 };
  #net = 0;
  readonly #estimate = { weight: 0, total: 0 };
  readonly #bets = EFFECTS.map((effect) => ({
    effect,
    pass: new LogProduct(),
    regression: new LogProduct(),
  }));

  constructor(options: BenchmarkGateOptions) {
    const { strata } = options;
    this.#options = options;
    this.#signs = Float64Array.from(strata, ({ right }) => (right ? -1 : 1));
    this.#left = Float64Array.from(strata, ({ size }) => size);
    this.#rates = new FlipRates(strata);
    for (const { size, right } of strata) this.#remaining[right ? 'right' : 'wrong'] += size;
    this.#size = this.#remaining.right + this.#remaining.wrong;
    this.#remaining.all = this.#size;
  }

  get evidence(): BenchmarkEvidence {
    return {
      pass: logMeanExp(this.#bets.map(({ pass }) => pass.value)),
      regression: logMeanExp(this.#bets.map(({ regression }) => regression.value)),
    };
  }

  /** Between what the samples still to come can make of the delta at most. */
  get certain(): Interval {
    const { right, wrong } = this.#remaining;
    return { low: (this.#net - right) / this.#size, high: (this.#net + wrong) / this.#size };
  }

  /**
   * The delta of the full run by design: each draw foretells it without bias from what was known before (Des Raj 1956), and
   * counts by how well it should. Null before the first.
   */
  get estimate(): number | null {
    const { all } = this.#remaining;
    if (all === this.#size) return null;
    return all === 0 ? this.#net / this.#size : this.#estimate.total / this.#estimate.weight / this.#size;
  }

  /** Null while undecided. */
  get verdict(): 'pass' | 'regression' | null {
    const { boundary, alpha } = this.#options;
    const { right, wrong } = this.#remaining;
    const needed = this.#size * boundary - 1e-9;
    const enough = Math.log(1 / alpha);
    const { pass, regression } = this.evidence;
    // What is certain comes before what is likely.
    if (this.#net - right >= needed) return 'pass';
    if (this.#net + wrong < needed) return 'regression';
    return pass >= enough ? 'pass' : regression >= enough ? 'regression' : null;
  }

  /**
   * The next sample in the order of draws.
   * @param weights of a sample of each stratum in this draw, up to a common factor; null where all were alike
   */
  add(stratum: number, flipped: boolean, weights: Float64Array | null = null): void {
    const sign = this.#signs[stratum] ?? 0;
    this.#bet(stratum, flipped ? sign : 0, weights);
    this.#left[stratum] = (this.#left[stratum] ?? 0) - 1;
    this.#remaining.all -= 1;
    this.#remaining[sign < 0 ? 'right' : 'wrong'] -= 1;
    if (flipped) this.#net += sign;
    this.#rates.add(stratum, flipped);
  }

  #bet(stratum: number, change: number, weights: Float64Array | null): void {
    const { boundary, gap } = this.#options;
    const { rates } = this.#rates;
    const left = this.#remaining.all;
    if (left <= 0 || (this.#left[stratum] ?? 0) <= 0)
      throw new RangeError('more samples than the benchmark has');
    let total = left;
    if (weights !== null) {
      total = 0;
      for (let h = 0; h < rates.length; h += 1) total += (this.#left[h] ?? 0) * (weights[h] ?? 0);
    }
    let expected = 0;
    let variance = 0;
    let lowest = Infinity;
    let highest = -Infinity;
    for (let h = 0; h < rates.length; h += 1) {
      const rest = this.#left[h] ?? 0;
      const rate = rates[h] ?? 0;
      const importance = weights === null ? 1 : total / (left * (weights[h] ?? 0));
      const isRight = (this.#signs[h] ?? 0) < 0;
      const guess = isRight ? -rate : rate;
      expected += rest * guess;
      variance += rest * importance * rate * (1 - rate);
      const least = importance * (isRight ? -1 - guess : -guess);
      const most = importance * (isRight ? -guess : 1 - guess);
      if (least < lowest) lowest = least;
      if (most > highest) highest = most;
    }
    expected /= left;
    variance /= left;
    const importance = weights === null ? 1 : total / (left * (weights[stratum] ?? 0));
    // What is left of the sample once the prediction has explained its share, and its mean if the delta were the boundary.
    const residual = (change - (this.#signs[stratum] ?? 0) * (rates[stratum] ?? 0)) * importance;
    const mean = (this.#size * boundary - this.#net) / left - expected;
    const below = Math.max(mean - lowest, 1e-9);
    const above = Math.max(highest - mean, 1e-9);
    const gain = residual - mean;
    for (const { effect, pass, regression } of this.#bets) {
      const distance = (effect * gap * this.#size) / left;
      const stake = distance / (variance + distance * distance);
      pass.multiply(Math.max(1 + Math.min(stake, 0.9 / below) * gain, 1e-6));
      regression.multiply(Math.max(1 - Math.min(stake, 0.9 / above) * gain, 1e-6));
    }
    const precision = 1 / (left * left * variance);
    this.#estimate.weight += precision;
    this.#estimate.total += precision * (this.#net + left * (residual + expected));
  }
}
