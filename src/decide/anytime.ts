import { isZeroOrOne } from '../compare/evidence.ts';
import type { MetricScores, PairedScore } from '../compare/scores.ts';
import { rootOfDecreasing } from '../stats/interval.ts';
import type { Part } from '../stats/ratio.ts';
import { BenchmarkGate } from '../stats/sequential/benchmark-gate.ts';
import { rateLogE } from '../stats/sequential/e-values.ts';
import type { Claim } from './claim.ts';
import { isBatchEnd } from './looks.ts';

/** Bets before this are of little use, and a verdict from a handful of samples convinces nobody. */
const FIRST_BET = 100;

/** An answer of a test that may be looked at after every sample; the p-values are those of any time, 1 / e. */
export interface Answer {
  readonly samples: number;
  readonly verdict: 'pass' | 'regression';
  readonly pSafe: number;
  readonly pWorse: number;
  /** One-sided limit that holds at any time; null where none is computed. */
  readonly bound: number | null;
}

/** Samples in their order, and what a look at the first of them needs. */
export interface Walk {
  readonly claim: Claim;
  /** All planned samples, the baseline's scores known. */
  readonly metric: MetricScores;
  /** Those that the candidate has, in the order of evaluation; scores of 0 and 1 only. */
  readonly seen: readonly PairedScore[];
  readonly alpha: number;
  /** Whether enough of the first samples have scores. */
  readonly isCovered: (samples: number) => boolean;
}

/** The first answer about exactly this benchmark; null while there is none. */
export function betOnBenchmark({ claim, metric, seen, alpha, isCovered }: Walk): Answer | null {
  const against = (view: View) => {
    const right = metric.scores.filter((score) => rightness(score, claim, view).baseline).length;
    return new BenchmarkGate({
      baseline: { right, wrong: metric.scores.length - right },
      boundary: boundaryOfRightness(claim),
      gap: Math.max(claim.tolerance, 0.01),
      alpha,
    });
  };
  const gates = { worst: against('worst'), best: against('best') };
  return firstAnswer(metric, seen, (score, samples) => {
    for (const view of VIEWS) {
      const { baseline, candidate } = rightness(score, claim, view);
      gates[view].add(baseline, candidate);
    }
    if (samples < FIRST_BET || !isCovered(samples)) return null;
    const verdict =
      gates.worst.verdict === 'pass' ? 'pass' : gates.best.verdict === 'regression' ? 'regression' : null;
    if (verdict === null) return null;
    const [pSafe, pWorse] = [anytimeP(gates.worst.evidence.pass), anytimeP(gates.best.evidence.regression)];
    return { samples, verdict, pSafe, pWorse, bound: null };
  });
}

/** The first answer about a rate of independent samples against a ceiling or floor; null while there is none. */
export function betOnRate({ claim, metric, seen, alpha, isCovered }: Walk): Answer | null {
  const events = { worst: 0, best: 0 };
  const enough = Math.log(1 / alpha);
  return firstAnswer(metric, seen, (score, samples) => {
    for (const view of VIEWS) events[view] += rightness(score, claim, view).candidate ? 0 : 1;
    if (!isCovered(samples)) return null;
    const { below } = rateLogE(events.worst, samples, claim.tolerance);
    const { above } = rateLogE(events.best, samples, claim.tolerance);
    const verdict = below >= enough ? 'pass' : above >= enough ? 'regression' : null;
    if (verdict === null) return null;
    const highest = highestRate(events.worst, samples, enough);
    return {
      ...{ samples, verdict, pSafe: anytimeP(below), pWorse: anytimeP(above) },
      bound: claim.safeSide === 'less' ? highest : 1 - highest,
    };
  });
}

/** Whether as many samples without a single event would prove that the rate lies within its limit. */
export function canProveRate({ tolerance }: Claim, samples: number, alpha: number): boolean {
  return tolerance > 0 && tolerance < 1 && rateLogE(0, samples, tolerance).below >= Math.log(1 / alpha);
}

/** The smallest ceiling that the samples prove. */
function highestRate(events: number, samples: number, enough: number): number {
  if (events === samples) return 1;
  return rootOfDecreasing((rate) => enough - rateLogE(events, samples, rate).below, events / samples, 1);
}

function firstAnswer(
  metric: MetricScores,
  seen: readonly PairedScore[],
  look: (score: PairedScore, samples: number) => Answer | null,
): Answer | null {
  for (const [index, score] of seen.entries()) {
    // From a score between 0 and 1 on, these tests have nothing more to say.
    if (!areZeroOrOne(metric, [score], 'candidate')) return null;
    const answer = look(score, index + 1);
    if (answer !== null && isBatchEnd(index + 1, metric.scores.length)) return answer;
  }
  return null;
}

/** The claim as one about being right: a value is a change from a baseline that always is. */
function boundaryOfRightness({ about, safeSide, boundary, tolerance }: Claim): number {
  if (about === 'candidate') return -tolerance;
  return safeSide === 'greater' ? boundary : -boundary;
}

const VIEWS = ['worst', 'best'] as const;
/** Scores that are missing count against a pass, and against a regression. */
type View = (typeof VIEWS)[number];

/** Whether each side's 0 or 1 is the good one. */
function rightness({ baseline, candidate }: PairedScore, { about, safeSide }: Claim, view: View) {
  const isRight = (part: Part | null, missing: boolean) =>
    part === null ? missing : (part.numerator === 1) === (safeSide === 'greater');
  return {
    baseline: about === 'candidate' || isRight(baseline, view === 'worst'),
    candidate: isRight(candidate, view === 'best'),
  };
}

/** Whether every score of these samples is 0 or 1. */
export function areZeroOrOne(
  { declaration }: MetricScores,
  scores: readonly PairedScore[],
  side: 'baseline' | 'candidate',
): boolean {
  return isZeroOrOne(
    declaration,
    scores.flatMap((score) => score[side] ?? []),
  );
}

function anytimeP(logE: number): number {
  return Math.min(1, Math.exp(-logE));
}
