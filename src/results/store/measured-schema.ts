import { z } from 'zod';

/** What verdict files and histories say alike of a measurement and its model. */

export const countSchema = z.int().min(0);
export const directionSchema = z.enum(['higher_is_better', 'lower_is_better']);
export const unitSchema = z.enum(['rate', 'bits_per_byte', 'perplexity', 'seconds', 'number']);
export const flipsSchema = z.strictObject({ regressed: countSchema, improved: countSchema });

export const deltaSchema = z
  .strictObject({
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    level: z.number().describe('Two-sided level, 1 − 2α.'),
    method: z.string(),
  })
  .describe("candidate − baseline in the metric's own unit, with a two-sided interval.");

export const modelSchema = z.strictObject({
  source: z.string(),
  digest: z.string(),
  adapter_digest: z.string().nullable(),
  architecture: z.string().nullable(),
  parameter_count: z.number().nullable(),
  quantization: z.string().nullable(),
});
