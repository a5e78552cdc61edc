import { shown } from '../compare/estimate.ts';
import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { GateResult, TestResult } from '../domain/decision.ts';
import type { Verdict } from '../domain/verdict.ts';
import { lowerLimit, testAgainst, upperLimit } from '../stats/inference.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import type { Hypothesis } from './hypothesis.ts';
import { samplesToDecide } from './needed.ts';

/** What the verdict speaks of: all questions like these, or exactly the questions of this benchmark. */
export type Target = 'population' | 'benchmark';

/** A claim judged. */
export interface TestedHypothesis {
  readonly verdict: Exclude<Verdict, 'invalid'>;
  readonly target: Target;
  readonly test: TestResult;
  /** One-sided limit on the forbidden side; null where missing scores leave it open. */
  readonly bound: number | null;
  /** How far the limits lie from the value, all on the judged scale; null likewise. */
  readonly halfWidth: number | null;
  /** The side on which the value falls, however the missing scores turn out; none where the data cannot tell. */
  readonly leaning: 'pass' | 'regression' | 'none';
  readonly needed: number | null;
}

/**
 * Three answers, by two one-sided tests with error `alpha` each:
 *
 * ```
 *                      forbidden │ safe
 *   [───────────]                │                   regression: proven to lie beyond the boundary
 *                          [─────┼─────]             inconclusive
 *                                │    [─────────]    pass: proven to lie on the safe side
 * ```
 *
 * For the benchmark itself, every sample of which was seen, there is nothing to infer: the value is compared.
 */
export function testHypothesis(
  claim: Hypothesis,
  evidence: ImputedEstimate,
  alpha: number,
  target: Target,
): TestedHypothesis {
  const { safe, worst } = ends(claim, evidence);
  const bound =
    worst === null ? null : (isGreaterSafe(claim) ? lowerLimit : upperLimit)(worst.inference, alpha);
  const halfWidth = halfWidthOf(claim, evidence, alpha);
  const leaning = leaningOf(claim, evidence, halfWidth);
  if (target === 'benchmark') {
    const verdict = compare(claim, evidence);
    const test = { method: 'benchmark', statistic: null, pSafe: null, pWorse: null };
    return { verdict, target, test, bound, halfWidth, leaning, needed: null };
  }
  const ofSafety = worst === null ? null : testAgainst(worst.inference, claim.boundary);
  const ofHarm = safe === null ? null : testAgainst(safe.inference, claim.boundary);
  const pSafe = (isGreaterSafe(claim) ? ofSafety?.pGreater : ofSafety?.pLess) ?? null;
  const pWorse = (isGreaterSafe(claim) ? ofHarm?.pLess : ofHarm?.pGreater) ?? null;
  const verdict =
    pSafe !== null && pSafe < alpha
      ? 'pass'
      : pWorse !== null && pWorse < alpha
        ? 'regression'
        : 'inconclusive';
  return {
    verdict,
    target,
    test: { method: evidence.method, statistic: finite(ofSafety?.statistic), pSafe, pWorse },
    bound,
    halfWidth,
    leaning,
    needed: verdict === 'inconclusive' ? samplesToDecide(claim, evidence, alpha) : null,
  };
}

function isGreaterSafe({ safeSide }: Hypothesis): boolean {
  return safeSide === 'greater';
}

/** The completion that speaks most for safety and the one that speaks most against it. */
function ends(claim: Hypothesis, { lowest, highest }: ImputedEstimate) {
  return isGreaterSafe(claim) ? { safe: highest, worst: lowest } : { safe: lowest, worst: highest };
}

/** On the boundary is within the limit. The slack, a billionth of a sample, is for limits such as 0.1 + 0.2. */
function isWithin({ safeSide, boundary }: Hypothesis, value: number, n: number): boolean {
  const slack = 1e-9 / n;
  return safeSide === 'greater' ? value >= boundary - slack : value <= boundary + slack;
}

function compare(claim: Hypothesis, evidence: ImputedEstimate): TestedHypothesis['verdict'] {
  const { safe, worst } = ends(claim, evidence);
  if (worst !== null && isWithin(claim, worst.value, evidence.n)) return 'pass';
  if (safe !== null && !isWithin(claim, safe.value, evidence.n)) return 'regression';
  return 'inconclusive';
}

/**
 * Half the width of the two-sided interval; for a value, whose limits are uneven, the distance to the limit on the
 * forbidden side.
 */
function halfWidthOf(
  claim: Hypothesis,
  { value, lowest, highest }: ImputedEstimate,
  alpha: number,
): number | null {
  if (lowest === null || highest === null) return null;
  const low = lowerLimit(lowest.inference, alpha);
  const high = upperLimit(highest.inference, alpha);
  if (claim.about === 'delta') return (high - low) / 2;
  return isGreaterSafe(claim) ? value - low : high - value;
}

/** The value's side of the boundary, where the data can resolve the boundary at all. */
function leaningOf(
  claim: Hypothesis,
  evidence: ImputedEstimate,
  halfWidth: number | null,
): TestedHypothesis['leaning'] {
  if (halfWidth === null || halfWidth > 2 * claim.tolerance) return 'none';
  const verdict = compare(claim, evidence);
  return verdict === 'inconclusive' ? 'none' : verdict;
}

/**
 * Benchmark and population agree except within `tolerance`/3 of the boundary when the interval is that narrow; `auto`
 * then speaks of the benchmark. Only whole runs can: `isWhole` says that no cap was set and every score is there.
 */
export function chooseTarget(
  policy: 'auto' | Target,
  claim: Hypothesis,
  evidence: ImputedEstimate,
  alpha: number,
  isWhole: boolean,
): Target {
  if (policy !== 'auto') return policy;
  if (!isWhole || claim.about === 'candidate') return 'population';
  const halfWidth = halfWidthOf(claim, evidence, alpha);
  return halfWidth !== null && halfWidth <= claim.tolerance / 3 ? 'benchmark' : 'population';
}

/** Smallest change that as many samples would show with 90 % probability: (z_α + z_.9) standard errors. */
export function minimumDetectable(halfWidth: number, alpha: number): number {
  const z = normalQuantile(1 - alpha);
  return (halfWidth * (z + normalQuantile(0.9))) / z;
}

function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for claims about a change. */
export function confidenceLimitOf(
  { about, safeSide }: Hypothesis,
  judgement: TestedHypothesis | null,
  { declaration }: MetricScores,
  alpha: number,
): GateResult['bound'] {
  if (about !== 'candidate' || judgement === null || judgement.bound === null) return null;
  const value = shown(judgement.bound, declaration);
  if (!Number.isFinite(value)) return null;
  return { side: safeSide === 'less' ? 'upper' : 'lower', value, level: 1 - alpha };
}
