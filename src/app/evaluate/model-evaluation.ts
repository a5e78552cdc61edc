import type { GatedSide } from '../../core/domain/run.ts';
import type { Shard } from '../../tasks/runners/evaluate.ts';
import type { Progress } from '../../tasks/runners/progress.ts';
import type { TaskOutcome } from '../../tasks/runners/task-outcome.ts';

export interface ProgressEvent extends Progress {
  readonly side: GatedSide;
}

/** Where the phases tell what they are doing. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  progress?(event: ProgressEvent): void;
}

export interface EvaluationOptions {
  /** Run directory. */
  readonly out: string;
  readonly log: Log;
  readonly shard?: Shard | null;
  readonly signal: AbortSignal;
  readonly taskEnded?: (outcome: TaskOutcome) => void;
  /** Whether every sample is asked of the model itself, whatever store the config names. */
  readonly anew?: boolean;
}
