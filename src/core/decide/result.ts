import type { FoundDraw } from '../compare/draw.ts';
import { CANDIDATE, DELTA, type Estimand } from '../compare/estimand.ts';
import {
  countFlips,
  descriptive,
  effectiveOf,
  estimateDelta,
  estimateOf,
  paired,
  shownDelta,
} from '../compare/estimate.ts';
import { imputeDelta } from '../compare/impute.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { Estimate, GateResult } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import { describeLimit, type Gate, type OnInconclusive, type Policy } from '../domain/gate.ts';
import type { Verdict } from '../domain/verdict.ts';
import { countOf } from '../stats/columns.ts';
import type { ConfidenceLimits } from '../stats/combined.ts';
import type { Hypothesis } from './hypothesis.ts';
import * as messages from './messages.ts';
import { confidenceLimitOf, minimumDetectable, type TestedHypothesis } from './test-hypothesis.ts';

/** What the samples are, whatever follows from them. */
export type Facts = Omit<GateResult, Judged | 'reasons' | 'warnings' | 'bound' | 'minimumDetectable'>;
type Judged = 'verdict' | 'leaning' | 'test' | 'needed' | 'blocks';

/** @param hypothesis null when the gate's question makes no sense for the metric, so that there is no margin */
export function factsOf(
  gate: Gate,
  metric: MetricScores | null,
  hypothesis: Hypothesis | null,
  alpha: number | null,
): Facts {
  const unit = metric?.declaration.unit ?? 'number';
  const isValue = hypothesis?.estimand === 'candidate';
  return {
    id: gate.id,
    task: gate.task,
    metric: gate.filter === undefined ? gate.metric : `${gate.metric},${gate.filter}`,
    rule: gate.rule,
    ...(gate.against === undefined ? {} : { against: gate.against }),
    limit: describeLimit(gate, unit === 'rate' ? 'rate' : 'other'),
    margin: hypothesis?.margin ?? null,
    unit,
    direction: metric?.declaration.direction ?? null,
    tier: gate.tier,
    baseline: metric === null ? null : estimateOf(metric, paired('baseline')),
    candidate: metric === null ? null : estimateOf(metric, isValue ? CANDIDATE.read : paired('candidate')),
    delta: metric === null || alpha === null ? null : estimateDelta(metric, imputeDelta(metric), alpha),
    pairs: metric === null ? 0 : countOf(metric.scores, (score) => DELTA.read(score) !== null),
    ...(metric === null ? {} : isValue ? uneven(metric, CANDIDATE) : uneven(metric, DELTA)),
    ...(metric?.repeats === undefined ? {} : { repeats: metric.repeats }),
    unpaired: metric?.unpaired ?? { baseline: 0, candidate: 0 },
    unscored: metric?.unscored ?? { baseline: 0, candidate: 0 },
    flips: metric === null ? null : countFlips(metric),
  };
}

/** Below this share of the samples a reader is told what they count for. */
const NEARLY_ALL = 0.9;

function uneven<Reading>(metric: MetricScores, estimand: Estimand<Reading>): Pick<GateResult, 'effective'> {
  const samples = countOf(metric.scores, (score) => estimand.read(score) !== null);
  const effective = effectiveOf(metric, estimand);
  // As few as nine of ten in round figures are nine of ten, however the weights were summed.
  return effective < NEARLY_ALL * samples * (1 - 1e-9) ? { effective } : {};
}

