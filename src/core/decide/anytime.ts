import { valuesOfEstimand } from '../compare/estimand.ts';
import { isZeroOrOne } from '../compare/impute.ts';
import type { PairedScore, PairedScores } from '../compare/score-table.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { WorseSign } from '../domain/metric.ts';
import { type Interval, rootOfDecreasing } from '../stats/interval.ts';
import type { Part } from '../stats/ratio.ts';
import { BenchmarkGate, type BenchmarkGateOptions } from '../stats/sequential/benchmark-gate.ts';
import { benchmarkInterval } from '../stats/sequential/benchmark-interval.ts';
import { rateLogE } from '../stats/sequential/e-values.ts';
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
}

/** Samples in their order, and what a look at the first of them needs. */
export interface OrderedSamples {
  readonly hypothesis: Hypothesis;
  /** All planned samples, the baseline's scores known. */
  readonly metric: MetricScores;
  /** Those that the candidate has, in the order of evaluation; scores of 0 and 1 only. */
  readonly seen: PairedScores;
  readonly alpha: number;
  /** Whether enough of the first samples have scores. */
  readonly isCovered: (samples: number) => boolean;
}

/** The first answer about exactly this benchmark; null while there is none. */
export function betOnBenchmark(ordered: OrderedSamples): AnytimeDecision | null {
  const { metric, seen, hypothesis, isCovered } = ordered;
  const worst = new BenchmarkGate(benchmarkOptions(ordered, 'worst'));
  const hasMissing = metric.scores.some(isMissing('baseline')) || seen.some(isMissing('candidate'));
  // Where no score is missing, the two views are one.
  const best = hasMissing ? new BenchmarkGate(benchmarkOptions(ordered, 'best')) : worst;
  return firstAnswer(metric, seen, {
    add: (score) => {
      bet(worst, score, hypothesis, 'worst');
      if (best !== worst) bet(best, score, hypothesis, 'best');
    },
    look: (samples) => {
      if (samples < FIRST_BET || !isCovered(samples)) return null;
      const verdict = worst.verdict === 'pass' ? 'pass' : best.verdict === 'regression' ? 'regression' : null;
      if (verdict === null) return null;
      const [pSafe, pWorse] = [anytimeP(worst.evidence.pass), anytimeP(best.evidence.regression)];
      return { samples, verdict, pSafe, pWorse, limits: () => benchmarkLimits(ordered, samples) };
    },
  });
}

function benchmarkOptions({ hypothesis, metric, alpha }: OrderedSamples, view: View): BenchmarkGateOptions {
  const { length } = metric.scores;
  const right = metric.scores.filter((score) => rightness(score, hypothesis, view).baseline).length;
  return {
    baseline: { right, wrong: length - right },
    boundary: boundaryOfRightness(hypothesis),
    gap: Math.max(hypothesis.tolerance, 0.01),
    alpha,
  };
}

function bet(gate: BenchmarkGate, score: PairedScore, hypothesis: Hypothesis, view: View): void {
  const { baseline, candidate } = rightness(score, hypothesis, view);
  gate.add(baseline, candidate);
}

/** Each limit in the view that puts it furthest out. */
function benchmarkLimits(ordered: OrderedSamples, samples: number): Interval {
  const seen = ordered.seen.slice(0, samples);
  const ideal = idealOf(ordered.hypothesis);
  const [{ low }, { high }] = [intervalIn(ordered, seen, 'worst'), intervalIn(ordered, seen, 'best')];
  return { low: ideal - high, high: ideal - low };
}

function intervalIn(ordered: OrderedSamples, seen: PairedScores, view: View): Interval {
  return benchmarkInterval(
    benchmarkOptions(ordered, view),
    seen.map((score) => rightness(score, ordered.hypothesis, view)),
  );
}

/** The first answer about a rate of independent samples against a ceiling or floor; null while there is none. */
export function betOnRate({
  hypothesis,
  metric,
  seen,
  alpha,
  isCovered,
}: OrderedSamples): AnytimeDecision | null {
  const events = { worst: 0, best: 0 };
  const enough = Math.log(1 / alpha);
  return firstAnswer(metric, seen, {
    add: (score) => {
      for (const view of VIEWS) events[view] += rightness(score, hypothesis, view).candidate ? 0 : 1;
    },
    look: (samples) => {
      if (!isCovered(samples)) return null;
      const { below } = rateLogE(events.worst, samples, hypothesis.tolerance);
      const { above } = rateLogE(events.best, samples, hypothesis.tolerance);
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
  readonly look: (samples: number) => AnytimeDecision | null;
}

function firstAnswer(metric: MetricScores, seen: PairedScores, { add, look }: Test): AnytimeDecision | null {
  let samples = 0;
  for (const score of seen) {
    // From a score between 0 and 1 on, these tests have nothing more to say.
    if (score.candidate !== null && !isZeroOrOne(metric, [score.candidate])) return null;
    add(score);
    samples += 1;
    const answer = isBatchEnd(samples, metric.scores.length) ? look(samples) : null;
    if (answer !== null) return answer;
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
