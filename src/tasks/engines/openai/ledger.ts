import type { Account } from '../../../adapters/http/service.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Budget, Price } from './options.ts';

export interface Tokens {
  readonly prompt: number;
  readonly output: number;
}

type Spent = Readonly<Record<keyof Budget, number>>;

/** A request in the ledger, from its first try to its answer. */
export interface LedgerEntry extends Account {
  /** Once, with what the answer says it took. */
  settle(tokens: Tokens): void;
}

const UNITS = { tokens: 'tokens', requests: 'requests', cost: 'in money' } as const;

/**
 * What an evaluation spends, held against a budget before it is spent: a request whose largest cost does not fit is not sent.
 * Tokens are counted once a request, by its answer; tries without an answer count as requests alone, since nobody knows their
 * tokens.
 */
export class Ledger {
  readonly #budget: Budget;
  readonly #price: Price;
  readonly #named: string;
  readonly #open = new Map<symbol, Spent>();
  #waiting: (() => void)[] = [];
  #spent: Spent = { tokens: 0, requests: 0, cost: 0 };
  #over: WeighbridgeError | null = null;

  /** @param named where the budget stands, for messages */
  constructor(budget: Budget = {}, price: Price = { prompt: 0, output: 0 }, named = 'engine.budget') {
    this.#budget = budget;
    this.#price = price;
    this.#named = named;
  }

  get spent(): Spent {
    return this.#spent;
  }

  /** @param most that the request can take */
  entry(most: Tokens): LedgerEntry {
    const key = Symbol('request');
    const close = () => {
      this.#open.delete(key);
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const wake of waiting) wake();
    };
    return {
      begin: async () => {
        const cost = this.#costOf(most, 0);
        await this.#fits({ ...cost, requests: 1 });
        this.#spent = { ...this.#spent, requests: this.#spent.requests + 1 };
        this.#open.set(key, cost);
      },
      fail: close,
      settle: (tokens) => {
        this.#spent = sum([this.#spent, this.#costOf(tokens, 0)]);
        close();
      },
    };
  }

  #costOf({ prompt, output }: Tokens, requests: number): Spent {
    const cost = (prompt * this.#price.prompt + output * this.#price.output) / 1e6;
    return { tokens: prompt + output, requests, cost };
  }

  /** Waits for requests under way where they may take less than they could. */
  async #fits(cost: Spent): Promise<void> {
    for (;;) {
      if (this.#over !== null) throw this.#over;
      const key = this.#exceeded(sum([this.#spent, cost, ...this.#open.values()]));
      if (key === null) return;
      if (this.#open.size === 0 || key === 'requests') {
        this.#over = this.#spentAll(key, cost);
        throw this.#over;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #exceeded(total: Spent): keyof Budget | null {
    const keys = Object.keys(UNITS) as (keyof Budget)[];
    return keys.find((key) => total[key] > (this.#budget[key] ?? Number.POSITIVE_INFINITY)) ?? null;
  }

  #spentAll(key: keyof Budget, next: Spent): WeighbridgeError {
    const round = (value: number) => Math.round(value * 1e6) / 1e6;
    const says = `the budget of ${this.#budget[key]} ${UNITS[key]} ends the evaluation: ${round(this.#spent[key])} are spent, and the next request may take ${round(next[key])}`;
    return new WeighbridgeError('engine', says, {
      fix: `raise ${this.#named}.${key}, or give tasks a limit; a new run goes on where this one ended`,
    });
  }
}

const sum = (all: readonly Spent[]): Spent =>
  all.reduce((total, one) => ({
    tokens: total.tokens + one.tokens,
    requests: total.requests + one.requests,
    cost: total.cost + one.cost,
  }));
