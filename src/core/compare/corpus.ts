import type { Estimate } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { AGGREGATES, whyNotJudged } from '../metrics/corpus/registry.ts';
import { bootstrapStatistic, pseudoValues, type Statistic } from '../stats/bootstrap.ts';
import { effectiveSize } from '../stats/effective.ts';
import type { Inference } from '../stats/inference.ts';
import { extendedMean } from '../stats/mean.ts';
import { seedOf } from '../stats/random.ts';
import type { Part } from '../stats/ratio.ts';
import { sizedMean } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { limitsOfCalibrationError } from './calibration-error.ts';
import { leftOut, type ResampledSide, resampledUnits } from './corpus-resampling.ts';
import { sampleUnits, visitUnits } from './corpus-units.ts';
import { DELTA, type Estimand, type ReadPart } from './estimand.ts';
import type { ImputedEstimate } from './imputed-estimate.ts';
import { onceFor } from './known.ts';
import type { PairedScores } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/** With as many the level of a limit is uncertain by half a point. */
const RESAMPLES = 2000;

/** With as few independent units the bootstrap is too narrow: Student's t on jackknife values, G − 1 degrees of freedom. */
const FEW_UNITS = 20;

/** One side of a corpus metric, as a function of the units that count. */
interface Side extends ResampledSide {
  readonly value: number;
  /** The value without each unit, the others counting once. */
  readonly left: Float64Array;
}

/** Value and jackknifed standard error of a corpus metric over the samples that `read` finds parts in; null without a value. */
export function estimateCorpus(
  scores: PairedScores,
  declaration: MetricDeclaration,
  read: ReadPart,
): Estimate | null {
  const side = sideOf(scores, declaration, read);
  if (side === null || !Number.isFinite(side.value)) return null;
  const { value, left, units } = side;
  const { stderr } = sizedMean({ values: pseudoValues(left, value), sizes: units.sizes });
  return { value, stderr: Number.isFinite(stderr) ? stderr : null, n: units.samples.length };
}

/**
 * What the samples say of a corpus metric: what BCa by resampling the independent units and Student's t on jackknife values
 * both show, since either alone errs too often on 50 to 200 units (docs/explanation/calibration.md); the latter alone where units are few
 * or hardly any of them differ; limits of its own for the calibration error.
 */
export function imputeCorpus<Reading>(
  metric: MetricScores,
  estimand: Estimand<Reading>,
): ImputedEstimate | null {
  // Its gates are judged at the end only: an interval at every look would cost more than the samples.
  if (metric.partial) return null;
  const { aggregate } = metric.declaration;
  if (aggregate !== undefined && whyNotJudged(aggregate) !== null) return null;
  return onceFor(metric.scores, estimand, () => imputeUnits(metric, estimand));
}

/** The jackknife's standard error of a corpus metric's change; null without a value. */
export function stderrOfCorpusChange({ declaration, scores }: MetricScores): number | null {
  return influences(scores, declaration, DELTA)?.estimate.stderr ?? null;
}

/** A corpus metric, or its change, as a function of the units, and what each of them moves it by; null without a value. */
function influences<Reading>(
  scores: PairedScores,
  declaration: MetricDeclaration,
  estimand: Estimand<Reading>,
) {
  const sizes: number[] = [];
  const changed: boolean[] = [];
  let n = 0;
  visitUnits(scores, estimand.read, (reading, unit) => {
    n += 1;
    sizes[unit] = (sizes[unit] ?? 0) + estimand.size(reading);
    changed[unit] ||= differs(estimand.parts(reading));
  });
  const effective = effectiveSize(sizes);
  if (!(effective >= 2)) return null;
  const sides = estimand.sides.flatMap((read) => sideOf(scores, declaration, read) ?? []);
  const own = sides.at(-1);
  if (own === undefined) return null;
  const other = sides.length === 2 ? sides[0] : undefined;
  // Prepared for the first to ask, which is a bootstrap: most never do.
  let resampled: ReturnType<typeof resampledUnits> | null = null;
  const prepared = () => {
    resampled ??= resampledUnits(sides);
    return resampled;
  };
  const left = own.left.slice();
  for (let unit = 0; other !== undefined && unit < left.length; unit += 1)
    left[unit] = (left[unit] as number) - (other.left[unit] as number);
  const statistic: Statistic = {
    units: left.length,
    sums: () => prepared().sums(),
    kinds: () => prepared().kinds(),
    value: (times) => prepared().value(times),
    without: (unit) => left[unit] as number,
  };
  const value = own.value - (other?.value ?? 0);
  const values = pseudoValues(left, value);
  if (!Number.isFinite(value) || !values.every(Number.isFinite)) return null;
  const estimate = sizedMean({ values, sizes });
  const isChange = other !== undefined;
  return { sizes, changed, effective, n, sides, isChange, statistic, value, values, estimate };
}

