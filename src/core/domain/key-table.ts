/** More places looked at for one key would mean that keys were made to meet: such are held in a map. */
const MOST_PROBES = 256;
/** Longer keys are held as texts. */
const MOST_BYTES = 4096;
const FEWEST_SLOTS = 16;
/** So much of the slots is used at most: two probes a key on average. */
const FULLEST = 2 / 3;
/** What is not used of more is given back. */
const SLACK = 0.9;
/** A place in the bytes is held in 32 bits. */
const MOST_IN_ALL = 2 ** 32 - 1;

const DEL = 0x7f;

/**
 * Keys in the order in which they first came, each once, and where each stands. Those of ASCII are bytes one after the other, found by their
 * hash in a table of positions: some 20 bytes a key beside its own, and no object on the heap. Any other key is held as the text that it is.
 */
export class KeyTable {
  #length = 0;
  #bytes = new Uint8Array(64);
  /** Where each key begins, and behind them where the last one ends; texts have no bytes. */
  #starts = new Uint32Array(FEWEST_SLOTS);
  /** Positions from 1, by hash; 0 where there is none. */
  #slots = new Int32Array(FEWEST_SLOTS);
  /** Whether another table holds the same bytes, so that they are copied before anything is added. */
  #isShared = false;
  readonly #texts = new Map<string, number>();
  readonly #textAt = new Map<number, string>();

  get length(): number {
    return this.#length;
  }

  /** Where the key stands: at what was the table's length, for one that is new. */
  claim(key: string): number {
    const bytes = asciiOf(key);
    if (bytes !== null) return this.claimBytes(bytes, 0, bytes.length);
    return this.#texts.get(key) ?? this.#addText(key);
  }

