import { z } from 'zod';
import type { Score } from '../../../core/domain/sample.ts';
import { HIGHER, type MetricTraits } from '../../../core/metrics/traits.ts';
import { secondsLimit } from '../../engines/timed.ts';
import { metricOption } from '../scorer.ts';
import type { Said } from './process.ts';

/** What scorers of your own say of their metric. */
export const customOptions = {
  ...metricOption,
  direction: z
    .enum(['higher_is_better', 'lower_is_better'])
    .default('higher_is_better')
    .describe('Which way is better.'),
  min: z.number().nullable().default(0).describe('Smallest possible score; null where there is none.'),
  max: z.number().nullable().default(1).describe('Greatest possible score; null where there is none.'),
  needs_target: z.boolean().default(false).describe('Refuse rows without a right answer.'),
  timeout_seconds: secondsLimit.default(300).describe('Longest time for one batch of answers.'),
};

/** What the code of yours loads besides itself. */
export const readsOption = {
  reads: z
    .array(z.string().min(1))
    .optional()
    .describe(
      'Files and folders besides, relative to the config file, that it imports or reads: they enter the fingerprint, and a pull request that changes them changes the suite.',
    ),
};

interface Custom {
  readonly direction: 'higher_is_better' | 'lower_is_better';
  readonly min: number | null;
  readonly max: number | null;
}

export const traitsOf = ({ direction, min, max }: Custom): MetricTraits => ({
  ...HIGHER,
  direction,
  range: { min, max },
  unit: min === 0 && max === 1 ? 'rate' : 'number',
});

/** A number that the declared range does not have is none: it would move a mean as far as it likes. */
export function withinRange(said: Said, { min, max }: Custom): Score {
  if (typeof said !== 'number') return said;
  if (said >= (min ?? -Infinity) && said <= (max ?? Infinity)) return said;
  return {
    unscored: `a score of ${said} is outside of ${min ?? 'any'} to ${max ?? 'any'}, which the task declares`,
  };
}
