import type { KeyTable } from '../../core/domain/key-table.ts';
import { isCorpus, isRatio, isUnscored, type SampleRecord, type Score } from '../../core/domain/sample.ts';
import { ListColumn, NameColumn, NumberColumn } from './columns.ts';

/** One metric's scores: numbers, ratios and parts in columns, anything else as it is, equal reasons held once. */
export class ScoreColumn {
  readonly #numbers = new NumberColumn();
  readonly #denominators = new NumberColumn();
  readonly #reasons = new NameColumn();
  readonly #parts = new ListColumn();
  readonly #others = new Map<number, Score>();
  #areNumbers = true;
  #least = Infinity;
  #largest = -Infinity;

  set(row: number, score: Score): void {
    if (typeof score === 'number' && !Number.isNaN(score)) {
      this.#numbers.set(row, score);
      if (score < this.#least) this.#least = score;
      if (score > this.#largest) this.#largest = score;
    } else if (typeof score !== 'number' && isUnscored(score)) this.#reasons.set(row, score.unscored);
    else {
      this.#areNumbers = false;
      if (typeof score !== 'number' && isRatio(score) && !Number.isNaN(score.denominator)) {
        this.#numbers.set(row, score.numerator);
        this.#denominators.set(row, score.denominator);
      } else if (typeof score !== 'number' && isCorpus(score)) this.#parts.set(row, score.parts);
      else this.#others.set(row, score);
    }
  }

  get(row: number): Score | undefined {
    const [number, denominator] = [this.#numbers.get(row), this.#denominators.get(row)];
    if (!Number.isNaN(denominator)) return { numerator: number, denominator };
    if (!Number.isNaN(number)) return number;
    const reason = this.#reasons.get(row);
    if (reason !== undefined) return { unscored: reason };
    const parts = this.#parts.get(row);
    return parts === undefined ? this.#others.get(row) : { parts };
  }

  /** NaN where the score is no number by itself, or there is none. */
  numberAt(row: number): number {
    return Number.isNaN(this.#denominators.get(row)) ? this.#numbers.get(row) : Number.NaN;
  }

  /** Whether every score is a number between these, or none with its reason. */
  liesWithin({ min, max }: { readonly min: number | null; readonly max: number | null }): boolean {
    return this.#areNumbers && !(this.#least < (min ?? -Infinity)) && !(this.#largest > (max ?? Infinity));
  }
}

/** What is taken over of samples besides their scores. */
type Members = Pick<SampleRecord, 'group' | 'cluster' | 'weight' | 'choices' | 'target_digest' | 'output'>;

/** Samples of which little is known but their ids and scores, in columns, at the positions of their keys. */
export interface BareSamples {
  readonly keys: KeyTable;
  /** By metric. */
  readonly scores: ReadonlyMap<string, ScoreColumn>;
  /** By row, undefined where the sample has none; absent where none of them has any. */
  readonly members: {
    readonly [Name in keyof Members]?: ((row: number) => Members[Name] | undefined) | undefined;
  };
}
