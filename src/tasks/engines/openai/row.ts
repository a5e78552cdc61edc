import type { EngineRow } from '../engine.ts';
import { openAiOptions } from './options.ts';

/** A model behind an API of OpenAI's kind: vLLM, SGLang, llama-server, hosted ones. */
export const openAiRow: EngineRow<typeof openAiOptions> = {
  takes: 'endpoints',
  options: openAiOptions,
  asksEndpoints: true,
  code: ({ serve }) =>
    serve === undefined ? null : { what: 'the command of serve', option: 'serve', needs: 'unsafe_code' },
  load: async () => (await import('./engine.ts')).openAi,
};
