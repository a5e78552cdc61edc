import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../core/domain/errors.ts';
import { shortLine } from '../../core/domain/short-line.ts';
import { openResponse, readWhole } from './client.ts';
import { isEventStream } from './events.ts';
import { Malformed } from './malformed.ts';
import { Pace } from './pace.ts';

export interface ServiceLimits {
  /** Tries of one request. */
  readonly attempts: number;
  /** Longest time for one try, in milliseconds. */
  readonly requestMs: number;
  /** Longest time for one request with all its tries, waiting included. */
  readonly deadlineMs?: number;
  /** Largest answer in bytes. */
  readonly bytes: number;
  /** Most requests under way at once. */
  readonly concurrency: number;
  /** The first wait between two tries; it doubles. For tests. */
  readonly firstWaitMs?: number;
}

/** What a try is entered into: asked before it is sent, and told of what came of it. */
export interface Account {
  /** @throws what ends the request, such as a budget that is spent */
  begin(): Promise<void>;
  /** Nothing came of the try. */
  fail(): void;
}

/** The request failed for good; what it asked is not known. */
export class NoAnswer extends Error {
  override readonly name: string = 'NoAnswer';
  /** The last answer's status; null where there was none, or it was damaged. */
  readonly status: number | null;
  /** In our own words alone. */
  readonly why: string;

  /** @param more behind the reason: what the service said, how often it was asked */
  constructor(why: string, status: number | null = null, more = '') {
    super(`${why}${more}`);
    this.status = status;
    this.why = why;
  }
}

/** The service fails whatever it is asked. */
export class ServiceDown extends NoAnswer {
  override readonly name = 'ServiceDown';
}

/** The status of an answer that was read and is none. */
export const MALFORMED = 200;
/** A server that means what it says says it again. */
const MALFORMED_TRIES = 3;

const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;
/** So many failures with no answer between them are no accident of one request. */
const BREAKS_AFTER = 10;
/** A request that is alone in finding out whether the service is back may do it so often before all give up. */
const REOPENS = 4;
const OPEN_FOR_MS = 5_000;

interface Failure {
  readonly why: string;
  /** What the service said: hostile text, short. */
  readonly said: string;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
}

/**
 * Asks one service politely: as many requests at once as it bears, each repeated while that may help, none while it is down.
 * Answers are read whole. Safe only for requests that may be repeated.
 */
export class Service {
  readonly #limits: ServiceLimits;
  readonly #pace: Pace;
  #failures = 0;
  #reopened = 0;
  #lastFailure = '';
  #trial: Promise<void> | null = null;

  constructor(limits: ServiceLimits) {
    this.#limits = limits;
    this.#pace = new Pace(limits.concurrency);
  }

