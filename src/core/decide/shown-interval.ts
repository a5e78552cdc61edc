import { descriptive, shownDelta } from '../compare/estimate.ts';
import type { DeltaEstimate } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import type { SequentialOutcome } from './sequential.ts';

/**
 * The interval of a change that was looked at as it came. A betting test has one of its own; a look of a group-sequential
 * test has the fixed one at the look's level, which holds for all looks together (Jennison & Turnbull 1989, "repeated
 * confidence intervals"). Any other is that of a sample of this size fixed in advance, and says so.
 */
export function deltaInOrder(
  delta: DeltaEstimate,
  baseline: number,
  declaration: MetricDeclaration,
  { claim, interval, judgement, level }: SequentialOutcome,
): DeltaEstimate {
  const { method } = judgement.test;
  if (interval !== null) {
    const limit = (value: number) => shownDelta(value, baseline, declaration);
    return {
      ...{ value: delta.value, low: limit(interval.low), high: limit(interval.high) },
      ...{ level: 1 - 2 * level, method },
    };
  }
  const isRepeated = claim.about === 'delta' && method.startsWith('group sequential');
  return isRepeated ? { ...delta, method } : descriptive(delta);
}
