import type { TaskComparison } from '../compare/compare.ts';
import { countFlips, estimateDelta, estimateOf, paired, shown, shownDelta } from '../compare/estimate.ts';
import { candidateEvidence, deltaEvidence } from '../compare/evidence.ts';
import type { MetricScores } from '../compare/scores.ts';
import { CANDIDATE, DELTA } from '../compare/subject.ts';
import type { GateResult } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import { describeLimit, type Gate, type OnInconclusive, type Policy } from '../domain/gate.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Claim, claimOf } from './claim.ts';
import { chooseTarget, type Judgement, judge, minimumDetectable } from './judge.ts';
import * as say from './reasons.ts';

/** One gate judged on the comparisons of all tasks. */
export function judgeGate(gate: Gate, comparisons: readonly TaskComparison[], policy: Policy): GateResult {
  const comparison = comparisons.find(({ task }) => task === gate.task);
  if (comparison === undefined)
    return invalid(gate, null, [say.sentenceOfUnknownTask(gate.task, comparisons)]);
  const metric = findMetric(gate, comparison);
  const hard = comparison.mismatches.filter(({ severity }) => severity === 'hard');
  const scores = 'refusal' in metric ? null : metric;
  if (hard.length > 0) return invalid(gate, scores, hard.map(say.sentenceOfMismatch));
  if ('refusal' in metric) return invalid(gate, null, [metric.refusal]);
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
    return invalid(gate, metric, [
      `${gate.metric} is a function of all samples at once and has no score a sample to pair: gate a metric that has.`,
    ]);
  }
  const claim = claimOf(gate, metric.declaration, estimateOf(metric, paired('baseline')));
  if ('refusal' in claim) return invalid(gate, metric, [claim.refusal]);

  const read = claim.about === 'delta' ? DELTA.read : CANDIDATE.read;
  const usable = metric.scores.filter((score) => read(score) !== null).length;
  const minimum = policy.minCoverage.value;
  if (usable === 0 || usable < minimum * metric.scores.length) {
    return invalid(gate, metric, [say.sentenceOfCoverage(usable, metric.scores.length, minimum)]);
  }
  if (limited && policy.target.value === 'benchmark') {
    return invalid(gate, metric, [
      `The runs of ${gate.task} were capped to a part of its samples, which cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`,
    ]);
  }

  const alpha = policy.alpha.value;
  const evidence = claim.about === 'delta' ? deltaEvidence(metric) : candidateEvidence(metric);
  const isWhole = !limited && usable === metric.scores.length;
  const judgement =
    evidence === null
      ? null
      : judge(claim, evidence, alpha, chooseTarget(policy.target.value, claim, evidence, alpha, isWhole));
  const facts = factsOf(gate, metric, claim, alpha);
  return {
    ...facts,
    ...verdictOf(gate, judgement, policy.onInconclusive.value),
    bound: boundOf(claim, judgement, metric, alpha),
    reasons: [
      ...sentences(gate, facts, metric, claim, judgement, policy),
      ...say.cautions(metric, evidence, facts.candidate),
    ],
    minimumDetectable: detectable(claim, judgement, facts, metric, alpha),
  };
}

type Judged = 'verdict' | 'leaning' | 'test' | 'needed' | 'blocks';
type Facts = Omit<GateResult, Judged | 'reasons' | 'bound' | 'minimumDetectable'>;

