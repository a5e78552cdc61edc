import type { HarnessRunner } from '../runner.ts';
import { type LmEvalTask, lmEvalTask } from './options.ts';

export const lmEvalRow: HarnessRunner<LmEvalTask> = {
  kind: 'harness',
  summary: 'Starts the lm_eval of the environment: any task of lm-evaluation-harness.',
  tasks: [lmEvalTask],
  takes: {
    checkpoint: 'a Hugging Face folder, `hf:org/name@commit` or an endpoint `{url, model}`',
    base: 'a Hugging Face folder or `hf:org/name@commit`',
    adapter: 'a PEFT folder',
  },
  inputs: async (...task) => (await import('./inputs.ts')).inputsOf(...task),
  load: async () => (await import('./runner.ts')).lmEvalHarness,
};
