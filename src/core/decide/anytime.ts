import type { ReplayedDraw } from '../compare/draw.ts';
import { isZeroOrOne } from '../compare/ends.ts';
import { valuesOfEstimand } from '../compare/estimand.ts';
import type { PairedScore, PairedScores } from '../compare/score-table.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { LookEvidence } from '../domain/decision.ts';
import type { WorseSign } from '../domain/metric.ts';
import { countOf } from '../stats/columns.ts';
import { type Interval, rootOfDecreasing } from '../stats/interval.ts';
import type { Part } from '../stats/ratio.ts';
import { BenchmarkGate, type BenchmarkGateOptions, plainStrata } from '../stats/sequential/benchmark-gate.ts';
import { benchmarkInterval, type Drawn } from '../stats/sequential/benchmark-interval.ts';
import { rateLogE } from '../stats/sequential/e-values.ts';
import type { FlipStratum } from '../stats/sequential/flip-rates.ts';
import { FIRST_BET, isBatchEnd } from '../stats/sequential/looks.ts';
import type { Hypothesis } from './hypothesis.ts';

/** An answer of a test that may be looked at after every sample; the p-values are those of any time, 1 / e. */
export interface AnytimeDecision {
  readonly samples: number;
  readonly verdict: 'pass' | 'regression';
  readonly pSafe: number;
  readonly pWorse: number;
  /**
   * Every degradation that the test has not ruled out, each side with its error over all looks.
   * Computed when asked, since it replays the samples.
   */
  readonly limits: () => Interval;
  /** The degradation of the whole benchmark by design, where samples were not drawn uniformly. */
  readonly estimate?: number;
  readonly progress: readonly LookEvidence[];
}

/** Samples in their order, and what a look at the first of them needs. */
export interface OrderedSamples {
  readonly hypothesis: Hypothesis;
  /** All planned samples, the baseline's scores known. */
  readonly metric: MetricScores;
  /** Those that the candidate has, in the order of evaluation; scores of 0 and 1 only. */
  readonly seen: PairedScores;
  readonly alpha: number;
  /** Null where samples were drawn uniformly. */
  readonly draw: ReplayedDraw | null;
  /** Whether enough of the first samples have scores. */
  readonly isCovered: (samples: number) => boolean;
}

/** The first answer about exactly this benchmark; null while there is none. */
export function betOnBenchmark(ordered: OrderedSamples): AnytimeDecision | null {
  const { metric, seen, isCovered } = ordered;
  const views = { worst: viewOf(ordered, 'worst'), best: viewOf(ordered, 'best') };
  const { worst: ofWorst, best: ofBest } = views;
  // A weighted draw of other samples than these says nothing of them.
  if (ofWorst === null || ofBest === null) return null;
  const worst = new BenchmarkGate(ofWorst.options);
  const hasMissing = metric.scores.some(isMissing('baseline')) || seen.some(isMissing('candidate'));
  // Where no score is missing, the two views are one.
  const best = hasMissing ? new BenchmarkGate(ofBest.options) : worst;
  const bet = (gate: BenchmarkGate, { stratum, flipped, weights }: Drawn) =>
    gate.add(stratum, flipped, weights);
  return firstAnswer(ordered, {
    add: (score) => {
      bet(worst, ofWorst.drawn(score));
      if (best !== worst) bet(best, ofBest.drawn(score));
    },
    evidence: () => ({ pass: worst.evidence.pass, regression: best.evidence.regression }),
    look: (samples) => {
      if (samples < FIRST_BET || !isCovered(samples)) return null;
      const verdict = worst.verdict === 'pass' ? 'pass' : best.verdict === 'regression' ? 'regression' : null;
      if (verdict === null) return null;
      const [pSafe, pWorse] = [anytimeP(worst.evidence.pass), anytimeP(best.evidence.regression)];
      const limits = () => benchmarkLimits(ordered, samples, ofWorst, ofBest);
      const middle = ((worst.estimate ?? Number.NaN) + (best.estimate ?? Number.NaN)) / 2;
      const estimate = ordered.draw === null ? {} : { estimate: idealOf(ordered.hypothesis) - middle };
      return { samples, verdict, pSafe, pWorse, limits, ...estimate };
    },
  });
}

