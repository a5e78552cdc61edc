import type { MetricDeclaration } from '../domain/metric.ts';
import type { Units } from '../stats/clustered.ts';
import { effectiveSize, type Sized, withExtra } from '../stats/effective.ts';
import type { Inference } from '../stats/inference.ts';
import type { Interval } from '../stats/interval.ts';
import { mapped, type Part, ratioOfSums } from '../stats/ratio.ts';
import { skewedMean } from '../stats/skewed.ts';
import { studentMean } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { isSparse, sizedUnits, unitsOf } from './clusters.ts';
import { imputeCorpus } from './corpus.ts';
import { CANDIDATE, DELTA, type Estimand, scoredParts } from './estimand.ts';
import { isAttributed, isMeanOfGroups, meanOfMeans, stratify, valuesByGroup } from './groups.ts';
import type { Imputation, ImputedEstimate } from './imputed-estimate.ts';
import type { PairedScore } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/** What the samples say about candidate − baseline; null with less than two independent units of one weight. */
export function imputeDelta(metric: MetricScores): ImputedEstimate | null {
  return impute(metric, DELTA);
}

/** What the samples say about the candidate's own value; null likewise. */
export function imputeCandidate(metric: MetricScores): ImputedEstimate | null {
  return impute(metric, CANDIDATE);
}

type MeanInference = Extract<Inference, { kind: 'student' | 'skewed' }>;

function impute<Reading>(metric: MetricScores, estimand: Estimand<Reading>): ImputedEstimate | null {
  const { declaration, scores } = metric;
  if (declaration.kind === 'corpus') return imputeCorpus(metric, estimand);
  if (isMeanOfGroups(metric)) return imputeGroups(metric, estimand);
  const observed = unitsOf(scores, estimand.read, estimand.add);
  if (!(effectiveSize(mapped(observed, estimand.size)) >= 2)) return null;
  const parts = scoredParts(scores, estimand);
  const isClustered = observed.count < observed.samples;
  const isExact = !isClustered && isZeroOrOne(metric, parts);
  const bounds = boundsOf(declaration, parts);
  const sparse = !isExact && bounds !== null && isSparse(unitsByValue(observed, estimand));
  const value = meanOf(estimand.values(observed), observed.count);
  if (!Number.isFinite(value)) return null;

  const isWhole = observed.samples === scores.length;
  const complete = (end: keyof Interval): Imputation | null => {
    const units = isWhole
      ? observed
      : unitsOf(
          scores,
          (score) => estimand.read(score) ?? fill(score, estimand, declaration, end),
          estimand.add,
        );
    if (units.samples < scores.length) return null;
    if (isExact) return estimand.exact.infer(units);
    const own = sizedUnits(units, estimand);
    const inference: MeanInference =
      sparse && bounds !== null
        ? { kind: 'student', estimate: meanBy(studentMean, withExtra(own, estimand.extremes(bounds)[end])) }
        : { kind: 'skewed', estimate: meanBy(skewedMean, own) };
    if (bounds !== null && inference.estimate.stderr === 0) return null;
    return { value: meanOf(own.values, units.count), inference };
  };
  const lowest = complete('low');
  return {
    method: isExact ? estimand.exact.method : linearMethod(declaration, isClustered),
    value: isExact ? estimand.exact.infer(observed).value : value,
    n: observed.samples,
    lowest,
    highest: isWhole && !sparse ? lowest : complete('high'),
    sparse,
  };
}

/** As `impute`, for a mean of the groups' means. */
function imputeGroups<Reading>(metric: MetricScores, estimand: Estimand<Reading>): ImputedEstimate | null {
  const { declaration, scores } = metric;
  const observed = valuesByGroup(scores, estimand.read, estimand);
  if (observed === null) return null;
  const units = unitsOf(scores, estimand.read, estimand.add);
  const bounds = boundsOf(declaration, scoredParts(scores, estimand));
  const sparse = bounds !== null && isSparse(unitsByValue(units, estimand));
  const complete = (end: keyof Interval): Imputation | null => {
    const read = (score: PairedScore) => estimand.read(score) ?? fill(score, estimand, declaration, end);
    const groups = valuesByGroup(scores, read, estimand);
    const isComplete = isAttributed(scores) && scores.every((score) => read(score) !== null);
    if (groups === null || !isComplete) return null;
    const estimate = stratify(groups, sparse && bounds !== null ? estimand.extremes(bounds)[end] : null);
    if (!(estimate.stderr > 0) || estimate.df < 1) return null;
    return { value: meanOfMeans(groups), inference: { kind: 'student', estimate } };
  };
  const value = meanOfMeans(observed);
  return {
    ...{ method: 'stratified t', value, n: units.samples },
    ...{ lowest: complete('low'), highest: complete('high'), sparse },
  };
}

const meanBy = <Mean>(of: (values: Iterable<number>, effective: number) => Mean, units: Sized): Mean =>
  of(units.values, effectiveSize(units.sizes));

/** Each unit with its own value, to see which are alike. */
function unitsByValue<Reading>(units: Units<Reading>, { unitValue, size }: Estimand<Reading>): Sized {
  return { values: mapped(units, unitValue), sizes: mapped(units, size) };
}

/** The sample with missing scores at the end of the metric's range that pushes the number towards `end`; null without. */
function fill<Reading>(
  score: PairedScore,
  estimand: Estimand<Reading>,
  { kind, range }: MetricDeclaration,
  end: keyof Interval,
): Reading | null {
  if (kind !== 'mean' || range.min === null || range.max === null) return null;
  const at = (value: number): Part => ({ numerator: value * score.weight, denominator: score.weight });
  return end === 'low'
    ? estimand.fill(score, at(range.min), at(range.max))
    : estimand.fill(score, at(range.max), at(range.min));
}

/** Whether every score is 0 or 1, where nothing between is worth telling from them. */
export function isZeroOrOne(
  { declaration: { kind, range }, graded }: Pick<MetricScores, 'declaration' | 'graded'>,
  parts: Iterable<Part>,
): boolean {
  if (graded || kind !== 'mean' || range.min !== 0 || range.max !== 1) return false;
  for (const { numerator, denominator } of parts) {
    if (denominator !== 1 || (numerator !== 0 && numerator !== 1)) return false;
  }
  return true;
}

/**
 * Between which values a further score would lie: the declared range, or for a mean without one the range that was seen.
 * Null for unbounded ratios: log-likelihoods are continuous, so that equal ones are no accident of coarse scores.
 */
function boundsOf({ kind, range }: MetricDeclaration, parts: Iterable<Part>): Interval | null {
  if (range.min !== null && range.max !== null) return { low: range.min, high: range.max };
  if (kind !== 'mean') return null;
  const seen = { low: Infinity, high: -Infinity };
  for (const part of parts) {
    const value = ratioOfSums([part]);
    seen.low = Math.min(seen.low, value);
    seen.high = Math.max(seen.high, value);
  }
  return { low: range.min ?? seen.low, high: range.max ?? seen.high };
}

function linearMethod({ kind }: MetricDeclaration, isClustered: boolean): ImputedEstimate['method'] {
  if (kind === 'ratio') return 'linearised t';
  return isClustered ? 'clustered t' : 't';
}

function meanOf(values: Iterable<number>, count: number): number {
  return sum(values) / count;
}
