import type { Part } from '../stats/ratio.ts';

/** One sample's scores for one metric as parts of a ratio of sums; null where a side has no score. */
export interface PairedScore {
  readonly key: string;
  /** Samples with the same cluster are not independent; null for a sample that is independent of all others. */
  readonly cluster: string | null;
  readonly group: string | null;
  readonly weight: number;
  readonly baseline: Part | null;
  readonly candidate: Part | null;
}

/** Paired scores in an order: an array, or a table that takes less memory. */
export interface PairedScores extends Iterable<PairedScore> {
  readonly length: number;
  filter(holds: (score: PairedScore) => boolean): PairedScores;
  slice(start: number, end: number): PairedScores;
  some(holds: (score: PairedScore) => boolean): boolean;
  every(holds: (score: PairedScore) => boolean): boolean;
  map<T>(of: (score: PairedScore, position: number) => T): T[];
  flatMap<T>(of: (score: PairedScore) => T | readonly T[]): T[];
}

/** One side's parts; a denominator of NaN stands for a sample without a score. */
interface Parts {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  /** Of corpus metrics only. */
  readonly corpus: (readonly number[] | undefined)[];
}

interface Columns {
  readonly keys: string[];
  readonly weights: Float64Array;
  readonly groups: Names;
  readonly clusters: Names;
  readonly baseline: Parts;
  readonly candidate: Parts;
}

/**
 * Paired scores in columns: some 60 bytes each, where objects take 200. What is taken out of it is an object of its own, made
 * anew every time; a selection shares the columns.
 */
export class ScoreTable implements PairedScores {
  readonly length: number;
  readonly #columns: Columns;
  /** Null for all rows. */
  readonly #rows: Int32Array | null;

  private constructor(columns: Columns, rows: Int32Array | null, length: number) {
    this.#columns = columns;
    this.#rows = rows;
    this.length = length;
  }

  static from(scores: PairedScores): ScoreTable {
    return scores instanceof ScoreTable ? scores : ScoreTable.of(scores, scores.length);
  }

  /** @param most how many there are at most */
  static of(scores: Iterable<PairedScore>, most: number): ScoreTable {
    const columns: Columns = {
      keys: [],
      weights: new Float64Array(most),
      groups: new Names(most),
      clusters: new Names(most),
      baseline: partsFor(most),
      candidate: partsFor(most),
    };
    let row = 0;
    for (const score of scores) {
      columns.keys.push(score.key);
      columns.weights[row] = score.weight;
      columns.groups.set(row, score.group);
      columns.clusters.set(row, score.cluster);
      setPart(columns.baseline, row, score.baseline);
      setPart(columns.candidate, row, score.candidate);
      row += 1;
    }
    return new ScoreTable(columns, null, row);
  }

  *[Symbol.iterator](): Generator<PairedScore> {
    for (let position = 0; position < this.length; position += 1) yield this.#at(position);
  }

  filter(holds: (score: PairedScore) => boolean): ScoreTable {
    return this.split((score) => (holds(score) ? true : undefined)).get(true) ?? this.slice(0, 0);
  }

  /** Selections by what is said of each score, in the order in which that is first said; undefined leaves a score out. */
  split<Key>(of: (score: PairedScore) => Key | undefined): Map<Key, ScoreTable> {
    const positions = new Map<Key, number[]>();
    for (let position = 0; position < this.length; position += 1) {
      const key = of(this.#at(position));
      if (key !== undefined && positions.get(key)?.push(position) === undefined)
        positions.set(key, [position]);
    }
    return new Map([...positions].map(([key, own]) => [key, this.pick(own)]));
  }

  slice(start: number, end: number): ScoreTable {
    const from = Math.min(start, this.length);
    const count = Math.max(0, Math.min(end, this.length) - from);
    return this.pick(Array.from({ length: count }, (_, position) => from + position));
  }

  /** The scores at these positions, in this order. */
  pick(positions: readonly number[]): ScoreTable {
    const rows = Int32Array.from(positions, (position) => this.#rowAt(position));
    return new ScoreTable(this.#columns, rows, rows.length);
  }

  some(holds: (score: PairedScore) => boolean): boolean {
    for (let position = 0; position < this.length; position += 1) if (holds(this.#at(position))) return true;
    return false;
  }

  every(holds: (score: PairedScore) => boolean): boolean {
    return !this.some((score) => !holds(score));
  }

  map<T>(of: (score: PairedScore, position: number) => T): T[] {
    return Array.from({ length: this.length }, (_, position) => of(this.#at(position), position));
  }

  flatMap<T>(of: (score: PairedScore) => T | readonly T[]): T[] {
    const found: T[] = [];
    for (const score of this) {
      const own = of(score);
      if (Array.isArray(own)) found.push(...own);
      else found.push(own as T);
    }
    return found;
  }

  #rowAt(position: number): number {
    return this.#rows === null ? position : (this.#rows[position] ?? 0);
  }

  #at(position: number): PairedScore {
    const row = this.#rowAt(position);
    const { keys, weights, groups, clusters, baseline, candidate } = this.#columns;
    return {
      key: keys[row] ?? '',
      cluster: clusters.get(row),
      group: groups.get(row),
      weight: weights[row] ?? 1,
      baseline: partAt(baseline, row),
      candidate: partAt(candidate, row),
    };
  }
}

function partsFor(most: number): Parts {
  return { numerators: new Float64Array(most), denominators: new Float64Array(most), corpus: [] };
}

function setPart({ numerators, denominators, corpus }: Parts, row: number, part: Part | null): void {
  numerators[row] = part?.numerator ?? Number.NaN;
  denominators[row] = part?.denominator ?? Number.NaN;
  if (part?.parts !== undefined) corpus[row] = part.parts;
}

function partAt({ numerators, denominators, corpus }: Parts, row: number): Part | null {
  const numerator = numerators[row] ?? Number.NaN;
  const denominator = denominators[row] ?? Number.NaN;
  if (Number.isNaN(denominator)) return null;
  const parts = corpus[row];
  return parts === undefined ? { numerator, denominator } : { numerator, denominator, parts };
}

/** Names of which many are the same, or null. */
class Names {
  readonly #codes: Int32Array;
  readonly #names: (string | null)[] = [null];
  readonly #known = new Map<string, number>();

  constructor(most: number) {
    this.#codes = new Int32Array(most);
  }

  set(row: number, name: string | null): void {
    if (name === null) return;
    const code = this.#known.get(name) ?? this.#names.push(name) - 1;
    this.#known.set(name, code);
    this.#codes[row] = code;
  }

  get(row: number): string | null {
    return this.#names[this.#codes[row] ?? 0] ?? null;
  }
}
