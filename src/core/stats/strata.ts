import type { LinearEstimate } from './student.ts';
import { sum } from './sum.ts';

/** A fixed part of a benchmark, such as a subject: its mean, and what the part counts for. */
export interface Stratum {
  readonly estimate: LinearEstimate;
  /** Strata of one source are not independent; left out, each has its own. */
  readonly source?: number;
  /** Relative weight: all equal for a macro average, the stratum's size for a micro average. */
  readonly weight: number;
  /** Samples the stratum has in all, when the hypothesis is about exactly these; absent for questions like these. */
  readonly population?: number;
}

/**
 * Σ w_h x̄_h with variance Σ w_h² s_h²/n_h (1 − n_h/N_h), weights scaled to sum to 1. Macro and micro averages are different
 * numbers with different errors: which of them is meant has to be said. Cochran 1977, "Sampling techniques", 5.3; the
 * degrees of freedom are those of Welch 1947 and Satterthwaite 1946, V² / Σ (v_h² / df_h), since one small stratum may hold nearly all of
 * the variance. Of strata that depend on each other the standard errors are added, the most that any correlation allows, with the least
 * of their degrees of freedom.
 */
export function stratifiedMean(strata: readonly Stratum[]): LinearEstimate {
  const total = sum(strata.map(({ weight }) => weight));
  const parts = strata.map(({ estimate: { value, stderr, df }, weight, population }) => {
    const unseen = population === undefined ? 1 : 1 - (df + 1) / population;
    return { value: (weight / total) * value, stderr: (weight / total) * stderr * Math.sqrt(unseen), df };
  });
  const sources = new Map<unknown, { stderr: number; df: number }>();
  for (const [index, { stderr, df }] of parts.entries()) {
    const source = strata[index]?.source ?? strata[index];
    const earlier = sources.get(source) ?? { stderr: 0, df };
    sources.set(source, { stderr: earlier.stderr + stderr, df: Math.min(earlier.df, df) });
  }
  const independent = [...sources.values()];
  const variance = sum(independent.map(({ stderr }) => stderr ** 2));
  const shares = sum(
    independent.map(({ stderr, df }) => (stderr === 0 ? 0 : (stderr ** 2 / variance) ** 2 / df)),
  );
  return {
    value: sum(parts.map(({ value }) => value)),
    stderr: Math.sqrt(variance),
    df: shares === 0 ? sum(independent.map(({ df }) => df)) : 1 / shares,
  };
}
