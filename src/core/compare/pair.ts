import type { BySide } from '../domain/decision.ts';
import { KeyTable } from '../domain/key-table.ts';
import { lacks, type SampleRecord, type Samples, type Score, sampleKey } from '../domain/sample.ts';

/** The same sample in two runs; null on the side that lacks it. */
export interface SamplePair {
  readonly key: string;
  readonly baseline: SampleRecord | null;
  readonly candidate: SampleRecord | null;
}

export interface Pairing {
  readonly pairs: Pairs;
  /** Keys that occur more than once on a side: which of their lines belong together cannot be known. */
  readonly duplicates: BySide<readonly string[]>;
}

const NONE = -1;

/** One run's samples by their keys. */
interface Keyed {
  readonly samples: Samples;
  readonly keys: KeyTable;
  /** Where the first sample of each key stands; null where every key is that of the sample at its position. */
  readonly firsts: readonly number[] | null;
  readonly duplicates: ReadonlySet<string>;
}

/** A run, and where the key of each pair stands among its keys; `NONE` for one that the run lacks. */
interface Placed {
  readonly of: Keyed;
  readonly positions: Int32Array;
}

/** Every key of either side once, in the order of keys, so that the order of lines in a file changes nothing. */
export class Pairs implements Iterable<SamplePair> {
  readonly length: number;
  readonly #sides: BySide<Placed>;

  constructor(sides: BySide<Placed>) {
    this.length = sides.baseline.positions.length;
    this.#sides = sides;
  }

