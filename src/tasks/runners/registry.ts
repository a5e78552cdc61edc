import { lmEvalRow } from './lm-eval/row.ts';
import { nativeRow } from './native/row.ts';
import type { EngineRunner, HarnessRunner } from './runner.ts';

/** How a task becomes samples: one row adds a runner. */
export const RUNNERS = {
  native: nativeRow,
  'lm-eval': lmEvalRow,
} as const satisfies Readonly<Record<string, EngineRunner<never> | HarnessRunner<never>>>;

type Rows = typeof RUNNERS;
export type RunnerName = keyof Rows;

/** Runs the tasks that name none. */
export const DEFAULT_RUNNER = 'native' satisfies RunnerName;

/** A task with the runner that understands its options. */
export type RunnerTask = {
  [Name in RunnerName]: Rows[Name] extends EngineRunner<infer Options>
    ? {
        readonly runner: Name;
        readonly options: Options;
        /** The metric that is meant when only the task is named. */
        readonly primaryMetric: string;
      }
    : Rows[Name] extends HarnessRunner<infer Options>
      ? {
          readonly runner: Name;
          readonly options: Options;
          /** Null until results name it, unless the config does. */
          readonly primaryMetric: string | null;
        }
      : never;
}[RunnerName];

type NameOf<Kind> = { [Name in RunnerName]: Rows[Name]['kind'] extends Kind ? Name : never }[RunnerName];
export type EngineRunnerTask = Extract<RunnerTask, { readonly runner: NameOf<'engine'> }>;
export type HarnessRunnerTask = Extract<RunnerTask, { readonly runner: NameOf<'harness'> }>;

/** The row of a task's runner, which takes its options. */
export const engineRunner = (name: EngineRunnerTask['runner']): EngineRunner<EngineRunnerTask['options']> =>
  RUNNERS[name];

/** What a baseline may be asked otherwise, by any runner that asks an engine. */
export const OWN_PROMPT = RUNNERS[DEFAULT_RUNNER].ownPrompt;

export const harnessRunner = (
  name: HarnessRunnerTask['runner'],
): HarnessRunner<HarnessRunnerTask['options']> => RUNNERS[name];
