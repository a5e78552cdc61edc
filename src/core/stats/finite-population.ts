import type { ConfidenceLimits } from './combined.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';

/**
 * What a random sample says of the finite list that it was drawn from: every limit lies nearer by √(1 − n/N), so that nothing is
 * left open when all were seen. Cochran 1977, "Sampling techniques", 2.6; on score tests the same as dividing z by that factor.
 * @param share n/N, at most 1
 */
export function limitsOfFinitePopulation(
  { lower, upper }: ConfidenceLimits,
  share: number,
): ConfidenceLimits {
  const level = (alpha: number) => normalCdf(normalQuantile(alpha) * Math.sqrt(1 - share));
  return { lower: (alpha) => lower(level(alpha)), upper: (alpha) => upper(level(alpha)) };
}
