import type { MeasuredErrors } from '../../core/domain/metric.ts';
import { upperLimit } from '../../core/stats/inference.ts';

/** More samples than anybody asks for one gate. */
const MOST = 1 << 20;

/** The smallest rate that so many samples of which the scorer finds none rule out at a level, where its errors leave the most behind. */
export const cleanCorrected =
  ({ sensitivity, specificity }: MeasuredErrors) =>
  (samples: number, level: number): number =>
    upperLimit(
      {
        kind: 'corrected',
        of: { kind: 'binomial', events: 0, n: samples },
        errors: { sensitivity: sensitivity.least, specificity: specificity.most },
      },
      level,
    );

/** How many such samples rule out a rate; null where no number does, since the errors are not known well enough. */
export function cleanNeeded(
  limit: number,
  ruledOut: (samples: number, level: number) => number,
  alpha: number,
): number | null {
  if (limit <= 0) return null;
  let enough = 1;
  while (enough < MOST && ruledOut(enough, alpha) > limit) enough *= 2;
  if (ruledOut(enough, alpha) > limit) return null;
  let few = Math.floor(enough / 2);
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (ruledOut(middle, alpha) > limit) few = middle;
    else enough = middle;
  }
  return enough;
}
