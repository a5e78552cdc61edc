import { FlipRates, type FlipStratum } from './flip-rates.ts';

/** Smallest weight of a draw: what is expected never to flip is looked at all the same. */
const FLOOR = 0.15;

/** After so many draws weights are set anew, and then whenever as many again were drawn. */
const FIRST_ROUND = 25;

/** The draws after which weights are set anew, where answers come one by one. */
export function doublingRounds(size: number): number[] {
  const rounds: number[] = [];
  for (let end = FIRST_ROUND; end < size; end *= 2) rounds.push(end);
  return rounds;
}

/**
 * Weighted drawing without replacement: at each step a stratum is drawn by what is left of it times its weight, the standard
 * deviation of its flips as far as they are known, and a sample of it uniformly. That is what makes a total of flips known
 * soonest (Neyman 1934; Shekhar, Xu, Lipton, Liang & Ramdas 2023, "Risk-limiting financial audits via weighted sampling without
 * replacement"). Weights follow from what was drawn before alone.
 */
export class Drawing {
  readonly #rounds: ReadonlySet<number>;
  readonly #rates: FlipRates;
  #weights: Float64Array;
  #drawn = 0;

  /** @param rounds after how many draws weights are set anew */
  constructor(strata: readonly FlipStratum[], rounds: readonly number[]) {
    this.#rounds = new Set(rounds);
    this.#rates = new FlipRates(strata);
    this.#weights = this.#weigh();
  }

  /** Of a sample of each stratum in the next draw, up to a common factor; another array after each round. */
  get weights(): Float64Array {
    return this.#weights;
  }

  /** @param flipped null where nobody knows */
  add(stratum: number, flipped: boolean | null): void {
    this.#drawn += 1;
    if (flipped !== null) this.#rates.add(stratum, flipped);
    if (this.#rounds.has(this.#drawn)) this.#weights = this.#weigh();
  }

  #weigh(): Float64Array {
    return this.#rates.rates.map((rate) => Math.max(FLOOR, Math.sqrt(rate * (1 - rate))));
  }
}
