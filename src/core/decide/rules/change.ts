import { formatMargin } from '../../domain/format.ts';
import type { Change } from '../../domain/gate.ts';
import { type Direction, type WorseSign, worseSign } from '../../domain/metric.ts';
import { parseChange } from './limits.ts';
import type { Rule } from './rule.ts';

type ChangeRuleName = 'max_drop' | 'max_rise' | 'min_gain';

/** What all rules share whose limit is a change against the baseline. */
export const CHANGE = {
  estimand: 'delta',
  signFor: (direction: Direction) => worseSign({ direction }),
  written: 'change',
  parse: parseChange,
  misfit: () => null,
} as const;

/** A rate can lose no more than all of it. */
export function allowsAnyDrop({ kind, value }: Change, unit: string, direction: Direction | null): boolean {
  if (unit !== 'rate' || direction === null || value < 1) return false;
  return kind === 'absolute' || worseSign({ direction }) === -1;
}

/** The bad way of a metric. */
export const worsening = (sign: WorseSign): 'rise' | 'drop' => (sign === 1 ? 'rise' : 'drop');

/** The hypothesis of a limit on a change. @param forbidden what is ruled out by a pass */
export function changeHypothesis(
  limitSign: 1 | -1,
  forbidden: (size: string, sign: WorseSign) => string,
): Rule<ChangeRuleName>['hypothesis'] {
  return (limit, metric, baseline) => {
    if (baseline === null) return { refusal: 'The baseline has no value to compare with.' };
    const margin = limit.kind === 'relative' ? limit.value * Math.abs(baseline.value) : limit.value;
    if (!(margin >= 0) || !Number.isFinite(margin))
      return { refusal: `A limit of ${margin} is not a size of change.` };
    if (limit.kind === 'relative' && limit.value > 0 && margin === 0) {
      return {
        refusal:
          'A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit.',
      };
    }
    const sign = worseSign(metric);
    const shown = sign * limitSign * margin;
    const boundary = sign * (metric.scale === 'log' ? Math.log1p(shown / baseline.value) : shown);
    const size = formatMargin(margin, metric.unit);
    const isShare = limit.kind === 'relative' && metric.scale !== 'log' && margin > 0;
    if (!Number.isFinite(boundary))
      return { refusal: `A change of ${size} is beyond all values that the metric can take.` };
    return {
      ...{ estimand: 'delta', sign, margin, forbidden: forbidden(size, sign) },
      boundary: boundary === 0 ? 0 : boundary,
      ...(isShare ? { relative: { factor: 1 + shown / baseline.value, baseline: baseline.value } } : {}),
      tolerance: Math.abs(boundary),
    };
  };
}
