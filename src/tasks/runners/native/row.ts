import type { EngineRunner } from '../runner.ts';
import { codeOf, judgesOf, nativeMetrics } from './describe.ts';
import { isAnswered, type NativeTask, nativeTask, ownPrompt } from './options.ts';

/** Asks the engine itself, with the conventions of lm-evaluation-harness. */
export const nativeRow: EngineRunner<NativeTask> = {
  kind: 'engine',
  summary: 'Asks the engine itself: multiple choice, generation, drift, test cases, perplexity.',
  tasks: nativeTask.options,
  ownPrompt,
  asksQuestions: ({ type }) => type !== 'perplexity' && type !== 'cases',
  takes: {
    checkpoint: 'a GGUF file or a Hugging Face folder',
    base: 'a GGUF file or a Hugging Face folder',
    adapter: 'a GGUF file or a PEFT folder',
  },
  describe: (options) => ({
    ...nativeMetrics(options),
    maxOutputTokens: isAnswered(options) ? options.generation_kwargs.max_gen_toks : 0,
    repeats: isAnswered(options) ? (options.repeats ?? 1) : 1,
    ...(isAnswered(options) && options.generation_kwargs.temperature > 0 ? { varies: true } : {}),
    ...codeOf(options),
    ...judgesOf(options),
    ...(options.type === 'drift' ? { drifts: true } : {}),
    asksLikelihoods: !isAnswered(options),
    usesChatTemplate: options.type !== 'perplexity' && options.apply_chat_template,
  }),
  load: async () => (await import('./runner.ts')).nativeRunner,
};
