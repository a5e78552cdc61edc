/** A batch that takes this many times the best of its kind is slow, and after two in a row, or one far slower, threads are let go. */
const SLOW = 4;
const FAR_SLOWER = 10;
/** What is faster than this tells nothing, seconds. */
const SHORTEST = 0.002;
/** Fewer threads are taken where more gain no more than this. */
const GAIN = 1.1;
/** One batch with more threads is tried after so long, seconds, and later the longer it failed. */
const FIRST_TRY = 5;
const LAST_TRY = 600;
/** A try that failed may cost this share of the time. */
const TRY_SHARE = 1 / 20;

/** One thread, half of the processors and all of them. */
export const threadLevels = (processors: number): readonly number[] => [
  ...new Set([1, Math.ceil(processors / 2), processors]),
];

/** What a change is made for. */
export interface ThreadChange {
  readonly from: number;
  readonly to: number;
  readonly why: 'slow' | 'quiet';
}

/**
 * How many threads compute the next batch. Threads of llama.cpp wait for each other by spinning: where another program wants the
 * processors too, more threads are not a little slower but 10 to 100 times. So batches are timed: slow ones let threads go, and
 * now and then one batch is tried with more. No result depends on it (tested to the last bit).
 */
export class ThreadControl {
  readonly #levels: readonly number[];
  readonly #now: () => number;
  /** By level and size of the batch: the best and the last seconds a token. */
  readonly #best = new Map<string, number>();
  readonly #last = new Map<string, number>();
  #level: number;
  #slow = 0;
  #isTry = false;
  #wait = FIRST_TRY;
  #nextTry: number;

  /**
   * @param levels numbers of threads to choose from, ascending
   * @param trial seconds that the same batch took at each level, as far as it went; empty to begin with all
   * @param now seconds
   */
  constructor(
    levels: readonly number[],
    trial: readonly number[],
    now: () => number = () => performance.now() / 1000,
  ) {
    this.#levels = levels;
    this.#now = now;
    this.#nextTry = now() + FIRST_TRY;
    const fastest = Math.min(...trial);
    const enough = trial.findIndex((seconds) => seconds <= fastest * GAIN);
    this.#level = enough >= 0 ? enough : levels.length - 1;
  }

  get threads(): number {
    return this.#levels[this.#level] ?? 1;
  }

  /** Notes how long a batch took with `threads`. Returns what it changes for the batches that follow; a try is none. */
  add(tokens: number, seconds: number): ThreadChange | null {
    if (this.#levels.length < 2 || tokens < 1) return null;
    const kind = Math.floor(Math.log2(tokens));
    const pace = seconds / tokens;
    return this.#isTry ? this.#endTry(kind, pace, seconds) : this.#watch(kind, pace, seconds);
  }

  #watch(kind: number, pace: number, seconds: number): ThreadChange | null {
    const key = `${this.#level} ${kind}`;
    const best = Math.min(this.#best.get(key) ?? pace, pace);
    this.#best.set(key, best);
    this.#last.set(key, pace);
    const isSlow = seconds > SHORTEST && pace > best * SLOW;
    this.#slow = isSlow ? this.#slow + 1 : 0;
    if (this.#level > 0 && isSlow && (this.#slow > 1 || pace > best * FAR_SLOWER)) {
      this.#slow = 0;
      this.#nextTry = this.#now() + this.#wait;
      return this.#move(-1, 'slow');
    }
    if (!isSlow && this.#level < this.#levels.length - 1 && this.#now() >= this.#nextTry) {
      this.#isTry = true;
      this.#level += 1;
    }
    return null;
  }

  /** Of a kind that was never timed below, nobody can say whether it was faster: the try goes on. */
  #endTry(kind: number, pace: number, seconds: number): ThreadChange | null {
    const below = this.#last.get(`${this.#level - 1} ${kind}`);
    if (below === undefined && seconds < 1) return null;
    this.#isTry = false;
    if (below !== undefined && pace * GAIN < below) {
      this.#wait = FIRST_TRY;
      this.#nextTry = this.#now() + FIRST_TRY;
      const key = `${this.#level} ${kind}`;
      this.#best.set(key, Math.min(this.#best.get(key) ?? pace, pace));
      return { from: this.#levels[this.#level - 1] ?? 1, to: this.threads, why: 'quiet' };
    }
    this.#level -= 1;
    this.#wait = Math.min(LAST_TRY, this.#wait * 2);
    this.#nextTry = this.#now() + Math.max(this.#wait, seconds / TRY_SHARE);
    return null;
  }

  #move(by: number, why: ThreadChange['why']): ThreadChange {
    const from = this.threads;
    this.#level += by;
    return { from, to: this.threads, why };
  }
}
