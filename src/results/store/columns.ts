import { KeyTable } from '../../core/domain/key-table.ts';
import { Cells } from '../../core/stats/columns.ts';

/** Rows that are allocated at once: a task of a few samples takes little, and a column that grows is never copied. */
const CHUNK = 512;

/** Numbers by row, NaN where none was set. */
export class NumberColumn {
  readonly #chunks: Cells[] = [];

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  set(row: number, value: number): void {
    const chunk = Math.floor(row / CHUNK);
    while (this.#chunks.length <= chunk) this.#chunks.push(new Cells(CHUNK));
    this.#chunks[chunk]?.set(row % CHUNK, value);
  }

  get(row: number): number {
    return this.#chunks[Math.floor(row / CHUNK)]?.get(row % CHUNK) ?? Number.NaN;
  }
}

/** Counts from 1 by row, 0 where none was set. */
export class CountColumn {
  readonly #chunks: Uint32Array[] = [];

  set(row: number, value: number): void {
    const chunk = Math.floor(row / CHUNK);
    while (this.#chunks.length <= chunk) this.#chunks.push(new Uint32Array(CHUNK));
    const values = this.#chunks[chunk];
    if (values !== undefined) values[row % CHUNK] = value;
  }

  get(row: number): number {
    return this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? 0;
  }
}

/** Texts by row of which many are the same, each held once. */
export class NameColumn {
  readonly #chunks: Int32Array[] = [];
  readonly #names: (string | undefined)[] = [undefined];
  readonly #known = new Map<string, number>();

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  set(row: number, name: string): void {
    const code = this.#known.get(name) ?? this.#names.push(name) - 1;
    this.#known.set(name, code);
    const chunk = Math.floor(row / CHUNK);
    while (this.#chunks.length <= chunk) this.#chunks.push(new Int32Array(CHUNK));
    const codes = this.#chunks[chunk];
    if (codes !== undefined) codes[row % CHUNK] = code;
  }

  get(row: number): string | undefined {
    return this.#names[this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? 0];
  }
}

/** Short texts by row of which many are the same: each is held once as bytes, and a number from 1 stands for it; 0 where none was set. */
export class CodedColumn {
  readonly #codes = new CountColumn();
  readonly #texts = new KeyTable();
  /** Of all texts, each counted once. */
  bytes = 0;

  /** How many different texts there are. */
  get distinct(): number {
    return this.#texts.length;
  }

  get isEmpty(): boolean {
    return this.#texts.length === 0;
  }

  /** The number that stands for a text. */
  claim(text: string): number {
    const before = this.#texts.length;
    const code = this.#texts.claim(text) + 1;
    if (code > before) this.bytes += text.length;
    return code;
  }

  /** The same of bytes, each of which must be ASCII. */
  claimBytes(bytes: Uint8Array, start: number, end: number): number {
    const before = this.#texts.length;
    const code = this.#texts.claimBytes(bytes, start, end) + 1;
    if (code > before) this.bytes += end - start;
    return code;
  }

  set(row: number, code: number): void {
    if (code > 0) this.#codes.set(row, code);
  }

  codeAt(row: number): number {
    return this.#codes.get(row);
  }

  /** @param code not 0 */
  textOf(code: number): string {
    return this.#texts.at(code - 1);
  }

  /** Forgets how texts are found, once all are there. */
  release(): void {
    this.#texts.release();
  }
}

/** Short lists of numbers by row: in one column as long as they are of one length, and others one after the other in another. */
export class ListColumn {
  /** Of the first list. */
  #length = 0;
  readonly #alike = new NumberColumn();
  readonly #starts = new NumberColumn();
  readonly #lengths = new NumberColumn();
  readonly #values = new NumberColumn();
  #used = 0;

  get isEmpty(): boolean {
    return this.#alike.isEmpty && this.#starts.isEmpty;
  }

  set(row: number, list: readonly number[]): void {
    if (this.isEmpty) this.#length = list.length;
    if (list.length === this.#length && list.length > 0 && !Number.isNaN(list[0])) {
      for (let index = 0; index < list.length; index += 1)
        this.#alike.set(row * this.#length + index, list[index] as number);
      return;
    }
    this.#starts.set(row, this.#used);
    this.#lengths.set(row, list.length);
    for (const value of list) {
      this.#values.set(this.#used, value);
      this.#used += 1;
    }
  }

  get(row: number): readonly number[] | undefined {
    const first = this.#alike.get(row * this.#length);
    if (!Number.isNaN(first) && this.#length > 0) {
      const list = [first];
      for (let index = 1; index < this.#length; index += 1)
        list.push(this.#alike.get(row * this.#length + index));
      return list;
    }
    const start = this.#starts.get(row);
    if (Number.isNaN(start)) return undefined;
    const list: number[] = [];
    const end = start + this.#lengths.get(row);
    for (let place = start; place < end; place += 1) list.push(this.#values.get(place));
    return list;
  }
}

const HASH_BYTES = 32;

/** Whether a text is of the digits of hashes from there on. */
function isHex(text: string, start: number): boolean {
  for (let index = start; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (!((unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x66))) return false;
  }
  return true;
}

/** Texts by row that mostly end in a SHA-256 and begin like others: these take 36 bytes, and no place on the heap. */
export class HashColumn {
  readonly #chunks: Buffer[] = [];
  readonly #beginnings = new NameColumn();
  readonly #others: string[] = [];
  #lastOther = '';

  get isEmpty(): boolean {
    return this.#beginnings.isEmpty && this.#others.length === 0;
  }

  set(row: number, text: string): void {
    const start = text.length - 2 * HASH_BYTES;
    if (start < 0 || !isHex(text, start)) {
      // Where nothing was recorded all say the same.
      if (text !== this.#lastOther) this.#lastOther = text;
      this.#others[row] = this.#lastOther;
      return;
    }
    const chunk = Math.floor(row / CHUNK);
    while (this.#chunks.length <= chunk) this.#chunks.push(Buffer.alloc(CHUNK * HASH_BYTES));
    this.#chunks[chunk]?.write(text.slice(start), (row % CHUNK) * HASH_BYTES, 'hex');
    this.#beginnings.set(row, text.slice(0, start));
  }

  get(row: number): string {
    const beginning = this.#beginnings.get(row);
    if (beginning === undefined) return this.#others[row] ?? '';
    const start = (row % CHUNK) * HASH_BYTES;
    const chunk = this.#chunks[Math.floor(row / CHUNK)];
    return beginning + (chunk?.toString('hex', start, start + HASH_BYTES) ?? '');
  }
}
