import { z } from 'zod';
import { countSchema as count } from '../results/store/measured-schema.ts';

export const crossValidationSchema = z.strictObject({
  task: z.string(),
  folds: z
    .array(
      z.strictObject({
        ...{ fold: z.string(), source: z.string(), samples: count },
        unchecked: z
          .literal(true)
          .exactOptional()
          .describe(
            'No other checkpoint answered it, so that nothing tells whether this one was trained on it.',
          ),
      }),
    )
    .describe('Samples by the checkpoint that was not trained on them.'),
  changes: z
    .array(
      z.strictObject({
        metric: z.string(),
        filter: z.string().exactOptional(),
        byFold: z
          .array(z.number().nullable())
          .describe('Mean difference in each fold, in their order; null where it has no pair.'),
        recipe: z
          .strictObject({ value: z.number(), low: z.number(), high: z.number(), level: z.number() })
          .nullable()
          .describe(
            'Null where folds tell of no spread; else the mean over folds, with the interval for another checkpoint of the same recipe by the corrected resampled t (Nadeau & Bengio 2003). It decides nothing.',
          ),
      }),
    )
    .describe('Of metrics that are means.'),
});
