import { describeNativeTask } from './native/describe.ts';
import type { NativeTask } from './native/options.ts';
import { nativeTask } from './native/options.ts';
import type { Runner } from './runner.ts';

/** How a task becomes samples: one row adds a runner. */
export const RUNNERS = {
  native: {
    summary: 'asks the engine itself: multiple choice, generation, perplexity',
    /** One strict schema a task type. */
    types: nativeTask.options,
    describe: describeNativeTask,
    load: async (): Promise<Runner<NativeTask>> => (await import('./native/runner.ts')).nativeRunner,
  },
} as const;

export type RunnerName = keyof typeof RUNNERS;

/** A task with the runner that understands its options. */
export interface RunnerTask {
  readonly runner: 'native';
  readonly options: NativeTask;
}
