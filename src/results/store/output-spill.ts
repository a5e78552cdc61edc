import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { diskFault } from './disk-faults.ts';

/** Held in memory before anything goes to the disk: most suites never come to it. */
const BUFFERED_BYTES = 1024 * 1024;

/** Read at a time of texts that are asked for one after the other; and of one by itself, with its header, as long as most are. */
const AHEAD_BYTES = 64 * 1024;
const MOST_TEXTS_BYTES = 2048;

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
  /** Where the text ended that was got last. */
  #end = 0;
  /** What was read last of the file, and where it lies. */
  #ahead = Buffer.alloc(0);
  #aheadAt = 0;
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
    // Whoever goes through all samples asks in the order in which texts were put; a report of the worst ones in any.
    const isNext = place >= this.#end && place < this.#end + AHEAD_BYTES;
    const least = isNext ? AHEAD_BYTES : MOST_TEXTS_BYTES;
    const header = this.#read(place, HEADER_BYTES, least).readInt32LE();
    const bytes = Math.abs(header);
    this.#end = place + HEADER_BYTES + bytes;
    return this.#read(place + HEADER_BYTES, bytes, least).toString(header < 0 ? 'latin1' : 'utf16le');
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
  }

  #open(): number {
    const path = join(tmpdir(), `weighbridge-${process.pid}-${process.hrtime.bigint()}`);
    const file = inTemporary(() => openSync(path, 'wx+', 0o600));
    unlinkSync(path);
    opened.register(this, file);
    return file;
  }

  /** @param least of bytes that are read of the file at once */
  #read(place: number, bytes: number, least: number): Buffer {
    if (this.#file === null || place >= this.#written) {
      return this.#buffer.subarray(place - this.#written, place - this.#written + bytes);
    }
    const from = place - this.#aheadAt;
    if (from >= 0 && from + bytes <= this.#ahead.length) return this.#ahead.subarray(from, from + bytes);
    const ahead = Buffer.allocUnsafe(Math.min(Math.max(bytes, least), this.#written - place));
    for (let done = 0; done < ahead.length; ) {
      const count = readSync(this.#file, ahead, done, ahead.length - done, place + done);
      if (count === 0) throw new Error('a temporary file lost what was written to it');
      done += count;
    }
    this.#ahead = ahead;
    this.#aheadAt = place;
    return ahead.subarray(0, bytes);
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
