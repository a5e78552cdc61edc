import { z } from 'zod';
import { SAMPLE_CHANGES, type ShownSamples } from '../core/domain/shown-samples.ts';

const answer = z.strictObject({
  score: z.number().nullable(),
  output: z.string().nullable(),
  confidence: z.number().exactOptional(),
});

const count = z.int().min(0);
const counts = z.array(z.array(count));
const bySide = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ baseline: schema, candidate: schema });

/** The samples beside a verdict file, as hostile data. */
export const shownSamplesSchema: z.ZodType<ShownSamples> = z.strictObject({
  schemaVersion: z.literal(1),
  tasks: z.array(
    z.strictObject({
      task: z.string(),
      metric: z.string(),
      unit: z.enum(['rate', 'bits_per_byte', 'perplexity', 'seconds', 'number']),
      counts: z.strictObject({ worse: count, better: count, same: count }),
      pictures: z.strictObject({
        groups: z.array(
          z.strictObject({
            group: z.string(),
            pairs: count,
            delta: z.number(),
            low: z.number(),
            high: z.number(),
            proven: z.boolean(),
          }),
        ),
        reliability: bySide(
          z.array(z.strictObject({ count, confidence: z.number(), accuracy: z.number() })),
        ).exactOptional(),
        lengths: bySide(z.array(count)).exactOptional(),
        classes: z
          .strictObject({ labels: z.array(z.string()), baseline: counts, candidate: counts })
          .exactOptional(),
      }),
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
          turns: z.array(z.strictObject({ role: z.string(), text: z.string() })).exactOptional(),
          choices: z.array(z.string()).exactOptional(),
          reference: z.string().exactOptional(),
        })
        .exactOptional(),
    }),
  ),
  omitted: count,
  fault: z.string().exactOptional(),
});
