import { shown } from '../compare/estimate.ts';
import type { Imputation, ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { GateResult, TestResult } from '../domain/decision.ts';
import type { Verdict } from '../domain/verdict.ts';
import {
  type Inference,
  lowerLimit,
  middleOf,
  testAgainst,
  threeOf,
  upperLimit,
} from '../stats/inference.ts';
import { binomialAtLeast, binomialAtMost } from '../stats/special/binomial.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { type Degradation, degradationOf, flipsOf, type Hypothesis, slackOf } from './hypothesis.ts';
import { samplesToDecide } from './needed.ts';

/** What the verdict speaks of: all questions like these, or exactly the questions of this benchmark. */
export type Target = 'population' | 'benchmark';

export interface TestedHypothesis {
  readonly verdict: Exclude<Verdict, 'invalid'>;
  readonly target: Target;
  readonly test: TestResult;
  /** The largest degradation that the data allow, by a one-sided limit; null where missing scores leave it open. */
  readonly confidenceLimit: number | null;
  /** How far the limits lie from the value, all on the judged scale; null likewise. */
  readonly halfWidth: number | null;
  /**
   * The p-value by which an undecided gate leans: of the fixed test that would prove safety, on all samples that were seen.
   * Null where missing scores leave it open, and of the benchmark, where there is no test.
   */
  readonly pLean: number | null;
  readonly needed: number | null;
}

/**
 * Three answers, by two one-sided tests of the degradation with error `alpha` each:
 *
 * ```
 *                          safe │ forbidden
 *                               │    [─────────]    regression: proven to lie beyond the boundary
 *                         [─────┼─────]             inconclusive
 *   [───────────]               │                   pass: proven to lie on the safe side
 * ```
 *
 * For the benchmark itself, every sample of which was seen, there is nothing to infer: the value is compared.
 */
export function testHypothesis(
  hypothesis: Hypothesis,
  estimate: ImputedEstimate,
  alpha: number,
  target: Target,
): TestedHypothesis {
  const { sign, boundary } = hypothesis;
  const degradation = degradationOf(estimate, sign);
  const { best, worst } = degradation;
  const confidenceLimit = worst === null ? null : upperLimit(worst.inference, alpha);
  const answer = { target, confidenceLimit, halfWidth: halfWidthOf(hypothesis, degradation, alpha) };
  if (target === 'benchmark') {
    const test = { method: 'benchmark', statistic: null, pSafe: null, pWorse: null };
    return { ...answer, verdict: compare(hypothesis, degradation), test, pLean: null, needed: null };
  }
  const ofSafety = worst === null ? null : testAgainst(worst.inference, boundary);
  const pSafe = ofSafety?.pLess ?? null;
  const pWorse = best === null ? null : testAgainst(best.inference, boundary).pGreater;
  const pLean = worst === null || pSafe === null ? null : leanP(worst.inference, boundary, pSafe);
  const verdict =
    pSafe !== null && pSafe < alpha
      ? 'pass'
      : pWorse !== null && pWorse < alpha
        ? 'regression'
        : 'inconclusive';
  // Statistics are shown as the delta's, whose sign readers expect.
  const statistic = ofSafety === null || ofSafety.statistic === null ? null : sign * ofSafety.statistic;
  return {
    ...answer,
    verdict,
    test: {
      ...{ method: estimate.method, statistic: finite(statistic), pSafe, pWorse },
      ...(verdict !== 'inconclusive' || pLean === null || pLean === pSafe ? {} : { pLean }),
    },
    pLean,
    needed: verdict === 'inconclusive' ? samplesToDecide(boundary, degradation, alpha) : null,
  };
}

/**
 * Tango's normal score is too sure where hardly any answer flips: of 50 pairs, none of which flipped, it says p = 0.16 to a limit
 * of 2 points, and a candidate that loses exactly these and wins nothing shows that in 36 % of runs. At alpha that is no matter
 * (its error is below 5.5 %), at `lean_alpha` it is. So a lean also takes the exact probability in that extreme case, where every
 * flip goes one way: with more flips both ways Tango's p is the greater one, and the only one that counts.
 */
function leanP(inference: Inference, boundary: number, pSafe: number): number {
  if (inference.kind === 'between')
    return middleOf(
      threeOf(inference).map((each) => leanP(each, boundary, testAgainst(each, boundary).pLess)),
    );
  if (inference.kind === 'scaled')
    return leanP(inference.of, (boundary - inference.moved) / inference.factor, pSafe);
  if (inference.kind === 'negated' && inference.of.kind === 'scaled') {
    const { of, factor, moved } = inference.of;
    return leanP({ kind: 'negated', of }, (boundary + moved) / factor, pSafe);
  }
  const flips = flipsOf(inference);
  if (flips === null || boundary === 0 || Math.abs(boundary) >= 1) return pSafe;
  const lost = flips.regressed - flips.improved;
  const oneWay =
    boundary > 0
      ? binomialAtMost(lost, flips.pairs, boundary)
      : binomialAtLeast(-lost, flips.pairs, -boundary);
  return Math.max(pSafe, oneWay);
}

/** On the boundary is within the limit. */
function isWithin({ boundary }: Hypothesis, value: number, n: number): boolean {
  return value <= boundary + slackOf(n);
}

function compare(hypothesis: Hypothesis, { best, worst, n }: Degradation): TestedHypothesis['verdict'] {
  if (worst !== null && isWithin(hypothesis, worst.value, n)) return 'pass';
  if (best !== null && !isWithin(hypothesis, best.value, n)) return 'regression';
  return 'inconclusive';
}

/**
 * Half the width of the two-sided interval; for a value, whose limits are uneven, the distance to the limit on the
 * forbidden side.
 */
function halfWidthOf(
  { estimand }: Hypothesis,
  { value, best, worst }: Degradation,
  alpha: number,
): number | null {
  if (best === null || worst === null) return null;
  const high = upperLimit(worst.inference, alpha);
  return estimand === 'delta' ? (high - lowerLimit(best.inference, alpha)) / 2 : high - value;
}

/**
 * Benchmark and population agree except within `tolerance`/3 of the boundary when the interval is that narrow; `auto`
 * then speaks of the benchmark. Only whole runs can: `isWhole` says that no cap was set and every score is there.
 */
export function chooseTarget(
  policy: 'auto' | Target,
  hypothesis: Hypothesis,
  estimate: ImputedEstimate,
  alpha: number,
  isWhole: boolean,
): Target {
  if (policy !== 'auto') return policy;
  // Around a limit of 0 no band is narrow: without a move the other way nothing would be left of the interval.
  if (!isWhole || hypothesis.estimand === 'candidate' || hypothesis.tolerance === 0) return 'population';
  const halfWidth = halfWidthAtLimit(hypothesis, estimate, alpha);
  return halfWidth !== null && halfWidth <= hypothesis.tolerance / 3 ? 'benchmark' : 'population';
}

/**
 * What the interval would be for a candidate exactly on the boundary that lost as much as this one, or, where this one lies beyond, won
 * as much. That of what was seen grows with everything that is won besides, so that a better candidate could turn a pass of the benchmark
 * into an undecided gate of the population.
 */
function halfWidthAtLimit(hypothesis: Hypothesis, estimate: ImputedEstimate, alpha: number): number | null {
  const { sign, boundary } = hypothesis;
  const { moved } = estimate;
  const degradation = degradationOf(estimate, sign);
  const isBeyond = degradation.value > boundary;
  if (moved === undefined) {
    const on = (imputation: Imputation | null): Imputation | null =>
      imputation === null
        ? null
        : { ...imputation, inference: withoutExcess(imputation.inference, boundary, isBeyond) };
    const { best, worst } = degradation;
    return halfWidthOf(hypothesis, { ...degradation, best: on(best), worst: on(worst) }, alpha);
  }
  // Of scores between the ends: what the other side has to make up is taken in as few units as can be, and nobody is at the boundary
  // without having moved that far.
  const { sum, squares } = isBeyond === (sign === -1) ? moved.rose : moved.fell;
  const others = Math.max(0, isBeyond ? sum + boundary : sum - boundary);
  const variance = Math.max(squares + others * moved.most, Math.abs(boundary) * moved.most);
  return normalQuantile(1 - alpha) * Math.sqrt(variance);
}

/**
 * Without the flips that put the number above the value, or below it. Of scores of which only some are counted by their ends those that
 * are not are taken for what is nearer to the value. Anything but 0/1 scores as it is.
 */
function withoutExcess(inference: Inference, value: number, isAbove: boolean): Inference {
  switch (inference.kind) {
    case 'tango': {
      const { rose, fell, pairs } = inference.counts;
      const net = value * pairs;
      const counts = isAbove
        ? { rose: Math.max(0, fell + net), fell, pairs }
        : { rose, fell: Math.max(0, rose - net), pairs };
      return { kind: 'tango', counts };
    }
    case 'scaled': {
      const { of, factor, moved } = inference;
      return { ...inference, of: withoutExcess(of, (value - moved) / factor, isAbove) };
    }
    case 'negated':
      return { ...inference, of: withoutExcess(inference.of, -value, !isAbove) };
    case 'between':
      return withoutExcess(isAbove ? inference.low : inference.high, value, isAbove);
    default:
      return inference;
  }
}

/** Smallest change that as many samples would show with 90 % probability: (z_α + z_.9) standard errors. */
export function minimumDetectable(halfWidth: number, alpha: number): number {
  const z = normalQuantile(1 - alpha);
  return (halfWidth * (z + normalQuantile(0.9))) / z;
}

/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for hypotheses about a change. */
export function confidenceLimitOf(
  { estimand, sign }: Hypothesis,
  tested: TestedHypothesis | null,
  { declaration }: MetricScores,
  alpha: number,
): GateResult['bound'] {
  const limit = tested?.confidenceLimit ?? null;
  const value = estimand !== 'candidate' || limit === null ? null : finite(shown(sign * limit, declaration));
  return value === null ? null : { side: sign === 1 ? 'upper' : 'lower', value, level: 1 - alpha };
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;
