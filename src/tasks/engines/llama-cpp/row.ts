import type { EngineRow } from '../engine.ts';
import { llamaCppOptions } from './options.ts';

/** Embedded llama.cpp for GGUF files and their LoRA adapters: no Python, no server. */
export const llamaCppRow: EngineRow<typeof llamaCppOptions> = {
  takes: 'GGUF files',
  options: llamaCppOptions,
  load: async () => (await import('./engine.ts')).llamaCpp,
};
