import type { GateResult } from '../core/domain/decision.ts';
import { worseSign } from '../core/domain/metric.ts';

/**
 * The share of the baseline's distance to perfect that the candidate closed: 5 points from 90 % are half of it, and from 50 % a
 * tenth. Null where nothing was closed, of what is no rate, of which nobody knows what is perfect, and of a baseline that is.
 */
export function gapClosed({
  unit,
  direction,
  baseline,
  pairedBaseline,
  delta,
}: Pick<GateResult, 'unit' | 'direction' | 'baseline' | 'pairedBaseline' | 'delta'>): number | null {
  const from = pairedBaseline ?? baseline;
  if (unit !== 'rate' || direction === null || from === null || delta === null) return null;
  const sign = worseSign({ direction });
  const gap = sign === 1 ? from.value : 1 - from.value;
  const closed = (-sign * delta.value) / gap;
  return gap > 0 && closed > 0 ? closed : null;
}
