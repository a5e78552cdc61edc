import { type LinearEstimate, studentMean } from './student.ts';
import { sum } from './sum.ts';

/** A fixed part of a benchmark, such as a subject: at least two values, and what the part counts for. */
export interface Stratum {
  readonly values: Iterable<number>;
  /** As for Student's mean. */
  readonly effective?: number;
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
 * degrees of freedom are Σ(n_h − 1), exact for equal variances. Of strata that depend on each other the standard errors are
 * added, the most that any correlation allows, with the least of their degrees of freedom.
 */
export function stratifiedMean(strata: readonly Stratum[]): LinearEstimate {
  const total = sum(strata.map(({ weight }) => weight));
  const parts = strata.map(({ values, effective, weight, population }) => {
    const { value, stderr, df } = studentMean(values, effective);
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
  return {
    value: sum(parts.map(({ value }) => value)),
    stderr: Math.sqrt(sum(independent.map(({ stderr }) => stderr ** 2))),
    df: sum(independent.map(({ df }) => df)),
  };
}
