import type { TaskComparison } from '../compare/compare.ts';
import { CANDIDATE, DELTA } from '../compare/estimand.ts';
import { alone, descriptive, estimateDelta, estimateOf, paired, shownDelta } from '../compare/estimate.ts';
import { imputeCandidate, imputeDelta } from '../compare/impute.ts';
import { type ImputedEstimate, ofFinitePopulation } from '../compare/imputed-estimate.ts';
import { inOrder, type MetricScores, onlyOn } from '../compare/scores.ts';
import type { DeltaEstimate, GateResult, LookEvidence } from '../domain/decision.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { judgeAggregates } from './aggregate-only.ts';
import type { Hypothesis } from './hypothesis.ts';
import { locateMetric, obstacleOf } from './locate.ts';
import * as messages from './messages.ts';
import { type Facts, factsOf, invalidGate, judgedGate, undecidedGate } from './result.ts';
import { hypothesisOf, ruleOf } from './rules/registry.ts';
import { restsOnTails } from './rules/times.ts';
import { decideInOrder, type SequentialOutcome } from './sequential.ts';
import { inSight } from './sight.ts';
import { chooseTarget, testHypothesis } from './test-hypothesis.ts';

/** A gate's result with the hypothesis that it answers; null where there was no single one. Only the result is written down. */
export interface JudgedGate {
  readonly result: GateResult;
  readonly hypothesis: Hypothesis | null;
}

/** One gate judged on the comparisons of all tasks. */
export function judgeGate(gate: Gate, comparisons: readonly TaskComparison[], policy: Policy): JudgedGate {
  const judged = judgeScores(gate, comparisons, policy);
  return { ...judged, result: inSight(gate, judged.result, comparisons, policy) };
}

/** By what the scores say, whatever they are worth. */
function judgeScores(gate: Gate, comparisons: readonly TaskComparison[], policy: Policy): JudgedGate {
  const rule = ruleOf(gate);
  const alone = (result: GateResult): JudgedGate => ({ result, hypothesis: null });
  if (rule.judgeTasks !== undefined) return alone(rule.judgeTasks(gate, comparisons, policy));
  const located = locateMetric(gate, comparisons);
  if ('faults' in located) return alone(invalidGate(gate, located.metric, located.faults));
  const { metric, comparison } = located;
  if (metric.aggregates !== undefined) return alone(judgeAggregates(gate, rule, metric, policy));
  const { sequence, draw, limited, result } = comparison;
  const seen = sequence === null ? null : inOrder(metric, sequence);
  const outcome =
    seen === null
      ? null
      : decideInOrder(hypothesisInOrder(gate, metric), metric, seen, limited, policy, draw);
  if (outcome === null && seen !== null && seen.length < metric.scores.length) {
    const reason = messages.stopMessage(seen.length, metric.scores.length, result?.stopped);
    const undecided = undecidedGate(gate, onlyOn(metric, seen), [reason], policy, draw);
    const part = { used: seen.length, evaluated: seen.length };
    return alone(
      onPart(undecided, metric, part, result?.stopped === undefined ? {} : { stopped: result.stopped }),
    );
  }
  const judged = judgeMetric(gate, outcome?.metric ?? metric, comparison, policy, outcome);
  if (outcome === null || seen === null) return judged;
  const part = { used: outcome.metric.scores.length, evaluated: seen.length };
  return { ...judged, result: onPart(judged.result, metric, part, { progress: fewOf(outcome.progress) }) };
}

const MOST_LOOKS = 24;

/** Spread evenly, and the last: shares to three digits, of which more than all and less than none say nothing. */
function fewOf(looks: readonly LookEvidence[]): readonly LookEvidence[] {
  const share = (value: number) => Math.round(Math.min(9.999, Math.max(0, value) || 0) * 1000) / 1000;
  const few = Math.min(looks.length, MOST_LOOKS);
  return Array.from({ length: few }, (_, index) => looks[Math.ceil(((index + 1) * looks.length) / few) - 1])
    .filter((look) => look !== undefined)
    .map(({ samples, pass, regression }) => ({ samples, pass: share(pass), regression: share(regression) }));
}

type Sequence = NonNullable<GateResult['sequence']>;

/**
 * What was found on the first samples: how many they are, and the baseline's own value on all of them, which is known and the
 * same wherever the candidate stopped.
 */
function onPart(
  found: GateResult,
  whole: MetricScores,
  { used, evaluated }: Pick<Sequence, 'used' | 'evaluated'>,
  how: Pick<Sequence, 'stopped' | 'progress'>,
): GateResult {
  const planned = whole.scores.length;
  if (used === planned) return found;
  const baseline = estimateOf(whole, alone('baseline'));
  const isPaired = found.baseline !== null && found.baseline.n !== baseline?.n;
  return {
    ...found,
    baseline,
    ...(isPaired ? { pairedBaseline: found.baseline } : {}),
    sequence: { used, evaluated, planned, ...how },
  };
}

/** The question as it stands before the candidate has answered; null where it makes no sense, or there is no single one. */
export function hypothesisInOrder(gate: Gate, metric: MetricScores): Hypothesis | null {
  if (ruleOf(gate).scope !== 'metric') return null;
  const baseline = estimateOf(metric, alone('baseline'));
  const hypothesis = hypothesisOf(gate, metric.declaration, baseline);
  return 'refusal' in hypothesis ? null : hypothesis;
}

