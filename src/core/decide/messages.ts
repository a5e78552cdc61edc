import type { MetricScores } from '../compare/scores.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { confidenceLimitOf } from './confidence-limit.ts';
import type { Hypothesis } from './hypothesis.ts';
import * as say from './reasons.ts';
import type { Facts } from './result.ts';
import type { TestedHypothesis } from './test-hypothesis.ts';

/** What was observed, what follows from it, and for an undecided gate what it does and what would decide it. */
export function gateMessages(
  gate: Gate,
  { baseline, candidate, delta }: Facts,
  metric: MetricScores,
  claim: Hypothesis,
  judgement: TestedHypothesis | null,
  policy: Policy,
): string[] {
  const name = `${gate.metric} on ${gate.task}${gate.against === undefined ? '' : `, against the ${gate.against},`}`;
  const observed =
    claim.about === 'candidate' && candidate !== null
      ? [
          say.valueMessage(
            name,
            candidate,
            confidenceLimitOf(claim, judgement, metric, policy.alpha.value),
            metric,
          ),
        ]
      : baseline !== null && candidate !== null && delta !== null
        ? [say.deltaMessage(name, baseline, candidate, delta, metric)]
        : [];
  if (judgement === null) {
    return [...observed, metric.declaration.kind === 'corpus' ? say.NO_RESAMPLES : say.NO_INTERVAL];
  }
  return [...observed, say.verdictMessage(judgement, claim), ...undecidedMessages(gate, judgement, policy)];
}

export function undecidedMessages(gate: Gate, judgement: TestedHypothesis, policy: Policy): string[] {
  if (judgement.verdict !== 'inconclusive') return [];
  return [
    ...say.neededMessage(judgement.needed),
    ...(policy.onInconclusive.value === 'lean' && gate.tier === 'blocking'
      ? [say.leaningMessage(judgement.leaning)]
      : []),
  ];
}
