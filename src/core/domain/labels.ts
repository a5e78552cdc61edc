import type { BySide } from './decision.ts';

/** Grades by people of one metric: by the key of a sample whose answer of this side they graded. */
export type Grading = BySide<ReadonlyMap<string, number>>;

/** What people said of the answers to a task. */
export interface TaskLabels {
  /** As the config names it. */
  readonly file: string;
  /** Why the grades cannot be had; null where they can. */
  readonly fault: string | null;
  /** By metric. */
  readonly metrics: ReadonlyMap<string, Grading>;
}

/** By task; one that is not here was graded by nobody. */
export type HumanLabels = ReadonlyMap<string, TaskLabels>;
