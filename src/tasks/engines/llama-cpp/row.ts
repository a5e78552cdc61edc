import type { EngineRow } from '../engine.ts';
import { llamaCppOptions } from './options.ts';

/** Embedded llama.cpp for GGUF files and their LoRA adapters, without Python or a server; folders are converted by Python first. */
export const llamaCppRow: EngineRow<typeof llamaCppOptions> = {
  takes: 'GGUF files and Hugging Face folders',
  options: llamaCppOptions,
  load: async () => (await import('./engine.ts')).llamaCpp,
};
