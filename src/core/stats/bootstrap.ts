import { drawKinds, unitDraws } from './multinomial.ts';
import type { OneSidedTest } from './one-sided-test.ts';
import { countDraws, mulberry32 } from './random.ts';
import { resampledSums, type SummedUnits } from './resampled-sums.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';
import { sum } from './sum.ts';

export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/**
 * A statistic without a value a sample (corpus F1, BLEU, AUC), as a function of the units that count. Units are what is
 * independent: pairs of the two models' results, or clusters of such pairs. Never resample the two models apart, which
 * would throw the pairing away.
 */
export interface Statistic {
  readonly units: number;
  /** Where many units are alike: of which kind each is, from 0, and how many kinds there are. */
  readonly kinds?: () => { readonly of: Uint16Array | Int32Array; readonly count: number };
  /** When unit i counts `times[i]` times; or, where there are kinds, when so many count of kind i. */
  readonly value: (times: Float64Array) => number;
  /** Of many units: all that `value` asks of them, where it is sums; null or absent where it is more. */
  readonly sums?: () => SummedUnits | null;
  /** Without one unit, the others counting once. */
  readonly without: (unit: number) => number;
}

/**
 * So many units are drawn by their kinds, where there are so many of each: a draw for every unit takes seconds, and uses up the generator's
 * period. Fewer are drawn one by one, as they always were, so that a verdict of theirs is the same to the last digit.
 */
const MANY = { units: 2 ** 14, ofEachKind: 64 } as const;

/** Whether units are so many that draws of them, and sums over them, need no longer be those of before to the last digit. */
export const areMany = (units: number): boolean => units > MANY.units;

/** Of so many kinds at most units are taken by their kinds; 0 of few units, which are not. */
export const mostKindsOf = (units: number): number =>
  areMany(units) ? Math.floor(units / MANY.ofEachKind) : 0;

/** What resampling has shown, enough for an interval at any level and a test of any value. */
export interface Bootstrap {
  /** Sorted. */
  readonly replicates: Float64Array;
  /** Φ⁻¹ of the rank of the estimate among them. */
  readonly bias: number;
  readonly acceleration: number;
}

/**
 * Resamples the units, with bias correction and acceleration (BCa): Efron 1987, "Better bootstrap confidence intervals".
 * Under-covers with fewer than about 20 units and with heavy ties.
 *
 * @returns null without units, where a resample has no value, and where every resample lies on one side of the estimate, so
 * that its bias is unknown
 */
export function bootstrapStatistic(statistic: Statistic, { resamples, seed }: Resampling): Bootstrap | null {
  const { units } = statistic;
  if (units === 0) return null;
  const drawn =
    summedReplicates(statistic, { resamples, seed }) ?? replicatesOf(statistic, { resamples, seed });
  const { replicates, estimate } = drawn;
  if (!replicates.every(Number.isFinite)) return null;
  replicates.sort();
  // Sums in another order differ by rounding: ties must stay ties.
  const hair = 1e-12 * Math.max(1, Math.abs(estimate));
  const below = replicates.filter((replicate) => replicate < estimate - hair).length;
  const equal = replicates.filter((replicate) => Math.abs(replicate - estimate) <= hair).length;
  const rank = (below + equal / 2) / resamples;
  if (!(rank > 0 && rank < 1)) return null;
  const acceleration = accelerationOf(statistic);
  return Number.isFinite(acceleration) ? { replicates, bias: normalQuantile(rank), acceleration } : null;
}

interface Drawn {
  readonly replicates: Float64Array;
  /** Where each unit counts once. */
  readonly estimate: number;
}

function replicatesOf(statistic: Statistic, { resamples, seed }: Resampling): Drawn {
  const { units } = statistic;
  const { of, count } = statistic.kinds?.() ?? {
    of: Int32Array.from({ length: units }, (_, unit) => unit),
    count: units,
  };
  const sizes = new Float64Array(count);
  for (const kind of of) sizes[kind] = (sizes[kind] ?? 0) + 1;
  const times = new Float64Array(count);
  const draw = drawing(of, sizes, seed);
  const replicates = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample += 1) {
    draw(times);
    replicates[resample] = statistic.value(times);
  }
  return { replicates, estimate: statistic.value(sizes) };
}

