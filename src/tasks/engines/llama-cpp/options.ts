import { z } from 'zod';

/** Settings of the embedded engine. All but `threads` enter the fingerprint: they can change results. */
export const llamaCppOptions = z.strictObject({
  context_size: z
    .int()
    .min(16)
    .optional()
    .describe('Tokens that prompt and answer share. Default: what the model was trained for, at most 4096.'),
  batch_size: z
    .int()
    .min(16)
    .default(512)
    .describe('Tokens evaluated at once. Fixed, because it can change results.'),
  threads: z
    .int()
    .min(1)
    .optional()
    .describe(
      'CPU threads. Default: one for models below 50 million parameters, otherwise one for every processor of the machine.',
    ),
  gpu: z.boolean().default(false).describe('Whether the engine may use a GPU.'),
});

export type LlamaCppOptions = z.infer<typeof llamaCppOptions>;