/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(
  gate: Gate,
  metric: MetricScores,
  { limited, population }: TaskComparison,
  policy: Policy,
  outcome: SequentialOutcome | null,
): JudgedGate {
  const rule = ruleOf(gate);
  const isChange = rule.estimand === 'delta';
  const read = isChange ? DELTA.read : CANDIDATE.read;
  const asked =
    outcome?.hypothesis ?? hypothesisOf(gate, metric.declaration, estimateOf(metric, paired('baseline')));
  const invalid = (reason: string): JudgedGate => ({
    result: invalidGate(gate, metric, [reason]),
    hypothesis: 'refusal' in asked || rule.scope !== 'metric' ? null : asked,
  });
  // Whoever judges cases one by one names every one without a score, so that coverage is no question.
  const obstacle = rule.scope === 'cases' ? null : obstacleOf(metric, read, policy);
  if (obstacle !== null) return invalid(obstacle);
  if (restsOnTails(rule, metric.declaration)) return invalid(messages.timeValueMessage(gate.metric));
  // However many answers were seen, what is behind their scores is inferred from errors that were measured elsewhere, and of what a
  // clock measured another one would say something else.
  const isInferred = (!isChange && metric.declaration.errors !== undefined) || metric.machines !== undefined;
  const isPart = !isInferred && limited && policy.target.value === 'benchmark';
  if (isPart && population === null) return invalid(messages.capMessage(gate.task));
  if (rule.judgeMetric !== undefined)
    return { result: rule.judgeMetric(gate, metric, policy), hypothesis: null };
  const drawnFrom = isPart ? population : null;
  if ('refusal' in asked) return invalid(asked.refusal);
  const alpha = policy.alpha.value;
  const level = outcome?.level ?? alpha;
  const seen = isChange ? imputeDelta(metric, asked.relative) : imputeCandidate(metric);
  const estimate = seen === null || drawnFrom === null ? seen : ofFinitePopulation(seen, drawnFrom);
  const fixed = {
    ...factsOf(gate, metric, asked, isChange ? level : alpha),
    ...(drawnFrom === null ? {} : { delta: estimateDelta(metric, estimate, level) }),
  };
  const { baseline, delta } = fixed;
  const facts =
    outcome === null || baseline === null || delta === null
      ? fixed
      : inOrderOf(fixed, delta, baseline.value, metric.declaration, outcome, alpha);
  if (facts.candidate === null) return invalid(messages.noValueMessage(gate.metric));
  // Other answers to the same questions would come to another value.
  const isFinal = !limited && metric.varies === undefined;
  const isWhole = isFinal && metric.scores.every((score) => read(score) !== null);
  const target = (of: ImputedEstimate) =>
    isPart || isInferred ? 'population' : chooseTarget(policy.target.value, asked, of, alpha, isWhole);
  const fixedTest = (of: ImputedEstimate) => testHypothesis(asked, of, alpha, target(of));
  const tested = outcome?.tested ?? (estimate === null ? null : fixedTest(estimate));
  const reasons = [
    ...messages.gateMessages(gate, facts, metric, asked, tested, policy),
    ...(outcome === null ? [] : [messages.sequentialMessage(outcome)]),
    ...(drawnFrom === null ? [] : [messages.drawMessage(metric.scores.length, drawnFrom)]),
    ...messages.cautions(metric, estimate),
  ];
  const result = judgedGate(gate, facts, asked, tested, metric, reasons, policy, level);
  return { result, hypothesis: asked };
}

/** The values that belong to what a sequential test found. */
function inOrderOf(
  facts: Facts,
  delta: DeltaEstimate,
  baseline: number,
  declaration: MetricDeclaration,
  outcome: SequentialOutcome,
  alpha: number,
): Facts {
  const { designed, hypothesis } = outcome;
  const full = designed?.baseline ?? null;
  if (designed === null || full === null)
    return { ...facts, delta: deltaInOrder(delta, baseline, declaration, outcome, alpha) };
  const isChange = hypothesis.estimand === 'delta';
  const value = isChange ? designed.value : designed.value - full.value;
  const own = { ...delta, value, low: null, high: null, method: outcome.tested.test.method };
  return {
    ...facts,
    baseline: full,
    candidate: { value: full.value + value, stderr: null, n: facts.candidate?.n ?? 0 },
    delta: isChange ? deltaInOrder(own, full.value, declaration, outcome, alpha) : own,
  };
}

/**
 * The interval of a change that was looked at as it came, at 1 − 2α whenever it stopped. A betting test has one of its own; a
 * look of a group-sequential test has the fixed one at the look's level, which holds for all looks together at that of α
 * (Jennison & Turnbull 1989, "repeated confidence intervals"). Any other is that of a sample of this size fixed in advance, and
 * says so.
 */
function deltaInOrder(
  delta: DeltaEstimate,
  baseline: number,
  declaration: MetricDeclaration,
  { hypothesis, interval, tested }: SequentialOutcome,
  alpha: number,
): DeltaEstimate {
  const { method } = tested.test;
  const level = 1 - 2 * alpha;
  if (interval !== null) {
    const limit = (value: number) => shownDelta(value, baseline, declaration);
    return {
      ...{ value: delta.value, low: limit(interval.low), high: limit(interval.high) },
      ...{ level, method },
    };
  }
  const isRepeated = hypothesis.estimand === 'delta' && method.startsWith('group sequential');
  return isRepeated ? { ...delta, level, method } : descriptive(delta);
}
