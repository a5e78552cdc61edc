import { betaQuantile } from './special/beta.ts';

/**
 * One-sided exact limits of a rate with `events` among `n` independent samples, each with error at most `alpha`.
 * Clopper & Pearson 1934. Guaranteed at any n; without events the upper limit is 1 − α^(1/n), about 3/n at 5 %.
 */
export function clopperPearsonUpper(events: number, n: number, alpha: number): number {
  if (events >= n) return 1;
  // The closed form keeps its digits where 1 − x of the general one is lost.
  if (events === 0) return -Math.expm1(Math.log(alpha) / n);
  return betaQuantile(1 - alpha, events + 1, n - events);
}

export function clopperPearsonLower(events: number, n: number, alpha: number): number {
  if (events <= 0) return 0;
  if (events === n) return Math.exp(Math.log(alpha) / n);
  return betaQuantile(alpha, events, n - events + 1);
}
