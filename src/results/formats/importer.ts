import type { WeighbridgeError } from '../../core/domain/errors.ts';
import type { RunRecord, Side } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';

/** How results of another program become runs. */
export interface Importer {
  /** The program that wrote them. */
  readonly name: string;
  /** What of it can be read. */
  readonly summary: string;
  /** Whether the path, a folder or a file, is this program's, judged by content and not by how it is called. */
  detect(path: string): Promise<boolean>;
  /** Reads every task that can be read; what cannot, and a path that does not say which results are meant, is a fault. */
  load(path: string, side: Side): Promise<ForeignResults>;
}

export interface ForeignResults {
  readonly runs: readonly ForeignRun[];
  readonly faults: readonly WeighbridgeError[];
}

/** One task of another program's results. The record is known; samples, which can be large, are read as they are asked for. */
export interface ForeignRun {
  /** Where they lie. */
  readonly folder: string;
  /** With `aggregates` where the program kept no samples. */
  readonly record: RunRecord;
  /** Why this is not a whole run, in words; null for a complete one. */
  readonly incomplete: string | null;
  /**
   * From the first one, every time.
   * @throws WeighbridgeError `data`, while reading, for what is malformed or contradicts the record
   */
  samples(): AsyncIterable<SampleRecord>;
}
