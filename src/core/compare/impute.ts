import type { MetricDeclaration } from '../domain/metric.ts';
import { measuredBy } from '../metrics/usage.ts';
import { type Every, forEachOf, type Numbers } from '../stats/columns.ts';
import { type ExtraUnit, effectiveSize, FEW_UNITS, type Sized } from '../stats/effective.ts';
import type { Inference } from '../stats/inference.ts';
import type { Interval } from '../stats/interval.ts';
import { inferMean } from '../stats/mean.ts';
import { mapped, type Part, ratioOfSums } from '../stats/ratio.ts';
import { extraWeight, tailOf } from '../stats/sparse.ts';
import { sizedMean } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { sizedUnits, unitsOf } from './clusters.ts';
import { imputeCorpus } from './corpus.ts';
import { correctedEstimate } from './corrected.ts';
import { endsAround, endsOf, movedTo } from './ends.ts';
import {
  CANDIDATE,
  DELTA,
  type Estimand,
  partsOf,
  type RelativeLimit,
  relativeDelta,
  scoredParts,
} from './estimand.ts';
import {
  estimateOfStrata,
  isAttributed,
  isMeanOfGroups,
  meanOfMeans,
  stratify,
  valuesByGroup,
} from './groups.ts';
import type { Imputation, ImputedEstimate } from './imputed-estimate.ts';
import { once, onceFor } from './known.ts';
import { imputeMeasured } from './measured.ts';
import { movedBy } from './moves.ts';
import type { PairedScore } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/**
 * What the samples say about candidate − baseline; null with less than two independent units of one weight.
 * @param relative the limit that it is tested against, where that is a share of the baseline
 */
export const imputeDelta = (metric: MetricScores, relative?: RelativeLimit): ImputedEstimate | null =>
  relative === undefined ? onceFor(metric, imputeDelta, () => deltaOf(metric)) : deltaOf(metric, relative);

function deltaOf(metric: MetricScores, relative?: RelativeLimit): ImputedEstimate | null {
  if (measuredBy(metric.declaration) !== null) return imputeMeasured(metric, true, relative);
  const isPairwise = relative !== undefined && metric.declaration.kind !== 'corpus';
  return impute(metric, isPairwise ? relativeDelta(relative) : DELTA);
}

/** What the samples say about the candidate's own value, corrected for the measured errors of who scored it; null likewise. */
export const imputeCandidate = (metric: MetricScores): ImputedEstimate | null =>
  onceFor(metric, imputeCandidate, () => candidateOf(metric));

function candidateOf(metric: MetricScores): ImputedEstimate | null {
  if (measuredBy(metric.declaration) !== null) return imputeMeasured(metric, false);
  return correctedEstimate(impute(metric, CANDIDATE), metric.declaration);
}

/**
 * Effective units from which a mean is judged although nobody says between which values its scores lie, and a ratio none of whose units
 * differs from the others.
 */
const ENOUGH_WITHOUT_RANGE = 200;
/** The same of a ratio that has none by nature, such as a perplexity: below, it is judged and labelled. */
const ENOUGH_UNBOUNDED = 100;
/** Share of all scores' width within which values of other sums are one. */
const HAIR = 1e-9;

function impute<Reading>(metric: MetricScores, estimand: Estimand<Reading>): ImputedEstimate | null {
  const { declaration, scores } = metric;
  if (declaration.kind === 'corpus') return imputeCorpus(metric, estimand);
  if (isMeanOfGroups(metric)) return imputeGroups(metric, estimand);
  const observed = unitsOf(scores, estimand.read, estimand);
  const sizes = mapped(observed, estimand.size);
  const effective = effectiveSize(sizes);
  if (!(effective >= 2)) return null;
  const isClustered = observed.count < observed.samples;
  // Of clusters too that answered as one, such as rows that stand there twice: those are independent answers of 0 or 1.
  const ends = endsOf(metric, partsOf(observed, estimand));
  // Eight bytes a sample each: made where they are asked for.
  const values = once(() => estimand.values(observed));
  const value = ends === null ? meanOf(values(), observed.count) : estimand.exact.infer(observed, ends).value;
  if (!Number.isFinite(value)) return null;
  const tail = once(() =>
    extraOf(metric, estimand, { values: mapped(observed, estimand.unitValue), sizes }, effective),
  );
  const sparse = ends === null && tail().extra !== null;
  const isUneven = isClustered || effective < observed.count * (1 - 1e-9);
  const isWhole = observed.samples === scores.length;
  const sized = (): Sized => ({ values: values(), sizes });
  const complete = (end: keyof Interval): Imputation | null => {
    const units = isWhole
      ? observed
      : unitsOf(scores, (score) => estimand.read(score) ?? fill(score, estimand, declaration, end), estimand);
    if (units.samples < scores.length) return null;
    if (ends !== null && endsOf(metric, partsOf(units, estimand)) !== null)
      return estimand.exact.infer(units, ends);
    const own = units === observed ? sized() : sizedUnits(units, estimand);
    const inference: Inference = tail().rangeless
      ? { kind: 'unknown' }
      : inferMean(own, {
          extra: extraAt(tail(), end),
          seconded: isUneven && effective < FEW_UNITS,
        });
    return { value: meanOf(own.values, units.count), inference: betweenEnds(inference, units) };
  };
  /** As if units that lie between the ends lay at one of them: better scores must not be judged worse for that they are no longer counted. */
  const betweenEnds = (of: Inference, units: Every<Reading>): Inference => {
    const ends = endsAround(metric, units, estimand);
    if (ends === null) return of;
    const at = (end: keyof Interval) =>
      estimand.exact.infer(movedTo(end, units, ends, estimand), ends).inference;
    return { kind: 'between', of, low: at('low'), high: at('high') };
  };
  const lowest = complete('low');
  return {
    method: ends === null ? linearMethod(declaration, isClustered) : estimand.exact.method,
    value,
    n: observed.samples,
    lowest,
    highest: isWhole && !sparse ? lowest : complete('high'),
    sparse,
    stderr: sizedMean(sized()).stderr,
    ...(ends === null && endsAround(metric, observed, estimand) === null
      ? movedIn(metric, estimand, [{ values: mapped(observed, estimand.unitValue), sizes }])
      : {}),
    ...(ends === null && tail().approximate ? { approximate: true } : {}),
    ...(ends === null && tail().rangeless ? { rangeless: true } : {}),
  };
}