  /** The same of bytes, each of which must be ASCII. */
  claimBytes(bytes: Uint8Array, start: number, end: number): number {
    const slot = this.#slotOf(bytes, start, end);
    const known = slot === -1 ? 0 : (this.#slots[slot] as number);
    if (known > 0) return known - 1;
    // Texts come first: a key that found no slot while there were fewer is among them for good.
    const text = this.#texts.size === 0 ? undefined : this.#texts.get(asciiText(bytes, start, end));
    if (text !== undefined) return text;
    const used = this.#starts[this.#length] as number;
    if (slot === -1 || end - start > MOST_BYTES || used + end - start > MOST_IN_ALL)
      return this.#addText(asciiText(bytes, start, end));
    this.#ownBytes();
    this.#slots[slot] = this.#length + 1;
    if (used + end - start > this.#bytes.length) {
      this.#bytes = grown(
        this.#bytes,
        new Uint8Array(Math.min(2 * this.#bytes.length + MOST_BYTES, MOST_IN_ALL)),
      );
    }
    for (let index = start; index < end; index += 1)
      this.#bytes[used + index - start] = bytes[index] as number;
    return this.#add(used + end - start);
  }

  /** Forgets how keys are found, which takes as much as short keys do; it is worked out anew where one is looked for again. */
  release(): void {
    this.#slots = new Int32Array(0);
    const used = this.#starts[this.#length] as number;
    // Half of what grows by doubling may be free.
    if (used < SLACK * this.#bytes.length) this.#bytes = this.#bytes.slice(0, used);
    if (this.#length + 1 < SLACK * this.#starts.length)
      this.#starts = this.#starts.slice(0, this.#length + 1);
  }

  /**
   * Where two tables have the same keys in the same order, as two runs of one suite mostly do, they hold them once from now on, and forget how they
   * are found.
   * @returns whether it is so; false too where keys are held as texts
   */
  shareWith(other: KeyTable): boolean {
    if (this.#textAt.size + other.#textAt.size > 0 || this.#length !== other.#length) return false;
    const used = this.#starts[this.#length] as number;
    for (let position = 0; position <= this.#length; position += 1)
      if (this.#starts[position] !== other.#starts[position]) return false;
    for (let at = 0; at < used; at += 1) if (this.#bytes[at] !== other.#bytes[at]) return false;
    this.release();
    other.#slots = new Int32Array(0);
    other.#bytes = this.#bytes;
    other.#starts = this.#starts;
    this.#isShared = true;
    other.#isShared = true;
    return true;
  }

  #ownBytes(): void {
    if (!this.#isShared) return;
    this.#bytes = this.#bytes.slice();
    this.#starts = this.#starts.slice();
    this.#isShared = false;
  }

  /** -1 for a key that is not there. */
  find(key: string): number {
    const bytes = asciiOf(key);
    return bytes === null ? (this.#texts.get(key) ?? -1) : this.#findBytes(bytes, 0, bytes.length);
  }

  /** Where the key at a position of another table stands in this one; -1 where it does not. */
  findOf(other: KeyTable, position: number): number {
    const text = other.#textAt.get(position);
    if (text !== undefined) return this.find(text);
    return this.#findBytes(
      other.#bytes,
      other.#starts[position] as number,
      other.#starts[position + 1] as number,
    );
  }

  at(position: number): string {
    const text = this.#textAt.size === 0 ? undefined : this.#textAt.get(position);
    return (
      text ?? asciiText(this.#bytes, this.#starts[position] as number, this.#starts[position + 1] as number)
    );
  }

  /** By code units, as `<` compares texts: the same order on every machine. */
  compare(position: number, other: KeyTable, otherPosition: number): number {
    if (this.#textAt.size + other.#textAt.size > 0) {
      const [one, another] = [this.at(position), other.at(otherPosition)];
      return one < another ? -1 : one > another ? 1 : 0;
    }
    const [left, right] = [this.#bytes, other.#bytes];
    let at = this.#starts[position] as number;
    let otherAt = other.#starts[otherPosition] as number;
    const length = (this.#starts[position + 1] as number) - at;
    const otherLength = (other.#starts[otherPosition + 1] as number) - otherAt;
    for (let rest = Math.min(length, otherLength); rest > 0; rest -= 1) {
      const difference = (left[at] as number) - (right[otherAt] as number);
      if (difference !== 0) return difference;
      at += 1;
      otherAt += 1;
    }
    return length - otherLength;
  }

  /** The positions in the order of their keys. */
  order(): Int32Array {
    let positions = new Int32Array(this.#length);
    for (let position = 0; position < positions.length; position += 1) positions[position] = position;
    // Runs are merged into a second column: what the engine sorts by a comparison it first copies into 16 bytes each.
    let merged = new Int32Array(this.#length);
    for (let width = 1; width < positions.length; width *= 2) {
      for (let start = 0; start < positions.length; start += 2 * width)
        this.#merge(positions, start, start + width, Math.min(start + 2 * width, positions.length), merged);
      [positions, merged] = [merged, positions];
    }
    return positions;
  }

  /** Two runs that follow each other, into one at the same place. */
  #merge(from: Int32Array, start: number, middle: number, end: number, into: Int32Array): void {
    let [left, right] = [start, middle];
    const isInOrder =
      middle >= end || this.compare(from[middle - 1] as number, this, from[middle] as number) <= 0;
    if (isInOrder) {
      into.set(from.subarray(start, end), start);
      return;
    }
    for (let place = start; place < end; place += 1) {
      const isLeft =
        left < middle &&
        (right >= end || this.compare(from[left] as number, this, from[right] as number) <= 0);
      into[place] = (isLeft ? from[left] : from[right]) as number;
      if (isLeft) left += 1;
      else right += 1;
    }
  }

  #findBytes(bytes: Uint8Array, start: number, end: number): number {
    const slot = this.#slotOf(bytes, start, end);
    const known = slot === -1 ? 0 : (this.#slots[slot] as number);
    if (known > 0) return known - 1;
    return this.#texts.size === 0 ? -1 : (this.#texts.get(asciiText(bytes, start, end)) ?? -1);
  }

  #add(end: number): number {
    this.#ownBytes();
    const position = this.#length;
    this.#length += 1;
    if (this.#length === this.#starts.length)
      this.#starts = grown(this.#starts, new Uint32Array(2 * this.#starts.length));
    this.#starts[this.#length] = end;
    // Without slots they are made when a key is looked for.
    const slots = this.#slots.length;
    if (slots > 0 && this.#length > FULLEST * slots) this.#spread(2 * slots);
    return position;
  }

  #addText(key: string): number {
    this.#texts.set(key, this.#length);
    this.#textAt.set(this.#length, key);
    return this.#add(this.#starts[this.#length] as number);
  }

  /** The slot of the key, or the free one that it would have; -1 where none is near. */
  #slotOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.#slots.length === 0) this.#spread(slotsFor(this.#length));
    const [slots, own, starts] = [this.#slots, this.#bytes, this.#starts];
    const mask = slots.length - 1;
    let slot = hashOf(bytes, start, end) & mask;
    for (let probe = 0; probe < MOST_PROBES; probe += 1) {
      const position = (slots[slot] as number) - 1;
      if (position === -1) return slot;
      let at = starts[position] as number;
      if ((starts[position + 1] as number) - at === end - start) {
        let index = start;
        while (index < end && own[at] === bytes[index]) {
          at += 1;
          index += 1;
        }
        if (index === end) return slot;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  #spread(slots: number): void {
    this.#slots = new Int32Array(slots);
    for (let position = 0; position < this.#length; position += 1) {
      if (this.#textAt.size > 0 && this.#textAt.has(position)) continue;
      const [start, end] = [this.#starts[position] as number, this.#starts[position + 1] as number];
      const slot = this.#slotOf(this.#bytes, start, end);
      if (slot === -1) {
        // What no slot is near to is found among the texts from now on.
        const text = asciiText(this.#bytes, start, end);
        this.#texts.set(text, position);
        this.#textAt.set(position, text);
      } else this.#slots[slot] = position + 1;
    }
  }
}

/** As many as a table has that has grown to so many keys. */
const slotsFor = (keys: number): number =>
  Math.max(FEWEST_SLOTS, 2 ** Math.ceil(Math.log2((keys + 1) / FULLEST)));

/** FNV-1a with a last step that lets all bits reach the lowest ones. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1)
    hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

const scratch = new Uint8Array(MOST_BYTES);

/** The bytes of a text of ASCII, until the next call; null for any other, and for a long one. */
function asciiOf(text: string): Uint8Array | null {
  if (text.length > MOST_BYTES) return null;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > DEL) return null;
    scratch[index] = unit;
  }
  return scratch.subarray(0, text.length);
}

const asciiText = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);

function grown<Column extends Uint8Array | Uint32Array>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
