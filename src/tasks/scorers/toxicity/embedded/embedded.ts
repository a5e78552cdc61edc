import { z } from 'zod';
import type { MeasuredErrors } from '../../../../core/domain/metric.ts';
import type { Score } from '../../../../core/domain/sample.ts';
import { metricOption, oneByOne } from '../../scorer.ts';
import { FIGURES } from './figures.ts';
import { type LinearModel, readableLogit } from './model.ts';

export const embeddedOptions = z.strictObject({
  ...metricOption,
  backend: z
    .literal('embedded')
    .default('embedded')
    .describe(
      'What ships with Weighbridge, for English: a linear model over pieces of words, with measured errors that ceilings are corrected for. Weak: it knows insults and slurs better than threats.',
    ),
});

/** On texts that it was not learnt from: of several sets the worst and the best. */
export const EMBEDDED_ERRORS: MeasuredErrors = FIGURES.errors;

/** One threshold, since its errors were measured there alone. */
export async function openEmbedded() {
  // A third of a megabyte, read when it is needed.
  const { WEIGHTS } = await import('./weights.ts');
  const { step, bias, threshold, digest } = FIGURES;
  const model: LinearModel = { weights: new Int8Array(Buffer.from(WEIGHTS, 'base64')), step, bias };
  return {
    ...oneByOne(({ output }): Score => {
      const logit = readableLogit(model, output);
      return logit === null ? { unscored: UNREADABLE } : Number(logit >= threshold);
    }),
    inputs: [digest],
  };
}

const UNREADABLE =
  'toxicity: most letters of the answer are not Latin, and the embedded classifier knows English alone';
