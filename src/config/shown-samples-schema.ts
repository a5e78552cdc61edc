import { z } from 'zod';
import { SAMPLE_CHANGES, type ShownSamples } from '../core/domain/shown-samples.ts';

const answer = z.strictObject({
  score: z.number().nullable(),
  output: z.string().nullable(),
  confidence: z.number().exactOptional(),
});

const count = z.int().min(0);

/** The samples beside a verdict file, as hostile data. */
export const shownSamplesSchema: z.ZodType<ShownSamples> = z.strictObject({
  schemaVersion: z.literal(1),
  tasks: z.array(
    z.strictObject({
      task: z.string(),
      metric: z.string(),
      unit: z.enum(['rate', 'bits_per_byte', 'perplexity', 'number']),
      counts: z.strictObject({ worse: count, better: count, same: count }),
    }),
  ),
  samples: z.array(
    z.strictObject({
      task: z.string(),
      id: z.string(),
      filter: z.string().exactOptional(),
      group: z.string().nullable(),
      metric: z.string(),
      change: z.enum(SAMPLE_CHANGES),
      baseline: answer,
      candidate: answer,
      asked: z
        .strictObject({
          question: z.string(),
          choices: z.array(z.string()).exactOptional(),
          reference: z.string().exactOptional(),
        })
        .exactOptional(),
    }),
  ),
  omitted: count,
});