/** One of the two ways to see missing scores: all samples in strata, and each as it is drawn. */
interface GateView {
  readonly options: BenchmarkGateOptions;
  readonly drawn: (score: PairedScore) => Drawn;
}

/** Null where the draw is of other samples. */
function viewOf(ordered: OrderedSamples, view: View): GateView | null {
  const { hypothesis, metric, alpha, draw } = ordered;
  const sides = (score: PairedScore) => rightness(score, hypothesis, view);
  const common = {
    boundary: boundaryOfRightness(hypothesis),
    gap: Math.max(hypothesis.tolerance, 0.01),
    alpha,
  };
  if (draw === null) {
    const { length } = metric.scores;
    const right = countOf(metric.scores, (score) => sides(score).baseline);
    return {
      options: { ...common, strata: plainStrata(right, length - right) },
      drawn: (score) => {
        const { baseline, candidate } = sides(score);
        return { stratum: baseline ? 0 : 1, flipped: baseline !== candidate, weights: null };
      },
    };
  }
  const placed = weightedStrata(ordered, draw, (score) => sides(score).baseline);
  if (placed === null) return null;
  const { strata, stratumOf, weightsOf } = placed;
  return {
    options: { ...common, strata },
    drawn: (score) => {
      const { baseline, candidate } = sides(score);
      return { stratum: stratumOf(score), flipped: baseline !== candidate, weights: weightsOf(score) };
    },
  };
}

/**
 * The draw's strata, each halved by whether the baseline has this very metric right: within one, all samples were drawn with
 * the same weight, whatever metric the draw was about.
 */
function weightedStrata(
  { hypothesis, metric, seen }: OrderedSamples,
  draw: ReplayedDraw,
  isRightBefore: (score: PairedScore) => boolean,
) {
  const places = new Map<string, number>();
  const strata: { size: number; right: boolean; rate: number }[] = [];
  const cells: number[] = [];
  const placeOf = (score: PairedScore): string => `${draw.stratumOf(score.key)} ${isRightBefore(score)}`;
  for (const score of metric.scores) {
    const cell = draw.stratumOf(score.key);
    const stratum = cell === undefined ? undefined : draw.strata[cell];
    if (cell === undefined || stratum === undefined) return null;
    const place = placeOf(score);
    let index = places.get(place);
    if (index === undefined) {
      index = strata.length;
      places.set(place, index);
      cells.push(cell);
      const isOver = hypothesis.estimand === 'candidate' && !stratum.right;
      strata.push({ size: 0, right: isRightBefore(score), rate: isOver ? 1 - stratum.rate : stratum.rate });
    }
    const own = strata[index];
    if (own !== undefined) own.size += 1;
  }
  // Each draw has a line of this metric, or the lines that there are were chosen by something else than the draw.
  if (seen.some((score) => draw.weightsOf(score.key) === undefined) || seen.length !== draw.drawn)
    return null;
  const spread = new Map<Float64Array, Float64Array>();
  return {
    strata: strata as readonly FlipStratum[],
    stratumOf: (score: PairedScore): number => places.get(placeOf(score)) ?? -1,
    weightsOf: (score: PairedScore): Float64Array => {
      const weights = draw.weightsOf(score.key) ?? new Float64Array();
      const known = spread.get(weights);
      if (known !== undefined) return known;
      const own = Float64Array.from(cells, (cell) => weights[cell] ?? Number.NaN);
      spread.set(weights, own);
      return own;
    },
  };
}

/** Each limit in the view that puts it furthest out. */
function benchmarkLimits(
  { seen, hypothesis }: OrderedSamples,
  samples: number,
  worst: GateView,
  best: GateView,
): Interval {
  const first = seen.slice(0, samples);
  const ideal = idealOf(hypothesis);
  const { low } = benchmarkInterval(worst.options, first.map(worst.drawn));
  const { high } = benchmarkInterval(best.options, first.map(best.drawn));
  return { low: ideal - high, high: ideal - low };
}

