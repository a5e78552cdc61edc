import { setTimeout as delay } from 'node:timers/promises';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { failureOf, isRateLimit } from './api-errors.ts';

/** How long GitHub may keep a run waiting. All in milliseconds. */
export interface RetryLimits {
  /** For all calls of one publisher to the REST and GraphQL APIs. */
  readonly totalMs: number;
  readonly requestMs: number;
  /** Before the second attempt; doubles with each. */
  readonly waitMs: number;
  /** After a write to a comment, before looking whether it is still there. */
  readonly settleMs: number;
  /** For an upload, beside what its bytes take at 1 MiB a second. */
  readonly uploadMs: number;
}

/** Labels, two uploads, a comment and a check: a GitHub that does not work costs a run less than two minutes. */
export const RETRY_LIMITS: RetryLimits = {
  ...{ totalMs: 15_000, requestMs: 7000, waitMs: 1000, settleMs: 1000, uploadMs: 30_000 },
};

const ATTEMPTS = 3;

/** However long a conversation is, as many times the total that a publisher has. */
const MOST_EXTENSION = 6;

/** How long one publisher may wait for GitHub: it runs out from the moment it is made. */
export class RetryBudget {
  readonly limits: RetryLimits;
  /** Aborted when nothing is left. */
  readonly signal: AbortSignal;
  readonly #stop = new AbortController();
  readonly #latest: number;
  #ends: number;
  #timer: NodeJS.Timeout;

  constructor(limits: RetryLimits = RETRY_LIMITS) {
    this.limits = limits;
    this.signal = this.#stop.signal;
    this.#ends = performance.now() + limits.totalMs;
    this.#latest = this.#ends + limits.totalMs * MOST_EXTENSION;
    this.#timer = this.#watch();
  }

  /** Gives back what a page of a long list took: a GitHub that answers is not one that hangs. Bounded all the same. */
  extend(ms: number): void {
    this.#ends = Math.min(this.#ends + ms, this.#latest);
    clearTimeout(this.#timer);
    this.#timer = this.#watch();
  }

  #watch(): NodeJS.Timeout {
    const left = Math.max(0, this.#ends - performance.now());
    const end = () => this.#stop.abort(new DOMException('The time for GitHub ran out', 'TimeoutError'));
    return setTimeout(end, left).unref();
  }

  /**
   * Does something again when GitHub had an error that may pass: a whole step that reads before it writes, never a single
   * call. A call that created something may have done so although no answer came, and would create it twice.
   * @throws what GitHub answered at last
   */
  async retry<T>(step: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await step();
      } catch (error) {
        const wait = retryable(error);
        const before =
          wait?.seconds === undefined ? this.limits.waitMs * 2 ** (attempt - 1) : wait.seconds * 1000;
        if (wait === null || attempt === ATTEMPTS || performance.now() + before > this.#ends) throw error;
        await delay(before);
      }
    }
  }

  async settle(): Promise<void> {
    // Jobs of a matrix end together: apart from each other they see what the others did.
    const wait = this.limits.settleMs * (0.75 + Math.random() / 2);
    if (performance.now() + wait < this.#ends) await delay(wait);
  }
}

/** Whether a second attempt may succeed, and the seconds to wait where GitHub says so; null where it may not. */
function retryable(error: unknown): { readonly seconds?: number } | null {
  if (error instanceof WeighbridgeError) return null;
  const failure = failureOf(error);
  if (isRateLimit(failure)) {
    // Without a word of how long, GitHub asks for a minute, which is more than anybody should wait for a comment.
    return failure.retryAfter === null ? null : { seconds: failure.retryAfter };
  }
  return failure.status === null || failure.status >= 500 ? {} : null;
}
