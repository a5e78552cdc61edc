import type { TaskComparison } from '../compare/compare.ts';
import { CANDIDATE, DELTA } from '../compare/estimand.ts';
import { descriptive, estimateDelta, estimateOf, paired, shownDelta } from '../compare/estimate.ts';
import { imputeCandidate, imputeDelta } from '../compare/impute.ts';
import { ofFinitePopulation } from '../compare/imputed-estimate.ts';
import { inOrder, type MetricScores, onlyOn } from '../compare/scores.ts';
import type { DeltaEstimate, GateResult } from '../domain/decision.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { judgeAggregates } from './aggregate-only.ts';
import { estimandOf, hypothesisOf } from './hypothesis.ts';
import { locateMetric, obstacleOf } from './locate.ts';
import * as messages from './messages.ts';
import { gateMessages } from './messages.ts';
import { type Facts, factsOf, invalidGate, judgedGate, undecidedGate } from './result.ts';
import { judgeNetGain } from './rules/net-gain.ts';
import { judgeByGroup } from './rules/no-regression-by-group.ts';
import { decideInOrder, type SequentialOutcome } from './sequential.ts';
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
  const reason = messages.stopMessage(seen.length, metric.scores.length, comparison.result?.stopped);
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
  if (isPart && population === null) return invalidGate(gate, metric, [messages.capMessage(gate.task)]);
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
  if (facts.candidate === null) return invalidGate(gate, metric, [messages.noValueMessage(gate.metric)]);
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
    ...(outcome === null ? [] : [messages.sequentialMessage(outcome)]),
    ...(drawnFrom === null ? [] : [messages.drawMessage(metric.scores.length, drawnFrom)]),
    ...messages.cautions(metric, evidence),
  ];
  return judgedGate(gate, facts, claim, judgement, metric, reasons, atLevel);
}

function inOrderFacts(facts: Facts, { declaration }: MetricScores, outcome: SequentialOutcome): Facts {
  const { baseline, delta } = facts;
  if (baseline === null || delta === null) return facts;
  return { ...facts, delta: deltaInOrder(delta, baseline.value, declaration, outcome) };
}

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
