import type { GatedSide } from './run.ts';

/**
 * How far an evaluation is: for people, never for a verdict. The evaluation says it of itself, and foreign code runs there: any of
 * it may be untrue.
 */
export interface EvaluationProgress {
  readonly side: GatedSide;
  /** As the config names it; null where several tasks are asked at once. */
  readonly task: string | null;
  /** Samples of the task, or requests where a harness counts those. */
  readonly done: number;
  readonly planned: number;
  /** Tasks that have ended, and all of them, each counted once a side. */
  readonly tasksDone: number;
  readonly tasks: number;
  /** Until the last task has ended, were every sample evaluated; null while nobody can tell. */
  readonly secondsLeft: number | null;
}
