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
