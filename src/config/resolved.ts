import type { BaselineSource } from '../core/domain/baseline.ts';
import type { CurvesConfig } from '../core/domain/curves.ts';
import type { Gate, Policy, Source, Sourced } from '../core/domain/gate.ts';
import type { TrainingFact } from '../core/domain/history.ts';
import type { ModelSource } from '../core/domain/model.ts';
import type { SuiteMode, WaiverPermission } from '../core/domain/policy.ts';
import type { Prices } from '../core/domain/prices.ts';
import type { AcceptedChange, Design, TaskRole } from '../core/domain/run.ts';
import type { IncludeSamples } from '../core/domain/sample.ts';
import type { EngineConfig } from '../tasks/engines/registry.ts';
import {
  type EngineRunnerTask,
  type HarnessRunnerTask,
  RUNNERS,
  type RunnerTask,
} from '../tasks/runners/registry.ts';
import type { Allowance } from '../tasks/runners/runner.ts';
import type { DeclaredTask } from './metric-name.ts';

/** One task of the config, complete: nothing is left to a later default. */
export type TaskConfig = RunnerTask & {
  readonly name: string;
  readonly role: TaskRole;
  /** Whether it is kept for the last word, so that its use is counted. */
  readonly split?: 'locked';
};

export type NativeTaskConfig = Extract<TaskConfig, EngineRunnerTask>;
export type HarnessTaskConfig = Extract<TaskConfig, HarnessRunnerTask>;

export const isNative = (task: TaskConfig): task is NativeTaskConfig =>
  RUNNERS[task.runner].kind === 'engine';
export const isHarness = (task: TaskConfig): task is HarnessTaskConfig =>
  RUNNERS[task.runner].kind === 'harness';

/** The tasks of external harnesses, each harness with its own: one harness is started for all of them. */
export function byHarness(
  tasks: readonly TaskConfig[],
): ReadonlyMap<HarnessTaskConfig['runner'], readonly HarnessTaskConfig[]> {
  const found = new Map<HarnessTaskConfig['runner'], HarnessTaskConfig[]>();
  for (const task of tasks.filter(isHarness)) {
    found.set(task.runner, [...(found.get(task.runner) ?? []), task]);
  }
  return found;
}

/** What `weighbridge.yml`, flags and inputs come to, together. Frozen; every value carries where it came from. */
export interface ResolvedConfig {
  /** Path of the config file as given, null when everything came from flags. */
  readonly file: string | null;
  /** SHA-256 of engine, seed, tasks, gates and policy, so that two runs can prove they were judged by the same rules. */
  readonly digest: string;
  /** Paths in the config are relative to this directory. */
  readonly directory: string;
  /** Those of tasks are relative to this one: the same, unless the base branch's files are asked. */
  readonly taskDirectory: string;
  readonly candidate: ModelSource | null;
  /** Null also where `baselines` has yet to be tried. */
  readonly baseline: ModelSource | null;
  readonly baselines: {
    /** In the order in which they are tried. */
    readonly sources: readonly BaselineSource[];
    readonly maxAgeDays: number | null;
    readonly bootstrap: boolean;
    /** By task, in what the baseline alone is asked otherwise. */
    readonly prompt: Readonly<Record<string, OwnPrompt>>;
  };
  /** Folder of the baseline store; `default` for the one in the cache, null for none. */
  readonly store: { readonly path: string } | 'default' | null;
  readonly acceptChange: readonly AcceptedChange[];
  /** What small losses may not add up against; null without one. */
  readonly anchor: ModelSource | null;
  /** Another model that is shown beside the candidate; null without. */
  readonly reference: ModelSource | null;
  readonly engine: EngineConfig;
  /** What runs the reference. */
  readonly referenceEngine: EngineConfig;
  /** What tokens cost, of metrics that count money; null where nobody says. */
  readonly prices: Prices | null;
  readonly seed: number;
  readonly tasks: readonly TaskConfig[];
  readonly gates: readonly Gate[];
  readonly policy: Policy;
  /** Evaluations of one pull request that share the error; `policy.alpha` is the share of each. */
  readonly tries: number;
  /** How much of the candidate is evaluated. Judging goes by what the runs say of themselves. */
  readonly evaluation: Sourced<Design>;
  /** Who may waive a gate by a label, on a pull request. */
  readonly waiverPermission: WaiverPermission;
  /** How many days ahead a waiver of a file may expire. */
  readonly waiverMaxDays: number;
  /** What a pull request needs that changes what decides about it. */
  readonly suiteChanges: SuiteMode;
  /** Of which samples a report keeps what was asked. */
  readonly includeSamples: IncludeSamples;
  /** What is kept of every round; null where nothing is. */
  readonly record: RecordConfig | null;
  /** Whose training is drawn and held to limits; null where no curves are named. */
  readonly curves: CurvesConfig | null;
  /** Tasks whose answers are compared whatever they are scored; it decides nothing. */
  readonly drift: readonly string[];
  /** Code that an evaluation may run beside the weights. */
  readonly allow: readonly Allowance[];
  /** What the gates were checked against: the tasks of the config, and those of results where they were given. */
  readonly declared: readonly DeclaredTask[];
  /** Key, such as `seed` or `tasks.facts.num_fewshot`, to where its value came from; a key that is not here is a default. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** Some of a task's prompt settings, by their names. */
export type OwnPrompt = Readonly<Record<string, unknown>>;

/** A history, and what the user says of the training. */
export interface RecordConfig {
  /** File, relative to the config's folder. */
  readonly history: string;
  /** Name of the artifacts in which the action keeps it; null for none. */
  readonly artifact: string | null;
  /** So many of the newest rounds stay; null for all. */
  readonly keep: number | null;
  /** By dotted names, such as `hyperparameters.lr`. */
  readonly training: Readonly<Record<string, TrainingFact>>;
}

/** What a harness is told of where its tasks lie, and of what they may run. */
export const inTaskDirectory = ({ taskDirectory, allow }: ResolvedConfig) => ({
  directory: taskDirectory,
  allow,
});