function imputeUnits<Reading>(
  { declaration, scores, resamples = RESAMPLES }: MetricScores,
  estimand: Estimand<Reading>,
): ImputedEstimate | null {
  const found = influences(scores, declaration, estimand);
  if (found === null) return null;
  const { sizes, changed, effective, n, sides, isChange, statistic, value, values, estimate } = found;
  const differing = sum(sizes.filter((_, unit) => changed[unit]));
  const sparse = effective * (isChange ? differing : apart({ values, sizes })) < 10 * sum(sizes);
  // What a missing answer could do to such a metric at worst is not known.
  const isWhole = n === scores.length;
  if (declaration.aggregate === 'ece') {
    const extremes = sparse ? estimand.extremes(unitRange(sides, declaration)) : null;
    const limits = limitsOfCalibrationError(
      sides.map(({ units }) => units),
      extremes,
    );
    const imputation = isWhole ? ({ value, inference: { kind: 'limits', limits } } as const) : null;
    return { method: 'calibration limits', value, n, lowest: imputation, highest: imputation, sparse };
  }
  if (sparse || effective <= FEW_UNITS) {
    const extremes = estimand.extremes(unitRange(sides, declaration));
    const complete = (end: 'low' | 'high') => {
      const own = sparse ? extendedMean({ values, sizes }, { value: extremes[end], weight: 1 }) : estimate;
      const isUsable = isWhole && own.stderr > 0;
      return isUsable ? { value, inference: { kind: 'student', estimate: own } as const } : null;
    };
    return { method: 'jackknife t', value, n, lowest: complete('low'), highest: complete('high'), sparse };
  }
  const seed = seedOf(namesOf(declaration.name, scores));
  const resampled = bootstrapStatistic(statistic, { resamples, seed });
  if (resampled === null) return null;
  const inference: Inference = {
    kind: 'each',
    of: [
      { kind: 'bootstrap', bootstrap: resampled },
      { kind: 'student', estimate },
    ],
  };
  const imputation = isWhole ? { value, inference } : null;
  return { method: 'bca bootstrap', value, n, lowest: imputation, highest: imputation, sparse };
}

function* namesOf(name: string, scores: PairedScores): Generator<string> {
  yield name;
  for (const { key } of scores) yield key;
}

/** Of one side; null where nobody says how it follows from samples. Estimates and tests of one metric ask for the same sides. */
function sideOf(scores: PairedScores, declaration: MetricDeclaration, read: ReadPart): Side | null {
  const of = onceFor(scores, declaration, () => ({}));
  return onceFor(of, read, () => makeSide(scores, declaration, read));
}

function makeSide(scores: PairedScores, { aggregate }: MetricDeclaration, read: ReadPart): Side | null {
  const units = sampleUnits(scores, read);
  if (aggregate === undefined || units === null) return null;
  const { over } = AGGREGATES[aggregate];
  return { units, over, ...leftOut(units, over) };
}

/** How much of all weight lies apart from the most common value. */
function apart({
  values,
  sizes,
}: {
  readonly values: Float64Array;
  readonly sizes: readonly number[];
}): number {
  const { low, high } = endsOf(values);
  const known = new Map<number, number>();
  let commonest = 0;
  for (const [index, value] of values.entries()) {
    const step = high === low ? 0 : Math.round((value - low) / (1e-9 * (high - low)));
    const size = (known.get(step) ?? 0) + (sizes[index] ?? 0);
    known.set(step, size);
    commonest = Math.max(commonest, size);
  }
  return sum(sizes) - commonest;
}

const differs = ([baseline, candidate]: readonly Part[]): boolean =>
  baseline?.parts?.some((part, index) => part !== candidate?.parts?.[index]) ?? false;

/** Between which values one more unit would lie: what units contribute to either side, and at least the metric's range. */
function unitRange(sides: readonly Side[], { range }: MetricDeclaration) {
  const own = sides.map(({ left, value }) => endsOf(pseudoValues(left, value)));
  return {
    low: own.reduce((low, each) => Math.min(low, each.low), range.min ?? Infinity),
    high: own.reduce((high, each) => Math.max(high, each.high), range.max ?? -Infinity),
  };
}

/** As many as samples, which are too many for the arguments of one call. */
const endsOf = (values: Float64Array) => ({
  low: values.reduce((a, b) => Math.min(a, b), Infinity),
  high: values.reduce((a, b) => Math.max(a, b), -Infinity),
});
