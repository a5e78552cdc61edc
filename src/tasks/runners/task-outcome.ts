import type { StopReason } from '../../core/domain/run.ts';
import type { OpenedRun } from '../../results/store/writer.ts';

/** How a task ended. `interrupted`: the signal came before its last sample. */
export interface TaskOutcome {
  readonly task: string;
  readonly state: 'complete' | 'failed' | 'interrupted';
  /** Why it failed, as a person reads it; null otherwise. */
  readonly reason: string | null;
  readonly planned: number;
  /** Samples found from an earlier evaluation, here or in a store. */
  readonly reused: number;
  readonly evaluated: number;
  /** Why a sequential run needed no more samples; null where it had all of them. */
  readonly stopped: StopReason | null;
  /** An earlier run that could not be continued: where it is now, and in what it differed. */
  readonly superseded: OpenedRun['superseded'];
}
