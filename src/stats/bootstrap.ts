import type { Interval } from './interval.ts';
import { mulberry32 } from './random.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';
import { sum } from './sum.ts';

export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/**
 * Bias-corrected and accelerated bootstrap interval with error `alpha` a side, for statistics that have no value a sample
 * (corpus F1, BLEU, AUC). Efron 1987, "Better bootstrap confidence intervals".
 *
 * `units` are what is independent: pairs of the two models' results, or clusters of such pairs. Never resample the two
 * models apart, which would throw the pairing away. Under-covers with fewer than about 20 units and with heavy ties.
 *
 * @returns null without units, and where every resample lies on one side of the estimate, so that its bias is unknown
 */
export function bcaInterval<Unit>(
  units: readonly Unit[],
  statistic: (units: readonly Unit[]) => number,
  alpha: number,
  { resamples, seed }: Resampling,
): Interval | null {
  if (units.length === 0) return null;
  const estimate = statistic(units);
  const random = mulberry32(seed);
  const draw = () => units[Math.floor(random() * units.length)] as Unit;
  const replicates = Array.from({ length: resamples }, () => statistic(units.map(draw))).sort(
    (a, b) => a - b,
  );

  const below = replicates.filter((replicate) => replicate < estimate).length;
  const equal = replicates.filter((replicate) => replicate === estimate).length;
  const rank = (below + equal / 2) / resamples;
  if (!(rank > 0 && rank < 1)) return null;

  const bias = normalQuantile(rank);
  const acceleration = accelerationOf(units, statistic);
  const limit = (z: number) => {
    const shifted = bias + z;
    return quantile(replicates, normalCdf(bias + shifted / (1 - acceleration * shifted)));
  };
  return { low: limit(normalQuantile(alpha)), high: limit(normalQuantile(1 - alpha)) };
}

/** Skewness of the influence of single units, by the jackknife: Σu³ / 6(Σu²)^{3/2}, u = θ̄₍.₎ − θ₍ᵢ₎. */
function accelerationOf<Unit>(units: readonly Unit[], statistic: (units: readonly Unit[]) => number): number {
  const without = units.map((_, left) => statistic(units.filter((_, index) => index !== left)));
  const centre = sum(without) / without.length;
  const deviations = without.map((value) => centre - value);
  const squares = sum(deviations.map((deviation) => deviation ** 2));
  return squares === 0 ? 0 : sum(deviations.map((deviation) => deviation ** 3)) / (6 * squares ** 1.5);
}

/** The quantile that interpolates between order statistics at (n − 1) q: type 7 of Hyndman & Fan 1996. */
function quantile(sorted: readonly number[], q: number): number {
  const position = (sorted.length - 1) * q;
  const lower = Math.floor(position);
  const at = (index: number) => sorted[Math.min(index, sorted.length - 1)] ?? Number.NaN;
  return at(lower) + (position - lower) * (at(lower + 1) - at(lower));
}