  /**
   * @param read of an answer with a status of success; throws Malformed for what is no answer
   * @param isStreamed whether events are handed on as they come, to a reader with limits of its own
   * @throws NoAnswer for what stays without an answer, ServiceDown where nothing gets one any more; what `read` and the account
   * throw otherwise; the signal's reason
   */
  async ask<T>(
    url: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
    signal: AbortSignal,
    account?: Account,
    isStreamed = false,
  ): Promise<T> {
    const { attempts, deadlineMs = 2 ** 31 - 1 } = this.#limits;
    const deadline = AbortSignal.timeout(deadlineMs);
    const stop = AbortSignal.any([signal, deadline]);
    let last: Failure | null = null;
    const late = () =>
      new NoAnswer(
        `no answer within ${deadlineMs / 1000} s`,
        last?.status,
        last === null ? '' : `; last: ${last.why}${last.said}`,
      );
    try {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await this.#turn(stop, () => this.#try(url, init, read, stop, account, isStreamed));
        if ('answer' in outcome) return outcome.answer;
        last = outcome;
        const { why, status, said } = outcome;
        if (!isTransient(status)) throw new NoAnswer(why, status, said);
        const most = status === MALFORMED ? Math.min(attempts, MALFORMED_TRIES) : attempts;
        if (attempt >= most) throw new NoAnswer(why, status, `${said}, tried ${most} times`);
        await sleep(this.#waitFor(attempt, outcome.retryAfterMs), undefined, { signal: stop });
      }
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.aborted) throw late();
      throw error;
    }
  }

  /** Lets one request at a time through while the service is thought to be down. */
  async #turn<T>(stop: AbortSignal, attempt: () => Promise<T>): Promise<T> {
    while (this.#failures >= BREAKS_AFTER) {
      if (this.#reopened >= REOPENS) {
        const last = `; last: ${this.#lastFailure}`;
        throw new ServiceDown(`${this.#failures} requests in a row had no answer`, null, last);
      }
      if (this.#trial !== null) {
        await Promise.race([this.#trial, aborted(stop)]);
        continue;
      }
      let ended = () => {};
      this.#trial = new Promise<void>((resolve) => {
        ended = resolve;
      });
      try {
        const wait = (this.#limits.firstWaitMs ?? OPEN_FOR_MS) * 2 ** this.#reopened;
        await sleep(Math.min(wait, MAX_WAIT_MS), undefined, { signal: stop });
        this.#reopened += 1;
        return await attempt();
      } finally {
        this.#trial = null;
        ended();
      }
    }
    return attempt();
  }

  async #try<T>(
    url: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
    stop: AbortSignal,
    account: Account | undefined,
    isStreamed: boolean,
  ): Promise<{ readonly answer: T } | Failure> {
    const began = await this.#pace.begin();
    let outcome: Parameters<Pace['end']>[1] = 'aborted';
    try {
      if (this.#pace.pause > 0) await sleep(this.#pace.pause, undefined, { signal: stop });
      stop.throwIfAborted();
      await account?.begin();
      const found = await this.#send(url, init, read, stop, isStreamed).catch((error: unknown) => {
        account?.fail();
        throw error;
      });
      if ('answer' in found) {
        outcome = 'answered';
        this.#failures = 0;
        this.#reopened = 0;
      } else {
        account?.fail();
        if (isTransient(found.status)) {
          outcome = 'refused';
          this.#failures += 1;
          this.#lastFailure = found.why;
          if (found.retryAfterMs !== null) this.#pace.pauseFor(Math.min(found.retryAfterMs, MAX_WAIT_MS));
        } else {
          // A server that refuses a request for what it asks is up.
          outcome = 'answered';
          this.#failures = 0;
        }
      }
      return found;
    } finally {
      this.#pace.end(began, outcome);
    }
  }

  async #send<T>(
    url: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
    stop: AbortSignal,
    isStreamed: boolean,
  ): Promise<{ readonly answer: T } | Failure> {
    const { requestMs, bytes } = this.#limits;
    const timeout = AbortSignal.timeout(requestMs);
    const signal = AbortSignal.any([stop, timeout]);
    const fault = (why: string): Failure => ({ why, said: '', status: null, retryAfterMs: null });
    const late = () => fault(`no answer within ${requestMs / 1000} s`);
    let response: Response;
    try {
      // A server on this machine is not behind a proxy.
      const environment = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])[:/]/i.test(url)
        ? {}
        : process.env;
      const limits = { totalMs: 2 ** 31 - 1 };
      const opened = await openResponse(url, { redirect: 'error', ...init, signal }, limits, environment);
      response = isStreamed && isEventStream(opened) ? opened : await readWhole(opened, bytes);
    } catch (error) {
      stop.throwIfAborted();
      if (timeout.aborted) return late();
      return fault(`the request failed (${causeOf(error)})`);
    }
    const { status } = response;
    if (!response.ok) {
      const why = `the service answered ${status}`;
      return { why, said: await saidBy(response), status, retryAfterMs: retryAfter(response.headers) };
    }
    try {
      return { answer: await read(response) };
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      // A stream that is cut off by either breaks.
      stop.throwIfAborted();
      if (timeout.aborted) return late();
      return { ...fault(error.message), status: error.isDamaged ? null : MALFORMED };
    }
  }

  /** Doubles, with jitter so that shards do not return together; the service's own wish goes first. */
  #waitFor(attempt: number, retryAfterMs: number | null): number {
    const first = this.#limits.firstWaitMs ?? FIRST_WAIT_MS;
    const wait = retryAfterMs ?? first * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
    return Math.min(wait, MAX_WAIT_MS);
  }
}

/** Whether the same request may be answered later. Without a status the connection or the answer was broken. */
const isTransient = (status: number | null): boolean =>
  status === null ||
  status === MALFORMED ||
  [408, 409, 425, 429].includes(status) ||
  (status >= 500 && status !== 501);

const MOST_SAID = 300;

async function saidBy(response: Response): Promise<string> {
  const text = isEventStream(response) ? '' : shortLine(await response.text(), MOST_SAID);
  return text === '' ? '' : `: ${text}`;
}

/** RFC 9110, 10.2.3: seconds or a date. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}

/** fetch says only "fetch failed"; what happened is in its cause. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
