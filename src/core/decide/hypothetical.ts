import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { WorseSign } from '../domain/metric.ts';
import { type Inference, scaled } from '../stats/inference.ts';

/** Tools for asking the code that judges merges about data that might have been. */

/**
 * Share of samples that a fine-tune answers otherwise than its parent (right to wrong or wrong to right), assumed before
 * anything has run. 10 to 15 % is usual for a model of accuracy .65; see docs/explanation/method.md.
 */
export const ASSUMED_DISCORDANCE = 0.12;

/** The estimate of 0/1 scores that nobody observed, every sample of which has a score. */
export function hypotheticalEstimate(
  method: ImputedEstimate['method'],
  value: number,
  n: number,
  inference: Inference,
): ImputedEstimate {
  const imputation = { value, inference };
  return { method, value, n, lowest: imputation, highest: imputation, sparse: false };
}

/**
 * The same for pairs of which so many got worse and better.
 * @param width how far apart the two scores lie, in the unit of the hypothesis
 */
export function estimateOfFlips(
  sign: WorseSign,
  {
    regressed,
    improved,
    pairs,
  }: { readonly regressed: number; readonly improved: number; readonly pairs: number },
  width = 1,
): ImputedEstimate {
  const [rose, fell] = sign === 1 ? [regressed, improved] : [improved, regressed];
  const counts = { rose, fell, pairs };
  const inference = scaled({ kind: 'tango', counts }, width, 0);
  return hypotheticalEstimate('tango', (width * (rose - fell)) / pairs, pairs, inference);
}

/** The same for a rate of so many events. */
export const estimateOfEvents = (events: number, n: number): ImputedEstimate =>
  hypotheticalEstimate('clopper-pearson', events / n, n, { kind: 'binomial', events, n });

/** The first count in [0, most] for which a condition holds that never stops holding; most + 1 without one. */
export function firstCount(most: number, holds: (count: number) => boolean): number {
  let low = 0;
  let high = most + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
