import type { Asked } from './asked.ts';
import type { BySide } from './decision.ts';
import type { MetricUnit } from './metric.ts';

/** What one model said to a sample. */
export interface ShownAnswer {
  /** Null where there is none. */
  readonly score: number | null;
  readonly output: string | null;
  /** Probability that it gave the right choice; absent where nobody knows. */
  readonly confidence?: number;
}

export const SAMPLE_CHANGES = ['worse', 'better', 'same'] as const;
export type SampleChange = (typeof SAMPLE_CHANGES)[number];

/** A sample as people look at it: nothing is decided by any of it. */
export interface ShownSample extends BySide<ShownAnswer> {
  readonly task: string;
  readonly id: string;
  readonly filter?: string;
  readonly group: string | null;
  /** Whose scores are shown. */
  readonly metric: string;
  readonly change: SampleChange;
  readonly asked?: Asked;
}

/** A group's change with its 90 % interval, in the metric's unit. */
export interface GroupPicture {
  readonly group: string;
  readonly pairs: number;
  readonly delta: number;
  readonly low: number;
  readonly high: number;
  /** Whether it moved at all, of as many groups as there are. */
  readonly proven: boolean;
}

/** Of answers given with about this confidence, how many were right. */
export interface ReliabilityBin {
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** For each expected class what was said: the classes in their order, then anything else. */
export interface ClassCounts extends BySide<readonly (readonly number[])[]> {
  readonly labels: readonly string[];
}

/** What pictures show of a task, over all of its samples. */
export interface TaskPictures {
  /** The worst first. */
  readonly groups: readonly GroupPicture[];
  readonly reliability?: BySide<readonly ReliabilityBin[]>;
  readonly classes?: ClassCounts;
  /** Answers of up to 0, 1, 3, 7, … characters. */
  readonly lengths?: BySide<readonly number[]>;
}

/** Of one task, and one metric of it, over all of its samples. */
export interface ShownTask {
  readonly task: string;
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly counts: Readonly<Record<SampleChange, number>>;
  readonly pictures: TaskPictures;
}

/** What a report shows of the samples behind a verdict; kept beside the verdict file, of which it is no part. */
export interface ShownSamples {
  readonly schemaVersion: 1;
  readonly tasks: readonly ShownTask[];
  /** Those that got worse first, the worst of them first; then those that got better, then the others. */
  readonly samples: readonly ShownSample[];
  /** Samples that got worse or better and are not here, since there was no more room. */
  readonly omitted: number;
  /** Why there are none, where they could not be gathered. */
  readonly fault?: string;
}
