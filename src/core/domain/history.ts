import type { DeltaEstimate, GateResult, MetricBasis, TaskBasis, VerdictFile } from './decision.ts';
import type { MetricDeclaration, MetricUnit } from './metric.ts';
import type { ModelIdentity } from './model.ts';
import type { StopReason, TaskRole } from './run.ts';
import type { Verdict } from './verdict.ts';

/**
 * A history is JSON lines, one a run or a note, that are added to and never changed. From version 2 on a run keeps the basis of its
 * metrics, without which nothing can be said of how another policy would have judged it; from version 3 on also what graded scores come to at
 * other levels, and the rest of its policy.
 */
export const HISTORY_VERSION = 3;
export const READABLE_HISTORIES = [1, 2, HISTORY_VERSION] as const;
type ReadableHistory = (typeof READABLE_HISTORIES)[number];

/** What a side came to. */
export interface RecordedValue {
  readonly value: number;
  readonly stderr: number | null;
  readonly n: number | null;
}

export interface RecordedGate
  extends Pick<GateResult, 'id' | 'task' | 'metric' | 'rule' | 'limit' | 'margin' | 'tier' | 'pairs'> {
  readonly against: 'baseline' | 'anchor';
  readonly unit: MetricUnit;
  readonly direction: MetricDeclaration['direction'] | null;
  readonly verdict: Verdict;
  readonly leaning: GateResult['leaning'];
  readonly blocks: boolean;
  readonly waived: boolean;
  readonly baseline: RecordedValue | null;
  readonly candidate: RecordedValue | null;
  /** candidate − baseline. */
  readonly delta: DeltaEstimate | null;
  readonly flips: GateResult['flips'];
}

export interface RecordedMetric {
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly direction: MetricDeclaration['direction'];
  readonly baseline: RecordedValue | null;
  readonly candidate: RecordedValue | null;
  readonly delta: DeltaEstimate | null;
  /** Where a side has no samples, so that nothing is paired. */
  readonly evidence?: 'weak';
  /** Absent where the sides were not asked alike, and in records of version 1. */
  readonly basis?: MetricBasis;
}

export interface RecordedTask {
  readonly task: string;
  readonly role: TaskRole;
  readonly primaryMetric: string;
  readonly pairs: number;
  readonly metrics: readonly RecordedMetric[];
  /** Of the primary metric; null where scores are not 0 or 1. */
  readonly flips: GateResult['flips'];
  /** Ids of the worst samples of the primary metric that changed, at most as many as a verdict file names. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
  /** Digest of the samples that were asked, where the run says it. */
  readonly dataset: string | null;
  /** Why the candidate's evaluation ended before its last sample; absent where it did not. */
  readonly stopped?: StopReason;
  readonly basis?: TaskBasis;
}

/** What a number or a word of a training run may be. */
export type TrainingFact = string | number | boolean;

/** One round: what was compared, by what, and what came of it. */
export interface RecordedRun {
  readonly kind: 'run';
  readonly schemaVersion: ReadableHistory;
  /** Names the run in notes; the same for the same verdict of the same commit and moment. */
  readonly run: string;
  /** ISO 8601. */
  readonly date: string;
  readonly commit: string | null;
  readonly branch: string | null;
  readonly pullRequest: number | null;
  readonly weighbridge: string;
  readonly verdict: Verdict;
  readonly blocked: boolean;
  readonly proven: boolean;
  readonly summary: string;
  readonly policy: {
    readonly alpha: number;
    readonly leanAlpha: number;
    readonly onInconclusive: string;
    /** From version 3 on. */
    readonly target?: string;
    readonly minCoverage?: number;
  };
  readonly candidate: ModelIdentity | null;
  readonly baseline: ModelIdentity | null;
  readonly anchor: ModelIdentity | null;
  /** What the config's `record` says and the checkpoint's own files tell, by dotted names. */
  readonly training: Readonly<Record<string, TrainingFact>>;
  readonly gates: readonly RecordedGate[];
  readonly tasks: readonly RecordedTask[];
  /** How many samples both sides answered exactly alike, where that is all of them and the weights differ. */
  readonly identicalAnswers?: number;
  readonly waivers: readonly { readonly gate: string; readonly by: string; readonly reason: string }[];
  readonly cost: VerdictFile['cost'] & { readonly seconds: number | null };
}

/** What a person says of a run. */
export interface RecordedNote {
  readonly kind: 'note';
  readonly schemaVersion: ReadableHistory;
  readonly run: string;
  readonly date: string;
  readonly by: string | null;
  readonly text: string;
}

export type HistoryLine = RecordedRun | RecordedNote;

/** Oldest first. */
export interface History {
  readonly runs: readonly RecordedRun[];
  readonly notes: readonly RecordedNote[];
}
