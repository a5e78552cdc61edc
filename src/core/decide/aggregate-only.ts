import { aggregateDelta, aggregateEstimate, imputeAggregates } from '../compare/aggregate-only.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { GateResult } from '../domain/decision.ts';
import { formatCount } from '../domain/format.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { cautions, gateMessages } from './messages.ts';
import { factsOf, invalidGate, judgedGate } from './result.ts';
import type { Rule } from './rules/rule.ts';
import { testHypothesis } from './test-hypothesis.ts';

/** Why a gate may not be decided where this task has no samples; null where it may. A blocking one must say that it wants to. */
export function refusalOfAggregates(gate: Gate, task: string, policy: Policy): string | null {
  if (policy.target.value === 'benchmark') return noSamplesMessage(task, 'benchmark');
  const isAllowed = gate.allowWeakEvidence === true || gate.tier === 'advisory';
  return isAllowed ? null : noSamplesMessage(task, 'blocking');
}

/**
 * A gate on a task of which a side has no samples: judged on two aggregates, unpaired, and about questions like these only, since
 * nothing shows that the same questions were asked.
 */
export function judgeAggregates(
  gate: Gate,
  { estimand, scope, hypothesis: ask }: Rule,
  metric: MetricScores,
  policy: Policy,
): GateResult {
  const alpha = policy.alpha.value;
  const [baseline, candidate] = [
    aggregateEstimate(metric, 'baseline'),
    aggregateEstimate(metric, 'candidate'),
  ];
  const values = { baseline, candidate, delta: aggregateDelta(metric, alpha), evidence: 'weak' as const };
  const invalid = (reason: string): GateResult => ({ ...invalidGate(gate, metric, [reason]), ...values });
  if (scope !== 'metric') return invalid(noSamplesMessage(gate.task, 'groups'));
  const refusal = refusalOfAggregates(gate, gate.task, policy);
  if (refusal !== null) return invalid(refusal);
  const needed = estimand === 'delta' ? [baseline, candidate] : [candidate];
  if (needed.some((side) => side === null || side.stderr === null)) {
    return invalid(unknownErrorMessage(gate.metric, metric));
  }
  const hypothesis = ask(gate.limit, metric.declaration, baseline);
  if ('refusal' in hypothesis) return invalid(hypothesis.refusal);
  const estimate = imputeAggregates(metric, estimand);
  if (estimate === null) return invalid(unknownErrorMessage(gate.metric, metric));
  const tested = testHypothesis(hypothesis, estimate, alpha, 'population');
  const facts = { ...factsOf(gate, metric, hypothesis, null), ...values };
  const reasons = [
    ...gateMessages(gate, facts, metric, hypothesis, tested, policy),
    AGGREGATE_ONLY_MESSAGE,
    ...cautions(metric, estimate),
  ];
  return judgedGate(gate, facts, hypothesis, tested, metric, reasons, policy);
}

/** Why results without samples cannot decide a gate, and the way out. */
function noSamplesMessage(task: string, why: 'groups' | 'benchmark' | 'blocking'): string {
  const known = `A run of ${task} holds sums and no samples, so that nothing can be paired`;
  switch (why) {
    case 'groups':
      return `${known} or told apart by group: keep the samples.`;
    case 'benchmark':
      return `${known}, and nothing shows that the same questions were asked: keep the samples, or judge with target: population.`;
    case 'blocking':
      return `${known}: that is weak evidence, which may not decide a blocking gate unasked. Keep the samples (--log_samples in lm-evaluation-harness), or give the gate allow_weak_evidence: true.`;
  }
}

/** Why nothing follows from the sums of a metric, and what to do. */
export function unknownErrorMessage(metric: string, { aggregates }: MetricScores): string {
  for (const side of ['baseline', 'candidate'] as const) {
    const { n = null, rounded } = aggregates?.[side] ?? {};
    if (n === null && rounded !== undefined) {
      const [fewest, most] = rounded.n;
      return `How many samples ${metric} of the ${side} rests on is not said, and its standard error was rounded so far that they may be ${formatCount(fewest)} or ${formatCount(most)}: keep the samples, the numbers as they were before they were rounded, or the number of samples (n-samples in lm-evaluation-harness).`;
    }
  }
  return `How certain ${metric} is was not recorded: keep the samples, or its standard error and their number (of a rate the number alone will do).`;
}

export const AGGREGATE_ONLY_MESSAGE =
  'Weak evidence: two sums compared as if their questions had nothing in common. With the samples of both sides the interval would be about half as wide.';
