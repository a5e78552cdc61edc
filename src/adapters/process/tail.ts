import { stripVTControlCharacters } from 'node:util';

/** Keeps the end of a stream of output, at most `limit` bytes of it. */
export class Tail {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #length = 0;
  #dropped = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Compacting only past twice the limit keeps the cost of a push constant on average.
    if (this.#length > this.#limit * 2) this.#compact();
  }

  /** The kept output as plain text: a cut is marked, colours and other control characters are gone. */
  text(): string {
    this.#compact();
    const text = plainText(Buffer.concat(this.#chunks).toString('utf8'));
    return this.#dropped ? `… ${text.replace(/^\uFFFD+/, '')}` : text;
  }

  #compact(): void {
    if (this.#length <= this.#limit) return;
    const kept = Buffer.concat(this.#chunks).subarray(-this.#limit);
    this.#chunks = [kept];
    this.#length = kept.length;
    this.#dropped = true;
  }
}

/** What a program printed is shown to people in terminals and logs: it must not steer them. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t]/gu, '');
}
