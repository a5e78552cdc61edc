import type { BySide } from '../domain/decision.ts';
import { type SampleRecord, type Samples, sampleKey } from '../domain/sample.ts';
import { SampleIndex } from '../domain/sample-index.ts';

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

  at(position: number): SamplePair | undefined {
    const key = this.#keys[position];
    return key === undefined ? undefined : this.#pairOf(key, position);
  }

  /** Where the samples of a pair stand in the order in which each side was asked; `NONE` on the side that lacks it. */
  turnsAt(position: number): BySide<number> {
    const { baseline, candidate } = this.#sides;
    return {
      baseline: baseline.positions[position] ?? NONE,
      candidate: candidate.positions[position] ?? NONE,
    };
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

export function filterOf({ baseline, candidate }: SamplePair): string | null {
  return (candidate ?? baseline)?.filter ?? null;
}

/** Pairs samples by key, never by position. */
export function pairSamples(baseline: Samples, candidate: Samples): Pairing {
  const keys: string[] = [];
  const duplicates = { baseline: new Set<string>(), candidate: new Set<string>() };
  const index = new SampleIndex(baseline);
  for (const [position, key] of keysOf(baseline)) {
    if (index.claim(key, position) === undefined) keys.push(key);
    else duplicates.baseline.add(key);
  }
  // Where the candidate's sample stands, by where the baseline's does.
  const partners = new Int32Array(baseline.length).fill(NONE);
  const extra = new Map<string, number>();
  for (const [position, key] of keysOf(candidate)) {
    const own = index.find(key);
    if (own === undefined ? extra.has(key) : partners[own] !== NONE) duplicates.candidate.add(key);
    else if (own !== undefined) partners[own] = position;
    else {
      extra.set(key, position);
      keys.push(key);
    }
  }
  // By code units, as `byCodeUnits`, in two thirds of its time.
  keys.sort();
  const onBaseline = Int32Array.from(keys, (key) => index.find(key) ?? NONE);
  const onCandidate = Int32Array.from(keys, (key, place) => {
    const own = onBaseline[place] ?? NONE;
    return (own === NONE ? extra.get(key) : partners[own]) ?? NONE;
  });
  return {
    pairs: new Pairs(keys, {
      baseline: { samples: baseline, positions: onBaseline },
      candidate: { samples: candidate, positions: onCandidate },
    }),
    duplicates: {
      baseline: [...duplicates.baseline].sort(byCodeUnits),
      candidate: [...duplicates.candidate].sort(byCodeUnits),
    },
  };
}

function* keysOf(samples: Samples): Generator<readonly [position: number, key: string]> {
  let position = 0;
  for (const sample of samples) {
    yield [position, sampleKey(sample)];
    position += 1;
  }
}

/** The same order on every machine: no locale has a say. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A key as people are shown it. */
export function displayKey(key: string): string {
  return key.replace('\u0000', ', filter ');
}
