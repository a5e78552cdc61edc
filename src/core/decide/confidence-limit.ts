import { shown } from '../compare/estimate.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { GateResult } from '../domain/decision.ts';
import type { Hypothesis } from './hypothesis.ts';
import type { TestedHypothesis } from './test-hypothesis.ts';

/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for claims about a change. */
export function confidenceLimitOf(
  { about, safeSide }: Hypothesis,
  judgement: TestedHypothesis | null,
  { declaration }: MetricScores,
  alpha: number,
): GateResult['bound'] {
  if (about !== 'candidate' || judgement === null || judgement.bound === null) return null;
  const value = shown(judgement.bound, declaration);
  if (!Number.isFinite(value)) return null;
  return { side: safeSide === 'less' ? 'upper' : 'lower', value, level: 1 - alpha };
}
