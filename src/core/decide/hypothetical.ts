import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { Inference } from '../stats/inference.ts';

/** Tools for asking the code that judges merges about data that might have been. */

/** Evidence of 0/1 scores that nobody observed, every sample of which has a score. */
export function hypotheticalEstimate(
  method: ImputedEstimate['method'],
  value: number,
  n: number,
  inference: Inference,
): ImputedEstimate {
  const completion = { value, inference };
  return { method, value, n, lowest: completion, highest: completion, sparse: false };
}

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
