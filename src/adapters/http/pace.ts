import { performance } from 'node:perf_hooks';

const FIRST = 2;
/** So many times the best latency are a queue that builds up on the server. */
const SLOW = 3;
/** Below it a ratio tells of the scheduler, and not of the server. */
const NOTICEABLE_MS = 50;
const SMOOTHING = 0.2;
/** The best is forgotten slowly: later requests may be longer ones. */
const DRIFT = 1.01;

/**
 * How many requests may be under way at once, by additive increase and multiplicative decrease: from two, one more for each
 * round of answers while their latency holds, half of them where the server refuses or fails.
 */
export class Pace {
  readonly #most: number;
  readonly #clock: () => number;
  readonly #waiting: (() => void)[] = [];
  #limit: number;
  #underWay = 0;
  #latency: number | null = null;
  #best = Number.POSITIVE_INFINITY;
  #lowered = Number.NEGATIVE_INFINITY;
  #pausedUntil = 0;

  /** @param clock in milliseconds */
  constructor(most: number, clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#most = most;
    this.#limit = Math.min(FIRST, most);
  }

  get limit(): number {
    return Math.floor(this.#limit);
  }

  /** In milliseconds: how long the server wants to be left alone. */
  get pause(): number {
    return Math.max(0, this.#pausedUntil - this.#clock());
  }

  /** Nobody begins for so long. */
  pauseFor(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock() + milliseconds);
  }

  /** @returns when the request began, for `end` */
  async begin(): Promise<number> {
    if (this.#underWay >= this.limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#underWay += 1;
    return this.#clock();
  }

  /** `refused`: the server is overloaded or fails; `aborted` says nothing of it. */
  end(began: number, outcome: 'answered' | 'refused' | 'aborted'): void {
    const now = this.#clock();
    if (outcome === 'answered') this.#answered(now - began);
    // Those that were under way together tell the same overload.
    else if (outcome === 'refused' && began > this.#lowered) {
      this.#limit = Math.max(1, this.#limit / 2);
      this.#lowered = now;
    }
    this.#underWay -= 1;
    while (this.#underWay < this.limit && this.#waiting.length > 0) {
      this.#underWay += 1;
      this.#waiting.shift()?.();
    }
  }

  #answered(milliseconds: number): void {
    this.#latency =
      this.#latency === null ? milliseconds : this.#latency + SMOOTHING * (milliseconds - this.#latency);
    this.#best = Math.min(this.#best * DRIFT, this.#latency);
    const isSlow = this.#latency > Math.max(SLOW * this.#best, NOTICEABLE_MS);
    if (isSlow) this.#limit = Math.max(1, this.#limit - 1 / this.#limit);
    else this.#limit = Math.min(this.#most, this.#limit + 1 / this.#limit);
  }
}
