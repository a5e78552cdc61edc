import { type SampleRecord, type Samples, sampleKey } from './sample.ts';

/**
 * Where the samples of a run stand, by their key or whatever else tells them apart. A short hash stands for each key, and the
 * sample itself tells whether it is the one: that takes a third of a map of texts. Keys whose hashes meet, by chance or by
 * design, are held as they are.
 */
export class SampleIndex {
  readonly #samples: Pick<Samples, 'at'>;
  readonly #keyOf: (sample: SampleRecord) => string | null;
  readonly #positions = new Map<number, number>();
  readonly #others = new Map<string, number>();

  constructor(samples: Pick<Samples, 'at'>, keyOf: (sample: SampleRecord) => string | null = sampleKey) {
    this.#samples = samples;
    this.#keyOf = keyOf;
  }

  find(key: string): number | undefined {
    return this.#find(key, this.#positions.get(shortHash(key)));
  }

  /** Where the key stands already; undefined for one that is new, and stands at `position` from now on. */
  claim(key: string, position: number): number | undefined {
    const hash = shortHash(key);
    const first = this.#positions.get(hash);
    const known = this.#find(key, first);
    if (known !== undefined) return known;
    if (first === undefined) this.#positions.set(hash, position);
    else this.#others.set(key, position);
    return undefined;
  }

  /** @param first where a key of the same hash stands */
  #find(key: string, first: number | undefined): number | undefined {
    if (first === undefined) return undefined;
    const sample = this.#samples.at(first);
    return sample !== undefined && this.#keyOf(sample) === key ? first : this.#others.get(key);
  }
}

/** FNV-1a over UTF-16 code units: 32 bits, which every engine holds without an object. */
function shortHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return hash;
}
