import type { DeltaEstimate, Estimate, GateResult } from '../domain/decision.ts';
import { type MetricDeclaration, worseSign } from '../domain/metric.ts';
import { measuredBy } from '../metrics/usage.ts';
import { countOf } from '../stats/columns.ts';
import { effectiveSize } from '../stats/effective.ts';
import { lowerLimit, upperLimit } from '../stats/inference.ts';
import { mapped, ratioOfSums } from '../stats/ratio.ts';
import { sizedMean } from '../stats/student.ts';
import { sizedUnits, unitsOf } from './clusters.ts';
import { estimateCorpus } from './corpus.ts';
import { endsOf } from './ends.ts';
import {
  CANDIDATE,
  countMoves,
  DELTA,
  type Estimand,
  PAIRED,
  type ReadPart,
  scoredParts,
  valuesOfEstimand,
} from './estimand.ts';
import { estimateOfGroups, isMeanOfGroups, valuesByGroup } from './groups.ts';
import type { ImputedEstimate } from './imputed-estimate.ts';
import { onceFor } from './known.ts';
import { estimateMeasured } from './measured.ts';
import type { MetricScores } from './scores.ts';

/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
export const estimateOf = (metric: MetricScores, read: ReadPart): Estimate | null =>
  onceFor(metric, read, () => estimate(metric, read));

function estimate(metric: MetricScores, read: ReadPart): Estimate | null {
  const { scores, declaration } = metric;
  if (measuredBy(declaration) !== null) return estimateMeasured(scores, declaration, read);
  if (declaration.kind === 'corpus') return estimateCorpus(scores, declaration, read);
  if (isMeanOfGroups(metric)) {
    const n = countOf(scores, (score) => read(score) !== null);
    return estimateOfGroups(valuesByGroup(scores, read, CANDIDATE), n);
  }
  const units = unitsOf(scores, read, CANDIDATE);
  const value = ratioOfSums(units);
  if (!Number.isFinite(shown(value, declaration))) return null;
  const own = sizedUnits(units, CANDIDATE);
  const stderr = effectiveSize(own.sizes) < 2 ? null : sizedMean(own).stderr;
  return {
    value: shown(value, declaration),
    stderr: stderr === null ? null : finiteOrNull(stderr * stretch(value, declaration)),
    n: units.samples,
  };
}

/** Kish's effective number of the independent units that the estimand is read from. */
export function effectiveOf<Reading>(metric: MetricScores, estimand: Estimand<Reading>): number {
  return onceFor(metric, estimand, () =>
    effectiveSize(mapped(unitsOf(metric.scores, estimand.read, estimand), estimand.size)),
  );
}

/** Squares of huge scores overflow, and an infinite error is none. */
function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The samples that both sides have a score for. */
export const paired = (side: keyof typeof PAIRED): ReadPart => PAIRED[side];

const ALONE = { baseline: ({ baseline }) => baseline, candidate: CANDIDATE.read } satisfies Record<
  string,
  ReadPart
>;

/** All that the side has. */
export const alone = (side: keyof typeof ALONE): ReadPart => ALONE[side];

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
  estimate: ImputedEstimate | null,
  alpha: number,
): DeltaEstimate | null {
  const baseline = estimateOf(metric, paired('baseline'));
  const candidate = estimateOf(metric, paired('candidate'));
  if (baseline === null || candidate === null) return null;
  const limit = (value: number | undefined) => {
    const delta = value === undefined ? NaN : shownDelta(value, baseline.value, metric.declaration);
    return Number.isFinite(delta) ? delta : null;
  };
  const { lowest, highest } = estimate ?? { lowest: null, highest: null };
  return {
    value:
      estimate === null
        ? candidate.value - baseline.value
        : shownDelta(estimate.value, baseline.value, metric.declaration),
    low: limit(lowest === null ? undefined : lowerLimit(lowest.inference, alpha)),
    high: limit(highest === null ? undefined : upperLimit(highest.inference, alpha)),
    level: 1 - 2 * alpha,
    method: estimate?.method ?? 'none',
  };
}

/** Marks an interval as no more than a description of the samples that were seen. */
export function descriptive(delta: DeltaEstimate): DeltaEstimate {
  return delta.method === 'none' ? delta : { ...delta, method: `${delta.method}, descriptive` };
}

/** Pairs that got worse and better; null where scores are not all at the ends of their range. */
export const countFlips = (metric: MetricScores): GateResult['flips'] =>
  onceFor(metric, countFlips, () => flipsIn(metric));

function flipsIn(metric: MetricScores): GateResult['flips'] {
  const { scores, declaration } = metric;
  if (endsOf(metric, scoredParts(scores, DELTA)) === null) return null;
  const { rose, fell, pairs } = countMoves(valuesOfEstimand(scores, DELTA));
  if (pairs === 0) return null;
  return worseSign(declaration) === 1
    ? { regressed: rose, improved: fell }
    : { regressed: fell, improved: rose };
}
