import { z } from 'zod';
import type { Prices } from '../core/domain/prices.ts';

const price = z.strictObject({
  input: z.number().min(0).describe('Of a million tokens read.'),
  output: z.number().min(0).describe('Of a million tokens written, thoughts too.'),
});

export const pricesSchema = z
  .strictObject({
    currency: z
      .string()
      .regex(/^[A-Za-z]{1,8}$/)
      .default('USD')
      .describe('For people: nothing is converted.'),
    models: z
      .record(z.string().min(1), price)
      .refine((models) => Object.keys(models).length > 0, 'prices without a model say nothing')
      .meta({ minProperties: 1 })
      .describe(
        "Model, as `candidate` or `baseline` is written, of an endpoint its `model`, to what its tokens cost; `'*'` is any other.",
      ),
  })
  .describe(
    'What tokens cost, for gates on `TASK/cost` and for the report: `{ currency: USD, models: { my-model: { input: 0.15, output: 0.6 } } }`. A model without a price has no cost, which is never 0.',
  );

export const resolvedPrices = (written: z.infer<typeof pricesSchema> | undefined): Prices | null =>
  written ?? null;
