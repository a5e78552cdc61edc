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
  /** After a write to a comment that others write as well, before looking whether it is still there. */
  readonly settleMs: number;
  /** For an upload, beside what its bytes take at 1 MiB a second. */
  readonly uploadMs: number;
}

/** Labels, two uploads, a comment and a check: a GitHub that does not work costs a run less than two minutes. */
export const RETRY_LIMITS: RetryLimits = {
  ...{ totalMs: 15_000, requestMs: 7000, waitMs: 1000, settleMs: 2000, uploadMs: 30_000 },
};

const ATTEMPTS = 3;

/** One publisher's patience with GitHub: it runs out from the moment it is made. */
export class RetryBudget {
  readonly options: RetryLimits;
  /** Aborted when nothing is left. */
  readonly signal: AbortSignal;
  readonly #ends: number;

  constructor(options: RetryLimits = RETRY_LIMITS) {
    this.options = options;
    this.signal = AbortSignal.timeout(options.totalMs);
    this.#ends = performance.now() + options.totalMs;
  }

  /**
   * Does something again when GitHub had a passing trouble: a whole step that reads before it writes, never a single
   * call. A call that created something may have done so although no answer came, and would create it twice.
   * @throws what GitHub answered at last
   */
  async retry<T>(step: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await step();
      } catch (error) {
        const wait = passing(error);
        const before =
          wait?.seconds === undefined ? this.options.waitMs * 2 ** (attempt - 1) : wait.seconds * 1000;
        if (wait === null || attempt === ATTEMPTS || performance.now() + before > this.#ends) throw error;
        await delay(before);
      }
    }
  }

  async settle(): Promise<void> {
    // Legs of a matrix end together: apart from each other they see what the others did.
    const wait = this.options.settleMs * (0.75 + Math.random() / 2);
    if (performance.now() + wait < this.#ends) await delay(wait);
  }
}

/** Whether a second attempt may succeed, and the seconds to wait where GitHub says so; null where it may not. */
function passing(error: unknown): { readonly seconds?: number } | null {
  if (error instanceof WeighbridgeError) return null;
  const failure = failureOf(error);
  if (isRateLimit(failure)) {
    // Without a word of how long, GitHub asks for a minute, which is more than anybody should wait for a comment.
    return failure.retryAfter === null ? null : { seconds: failure.retryAfter };
  }
  return failure.status === null || failure.status >= 500 ? {} : null;
}
