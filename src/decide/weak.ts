import type { MetricScores } from '../compare/scores.ts';
import { weakDelta, weakEstimate, weakEvidence } from '../compare/weak.ts';
import type { GateResult } from '../domain/decision.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { claimOf, subjectOf } from './claim.ts';
import { judge } from './judge.ts';
import * as say from './reasons.ts';
import { factsOf, invalidGate, judgedGate } from './result.ts';
import { sentences } from './sentences.ts';

/** Why a gate may not be decided without samples; null where it may. A blocking one must say that it wants to. */
export function refusalOfWeak(gate: Gate, policy: Policy): string | null {
  if (gate.rule === 'no_regression_by_group') return say.sentenceOfNoSamples(gate.task, 'groups');
  if (policy.target.value === 'benchmark') return say.sentenceOfNoSamples(gate.task, 'benchmark');
  const isAllowed = gate.allowWeakEvidence === true || gate.tier === 'advisory';
  return isAllowed ? null : say.sentenceOfNoSamples(gate.task, 'blocking');
}

/**
 * A gate on a task of which a side has no samples: judged on two sums, unpaired, and about questions like these only, since
 * nothing shows that the same questions were asked.
 */
export function judgeWeak(gate: Gate, metric: MetricScores, policy: Policy): GateResult {
  const alpha = policy.alpha.value;
  const [baseline, candidate] = [weakEstimate(metric, 'baseline'), weakEstimate(metric, 'candidate')];
  const values = { baseline, candidate, delta: weakDelta(metric, alpha), evidence: 'weak' as const };
  const invalid = (reason: string): GateResult => ({ ...invalidGate(gate, metric, [reason]), ...values });
  if (gate.rule === 'no_regression_by_group' || gate.rule === 'net_gain')
    return invalid(say.sentenceOfNoSamples(gate.task, 'groups'));
  const refusal = refusalOfWeak(gate, policy);
  if (refusal !== null) return invalid(refusal);
  const about = subjectOf(gate);
  const needed = about === 'delta' ? [baseline, candidate] : [candidate];
  if (needed.some((estimate) => estimate === null || estimate.stderr === null)) {
    return invalid(say.sentenceOfNoError(gate.metric));
  }
  const claim = claimOf(gate, metric.declaration, baseline);
  if ('refusal' in claim) return invalid(claim.refusal);
  const evidence = weakEvidence(metric, about);
  if (evidence === null) return invalid(say.sentenceOfNoError(gate.metric));
  const judgement = judge(claim, evidence, alpha, 'population');
  const facts = { ...factsOf(gate, metric, claim, null), ...values };
  const reasons = [
    ...sentences(gate, facts, metric, claim, judgement, policy),
    say.WEAK_EVIDENCE,
    ...say.cautions(metric, evidence),
  ];
  return judgedGate(gate, facts, claim, judgement, metric, reasons, policy);
}
