/** What was loaded for a model and is still there. */
export interface Leftover {
  close(): Promise<void>;
}

/**
 * Where the models of one evaluation, which come one after another, leave what the next may use: one thing at most, since memory
 * may not hold two. Whoever makes it closes it.
 */
export class Handover {
  #left: Leftover | null = null;
  #isClosed = false;

  /** A model that is closed hands on what it has, which is closed in its place where nobody comes any more. */
  async leave(left: Leftover): Promise<void> {
    const before = this.#left;
    this.#left = this.#isClosed ? null : left;
    await before?.close();
    if (this.#isClosed) await left.close();
  }

  /** Whoever takes it uses it or closes it, before anything is loaded beside it. */
  take(): Leftover | null {
    const left = this.#left;
    this.#left = null;
    return left;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.take()?.close();
  }
}
