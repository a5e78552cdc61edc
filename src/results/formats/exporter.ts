import type { RunRecord } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';

/** A run as it was read. */
export interface ExportedRun {
  readonly record: RunRecord;
  readonly samples: readonly SampleRecord[];
}

/** How runs become results that other programs read. */
export interface Exporter {
  /** What is written, for help. */
  readonly summary: string;
  /**
   * Writes one run. Equal runs give equal files, which replace those of an earlier export.
   * @returns the files
   * @throws WeighbridgeError `data` for a run that the format cannot hold, `engine` when the disk refuses
   */
  write(run: ExportedRun, folder: string): Promise<readonly string[]>;
}