/** The first answer about a rate of independent samples against a ceiling or floor; null while there is none. */
export function betOnRate(ordered: OrderedSamples): AnytimeDecision | null {
  const { hypothesis, alpha, isCovered } = ordered;
  const events = { worst: 0, best: 0 };
  const enough = Math.log(1 / alpha);
  const evidence = (samples: number) => ({
    pass: rateLogE(events.worst, samples, hypothesis.tolerance).below,
    regression: rateLogE(events.best, samples, hypothesis.tolerance).above,
  });
  return firstAnswer(ordered, {
    add: (score) => {
      for (const view of VIEWS) events[view] += rightness(score, hypothesis, view).candidate ? 0 : 1;
    },
    evidence,
    look: (samples) => {
      if (!isCovered(samples)) return null;
      const { pass: below, regression: above } = evidence(samples);
      const verdict = below >= enough ? 'pass' : above >= enough ? 'regression' : null;
      if (verdict === null) return null;
      const { worst } = events;
      const ideal = idealOf(hypothesis);
      const limits = () => ({ low: ideal, high: ideal + highestRate(worst, samples, enough) });
      return { samples, verdict, pSafe: anytimeP(below), pWorse: anytimeP(above), limits };
    },
  });
}

/** Whether as many samples without a single event would prove that the rate lies within its limit. */
export function canProveRate({ tolerance }: Hypothesis, samples: number, alpha: number): boolean {
  return tolerance > 0 && tolerance < 1 && rateLogE(0, samples, tolerance).below >= Math.log(1 / alpha);
}

/** The smallest ceiling that the samples prove. */
function highestRate(events: number, samples: number, enough: number): number {
  if (events === samples) return 1;
  return rootOfDecreasing((rate) => enough - rateLogE(events, samples, rate).below, events / samples, 1);
}

interface Test {
  readonly add: (score: PairedScore) => void;
  /** Logarithms of the e-values against each answer's opposite. */
  readonly evidence: (samples: number) => Omit<LookEvidence, 'samples'>;
  readonly look: (samples: number) => Omit<AnytimeDecision, 'progress'> | null;
}

function firstAnswer(
  { metric, seen, alpha }: OrderedSamples,
  { add, evidence, look }: Test,
): AnytimeDecision | null {
  const enough = Math.log(1 / alpha);
  const progress: LookEvidence[] = [];
  let samples = 0;
  for (const score of seen) {
    // From a score between 0 and 1 on, these tests have nothing more to say.
    if (score.candidate !== null && !isZeroOrOne(metric, [score.candidate])) return null;
    add(score);
    samples += 1;
    if (!isBatchEnd(samples, metric.scores.length)) continue;
    const { pass, regression } = evidence(samples);
    progress.push({ samples, pass: pass / enough, regression: regression / enough });
    const answer = look(samples);
    if (answer !== null) return { ...answer, progress };
  }
  return null;
}

const isMissing = (side: 'baseline' | 'candidate') => (score: PairedScore) => score[side] === null;

/** The boundary as a change of being right: a value is a change from a baseline that always is. */
function boundaryOfRightness({ estimand, boundary, tolerance }: Hypothesis): number {
  return estimand === 'candidate' ? -tolerance : 0 - boundary;
}

/** The degradation of a candidate that is always right: of a change 0, of a rate what a perfect one has. */
const idealOf = ({ estimand, sign }: Hypothesis): number =>
  estimand === 'candidate' && sign === -1 ? -1 : 0;

const VIEWS = ['worst', 'best'] as const;
/** Scores that are missing count against a pass, and against a regression. */
type View = (typeof VIEWS)[number];

/** Whether each side's 0 or 1 is the good one. */
function rightness({ baseline, candidate }: PairedScore, { estimand, sign }: Hypothesis, view: View) {
  return {
    baseline: estimand === 'candidate' || isRight(baseline, sign, view === 'worst'),
    candidate: isRight(candidate, sign, view === 'best'),
  };
}

function isRight(part: Part | null, sign: WorseSign, missing: boolean): boolean {
  return part === null ? missing : (part.numerator === 1) === (sign === -1);
}

/** Whether every score of these samples is 0 or 1. */
export function areZeroOrOne(
  metric: MetricScores,
  scores: PairedScores,
  side: 'baseline' | 'candidate',
): boolean {
  return isZeroOrOne(metric, valuesOfEstimand(scores, { read: (score) => score[side] }));
}

function anytimeP(logE: number): number {
  return Math.min(1, Math.exp(-logE));
}
