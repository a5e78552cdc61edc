import type { DeltaEstimate, Estimate, GateResult } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { lowerLimit, upperLimit } from '../stats/inference.ts';
import { ratioOfSums, ratioValues } from '../stats/ratio.ts';
import { studentMean } from '../stats/student.ts';
import { clustersOf } from './clusters.ts';
import { estimateCorpus } from './corpus.ts';
import { type Evidence, isZeroOrOne } from './evidence.ts';
import { byCodeUnits } from './pair.ts';
import type { MetricScores, PairedScore, ScoredPart } from './scores.ts';
import { DELTA } from './subject.ts';

/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
export function estimateOf(
  { scores, declaration }: MetricScores,
  read: (score: PairedScore) => ScoredPart | null,
): Estimate | null {
  if (declaration.kind === 'corpus') return estimateCorpus(scores, declaration, read);
  const clusters = clustersOf(scores, read);
  const parts = clusters.flat();
  const value = ratioOfSums(parts);
  if (!Number.isFinite(shown(value, declaration))) return null;
  const stderr = clusters.length < 2 ? null : studentMean(ratioValues(clusters)).stderr;
  return {
    value: shown(value, declaration),
    stderr: stderr === null ? null : stderr * stretch(value, declaration),
    n: parts.length,
  };
}

/** The samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
export function paired(side: 'baseline' | 'candidate'): (score: PairedScore) => ScoredPart | null {
  return (score) => DELTA.read(score)?.[side] ?? null;
}

/** A value on the scale on which it is shown. */
export function shown(value: number, { scale }: Pick<MetricDeclaration, 'scale'>): number {
  return scale === 'log' ? Math.exp(value) : value;
}

/** What a small change of the judged value is worth on the shown scale (delta method). */
function stretch(value: number, { scale }: MetricDeclaration): number {
  return scale === 'log' ? Math.exp(value) : 1;
}

/**
 * A delta on the judged scale, as a change of the baseline's shown value: for logarithmic metrics e^δ is the factor by
 * which it changes.
 */
export function shownDelta(
  delta: number,
  baseline: number,
  { scale }: Pick<MetricDeclaration, 'scale'>,
): number {
  return scale === 'log' ? baseline * Math.expm1(delta) : delta;
}

/** The delta with its interval; limits are null where the missing scores leave them open, or without spread. */
export function estimateDelta(
  metric: MetricScores,
  evidence: Evidence | null,
  alpha: number,
): DeltaEstimate | null {
  const baseline = estimateOf(metric, paired('baseline'));
  const candidate = estimateOf(metric, paired('candidate'));
  if (baseline === null || candidate === null) return null;
  const limit = (value: number | undefined) => {
    const delta = value === undefined ? NaN : shownDelta(value, baseline.value, metric.declaration);
    return Number.isFinite(delta) ? delta : null;
  };
  const { lowest, highest } = evidence ?? { lowest: null, highest: null };
  return {
    value:
      evidence === null
        ? candidate.value - baseline.value
        : shownDelta(evidence.value, baseline.value, metric.declaration),
    low: limit(lowest === null ? undefined : lowerLimit(lowest.inference, alpha)),
    high: limit(highest === null ? undefined : upperLimit(highest.inference, alpha)),
    level: 1 - 2 * alpha,
    method: evidence?.method ?? 'none',
  };
}

/** Pairs that got worse and better; null where scores are not all 0 or 1. */
export function countFlips({ scores, declaration }: MetricScores): GateResult['flips'] {
  const pairs = scores.flatMap((score) => DELTA.read(score) ?? []);
  if (pairs.length === 0 || !isZeroOrOne(declaration, pairs.flatMap(DELTA.parts))) return null;
  const rose = pairs.filter(({ baseline, candidate }) => candidate.numerator > baseline.numerator).length;
  const fell = pairs.filter(({ baseline, candidate }) => candidate.numerator < baseline.numerator).length;
  return declaration.direction === 'higher_is_better'
    ? { regressed: fell, improved: rose }
    : { regressed: rose, improved: fell };
}

export interface GroupDelta {
  readonly group: string;
  readonly pairs: number;
  readonly delta: number;
}

/** Delta by group, worst first. */
export function groupDeltas(metric: MetricScores): GroupDelta[] {
  const { declaration, scores } = metric;
  const worse = declaration.direction === 'higher_is_better' ? 1 : -1;
  const groups = new Set(scores.flatMap(({ group }) => group ?? []));
  return [...groups]
    .flatMap((group) => {
      const own = { ...metric, scores: scores.filter((score) => score.group === group) };
      const baseline = estimateOf(own, paired('baseline'));
      const candidate = estimateOf(own, paired('candidate'));
      if (baseline === null || candidate === null) return [];
      return [{ group, pairs: baseline.n, delta: candidate.value - baseline.value }];
    })
    .sort((a, b) => worse * (a.delta - b.delta) || byCodeUnits(a.group, b.group));
}
