import type { MetricScores } from '../compare/scores.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { boundOf } from './confidence-limit.ts';
import type { Claim } from './hypothesis.ts';
import * as say from './reasons.ts';
import type { Facts } from './result.ts';
import type { Judgement } from './test-hypothesis.ts';

/** What was observed, what follows from it, and for an undecided gate what it does and what would decide it. */
export function sentences(
  gate: Gate,
  { baseline, candidate, delta }: Facts,
  metric: MetricScores,
  claim: Claim,
  judgement: Judgement | null,
  policy: Policy,
): string[] {
  const name = `${gate.metric} on ${gate.task}${gate.against === undefined ? '' : `, against the ${gate.against},`}`;
  const observed =
    claim.about === 'candidate' && candidate !== null
      ? [say.sentenceOfValue(name, candidate, boundOf(claim, judgement, metric, policy.alpha.value), metric)]
      : baseline !== null && candidate !== null && delta !== null
        ? [say.sentenceOfDelta(name, baseline, candidate, delta, metric)]
        : [];
  if (judgement === null) {
    return [...observed, metric.declaration.kind === 'corpus' ? say.NO_RESAMPLES : say.NO_INTERVAL];
  }
  return [...observed, say.sentenceOfVerdict(judgement, claim), ...whileUndecided(gate, judgement, policy)];
}

export function whileUndecided(gate: Gate, judgement: Judgement, policy: Policy): string[] {
  if (judgement.verdict !== 'inconclusive') return [];
  return [
    ...say.sentenceOfNeeded(judgement.needed),
    ...(policy.onInconclusive.value === 'lean' && gate.tier === 'blocking'
      ? [say.sentenceOfLeaning(judgement.leaning)]
      : []),
  ];
}
