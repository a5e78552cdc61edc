import type { Statistic } from './bootstrap.ts';
import { sum } from './sum.ts';

/**
 * One number a unit whose mean is the estimate: θ̂ + (G − 1)(θ̄₍.₎ − θ₍ᵢ₎), the pseudo-values of Quenouille and Tukey moved to
 * the estimate. Student's t on them has the jackknife's standard error √((G−1)/G · Σ(θ₍ᵢ₎ − θ̄₍.₎)²); for a mean they are the
 * values themselves. Efron & Stein 1981. Assumes that the statistic is smooth.
 */
export function pseudoValues({ units, without }: Statistic, estimate: number): number[] {
  const left = Array.from({ length: units }, (_, unit) => without(unit));
  const centre = sum(left) / units;
  return left.map((value) => estimate + (units - 1) * (centre - value));
}
