import type { RunRecord } from '../domain/run.ts';
import type { Samples } from '../domain/sample.ts';

/** A stored run of one task: `run.json` and `samples.jsonl`. */
export interface TaskRun {
  readonly record: RunRecord;
  /** In the order in which they were evaluated. */
  readonly samples: Samples;
}
