import type { Sourced, Tier } from './gate.ts';

/** What a training log tells, by the names that Hugging Face's trainer gives it. */
export const CURVE_NAMES = ['loss', 'eval_loss', 'grad_norm', 'learning_rate'] as const;
export type CurveName = (typeof CURVE_NAMES)[number];

/** What may be told of another name in a log. */
export type CurveColumn = CurveName | 'step';

/** One line of a training log: names to numbers, or to null where what stands there is none. Not finite where training diverged. */
export interface LogEntry {
  readonly file: string;
  /** Counted from 1; null of a list in JSON. */
  readonly line: number | null;
  readonly values: ReadonlyMap<string, number | null>;
  /** Names at which JSON says null: not logged, or a NaN that the program could not write. */
  readonly nulls?: readonly string[];
}

/** What could be read of the files, all of them together. */
export interface CurveFiles {
  readonly files: readonly { readonly file: string; readonly digest: string }[];
  readonly entries: readonly LogEntry[];
  /** The step of the checkpoint itself; null where no `trainer_state.json` tells. */
  readonly globalStep: number | null;
  /** How many steps were planned, likewise. */
  readonly maxSteps: number | null;
  /** What could not be read, and what to do about it. With any, nothing is known. */
  readonly faults: readonly string[];
}

/** A gate on a curve: the limit is a ratio, such as 0.2 for 20 %. */
export interface CurveGate {
  readonly limit: Sourced<number>;
  readonly tier: Tier;
}

export interface CurvesConfig {
  /** Relative to the config's folder. */
  readonly files: readonly string[];
  readonly columns: Partial<Readonly<Record<CurveColumn, string>>>;
  readonly schedule: { readonly warmup: boolean; readonly decay: boolean };
  readonly generalizationGap: CurveGate;
  readonly validationRising: CurveGate;
}

export interface CurvePoint {
  /** Step, epoch or position in the log: see the axis. */
  readonly at: number;
  readonly value: number;
}

/** What points are told by: steps, where every loss has one, else epochs, else their order. */
export type CurveAxis = 'step' | 'epoch' | 'entry';

/** A training log, by what is known of it. */
export interface TrainingLog {
  readonly axis: CurveAxis;
  readonly curves: Readonly<Record<CurveName, readonly CurvePoint[]>>;
}

/** What the training curves of the candidate look like. Every number is finite. */
export interface CurvesResult {
  readonly files: CurveFiles['files'];
  /** Why nothing is known; empty where the files could be read. */
  readonly faults: readonly string[];
  readonly axis: CurveAxis;
  /** A few dozen of each, the ends among them. */
  readonly train: readonly CurvePoint[];
  readonly evaluation: readonly CurvePoint[];
  /** (evaluation − training) / training at the last evaluation; null where that is not known. */
  readonly gap: { readonly value: number; readonly train: number; readonly evaluation: number } | null;
  /** (last − best) / best of the evaluations, and how many there were since the best; null where that is not known. */
  readonly rising: {
    readonly value: number;
    readonly best: CurvePoint;
    readonly last: number;
    readonly since: number;
  } | null;
  /** How much the training loss fell, as a share of where it began; null where that is not known. */
  readonly fell: number | null;
  /** The step of the checkpoint that is judged; null where nothing tells. */
  readonly gated: number | null;
  /** What looks wrong, in sentences; remarks that decide nothing. */
  readonly signs: readonly string[];
}
