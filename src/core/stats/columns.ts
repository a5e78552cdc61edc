/** Numbers in an order. */
export type Numbers = readonly number[] | Float64Array;

/** What can be gone through as often as is asked, and left early: an array, or a table that takes less memory. */
export interface Every<T> {
  every(holds: (item: T) => boolean): boolean;
}

/** Goes through all of them. */
export function forEachOf<T>(items: Every<T>, visit: (item: T) => void): void {
  items.every((item) => {
    visit(item);
    return true;
  });
}

/** How many of them are so. */
export function countOf<T>(items: Every<T>, holds: (item: T) => boolean): number {
  let count = 0;
  forEachOf(items, (item) => {
    if (holds(item)) count += 1;
  });
  return count;
}

/** Where items are kept that come one after the other: a list, or columns that hold no object an item. */
export interface KeptItems<T> {
  set(position: number, item: T): void;
  at(position: number): T;
}

/** @param most how many items there are at most */
export type Keep<T> = (most: number) => KeptItems<T>;

export const keepItems = <T>(): KeptItems<T> => {
  const items: T[] = [];
  return {
    set(position, item) {
      items[position] = item;
    },
    at: (position) => items[position] as T,
  };
};

/** Stands for NaN among bytes. */
const NO_NUMBER = 255;

/** What bytes stand for. From a column of doubles like any other number: read as small integers, a gate on a million samples took 8.9 s in place of 5.4. */
const OF_BYTES = Float64Array.from({ length: 256 }, (_, byte) => (byte === NO_NUMBER ? Number.NaN : byte));

/**
 * As many numbers, NaN where none was set: a byte each as long as all are small whole numbers, as scores of right and wrong are, and then
 * eight. What is read is what was set, to the last bit.
 */
export class Cells {
  #bytes: Uint8Array | null;
  #numbers: Float64Array | null = null;

  constructor(length: number) {
    this.#bytes = new Uint8Array(length).fill(NO_NUMBER);
  }

