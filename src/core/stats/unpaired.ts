import { normalCdf, normalQuantile } from './special/normal.ts';

export interface ValueWithError {
  readonly value: number;
  readonly stderr: number;
}

/**
 * candidate − baseline from two values with their standard errors alone: SE = √(se_b² + se_c² − 2ρ se_b se_c).
 *
 * Weak evidence. Where the same questions were asked, ρ is positive and unknown without the samples; 0 is the careful
 * choice, and costs three quarters of the power.
 */
export function unpairedDifference(
  baseline: ValueWithError,
  candidate: ValueWithError,
  correlation = 0,
): ValueWithError {
  const covariance = correlation * baseline.stderr * candidate.stderr;
  return {
    value: candidate.value - baseline.value,
    stderr: Math.sqrt(baseline.stderr ** 2 + candidate.stderr ** 2 - 2 * covariance),
  };
}

/** One-sided p-value of "greater than `nullValue`", by the normal approximation; needs stderr > 0. */
export function pGreaterThan({ value, stderr }: ValueWithError, nullValue: number): number {
  return normalCdf((nullValue - value) / stderr);
}

/** The value that is exceeded with probability 1 − `probability`. */
export function normalLimit({ value, stderr }: ValueWithError, probability: number): number {
  return value + normalQuantile(probability) * stderr;
}
