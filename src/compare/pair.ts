import type { BySide } from '../domain/decision.ts';
import { type SampleRecord, type Samples, sampleKey } from '../domain/sample.ts';

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

/** One run's samples, and where each pair's stands among them; `NONE` for a sample that the run lacks. */
interface Placed {
  readonly samples: Samples;
  readonly positions: Int32Array;
}

const NONE = -1;

/** Every key of either side once, in the order of keys, so that the order of lines in a file changes nothing. */
export class Pairs implements Iterable<SamplePair> {
  readonly #keys: readonly string[];
  readonly #sides: BySide<Placed>;

  constructor(sortedKeys: readonly string[], sides: BySide<Placed>) {
    this.#keys = sortedKeys;
    this.#sides = sides;
  }

  get length(): number {
    return this.#keys.length;
  }

  *[Symbol.iterator](): Generator<SamplePair> {
    for (const [index, key] of this.#keys.entries()) yield this.#pairOf(key, index);
  }

  /** Of those, how many both sides have. */
  get complete(): number {
    const { baseline, candidate } = this.#sides;
    return baseline.positions.filter(
      (position, index) => position !== NONE && candidate.positions[index] !== NONE,
    ).length;
  }

  /** Null for a key of neither side. */
  find(key: string): SamplePair | null {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return this.#keys[low] === key ? this.#pairOf(key, low) : null;
  }

  #pairOf(key: string, index: number): SamplePair {
    const { baseline, candidate } = this.#sides;
    return { key, baseline: sampleOf(baseline, index), candidate: sampleOf(candidate, index) };
  }
}

function sampleOf({ samples, positions }: Placed, index: number): SampleRecord | null {
  const position = positions[index] ?? NONE;
  return position === NONE ? null : (samples.at(position) ?? null);
}

/** Pairs samples by key, never by position. */
export function pairSamples(baseline: Samples, candidate: Samples): Pairing {
  const left = indexByKey(baseline);
  const right = indexByKey(candidate);
  const keys = [...left.positions.keys()];
  for (const key of right.positions.keys()) if (!left.positions.has(key)) keys.push(key);
  keys.sort(byCodeUnits);
  const placed = (samples: Samples, { positions }: Index): Placed => ({
    samples,
    positions: Int32Array.from(keys, (key) => positions.get(key) ?? NONE),
  });
  return {
    pairs: new Pairs(keys, { baseline: placed(baseline, left), candidate: placed(candidate, right) }),
    duplicates: { baseline: left.duplicates, candidate: right.duplicates },
  };
}

interface Index {
  readonly positions: ReadonlyMap<string, number>;
  readonly duplicates: readonly string[];
}

function indexByKey(samples: Samples): Index {
  const positions = new Map<string, number>();
  const duplicates = new Set<string>();
  let position = 0;
  for (const sample of samples) {
    const key = sampleKey(sample);
    if (positions.has(key)) duplicates.add(key);
    else positions.set(key, position);
    position += 1;
  }
  return { positions, duplicates: [...duplicates].sort(byCodeUnits) };
}

/** The same order on every machine: no locale has a say. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
