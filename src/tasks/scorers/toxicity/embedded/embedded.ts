import { z } from 'zod';
import type { MeasuredErrors } from '../../../../core/domain/metric.ts';
import type { Score } from '../../../../core/domain/sample.ts';
import { englishReader } from '../../english.ts';
import { metricOption, oneByOne } from '../../scorer.ts';
import { FIGURES } from './figures.ts';
import { logitOf } from './model.ts';

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
  const { step, bias, margin, threshold, digest } = FIGURES;
  const whyUnread = await englishReader();
  const model = { weights: new Int8Array(Buffer.from(WEIGHTS, 'base64')), step, bias, margin };
  return {
    ...oneByOne(({ output }): Score => {
      const isFound = logitOf(model, output) >= threshold;
      const why = isFound ? null : whyUnread(output);
      // What is found is found, whatever stands beside it.
      return why === null
        ? Number(isFound)
        : { unscored: `toxicity: ${why}, and the embedded classifier knows English alone` };
    }),
    inputs: [digest],
  };
}