/** What is so whatever the verdict. */
function factsOf(gate: Gate, metric: MetricScores | null, claim: Claim | null, alpha: number | null): Facts {
  const unit = metric?.declaration.unit ?? 'number';
  return {
    id: gate.id,
    task: gate.task,
    metric: gate.metric,
    rule: gate.rule,
    limit: describeLimit(gate, unit === 'rate' ? 'rate' : 'other'),
    margin: claim?.margin ?? null,
    unit,
    direction: metric?.declaration.direction ?? null,
    tier: gate.tier,
    baseline: metric === null ? null : estimateOf(metric, paired('baseline')),
    candidate:
      metric === null
        ? null
        : estimateOf(metric, claim?.about === 'candidate' ? CANDIDATE.read : paired('candidate')),
    delta: metric === null || alpha === null ? null : estimateDelta(metric, deltaEvidence(metric), alpha),
    pairs: metric === null ? 0 : metric.scores.filter((score) => DELTA.read(score) !== null).length,
    unpaired: metric?.unpaired ?? { baseline: 0, candidate: 0 },
    unscored: metric?.unscored ?? { baseline: 0, candidate: 0 },
    flips: metric === null ? null : countFlips(metric),
  };
}

/** A gate that could not be judged: the numbers there are, and why they prove nothing. */
function invalid(gate: Gate, metric: MetricScores | null, reasons: readonly string[]): GateResult {
  return {
    ...factsOf(gate, metric, null, null),
    verdict: 'invalid',
    reasons,
    bound: null,
    leaning: null,
    test: null,
    minimumDetectable: null,
    needed: null,
    blocks: gate.tier === 'blocking',
  };
}

/** A single sample has no interval, so without a judgement the gate is undecided. */
function verdictOf(
  gate: Gate,
  judgement: Judgement | null,
  onInconclusive: OnInconclusive,
): Pick<GateResult, Judged> {
  const verdict = judgement?.verdict ?? 'inconclusive';
  const leans = verdict === 'inconclusive' && onInconclusive === 'lean';
  const leaning = leans ? (judgement?.leaning ?? 'none') : null;
  return {
    verdict,
    leaning,
    test: judgement?.test ?? null,
    needed: judgement?.needed ?? null,
    blocks: gate.tier === 'blocking' && isStop(verdict, leaning, onInconclusive),
  };
}

function isStop(verdict: Verdict, leaning: GateResult['leaning'], onInconclusive: OnInconclusive): boolean {
  if (verdict !== 'inconclusive') return verdict !== 'pass';
  switch (onInconclusive) {
    case 'block':
      return true;
    case 'warn':
      return false;
    case 'lean':
      return leaning !== 'pass';
    default:
      return assertNever(onInconclusive);
  }
}

function sentences(
  gate: Gate,
  { baseline, candidate, delta }: Facts,
  metric: MetricScores,
  claim: Claim,
  judgement: Judgement | null,
  policy: Policy,
): string[] {
  const name = `${gate.metric} on ${gate.task}`;
  const observed =
    claim.about === 'candidate' && candidate !== null
      ? [say.sentenceOfValue(name, candidate, boundOf(claim, judgement, metric, policy.alpha.value), metric)]
      : baseline !== null && candidate !== null && delta !== null
        ? [say.sentenceOfDelta(name, baseline, candidate, delta, metric)]
        : [];
  if (judgement === null) {
    return [...observed, 'A single independent sample has no interval: nothing can be proven or ruled out.'];
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

function boundOf(
  { about, safeSide }: Claim,
  judgement: Judgement | null,
  { declaration }: MetricScores,
  alpha: number,
): GateResult['bound'] {
  if (about !== 'candidate' || judgement === null || judgement.bound === null) return null;
  const value = shown(judgement.bound, declaration);
  if (!Number.isFinite(value)) return null;
  return { side: safeSide === 'less' ? 'upper' : 'lower', value, level: 1 - alpha };
}

function detectable(
  { about }: Claim,
  judgement: Judgement | null,
  facts: Facts,
  metric: MetricScores,
  alpha: number,
): number | null {
  const halfWidth = judgement?.halfWidth ?? null;
  const from = about === 'delta' ? facts.baseline : facts.candidate;
  if (halfWidth === null || from === null) return null;
  const shown = shownDelta(minimumDetectable(halfWidth, alpha), from.value, metric.declaration);
  return Number.isFinite(shown) ? shown : null;
}
