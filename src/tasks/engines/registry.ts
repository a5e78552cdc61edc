import { z } from 'zod';
import type { Engine } from './engine.ts';
import { type LlamaCppOptions, llamaCppOptions } from './llama-cpp/options.ts';

/** Where completions and log-likelihoods come from: one row adds an engine. */
export const ENGINES = {
  'llama.cpp': {
    summary: 'embedded llama.cpp for GGUF files and their LoRA adapters; no Python, no server',
    options: llamaCppOptions,
    load: async (): Promise<Engine<LlamaCppOptions>> => (await import('./llama-cpp/engine.ts')).llamaCpp,
  },
} as const;

/** The `engine:` section of the config. */
export const engineConfig = z.discriminatedUnion('type', [
  llamaCppOptions.extend({ type: z.literal('llama.cpp') }),
]);
export type EngineConfig = z.infer<typeof engineConfig>;