/** Of a change alone: of a value the verdict never speaks of the benchmark by itself. */
function movedIn<Reading>(
  { declaration: { kind, range } }: MetricScores,
  { exact }: Estimand<Reading>,
  groups: readonly Sized[],
): Pick<ImputedEstimate, 'moved'> {
  const { min, max } = range;
  if (exact.method !== 'tango' || kind !== 'mean' || min === null || max === null) return {};
  return { moved: movedBy(groups, max - min) };
}

interface Tail {
  /** Own values of one more unit at either end, and its weight; null where enough lie far from the rest. */
  readonly extra: (Interval & { readonly weight: number }) | null;
  readonly approximate: boolean;
  readonly rangeless: boolean;
}

const extraAt = ({ extra }: Tail, end: keyof Interval): ExtraUnit | null =>
  extra === null ? null : { value: extra[end], weight: extra.weight };

/** What is assumed of units that were not drawn: by the declared range, else by what was seen. */
function extraOf<Reading>(
  { declaration, scores }: MetricScores,
  estimand: Estimand<Reading>,
  units: Sized,
  effective: number,
): Tail {
  const { range, kind } = declaration;
  const isKnown = range.min !== null && range.max !== null;
  const bounds = boundsOf(declaration, scoredParts(scores, estimand));
  const width = bounds.high - bounds.low;
  if (!isKnown && kind !== 'mean') {
    const { weight, low, high } = tailOf(units);
    const sparse = weight > 0;
    // One more like others that are all alike would prove anything, and one beyond all numbers nothing.
    const isStill = high - low <= HAIR * width;
    return {
      extra: sparse ? { low, high, weight } : null,
      approximate: effective < ENOUGH_UNBOUNDED,
      rangeless: (isStill && effective < ENOUGH_WITHOUT_RANGE) || (sparse && !Number.isFinite(high - low)),
    };
  }
  const weight = extraWeight(units, width);
  return {
    extra: weight > 0 ? { ...estimand.extremes(bounds), weight } : null,
    approximate: !isKnown,
    rangeless: !isKnown && (effective < ENOUGH_WITHOUT_RANGE || width === 0),
  };
}

/** As `impute`, for a mean of the groups' means. */
function imputeGroups<Reading>(metric: MetricScores, estimand: Estimand<Reading>): ImputedEstimate | null {
  const { declaration, scores } = metric;
  const observed = valuesByGroup(scores, estimand.read, estimand);
  if (observed === null) return null;
  const units = unitsOf(scores, estimand.read, estimand);
  const tails = observed.map(({ own, effective }) => extraOf(metric, estimand, own, effective));
  const rangeless = tails.some((tail) => tail.rangeless);
  const complete = (end: keyof Interval): Imputation | null => {
    const read = (score: PairedScore) => estimand.read(score) ?? fill(score, estimand, declaration, end);
    const groups = valuesByGroup(scores, read, estimand);
    const isComplete = isAttributed(scores) && scores.every((score) => read(score) !== null);
    if (groups === null || !isComplete) return null;
    const at = (times: number) =>
      stratify(
        groups,
        tails.map((tail) => extraAt(tail, end)),
        times,
      );
    const estimate = at(1);
    if (!(estimate.stderr > 0) || !(estimate.df > 0)) return null;
    const inference: Inference = rangeless ? { kind: 'unknown' } : { kind: 'student', estimate, at };
    return { value: meanOfMeans(groups), inference };
  };
  const { stderr } = estimateOfStrata(observed);
  return {
    ...{ method: 'stratified t', value: meanOfMeans(observed), n: units.samples },
    ...{
      lowest: complete('low'),
      highest: complete('high'),
      sparse: tails.some(({ extra }) => extra !== null),
    },
    ...(Number.isFinite(stderr) ? { stderr } : {}),
    ...movedIn(
      metric,
      estimand,
      observed.map(({ own }) => own),
    ),
    ...(tails.some(({ approximate }) => approximate) ? { approximate: true } : {}),
    ...(rangeless ? { rangeless } : {}),
  };
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

/** Between which values a score lies: the declared range, else the one that was seen, with 0. */
function boundsOf({ range }: MetricDeclaration, parts: Every<Part>): Interval {
  if (range.min !== null && range.max !== null) return { low: range.min, high: range.max };
  const seen = { low: 0, high: 0 };
  forEachOf(parts, (part) => {
    const value = ratioOfSums([part]);
    // An empty document has none.
    if (!Number.isFinite(value)) return;
    seen.low = Math.min(seen.low, value);
    seen.high = Math.max(seen.high, value);
  });
  return { low: range.min ?? seen.low, high: range.max ?? seen.high };
}

function linearMethod({ kind }: MetricDeclaration, isClustered: boolean): ImputedEstimate['method'] {
  if (kind === 'ratio') return 'linearised t';
  return isClustered ? 'clustered t' : 't';
}

function meanOf(values: Numbers, count: number): number {
  return sum(values) / count;
}
