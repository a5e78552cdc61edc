import type { WeightedParts, WeightedSamples } from '../metrics/corpus/aggregate.ts';
import { kindsOfRows, NumberLists } from '../stats/columns.ts';
import type { Part } from '../stats/ratio.ts';
import type { PairedScore, PairedScores } from './score-table.ts';

/** Samples of a corpus metric in columns. */
export class SampleColumns implements WeightedSamples {
  readonly length: number;
  readonly #lists: NumberLists;
  readonly #weights: Float64Array;
  /** Null for all of them in their order. */
  readonly #places: Int32Array | null;

  constructor(lists: NumberLists, weights: Float64Array, places: Int32Array | null, length: number) {
    this.#lists = lists;
    this.#weights = weights;
    this.#places = places;
    this.length = length;
  }

  at(index: number): WeightedParts {
    const place = this.#places === null ? index : (this.#places[index] as number);
    return { parts: this.#lists.get(place) ?? [], weight: this.#weights[place] as number };
  }

  *[Symbol.iterator](): Generator<WeightedParts> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index);
  }

  /** Those at these positions, in this order. */
  pick(positions: Int32Array): SampleColumns {
    const places =
      this.#places === null ? positions : positions.map((position) => this.#places?.[position] as number);
    return new SampleColumns(this.#lists, this.#weights, places, places.length);
  }
}

/** Of which kind each sample is, and the first of each kind. */
export interface SampleKinds {
  readonly of: Int32Array;
  readonly distinct: SampleColumns;
}

/** Samples by unit: those that are independent of each other, or the clusters of those that are not. */
export interface SampleUnits {
  readonly count: number;
  /** In the order of their units. */
  readonly samples: SampleColumns;
  /** Where the samples of each unit begin, and behind them where the last one's end. */
  readonly starts: Int32Array;
  /** What each unit weighs. */
  readonly sizes: Float64Array;
  /** Samples that are alike. */
  readonly kinds: SampleKinds;
  /** The same; null where there are more kinds than these, which is found out before all are looked at. */
  readonly fewKinds: (most: number) => SampleKinds | null;
}

/**
 * Goes through all readings with the unit of each, from 0 in the order in which units first come; those that are null are left out.
 * @returns how many units there are
 */
export function visitUnits<Reading>(
  scores: PairedScores,
  read: (score: PairedScore) => Reading | null,
  visit: (reading: Reading, unit: number) => void,
): number {
  const named = new Map<string, number>();
  let count = 0;
  for (const score of scores) {
    const reading = read(score);
    if (reading === null) continue;
    const { cluster } = score;
    const known = cluster === null ? undefined : named.get(cluster);
    if (known === undefined) {
      if (cluster !== null) named.set(cluster, count);
      count += 1;
    }
    visit(reading, known ?? count - 1);
  }
  return count;
}

/** One side's samples, as far as `read` finds any; null without any. */
export function sampleUnits(
  scores: PairedScores,
  read: (score: PairedScore) => Part | null,
): SampleUnits | null {
  const most = scores.length;
  const lists = new NumberLists(most);
  const weights = new Float64Array(most);
  const units = new Int32Array(most);
  const sizes = new Float64Array(most);
  let length = 0;
  const count = visitUnits(scores, read, ({ parts, denominator }, unit) => {
    sizes[unit] = (sizes[unit] as number) + denominator;
    if (parts === undefined) return;
    lists.set(length, parts);
    weights[length] = denominator;
    units[length] = unit;
    length += 1;
  });
  if (length === 0) return null;
  const starts = new Int32Array(count + 1);
  for (let sample = 0; sample < length; sample += 1) {
    const next = (units[sample] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let unit = 0; unit < count; unit += 1)
    starts[unit + 1] = (starts[unit + 1] as number) + (starts[unit] as number);
  const samples = new SampleColumns(lists, weights, placesByUnit(units, starts, length), length);
  let kinds: SampleKinds | null = null;
  const fewKinds = (most: number) => {
    kinds ??= kindsOf(samples, most);
    return kinds;
  };
  return {
    ...{ count, samples, starts, sizes: sizes.subarray(0, count), fewKinds },
    get kinds() {
      const own = fewKinds(Infinity);
      if (own === null) throw new Error('more kinds than samples');
      return own;
    },
  };
}

/** The samples in the order of their units; null where that is the one in which they are. */
function placesByUnit(units: Int32Array, starts: Int32Array, length: number): Int32Array | null {
  const isInOrder = units.every(
    (unit, sample) => sample >= length || sample === 0 || unit >= (units[sample - 1] as number),
  );
  if (isInOrder) return null;
  const next = starts.slice();
  const places = new Int32Array(length);
  for (let sample = 0; sample < length; sample += 1) {
    const unit = units[sample] as number;
    places[next[unit] as number] = sample;
    next[unit] = (next[unit] as number) + 1;
  }
  return places;
}

/** Before the parts of a sample: how many there are, and what it weighs. */
const BEFORE_PARTS = 2;

function kindsOf(samples: SampleColumns, mostKinds: number): SampleKinds | null {
  let most = 0;
  for (const { parts } of samples) most = Math.max(most, parts.length);
  const read = (sample: number, into: Float64Array): void => {
    const { parts, weight } = samples.at(sample);
    into[0] = parts.length;
    into[1] = weight;
    for (let index = 0; index < most; index += 1) into[BEFORE_PARTS + index] = parts[index] ?? 0;
  };
  const found = kindsOfRows(samples.length, BEFORE_PARTS + most, read, mostKinds);
  return found === null ? null : { of: found.of, distinct: samples.pick(found.firsts) };
}

/** Of which kind each unit is, and the first unit of each kind. */
export interface UnitKinds {
  readonly of: Int32Array;
  readonly firsts: Int32Array;
}

/**
 * The kinds of units, of which those are alike whose samples are, on each side.
 * @param sides the same units
 * @param most kinds: null where there are more, which is mostly found out before all are looked at
 */
export function kindsOfUnits(sides: readonly SampleUnits[], most: number): UnitKinds | null {
  if (most < 1) return null;
  const [first] = sides;
  const count = first?.count ?? 0;
  const isAlone = sides.every(({ samples }) => samples.length === count);
  if (isAlone) {
    const own: Int32Array[] = [];
    for (const { fewKinds } of sides) {
      const kinds = fewKinds(most);
      if (kinds === null) return null;
      own.push(kinds.of);
    }
    const read = (unit: number, into: Float64Array): void => {
      for (let side = 0; side < own.length; side += 1) into[side] = own[side]?.[unit] as number;
    };
    return kindsOfRows(count, own.length, read, most);
  }
  const indexes = new Map<string, number>();
  const firsts: number[] = [];
  const of = new Int32Array(count);
  for (let unit = 0; unit < count; unit += 1) {
    let key = '';
    for (const { starts, kinds } of sides) {
      for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1)
        key += `${kinds.of[at]} `;
      key += '|';
    }
    const index = indexes.get(key) ?? firsts.length;
    if (index === firsts.length) {
      if (index >= most) return null;
      firsts.push(unit);
      indexes.set(key, index);
    }
    of[unit] = index;
  }
  return { of, firsts: Int32Array.from(firsts) };
}
