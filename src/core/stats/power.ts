import { normalQuantile } from './special/normal.ts';

/** One-sided error of a test and its power: the chance to prove what is true. */
export interface Errors {
  readonly alpha: number;
  readonly power: number;
}

/** z(1 − alpha) + z(power): 2.93 at α = 5 % and 90 %. */
function reach({ alpha, power }: Errors): number {
  return normalQuantile(1 - alpha) + normalQuantile(power);
}

/**
 * Pairs of 0/1 scores needed to prove that the drop is below `margin`:
 * (z_α + z_β)² (disc − δ²) / (margin + δ)², with δ the true delta (0 for an unchanged model) and disc the share of pairs
 * that flip. Normal approximation.
 */
export function pairsNeeded(margin: number, discordance: number, errors: Errors, trueDelta = 0): number {
  return (reach(errors) ** 2 * (discordance - trueDelta ** 2)) / (margin + trueDelta) ** 2;
}

/**
 * Smallest drop that `pairs` show with probability `power`: (z_α + z_β) √(disc / n). The smallest margin which a benchmark
 * of that size can certify is the same number.
 */
export function smallestDetectableDrop(pairs: number, discordance: number, errors: Errors): number {
  return smallestDetectable(Math.sqrt(discordance / pairs), errors);
}

/** The same for any estimate with a known standard error. */
function smallestDetectable(stderr: number, errors: Errors): number {
  return reach(errors) * stderr;
}

/** Variances of a paired design whose answers are drawn several times a sample. */
export interface RepeatedDesign {
  /** Variance over samples of the difference of expected scores, ω². */
  readonly between: number;
  /** Mean variance of one answer given its sample, a side; and answers drawn a sample, a side. */
  readonly within: { readonly baseline: number; readonly candidate: number };
  readonly repeats: { readonly baseline: number; readonly candidate: number };
}

/**
 * Samples needed for a two-sided test to detect `difference`:
 * (z_{α/2} + z_β)² (ω² + σ²_A/K_A + σ²_B/K_B) / δ². Miller 2024, "Adding error bars to evals", equation 9.
 */
export function samplesNeeded(difference: number, design: RepeatedDesign, errors: Errors): number {
  const { between, within, repeats } = design;
  const variance = between + within.baseline / repeats.baseline + within.candidate / repeats.candidate;
  return (reach({ alpha: errors.alpha / 2, power: errors.power }) ** 2 * variance) / difference ** 2;
}
