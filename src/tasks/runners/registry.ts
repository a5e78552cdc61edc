import { type LmEvalTask, lmEvalTask } from './lm-eval/options.ts';
import { describeNativeTask } from './native/describe.ts';
import type { NativeTask } from './native/options.ts';
import { nativeTask } from './native/options.ts';
import type { Harness, Runner } from './runner.ts';

/** How a task becomes samples: one row adds a runner. */
export const RUNNERS = {
  native: {
    summary: 'asks the engine itself: multiple choice, generation, perplexity',
    /** One strict schema a task type. */
    types: nativeTask.options,
    describe: describeNativeTask,
    load: async (): Promise<Runner<NativeTask>> => (await import('./native/runner.ts')).nativeRunner,
  },
  'lm-eval': {
    summary: 'starts the lm_eval of the environment: any task of lm-evaluation-harness',
    schema: lmEvalTask,
    load: async (): Promise<Harness<LmEvalTask>> => (await import('./lm-eval/runner.ts')).lmEvalHarness,
  },
} as const;

/** A task with the runner that understands its options. */
export type RunnerTask =
  | {
      readonly runner: 'native';
      readonly options: NativeTask;
      /** The metric that is meant when only the task is named. */
      readonly primaryMetric: string;
    }
  | {
      readonly runner: 'lm-eval';
      readonly options: LmEvalTask;
      /** Null until results name it, unless the config does. */
      readonly primaryMetric: string | null;
    };
