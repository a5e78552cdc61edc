import { betaLogitQuantile, betaTails } from './beta.ts';

/** P(T ≤ t) for Student's t with `df` > 0 degrees of freedom (DLMF 8.17; df may be fractional). */
export function studentCdf(t: number, df: number): number {
  if (t > 0) return 1 - studentCdf(-t, df);
  if (t === -Infinity) return 0;
  const square = t * t;
  const point = { x: df / (df + square), complement: square / (df + square) };
  return betaTails(point, df / 2, 0.5).lower / 2;
}

/** t with P(T ≤ t) = probability, for 0 < probability < 1. */
export function studentQuantile(probability: number, df: number): number {
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -studentQuantile(1 - probability, df);
  // x = df / (df + t²) is Beta(df/2, ½), so t² = df · (1 − x)/x = df · exp(−logit).
  return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * probability, df / 2, 0.5) / 2);
}
