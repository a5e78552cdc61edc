import { normalCdf, normalDensity } from './special/normal.ts';

/**
 * An estimate of |μ| that on average is too low, whatever μ is, from one x that is normal about μ with a known standard
 * error; |x| itself is too high. Is x split into x + σZ and x − σZ (two halves of the samples, independent of each other), the
 * sign of the one times the other has the mean μ · E sign ≤ |μ|; this is its mean over all splits, x(2Φ(x/σ) − 1) − 2σφ(x/σ).
 * Rasines & Young 2023, "Splitting strategies for post-selection inference".
 */
export function lowAbsolute(x: number, stderr: number): number {
  if (stderr === 0) return Math.abs(x);
  const z = x / stderr;
  return x * (2 * normalCdf(z) - 1) - 2 * stderr * normalDensity(z);
}
