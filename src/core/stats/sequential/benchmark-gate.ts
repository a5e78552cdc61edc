import type { Interval } from '../interval.ts';
import { LogProduct, logMeanExp } from './e-values.ts';

export interface BenchmarkGateOptions {
  /** Samples of the benchmark that the baseline got right and wrong: known before the candidate runs. */
  readonly baseline: { readonly right: number; readonly wrong: number };
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

/** Flip rate assumed before data, as so many samples; and the effect sizes of the bets, in units of the gap. */
const PRIOR = { rate: 0.12, samples: 20 };
const EFFECTS = [0.5, 1, 2, 4];

/**
 * Decides what the full run of a finite benchmark would show, from samples in uniformly random order, at any time, and with
 * error at most `alpha` a side: a bet on each sample against its remaining mean if the delta were exactly the boundary.
 *
 * Betting without replacement of Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting",
 * section 5, with the known baseline as control variate. Wrong guesses of flip rates cost samples, never validity; a file's
 * own order instead of a random one costs validity. Always decided once all samples were seen.
 */
export class BenchmarkGate {
  readonly #options: BenchmarkGateOptions;
  readonly #size: number;
  readonly #seen = { right: 0, wrong: 0, regressed: 0, improved: 0 };
  readonly #bets = EFFECTS.map((effect) => ({
    effect,
    pass: new LogProduct(),
    regression: new LogProduct(),
  }));

  constructor(options: BenchmarkGateOptions) {
    this.#options = options;
    this.#size = options.baseline.right + options.baseline.wrong;
  }

  get evidence(): BenchmarkEvidence {
    return {
      pass: logMeanExp(this.#bets.map(({ pass }) => pass.value)),
      regression: logMeanExp(this.#bets.map(({ regression }) => regression.value)),
    };
  }

  /** Between what the samples still to come can make of the delta at most. */
  get certain(): Interval {
    const { right, wrong } = this.#remaining();
    const net = this.#seen.improved - this.#seen.regressed;
    return { low: (net - right) / this.#size, high: (net + wrong) / this.#size };
  }

  /** Null while undecided. */
  get verdict(): 'pass' | 'regression' | null {
    const { boundary, alpha } = this.#options;
    const { right, wrong } = this.#remaining();
    const net = this.#seen.improved - this.#seen.regressed;
    const needed = this.#size * boundary - 1e-9;
    const enough = Math.log(1 / alpha);
    const { pass, regression } = this.evidence;
    // What is certain comes before what is likely.
    if (net - right >= needed) return 'pass';
    if (net + wrong < needed) return 'regression';
    return pass >= enough ? 'pass' : regression >= enough ? 'regression' : null;
  }

  /** The next sample of the random order. */
  add(baselineRight: boolean, candidateRight: boolean): void {
    this.#bet(Number(candidateRight) - Number(baselineRight), baselineRight);
    if (baselineRight) {
      this.#seen.right += 1;
      if (!candidateRight) this.#seen.regressed += 1;
    } else {
      this.#seen.wrong += 1;
      if (candidateRight) this.#seen.improved += 1;
    }
  }

  #bet(change: number, baselineRight: boolean): void {
    const { boundary, gap } = this.#options;
    const { right, wrong } = this.#remaining();
    const left = right + wrong;
    if (left <= 0) throw new RangeError('more samples than the benchmark has');
    const falls = flipRate(this.#seen.regressed, this.#seen.right);
    const rises = flipRate(this.#seen.improved, this.#seen.wrong);
    const expected = (wrong * rises - right * falls) / left;
    const net = this.#seen.improved - this.#seen.regressed;
    // What is left of the sample once the baseline has explained its share, and its mean if the delta were the boundary.
    const residual = change - (baselineRight ? -falls : rises);
    const mean = (this.#size * boundary - net) / left - expected;
    const variance = (right * falls * (1 - falls) + wrong * rises * (1 - rises)) / left;
    const lowest = Math.min(falls - 1, -rises);
    const highest = Math.max(falls, 1 - rises);
    const [below, above] = [Math.max(mean - lowest, 1e-9), Math.max(highest - mean, 1e-9)];
    const gain = residual - mean;
    for (const { effect, pass, regression } of this.#bets) {
      const distance = (effect * gap * this.#size) / left;
      const stake = distance / (variance + distance * distance);
      pass.multiply(Math.max(1 + Math.min(stake, 0.9 / below) * gain, 1e-6));
      regression.multiply(Math.max(1 - Math.min(stake, 0.9 / above) * gain, 1e-6));
    }
  }

  #remaining() {
    const { right, wrong } = this.#options.baseline;
    return { right: right - this.#seen.right, wrong: wrong - this.#seen.wrong };
  }
}

function flipRate(flips: number, seen: number): number {
  return (flips + PRIOR.rate * PRIOR.samples) / (seen + PRIOR.samples);
}