  *[Symbol.iterator](): Generator<SamplePair> {
    for (let position = 0; position < this.length; position += 1) yield new PairAt(this.#sides, position);
  }

  at(position: number): SamplePair | undefined {
    return position < this.length ? new PairAt(this.#sides, position) : undefined;
  }

  keyAt(position: number): string {
    return keyAt(this.#sides, position);
  }

  /** Where the samples of a pair stand in the order in which each side was asked; `NONE` on the side that lacks it. */
  turnsAt(position: number): BySide<number> {
    const { baseline, candidate } = this.#sides;
    return { baseline: turnAt(baseline, position), candidate: turnAt(candidate, position) };
  }

  /** A side's scores for a metric by pair, where each is one number, else NaN; null where samples do not hold them so. */
  numbersOf(side: keyof BySide<unknown>, metric: string): ((position: number) => number) | null {
    const placed = this.#sides[side];
    const { samples } = placed.of;
    return samples.numberAt === undefined
      ? null
      : (position) => samples.numberAt?.(turnAt(placed, position), metric) ?? Number.NaN;
  }

  /** A side's scores for a metric by pair; null where samples do not hold them by metric. */
  scoresOf(side: keyof BySide<unknown>, metric: string): ((position: number) => Score | undefined) | null {
    const placed = this.#sides[side];
    const { samples } = placed.of;
    return samples.scoreAt === undefined
      ? null
      : (position) => samples.scoreAt?.(turnAt(placed, position), metric);
  }

  /** Whether it is known that no sample of either side has this member. */
  lacks(member: keyof SampleRecord): boolean {
    const { baseline, candidate } = this.#sides;
    return lacks(baseline.of.samples, member) && lacks(candidate.of.samples, member);
  }

  /** How many samples a side has. */
  count(side: keyof BySide<unknown>): number {
    const { positions } = this.#sides[side];
    let count = 0;
    for (let position = 0; position < positions.length; position += 1)
      if (positions[position] !== NONE) count += 1;
    return count;
  }

  /** Of those, how many both sides have. */
  get complete(): number {
    const { baseline, candidate } = this.#sides;
    let count = 0;
    for (let position = 0; position < this.length; position += 1)
      if (baseline.positions[position] !== NONE && candidate.positions[position] !== NONE) count += 1;
    return count;
  }

  /** Null for a key of neither side. */
  find(key: string): SamplePair | null {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keyAt(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low < this.length && this.keyAt(low) === key ? new PairAt(this.#sides, low) : null;
  }
}

/** A pair whose key is made when it is asked for: most are gone through for their scores alone. */
class PairAt implements SamplePair {
  readonly baseline: SampleRecord | null;
  readonly candidate: SampleRecord | null;
  readonly #sides: BySide<Placed>;
  readonly #position: number;

  constructor(sides: BySide<Placed>, position: number) {
    this.baseline = sampleAt(sides.baseline, position);
    this.candidate = sampleAt(sides.candidate, position);
    this.#sides = sides;
    this.#position = position;
  }

  get key(): string {
    return keyAt(this.#sides, this.#position);
  }
}

function keyAt({ baseline, candidate }: BySide<Placed>, position: number): string {
  const own = baseline.positions[position] as number;
  return own === NONE
    ? candidate.of.keys.at(candidate.positions[position] as number)
    : baseline.of.keys.at(own);
}

function turnAt({ of: { firsts }, positions }: Placed, position: number): number {
  const place = positions[position] ?? NONE;
  return place === NONE || firsts === null ? place : (firsts[place] ?? NONE);
}

function sampleAt(side: Placed, position: number): SampleRecord | null {
  const turn = turnAt(side, position);
  return turn === NONE ? null : (side.of.samples.at(turn) ?? null);
}

export function filterOf({ baseline, candidate }: SamplePair): string | null {
  return (candidate ?? baseline)?.filter ?? null;
}

interface KnownPairing extends Pairing {
  readonly of: Samples;
  readonly lengths: readonly [number, number];
}

/** The last pairing of a baseline: a verdict and the samples that are shown beside it want the same. */
const KNOWN = new WeakMap<Samples, KnownPairing>();

/** Pairs samples by key, never by position. */
export function pairSamples(baseline: Samples, candidate: Samples): Pairing {
  const known = KNOWN.get(baseline);
  // Runs that are being evaluated grow.
  const [before, after] = known?.lengths ?? [];
  if (known?.of === candidate && before === baseline.length && after === candidate.length) return known;
  const pairing = pairAnew(baseline, candidate);
  KNOWN.set(baseline, { ...pairing, of: candidate, lengths: [baseline.length, candidate.length] });
  return pairing;
}

function pairAnew(baseline: Samples, candidate: Samples): Pairing {
  const [own, other] = [keyed(baseline), keyed(candidate)];
  const duplicates = {
    baseline: [...own.duplicates].sort(byCodeUnits),
    candidate: [...other.duplicates].sort(byCodeUnits),
  };
  if (own.keys.shareWith(other.keys)) {
    const positions = own.keys.order();
    const pairs = new Pairs({ baseline: { of: own, positions }, candidate: { of: other, positions } });
    return { pairs, duplicates };
  }
  // Where the candidate's key stands, by where the baseline's does.
  const partners = new Int32Array(own.keys.length).fill(NONE);
  const extra: number[] = [];
  for (let position = 0; position < other.keys.length; position += 1) {
    const isSamePlace = position < own.keys.length && own.keys.compare(position, other.keys, position) === 0;
    const partner = isSamePlace ? position : own.keys.findOf(other.keys, position);
    if (partner === NONE) extra.push(position);
    else partners[partner] = position;
  }
  // What they are found by is a third of what both sides take.
  own.keys.release();
  other.keys.release();
  extra.sort((one, another) => other.keys.compare(one, other.keys, another));
  const order = own.keys.order();
  const onBaseline = new Int32Array(order.length + extra.length);
  const onCandidate = new Int32Array(onBaseline.length);
  let [used, usedExtra] = [0, 0];
  for (let place = 0; place < onBaseline.length; place += 1) {
    const next = order[used];
    const nextExtra = extra[usedExtra];
    const isExtra =
      next === undefined || (nextExtra !== undefined && own.keys.compare(next, other.keys, nextExtra) > 0);
    onBaseline[place] = isExtra ? NONE : next;
    onCandidate[place] = isExtra ? (nextExtra ?? NONE) : (partners[next] ?? NONE);
    if (isExtra) usedExtra += 1;
    else used += 1;
  }
  return {
    pairs: new Pairs({
      baseline: { of: own, positions: onBaseline },
      candidate: { of: other, positions: onCandidate },
    }),
    duplicates,
  };
}

function keyed(samples: Samples): Keyed {
  const duplicates = new Set<string>();
  if (samples.keyTable !== undefined) return { samples, keys: samples.keyTable, firsts: null, duplicates };
  const keys = new KeyTable();
  const firsts: number[] = [];
  let position = 0;
  for (const sample of samples) {
    const key = sampleKey(sample);
    if (keys.claim(key) === firsts.length) firsts.push(position);
    else duplicates.add(key);
    position += 1;
  }
  return { samples, keys, firsts, duplicates };
}

/** The same order on every machine: no locale has a say. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A key as people are shown it. */
export function displayKey(key: string): string {
  return key.replace('\u0000', ', filter ');
}
