import type { TaskComparison } from '../compare/compare.ts';
import { estimateOf, paired } from '../compare/estimate.ts';
import { candidateEvidence, deltaEvidence } from '../compare/evidence.ts';
import type { MetricScores } from '../compare/scores.ts';
import { CANDIDATE, DELTA } from '../compare/subject.ts';
import type { GateResult } from '../domain/decision.ts';
import type { Gate, Policy } from '../domain/gate.ts';
import { boundOf } from './bound.ts';
import { judgeByGroup } from './by-group.ts';
import { type Claim, claimOf, subjectOf } from './claim.ts';
import { chooseTarget, type Judgement, judge } from './judge.ts';
import * as say from './reasons.ts';
import { type Facts, factsOf, invalidGate, judgedGate } from './result.ts';

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
  return judgeMetric(gate, metric, comparison.limited, policy);
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

function judgeMetric(gate: Gate, metric: MetricScores, limited: boolean, policy: Policy): GateResult {
  if (metric.declaration.kind === 'corpus') {
    return invalidGate(gate, metric, [say.sentenceOfCorpusMetric(gate.metric)]);
  }
  const read = subjectOf(gate) === 'delta' ? DELTA.read : CANDIDATE.read;
  const usable = metric.scores.filter((score) => read(score) !== null).length;
  const minimum = policy.minCoverage.value;
  if (usable === 0 || usable < minimum * metric.scores.length) {
    return invalidGate(gate, metric, [say.sentenceOfCoverage(usable, metric.scores.length, minimum)]);
  }
  if (gate.rule === 'no_regression_by_group') return judgeByGroup(gate, metric, policy);
  if (limited && policy.target.value === 'benchmark')
    return invalidGate(gate, metric, [say.sentenceOfCap(gate.task)]);
  const claim = claimOf(gate, metric.declaration, estimateOf(metric, paired('baseline')));
  if ('refusal' in claim) return invalidGate(gate, metric, [claim.refusal]);
  const alpha = policy.alpha.value;
  const facts = factsOf(gate, metric, claim, alpha);
  if (facts.candidate === null) return invalidGate(gate, metric, [say.sentenceOfNoValue(gate.metric)]);

  const evidence = subjectOf(gate) === 'delta' ? deltaEvidence(metric) : candidateEvidence(metric);
  const isWhole = !limited && usable === metric.scores.length;
  const judgement =
    evidence === null
      ? null
      : judge(claim, evidence, alpha, chooseTarget(policy.target.value, claim, evidence, alpha, isWhole));
  const reasons = [
    ...sentences(gate, facts, metric, claim, judgement, policy),
    ...say.cautions(metric, evidence, facts.candidate),
  ];
  return judgedGate(gate, facts, claim, judgement, metric, reasons, policy);
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
    return [...observed, say.NO_INTERVAL];
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
