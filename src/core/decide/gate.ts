import type { TaskComparison } from '../compare/compare.ts';
import { CANDIDATE, DELTA } from '../compare/estimand.ts';
import { estimateDelta, estimateOf, paired } from '../compare/estimate.ts';
import { ofFinitePopulation } from '../compare/finite.ts';
import { imputeCandidate, imputeDelta } from '../compare/impute.ts';
import type { MetricScores } from '../compare/scores.ts';
import { inOrder, onlyOn } from '../compare/sequence.ts';
import type { GateResult } from '../domain/decision.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { judgeAggregates } from './aggregate-only.ts';
import { judgeByGroup } from './by-group.ts';
import { estimandOf, hypothesisOf } from './hypothesis.ts';
import { locateMetric, obstacleOf } from './locate.ts';
import { gateMessages } from './messages.ts';
import { judgeNetGain } from './net-gain.ts';
import * as say from './reasons.ts';
import { type Facts, factsOf, invalidGate, judgedGate, undecidedGate } from './result.ts';
import { decideInOrder, type SequentialOutcome } from './sequential.ts';
import { deltaInOrder } from './shown-interval.ts';
import { chooseTarget, testHypothesis } from './test-hypothesis.ts';

/** One gate judged on the comparisons of all tasks. */
export function judgeGate(gate: Gate, comparisons: readonly TaskComparison[], policy: Policy): GateResult {
  if (gate.rule === 'net_gain') return judgeNetGain(gate, comparisons, policy);
  const located = locateMetric(gate, comparisons);
  if ('faults' in located) return invalidGate(gate, located.metric, located.faults);
  const { metric, comparison } = located;
  if (metric.aggregates !== undefined) return judgeAggregates(gate, metric, policy);
  const { sequence, limited } = comparison;
  if (sequence === null) return judgeMetric(gate, metric, comparison, policy, null);
  const seen = inOrder(metric, sequence);
  const outcome =
    gate.rule === 'no_regression_by_group' ? null : decideInOrder(gate, metric, seen, limited, policy);
  if (outcome !== null) return judgeMetric(gate, outcome.metric, comparison, policy, outcome);
  if (seen.length === metric.scores.length) return judgeMetric(gate, metric, comparison, policy, null);
  const reason = say.stopMessage(seen.length, metric.scores.length, comparison.result?.stopped);
  return undecidedGate(gate, onlyOn(metric, seen), [reason], policy);
}

/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(
  gate: Exclude<Gate, { rule: 'net_gain' }>,
  metric: MetricScores,
  { limited, population }: TaskComparison,
  policy: Policy,
  outcome: SequentialOutcome | null,
): GateResult {
  const read = estimandOf(gate) === 'delta' ? DELTA.read : CANDIDATE.read;
  const obstacle = obstacleOf(metric, read, policy);
  if (obstacle !== null) return invalidGate(gate, metric, [obstacle]);
  if (gate.rule === 'no_regression_by_group') return judgeByGroup(gate, metric, policy);
  const isPart = limited && policy.target.value === 'benchmark';
  if (isPart && population === null) return invalidGate(gate, metric, [say.capMessage(gate.task)]);
  const drawnFrom = isPart ? population : null;
  const claim =
    outcome?.claim ?? hypothesisOf(gate, metric.declaration, estimateOf(metric, paired('baseline')));
  if ('refusal' in claim) return invalidGate(gate, metric, [claim.refusal]);
  const alpha = outcome?.level ?? policy.alpha.value;
  const seen = estimandOf(gate) === 'delta' ? imputeDelta(metric) : imputeCandidate(metric);
  const evidence = seen === null || drawnFrom === null ? seen : ofFinitePopulation(seen, drawnFrom);
  const fixed = {
    ...factsOf(gate, metric, claim, alpha),
    ...(drawnFrom === null ? {} : { delta: estimateDelta(metric, evidence, alpha) }),
  };
  const facts = outcome === null ? fixed : inOrderFacts(fixed, metric, outcome);
  if (facts.candidate === null) return invalidGate(gate, metric, [say.noValueMessage(gate.metric)]);
  const isWhole = !limited && metric.scores.every((score) => read(score) !== null);
  const judgement =
    outcome !== null
      ? outcome.judgement
      : evidence === null
        ? null
        : testHypothesis(
            claim,
            evidence,
            alpha,
            isPart ? 'population' : chooseTarget(policy.target.value, claim, evidence, alpha, isWhole),
          );
  const atLevel = { ...policy, alpha: { ...policy.alpha, value: alpha } };
  const reasons = [
    ...gateMessages(gate, facts, metric, claim, judgement, atLevel),
    ...(outcome === null ? [] : [say.sequentialMessage(outcome)]),
    ...(drawnFrom === null ? [] : [say.drawMessage(metric.scores.length, drawnFrom)]),
    ...say.cautions(metric, evidence),
  ];
  return judgedGate(gate, facts, claim, judgement, metric, reasons, atLevel);
}

function inOrderFacts(facts: Facts, { declaration }: MetricScores, outcome: SequentialOutcome): Facts {
  const { baseline, delta } = facts;
  if (baseline === null || delta === null) return facts;
  return { ...facts, delta: deltaInOrder(delta, baseline.value, declaration, outcome) };
}
