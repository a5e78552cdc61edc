import { type LinearEstimate, studentMean } from './student.ts';

/** With more a correlation between neighbours is known well enough, and a quantile is smooth enough without one of them. */
const MOST_BATCHES = 30;
/** Beyond it there are hardly any independent batches left. */
const MOST_CORRELATION = 0.8;

/**
 * Positions in the order of time, in about √n batches of neighbours: as many as keep the delete-a-batch jackknife of a quantile
 * consistent (Shao & Wu 1989: batches of at least √n), 30 at most (Schmeiser 1982).
 */
export function batchesOf(count: number): number[][] {
  const batches = Math.min(MOST_BATCHES, Math.floor(Math.sqrt(count)));
  const end = (batch: number) => Math.floor((batch * count) / batches);
  return Array.from({ length: batches }, (_, batch) =>
    Array.from({ length: end(batch + 1) - end(batch) }, (_, index) => end(batch) + index),
  );
}

/**
 * The mean of numbers in the order of time, of which neighbours hang together: batch means (Law & Kelton) with the variance of an AR(1)
 * process, s² / G · (1 + ρ) / (1 − ρ), and G (1 − ρ) / (1 + ρ) − 1 degrees of freedom. ρ is the lag-1 autocorrelation freed of its
 * bias in short series, ρ̂ + (1 + 4 ρ̂) / G (Kendall 1954; Marriott & Pope 1954); a negative one is not credited. Assumes that what drifts
 * does so within a few batches: of a change that lasts the whole run nothing can be seen in it.
 */
export function driftingMean(values: readonly number[]): LinearEstimate {
  const { value, stderr } = studentMean(values);
  const batches = values.length;
  let [products, squares] = [0, 0];
  for (const [index, each] of values.entries()) {
    const before = values[index - 1];
    squares += (each - value) ** 2;
    if (before !== undefined) products += (each - value) * (before - value);
  }
  const seen = squares > 0 ? products / squares : 0;
  const correlation = Math.min(MOST_CORRELATION, Math.max(0, seen + (1 + 4 * seen) / batches));
  const inflation = (1 + correlation) / (1 - correlation);
  return { value, stderr: stderr * Math.sqrt(inflation), df: Math.max(1, batches / inflation - 1) };
}

/** Of errors that come from several kinds of dependence each: their variances add up, at most; the least degrees of freedom count. */
export function addedErrors(estimates: readonly [LinearEstimate, ...LinearEstimate[]]): LinearEstimate {
  const [{ value }] = estimates;
  return {
    value,
    stderr: Math.sqrt(estimates.reduce((total, { stderr }) => total + stderr ** 2, 0)),
    df: Math.min(...estimates.map(({ df }) => df)),
  };
}
