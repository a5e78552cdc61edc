import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { diskFault } from './disk-faults.ts';

/** Held in memory before anything goes to the disk: most suites never come to it. */
const BUFFERED_BYTES = 1024 * 1024;

/** Read of the file at a time, and how many of these are held: texts of one task are asked for in an order of their own. */
const BLOCK_BYTES = 16 * 1024;
const MOST_BLOCKS = 64;

/** Short texts that are the same over and over, such as the letter of a choice, are held once. */
const MOST_SHORT = { units: 40, texts: 1000 };

/** Before each text: its bytes, as a whole number, negative where they are one a character. */
const HEADER_BYTES = 4;

/** An open file without a name is gone with its last reader, however the process ends. */
const opened = new FinalizationRegistry<number>(closeSync);

/**
 * Texts of which hardly any is ever asked for again, such as what a model said: a report shows a few dozen of them. They are
 * put one after the other into a temporary file, which nobody else can find.
 */
export class OutputSpill {
  #file: number | null = null;
  #written = 0;
  #buffer = Buffer.alloc(0);
  #filled = 0;
  /** What was read of the file, by the number of the block, the latest last. */
  readonly #blocks = new Map<number, Buffer>();
  /** Their places are negative. */
  readonly #short: string[] = [];
  readonly #shortPlaces = new Map<string, number>();

  /**
   * @returns its place, by which it is got back
   * @throws WeighbridgeError `engine` where the disk has no room for temporary files
   */
  put(text: string): number {
    return (text.length <= MOST_SHORT.units ? this.#putShort(text) : undefined) ?? this.#putLong(text);
  }

  #putShort(text: string): number | undefined {
    const known = this.#shortPlaces.get(text);
    if (known !== undefined || this.#short.length === MOST_SHORT.texts) return known;
    // A text of its own: a part of another would keep all of that in memory.
    const own = Buffer.from(text, 'utf16le').toString('utf16le');
    const place = -this.#short.push(own);
    this.#shortPlaces.set(own, place);
    return place;
  }

  #putLong(text: string): number {
    const encoding = Buffer.byteLength(text) === text.length ? 'latin1' : 'utf16le';
    const bytes = Buffer.byteLength(text, encoding);
    this.#makeRoom(HEADER_BYTES + bytes);
    const place = this.#written + this.#filled;
    this.#buffer.writeInt32LE(encoding === 'latin1' ? -bytes : bytes, this.#filled);
    this.#buffer.write(text, this.#filled + HEADER_BYTES, encoding);
    this.#filled += HEADER_BYTES + bytes;
    return place;
  }

  get(place: number): string {
    if (place < 0) return this.#short[-place - 1] ?? '';
    const header = this.#read(place, HEADER_BYTES).readInt32LE();
    return this.#read(place + HEADER_BYTES, Math.abs(header)).toString(header < 0 ? 'latin1' : 'utf16le');
  }

  #makeRoom(bytes: number): void {
    if (this.#filled > 0 && this.#filled + bytes > BUFFERED_BYTES) this.#flush();
    if (this.#filled + bytes <= this.#buffer.length) return;
    const larger = Buffer.alloc(
      Math.max(this.#filled + bytes, Math.min(2 * this.#buffer.length, BUFFERED_BYTES)),
    );
    this.#buffer.copy(larger, 0, 0, this.#filled);
    this.#buffer = larger;
  }

  #flush(): void {
    this.#file ??= this.#open();
    const file = this.#file;
    for (let done = 0; done < this.#filled; ) {
      done += inTemporary(() =>
        writeSync(file, this.#buffer, done, this.#filled - done, this.#written + done),
      );
    }
    this.#written += this.#filled;
    this.#filled = 0;
    // The last may have been read before it was full.
    this.#blocks.clear();
  }

  #open(): number {
    const path = join(tmpdir(), `weighbridge-${process.pid}-${process.hrtime.bigint()}`);
    const file = inTemporary(() => openSync(path, 'wx+', 0o600));
    unlinkSync(path);
    opened.register(this, file);
    return file;
  }

  #read(place: number, bytes: number): Buffer {
    const file = this.#file;
    if (file === null || place >= this.#written) {
      return this.#buffer.subarray(place - this.#written, place - this.#written + bytes);
    }
    const first = Math.floor(place / BLOCK_BYTES);
    const last = Math.floor((place + Math.max(bytes, 1) - 1) / BLOCK_BYTES);
    const blocks = Array.from({ length: last - first + 1 }, (_, index) => this.#block(file, first + index));
    const [only = Buffer.alloc(0)] = blocks;
    const from = place - first * BLOCK_BYTES;
    return (blocks.length === 1 ? only : Buffer.concat(blocks)).subarray(from, from + bytes);
  }

  #block(file: number, number: number): Buffer {
    const known = this.#blocks.get(number);
    this.#blocks.delete(number);
    const block = known ?? this.#readBlock(file, number * BLOCK_BYTES);
    this.#blocks.set(number, block);
    const [oldest = number] = this.#blocks.keys();
    if (this.#blocks.size > MOST_BLOCKS) this.#blocks.delete(oldest);
    return block;
  }

  #readBlock(file: number, start: number): Buffer {
    const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, this.#written - start));
    for (let done = 0; done < block.length; ) {
      const count = readSync(file, block, done, block.length - done, start + done);
      if (count === 0) throw new Error('a temporary file lost what was written to it');
      done += count;
    }
    return block;
  }
}

function inTemporary<T>(action: () => T): T {
  try {
    return action();
  } catch (cause) {
    const fault = diskFault(cause) ?? messageOf(cause);
    throw new WeighbridgeError('engine', `what the models said cannot be put aside: ${fault}`, {
      at: { file: tmpdir() },
      fix: 'make room there, or name another folder for temporary files by TMPDIR',
      cause,
    });
  }
}
