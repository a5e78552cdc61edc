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
  /** Told before the first model is loaded. */
  expect?(runs: readonly ExpectedRun[]): void;
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

/** One task on one side, before it is evaluated. */
export interface ExpectedRun {
  readonly side: GatedSide;
  readonly task: string;
  /** What its runner may call it. */
  readonly labels: readonly string[];
  /** Null where only the runner knows. */
  readonly samples: number | null;
}