  set(place: number, number: number): void {
    if (this.#bytes !== null) {
      const byte = byteOf(number);
      if (byte >= 0) {
        this.#bytes[place] = byte;
        return;
      }
      this.#numbers = asNumbers(this.#bytes);
      this.#bytes = null;
    }
    if (this.#numbers !== null) this.#numbers[place] = number;
  }

  get(place: number): number {
    if (this.#bytes === null) return this.#numbers?.[place] ?? Number.NaN;
    return OF_BYTES[this.#bytes[place] ?? NO_NUMBER] as number;
  }
}

/** One by one: `Float64Array.from` lists them all on the heap first, 80 MB of ten million. */
function asNumbers(bytes: Uint8Array): Float64Array {
  const numbers = new Float64Array(bytes.length);
  for (let place = 0; place < bytes.length; place += 1)
    numbers[place] = OF_BYTES[bytes[place] ?? NO_NUMBER] as number;
  return numbers;
}

/** -1 for a number that is none of a byte; minus zero is another one than zero. */
function byteOf(number: number): number {
  if (number > 0) return number < NO_NUMBER && Number.isInteger(number) ? number : -1;
  if (number === 0) return Object.is(number, -0) ? -1 : 0;
  return Number.isNaN(number) ? NO_NUMBER : -1;
}

/**
 * Lists of numbers at places: in one column as long as all are equally long, and each by itself as soon as one is not. What is read is what was
 * set, in a list made anew.
 */
export class NumberLists {
  readonly #most: number;
  #width = 0;
  #cells: Cells | null = null;
  /** All of them, where they are not equally long. */
  #lists: (readonly number[] | undefined)[] | null = null;

  /** @param most how many lists there are at most */
  constructor(most: number) {
    this.#most = most;
  }

  set(place: number, list: readonly number[]): void {
    if (this.#lists === null && this.#cells === null && isColumn(list)) {
      this.#width = list.length;
      this.#cells = new Cells(this.#most * this.#width);
    }
    if (this.#cells === null || list.length !== this.#width || !isColumn(list)) {
      this.#apart()[place] = list;
      return;
    }
    for (let index = 0; index < list.length; index += 1)
      this.#cells.set(place * this.#width + index, list[index] as number);
  }

  get(place: number): readonly number[] | undefined {
    if (this.#cells === null) return this.#lists?.[place];
    const first = this.#cells.get(place * this.#width);
    if (Number.isNaN(first)) return undefined;
    const list = [first];
    for (let index = 1; index < this.#width; index += 1)
      list.push(this.#cells.get(place * this.#width + index));
    return list;
  }

  #apart(): (readonly number[] | undefined)[] {
    if (this.#lists !== null) return this.#lists;
    const lists: (readonly number[] | undefined)[] = [];
    for (let place = 0; this.#cells !== null && place < this.#most; place += 1) {
      const list = this.get(place);
      if (list !== undefined) lists[place] = list;
    }
    this.#cells = null;
    this.#lists = lists;
    return lists;
  }
}

/** Whether a list can stand in a column, where a first number of NaN says that there is none. */
const isColumn = (list: readonly number[]): boolean => list.length > 0 && !Number.isNaN(list[0]);

/**
 * Rows of numbers that are alike are of one kind, from 0 in the order in which kinds first come: found by hashes in a table of rows, and
 * no text or object a row.
 * @param read writes a row's numbers, as many every time, none of them NaN
 * @param most kinds: where there are more, nobody asks
 * @returns of which kind each row is, and the first row of each kind; null where there are too many
 */
export function kindsOfRows(
  rows: number,
  width: number,
  read: (row: number, into: Float64Array) => void,
  most = Infinity,
): { readonly of: Int32Array; readonly firsts: Int32Array } | null {
  const own = new Float64Array(width);
  const other = new Float64Array(width);
  const bits = new Uint32Array(own.buffer);
  const of = new Int32Array(rows);
  let firsts = new Int32Array(16);
  let slots = new Int32Array(64);
  let count = 0;
  const hash = (): number => {
    let hashed = 0x811c9dc5;
    for (let index = 0; index < bits.length; index += 1)
      hashed = Math.imul(hashed ^ (bits[index] as number), 0x01000193);
    hashed = Math.imul(hashed ^ (hashed >>> 15), 0x2c1b3c6d);
    hashed = Math.imul(hashed ^ (hashed >>> 12), 0x297a2d39);
    return hashed ^ (hashed >>> 15);
  };
  const load = (row: number, into: Float64Array): void => {
    read(row, into);
    // Minus zero is zero.
    for (let index = 0; index < width; index += 1) into[index] = (into[index] as number) + 0;
  };
  const isAlike = (kind: number): boolean => {
    load(firsts[kind] as number, other);
    for (let index = 0; index < width; index += 1) if (own[index] !== other[index]) return false;
    return true;
  };
  const slotOf = (): number => {
    const mask = slots.length - 1;
    let slot = hash() & mask;
    while ((slots[slot] as number) > 0 && !isAlike((slots[slot] as number) - 1)) slot = (slot + 1) & mask;
    return slot;
  };
  for (let row = 0; row < rows; row += 1) {
    load(row, own);
    const slot = slotOf();
    const known = slots[slot] as number;
    if (known > 0) {
      of[row] = known - 1;
      continue;
    }
    if (count >= most) return null;
    if (count === firsts.length) firsts = grownTo(firsts, 2 * count);
    firsts[count] = row;
    of[row] = count;
    count += 1;
    slots[slot] = count;
    if (2 * count <= slots.length) continue;
    slots = new Int32Array(2 * slots.length);
    for (let kind = 0; kind < count; kind += 1) {
      load(firsts[kind] as number, own);
      const mask = slots.length - 1;
      let free = hash() & mask;
      while ((slots[free] as number) > 0) free = (free + 1) & mask;
      slots[free] = kind + 1;
    }
  }
  return { of, firsts: firsts.slice(0, count) };
}

function grownTo(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(from);
  return grown;
}

/** Positions by their values, lowest first. */
export function ordered(values: Float64Array): Int32Array {
  const positions = new Int32Array(values.length);
  for (let position = 0; position < positions.length; position += 1) positions[position] = position;
  return positions.sort((a, b) => (values[a] as number) - (values[b] as number));
}