/** A gate that could not be judged: the numbers there are, and why they prove nothing. */
export function invalidGate(gate: Gate, metric: MetricScores | null, reasons: readonly string[]): GateResult {
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

/** A gate that was not decided when the evaluation stopped: silence is no evidence, so that nothing leans on it. */
export function undecidedGate(
  gate: Gate,
  metric: MetricScores | null,
  reasons: readonly string[],
  policy: Policy,
  draw: FoundDraw = null,
): GateResult {
  const facts = factsOf(gate, metric, null, policy.alpha.value);
  // Samples that were drawn by weight are like no others: their means tell nothing of the task.
  const isDrawn = draw !== null;
  return {
    ...facts,
    candidate: isDrawn ? null : facts.candidate,
    delta: isDrawn || facts.delta === null ? null : descriptive(facts.delta),
    ...verdictOf(gate, null, policy),
    reasons,
    bound: null,
    minimumDetectable: null,
  };
}

/**
 * A gate that was judged; with null, one whose samples allow no interval, which leaves it undecided.
 * @param level one-sided, of the test that was made: lower than `alpha` at one of several looks
 */
export function judgedGate(
  gate: Gate,
  facts: Facts,
  hypothesis: Hypothesis,
  tested: TestedHypothesis | null,
  metric: MetricScores,
  reasons: readonly string[],
  policy: Policy,
  level = policy.alpha.value,
): GateResult {
  return {
    ...facts,
    ...verdictOf(gate, tested, policy),
    ...said(reasons, metric, facts.candidate),
    bound: confidenceLimitOf(hypothesis, tested, metric, policy.alpha.value),
    minimumDetectable: detectable(hypothesis, tested, facts, metric, level),
  };
}

function said(
  reasons: readonly string[],
  metric: MetricScores,
  candidate: Estimate | null,
): Pick<GateResult, 'reasons' | 'warnings'> {
  const warnings = messages.warnings(metric, candidate);
  return { reasons: [...reasons, ...warnings], ...(warnings.length === 0 ? {} : { warnings }) };
}

/** What follows for a gate from its test; of none at all, that it is undecided. */
export function verdictOf(
  gate: Pick<Gate, 'tier'>,
  tested: TestedHypothesis | null,
  policy: Policy,
): Pick<GateResult, Judged> {
  const verdict = tested?.verdict ?? 'inconclusive';
  const leaning = leaningOf(tested, policy);
  return {
    verdict,
    leaning,
    test: tested?.test ?? null,
    needed: tested?.needed ?? null,
    blocks: gate.tier === 'blocking' && isStop(verdict, leaning, policy.onInconclusive.value),
  };
}

/**
 * Undecided, a gate leans to pass where the test that would prove safety rejects harm at `lean_alpha`. Whatever the number of
 * samples, a candidate exactly at its limit then merges unproven with that probability at most, and losing less never blocks.
 * @param tested null where nothing could be tested: silence is no evidence, so that nothing leans on it
 */
export function leaningOf(
  tested: TestedHypothesis | null,
  { onInconclusive, leanAlpha }: Policy,
): GateResult['leaning'] {
  if (onInconclusive.value !== 'lean' || (tested !== null && tested.verdict !== 'inconclusive')) return null;
  if (tested === null) return 'none';
  // A p-value on the level to the digit is on it, however it was rounded.
  const isBelow = tested.pLean !== null && tested.pLean < leanAlpha.value * (1 - 1e-9);
  return isBelow ? 'pass' : 'regression';
}

/** What is known of a size by its limits alone, held against the largest allowed. */
export function decideByLimits(
  { lower, upper }: ConfidenceLimits,
  limit: number,
  { alpha, leanAlpha, onInconclusive }: Policy,
): Pick<GateResult, 'verdict' | 'leaning'> {
  if (upper(alpha.value) < limit) return { verdict: 'pass', leaning: null };
  if (lower(alpha.value) > limit) return { verdict: 'regression', leaning: null };
  if (onInconclusive.value !== 'lean') return { verdict: 'inconclusive', leaning: null };
  // A p-value on the level to the digit is on it, however it was rounded.
  const leans = upper(leanAlpha.value * (1 - 1e-9)) < limit;
  return { verdict: 'inconclusive', leaning: leans ? 'pass' : 'regression' };
}

/** Whether a blocking gate with this answer stops the merge. */
export function stopsMerge(tested: TestedHypothesis, policy: Policy): boolean {
  return isStop(tested.verdict, leaningOf(tested, policy), policy.onInconclusive.value);
}

/** The same, of what a gate was found to be. */
export function isStop(
  verdict: Verdict,
  leaning: GateResult['leaning'],
  onInconclusive: OnInconclusive,
): boolean {
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

function detectable(
  { estimand }: Hypothesis,
  tested: TestedHypothesis | null,
  facts: Facts,
  metric: MetricScores,
  alpha: number,
): number | null {
  const halfWidth = tested?.halfWidth ?? null;
  const from = estimand === 'delta' ? facts.baseline : facts.candidate;
  if (halfWidth === null || from === null) return null;
  const size = shownDelta(minimumDetectable(halfWidth, alpha), from.value, metric.declaration);
  return Number.isFinite(size) ? size : null;
}
