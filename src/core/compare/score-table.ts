import { Cells, NumberLists } from '../stats/columns.ts';
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

/**
 * Paired scores in columns: 2 bytes each where scores are right or wrong, else 16, and more where samples have weights, groups or clusters; objects take 200. What is taken out
 * of it is an object of its own, made anew every time; a selection shares the columns.
 */
export class ScoreTable implements PairedScores {
  readonly length: number;
  readonly #columns: ScoreColumns;
  /** Null for all rows. */
  readonly #rows: Int32Array | null;

  private constructor(columns: ScoreColumns, rows: Int32Array | null, length: number) {
    this.#columns = columns;
    this.#rows = rows;
    this.length = length;
  }

  static from(scores: PairedScores): ScoreTable {
    return scores instanceof ScoreTable ? scores : ScoreTable.of(scores, scores.length);
  }

  /** @param most how many there are at most */
  static of(scores: Iterable<PairedScore>, most: number): ScoreTable {
    const keys: string[] = [];
    const columns = new ScoreColumns(most, (row) => keys[row] ?? '');
    for (const score of scores) {
      keys.push(score.key);
      columns.add(score);
    }
    return ScoreTable.over(columns);
  }

  /** Of all that was added to the columns. */
  static over(columns: ScoreColumns): ScoreTable {
    return new ScoreTable(columns, null, columns.length);
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
    return new ScoreAt(this.#columns, this.#rowAt(position));
  }
}

/** Paired scores one after the other. */
export class ScoreColumns {
  length = 0;
  /** Keys are made when they are asked for, which they seldom are. */
  readonly keyOf: (row: number) => string;
  readonly groups: Names;
  readonly clusters: Names;
  readonly baseline: Parts;
  readonly candidate: Parts;
  readonly #most: number;
  /** Null as long as every weight is 1. */
  #weights: Float64Array | null = null;

  /** @param most how many there will be at most */
  constructor(most: number, keyOf: (row: number) => string) {
    this.keyOf = keyOf;
    this.groups = new Names(most);
    this.clusters = new Names(most);
    this.baseline = new Parts(most);
    this.candidate = new Parts(most);
    this.#most = most;
  }

  add({ weight, group, cluster, baseline, candidate }: Omit<PairedScore, 'key'>): void {
    const row = this.length;
    if (weight !== 1) this.#weights ??= new Float64Array(this.#most).fill(1);
    if (this.#weights !== null) this.#weights[row] = weight;
    this.groups.set(row, group);
    this.clusters.set(row, cluster);
    this.baseline.set(row, baseline);
    this.candidate.set(row, candidate);
    this.length += 1;
  }

  /** Two numbers of a sample of weight 1 that has neither group nor cluster. */
  addNumbers(baseline: number, candidate: number): void {
    this.baseline.setNumber(this.length, baseline);
    this.candidate.setNumber(this.length, candidate);
    if (this.#weights !== null) this.#weights[this.length] = 1;
    this.length += 1;
  }

  weightAt(row: number): number {
    return this.#weights === null ? 1 : (this.#weights[row] ?? 1);
  }
}

/** One row. Its key is made when it is asked for: a copy by `...` has none, and says its own. */
class ScoreAt implements PairedScore {
  readonly cluster: string | null;
  readonly group: string | null;
  readonly weight: number;
  readonly baseline: Part | null;
  readonly candidate: Part | null;
  readonly #columns: ScoreColumns;
  readonly #row: number;

  constructor(columns: ScoreColumns, row: number) {
    const { groups, clusters, baseline, candidate } = columns;
    this.cluster = clusters.get(row);
    this.group = groups.get(row);
    this.weight = columns.weightAt(row);
    this.baseline = baseline.get(row);
    this.candidate = candidate.get(row);
    this.#columns = columns;
    this.#row = row;
  }

  get key(): string {
    return this.#columns.keyOf(this.#row);
  }
}

/** One side's parts; a numerator of NaN without anything else stands for a sample without a score. */
class Parts {
  readonly #most: number;
  readonly #numerators: Cells;
  /** Null as long as every part is a number by itself, which counts 1; then NaN for a sample without a score. */
  #denominators: Cells | null = null;
  /** Of corpus metrics, and of what was measured. */
  #more: NumberLists | null = null;

  constructor(most: number) {
    this.#most = most;
    this.#numerators = new Cells(most);
  }

  set(row: number, part: Part | null): void {
    this.#numerators.set(row, part?.numerator ?? Number.NaN);
    const isPlain =
      part === null || (part.denominator === 1 && part.parts === undefined && !Number.isNaN(part.numerator));
    if (!isPlain) this.#denominators ??= this.#plainDenominators(row);
    this.#denominators?.set(row, part?.denominator ?? Number.NaN);
    if (part?.parts === undefined) return;
    this.#more ??= new NumberLists(this.#most);
    this.#more.set(row, part.parts);
  }

  setNumber(row: number, number: number): void {
    this.#numerators.set(row, number);
    this.#denominators?.set(row, 1);
  }

  get(row: number): Part | null {
    const numerator = this.#numerators.get(row);
    const denominators = this.#denominators;
    if (denominators === null) return Number.isNaN(numerator) ? null : { numerator, denominator: 1 };
    const denominator = denominators.get(row);
    if (Number.isNaN(denominator)) return null;
    const parts = this.#more?.get(row);
    return parts === undefined ? { numerator, denominator } : { numerator, denominator, parts };
  }

  #plainDenominators(rows: number): Cells {
    const denominators = new Cells(this.#most);
    for (let row = 0; row < rows; row += 1)
      if (!Number.isNaN(this.#numerators.get(row))) denominators.set(row, 1);
    return denominators;
  }
}

/** Names of which many are the same, or null. */
class Names {
  readonly #most: number;
  #codes: Int32Array | null = null;
  readonly #names: (string | null)[] = [null];
  readonly #known = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  set(row: number, name: string | null): void {
    if (name === null) return;
    const code = this.#known.get(name) ?? this.#names.push(name) - 1;
    this.#known.set(name, code);
    this.#codes ??= new Int32Array(this.#most);
    this.#codes[row] = code;
  }

  get(row: number): string | null {
    return this.#codes === null ? null : (this.#names[this.#codes[row] ?? 0] ?? null);
  }
}