/** The same by sums; null of few units, and of any other statistic. */
function summedReplicates(statistic: Statistic, resampling: Resampling): Drawn | null {
  const summed = areMany(statistic.units) ? statistic.sums?.() : null;
  if (summed === null || summed === undefined) return null;
  const { columns, value } = summed;
  const sums = resampledSums(columns, resampling);
  const replicates = Float64Array.from({ length: resampling.resamples }, (_, resample) =>
    value(Float64Array.from(sums, (own) => own[resample] as number)),
  );
  return { replicates, estimate: value(Float64Array.from(columns, sum)) };
}

/** How one resample after the other is written: unit by unit, or kind by kind, which is the same distribution. */
function drawing(
  of: Uint16Array | Int32Array,
  sizes: Float64Array,
  seed: number,
): (times: Float64Array) => void {
  if (sizes.length <= mostKindsOf(of.length)) {
    const random = mulberry32(seed);
    return (times) => drawKinds(sizes, random, times);
  }
  if (areMany(of.length)) return unitDraws(of, sizes, seed);
  let state = seed;
  return (times) => {
    times.fill(0);
    state = countDraws(state, of, times);
  };
}

/** The limit below which the unknown value lies with error `probability`. */
export function bcaLimit({ replicates, bias, acceleration }: Bootstrap, probability: number): number {
  const shifted = bias + normalQuantile(probability);
  return quantile(replicates, normalCdf(bias + shifted / (1 - acceleration * shifted)));
}

/**
 * The level at which `bcaLimit` meets the null value: the same numbers as the interval's, read the other way round. No p-value
 * is below 1 / (resamples + 1), since that is all that so many draws can tell.
 */
export function bcaTest({ replicates, bias, acceleration }: Bootstrap, nullValue: number): OneSidedTest {
  const least = 1 / (replicates.length + 1);
  const rank = Math.min(1 - least, Math.max(least, rankOf(replicates, nullValue)));
  const shift = normalQuantile(rank) - bias;
  const slope = 1 + acceleration * shift;
  const statistic = slope > 0 ? bias - shift / slope : -Math.sign(shift) * Infinity;
  const p = (z: number) => Math.min(1 - least, Math.max(least, normalCdf(z)));
  return {
    statistic: Number.isFinite(statistic) ? statistic : null,
    pGreater: p(-statistic),
    pLess: p(statistic),
  };
}

/** Skewness of the influence of single units, by the jackknife: Σu³ / 6(Σu²)^{3/2}, u = θ̄₍.₎ − θ₍ᵢ₎. */
function accelerationOf({ units, without }: Statistic): number {
  const values = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) values[unit] = without(unit);
  const centre = sum(values) / units;
  let [squares, cubes] = [0, 0];
  for (let unit = 0; unit < units; unit += 1) {
    const deviation = centre - (values[unit] as number);
    squares += deviation ** 2;
    cubes += deviation ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** The quantile that interpolates between order statistics at (n − 1) q: type 7 of Hyndman & Fan 1996. */
function quantile(sorted: Float64Array, q: number): number {
  const position = (sorted.length - 1) * q;
  const lower = Math.floor(position);
  const at = (index: number) => sorted[Math.min(index, sorted.length - 1)] ?? Number.NaN;
  return at(lower) + (position - lower) * (at(lower + 1) - at(lower));
}

/** The q of which `value` is the quantile; in the middle of ties. */
function rankOf(sorted: Float64Array, value: number): number {
  const last = sorted.length - 1;
  const below = firstIndex(sorted, (replicate) => replicate >= value);
  const above = firstIndex(sorted, (replicate) => replicate > value);
  if (above > below) return (below + above - 1) / 2 / last;
  if (below === 0) return 0;
  if (below > last) return 1;
  const [left = 0, right = 0] = [sorted[below - 1], sorted[below]];
  return (below - 1 + (value - left) / (right - left)) / last;
}

function firstIndex(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * One number a unit whose mean is the estimate: θ̂ + (G − 1)(θ̄₍.₎ − θ₍ᵢ₎), the pseudo-values of Quenouille and Tukey moved to
 * the estimate. Student's t on them has the jackknife's standard error √((G−1)/G · Σ(θ₍ᵢ₎ − θ̄₍.₎)²); for a mean they are the
 * values themselves. Efron & Stein 1981. Assumes that the statistic is smooth.
 * @param left the value without each unit, the others counting once
 */
export function pseudoValues(left: Float64Array, estimate: number): Float64Array {
  const units = left.length;
  const centre = sum(left) / units;
  const values = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1)
    values[unit] = estimate + (units - 1) * (centre - (left[unit] as number));
  return values;
}
