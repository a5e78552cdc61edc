import type { TaskComparison } from '../compare/compare.ts';
import { estimateOf, paired } from '../compare/estimate.ts';
import { candidateEvidence, deltaEvidence } from '../compare/evidence.ts';
import type { MetricScores } from '../compare/scores.ts';
import { inOrder, onlyOn } from '../compare/sequence.ts';
import { CANDIDATE, DELTA } from '../compare/subject.ts';
import type { GateResult } from '../domain/decision.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { boundOf } from './bound.ts';
import { judgeByGroup } from './by-group.ts';
import { type Claim, claimOf, subjectOf } from './claim.ts';
import { chooseTarget, type Judgement, judge } from './judge.ts';
import * as say from './reasons.ts';
import { type Facts, factsOf, invalidGate, judgedGate, undecidedGate } from './result.ts';
import { decideInOrder, type Outcome } from './sequential.ts';

/** One gate judged on the comparisons of all tasks. */
export function judgeGate(gate: Gate, comparisons: readonly TaskComparison[], policy: Policy): GateResult {
  const comparison = comparisons.find(({ task }) => task === gate.task);
  if (comparison === undefined)
    return invalidGate(gate, null, [say.sentenceOfUnknownTask(gate.task, comparisons)]);
  const metric = findMetric(gate, comparison);
  const hard = comparison.mismatches.filter(({ severity }) => severity === 'hard');
  const scores = 'refusal' in metric ? null : metric;
  if (hard.length > 0) return invalidGate(gate, scores, hard.map(say.sentenceOfMismatch));
  if ('refusal' in metric) return invalidGate(gate, null, [metric.refusal]);
  const { sequence, limited } = comparison;
  if (sequence === null) return judgeMetric(gate, metric, limited, policy, null);
  const seen = inOrder(metric, sequence);
  const outcome =
    gate.rule === 'no_regression_by_group' ? null : decideInOrder(gate, metric, seen, limited, policy);
  if (outcome !== null) return judgeMetric(gate, outcome.metric, limited, policy, outcome);
  if (seen.length === metric.scores.length) return judgeMetric(gate, metric, limited, policy, null);
  const reason = say.sentenceOfStop(seen.length, metric.scores.length);
  return undecidedGate(gate, onlyOn(metric, seen), [reason], policy);
}

function findMetric(gate: Gate, comparison: TaskComparison): MetricScores | { readonly refusal: string } {
  const named = comparison.metrics.filter(({ declaration }) => declaration.name === gate.metric);
  const chosen = gate.filter === undefined ? named : named.filter(({ filter }) => filter === gate.filter);
  const [only, ...others] = chosen;
  if (only === undefined) {
    const name = gate.filter === undefined ? gate.metric : `${gate.metric},${gate.filter}`;
    return { refusal: say.sentenceOfUnknownMetric(name, comparison) };
  }
  return others.length === 0 ? only : { refusal: say.sentenceOfAmbiguousMetric(gate.metric, chosen) };
}

/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(
  gate: Gate,
  metric: MetricScores,
  limited: boolean,
  policy: Policy,
  outcome: Outcome | null,
): GateResult {
  if (metric.declaration.kind === 'corpus' && metric.declaration.aggregate === undefined) {
    return invalidGate(gate, metric, [say.sentenceOfCorpusMetric(gate.metric)]);
  }
  const read = subjectOf(gate) === 'delta' ? DELTA.read : CANDIDATE.read;
  const usable = metric.scores.filter((score) => read(score) !== null).length;
  const minimum = policy.minCoverage.value;
  if (usable === 0 || usable < minimum * metric.scores.length) {
    return invalidGate(gate, metric, [say.sentenceOfCoverage(usable, metric, minimum)]);
  }
  if (gate.rule === 'no_regression_by_group') return judgeByGroup(gate, metric, policy);
  if (limited && policy.target.value === 'benchmark')
    return invalidGate(gate, metric, [say.sentenceOfCap(gate.task)]);
  const claim = outcome?.claim ?? claimOf(gate, metric.declaration, estimateOf(metric, paired('baseline')));
  if ('refusal' in claim) return invalidGate(gate, metric, [claim.refusal]);
  const alpha = outcome?.level ?? policy.alpha.value;
  const facts = factsOf(gate, metric, claim, alpha);
  if (facts.candidate === null) return invalidGate(gate, metric, [say.sentenceOfNoValue(gate.metric)]);

  const evidence = subjectOf(gate) === 'delta' ? deltaEvidence(metric) : candidateEvidence(metric);
  const isWhole = !limited && usable === metric.scores.length;
  const judgement =
    outcome !== null
      ? outcome.judgement
      : evidence === null
        ? null
        : judge(claim, evidence, alpha, chooseTarget(policy.target.value, claim, evidence, alpha, isWhole));
  const atLevel = { ...policy, alpha: { ...policy.alpha, value: alpha } };
  const reasons = [
    ...sentences(gate, facts, metric, claim, judgement, atLevel),
    ...(outcome === null ? [] : [say.sentenceOfSequence(outcome)]),
    ...say.cautions(metric, evidence, facts.candidate),
  ];
  return judgedGate(gate, facts, claim, judgement, metric, reasons, atLevel);
}

function sentences(
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
  const undecided =
    judgement.verdict !== 'inconclusive'
      ? []
      : [
          ...say.sentenceOfNeeded(judgement.needed),
          ...(policy.onInconclusive.value === 'lean' && gate.tier === 'blocking'
            ? [say.sentenceOfLeaning(judgement.leaning)]
            : []),
        ];
  return [...observed, say.sentenceOfVerdict(judgement, claim), ...undecided];
}
