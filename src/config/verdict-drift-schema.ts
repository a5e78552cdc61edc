import { z } from 'zod';
import { DRIFT_FEATURES } from '../core/domain/drift.ts';
import { countSchema as count } from '../results/store/measured-schema.ts';

const named = {
  feature: z.enum(DRIFT_FEATURES),
  metric: z.string().exactOptional().describe('Only of a score of a judge.'),
};

const measured = z.strictObject({
  ...named,
  status: z
    .enum(['moved', 'slight', 'none'])
    .describe(
      '`moved`: proven, and as large as `matters`. `slight`: proven, and smaller. `none`: nothing is proven.',
    ),
  prompts: count.describe('Of which it could be read in both answers.'),
  baseline: z.number().nullable().describe('A mean, such as of words, or a share; null of distances.'),
  candidate: z.number().nullable(),
  effect: z
    .strictObject({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() })
    .describe(
      'Of the length as a part of the baseline; of shares and scores the difference; of format and language the share of answers that changed; of distances what is beyond chance. The interval is one of 90 %.',
    ),
  matters: z.number(),
  p: z.number().describe('Allowing for all features of all tasks (Holm).'),
  shares: z
    .array(z.strictObject({ name: z.string(), baseline: z.number(), candidate: z.number() }))
    .exactOptional()
    .describe('Of each format or language.'),
  words: z
    .strictObject({ baseline: z.array(z.string()), candidate: z.array(z.string()) })
    .exactOptional()
    .describe('What each side says more often.'),
});

const unmeasured = z.strictObject({ ...named, status: z.literal('not measured'), reason: z.string() });

/** How far the answers of a task drifted. */
export const taskDriftSchema = z.strictObject({
  task: z.string(),
  planned: count,
  answered: count.describe('Prompts with an answer of both sides that was kept.'),
  unmeasured: z.string().exactOptional().describe('Why nothing is known of it, which is never "no drift".'),
  features: z.array(z.union([measured, unmeasured])),
});
