import type { LinearEstimate } from './linear.ts';
import { sum } from './paired-t.ts';

/** One list of values a cluster: a passage, a conversation, a set of paraphrases. */
export type Clusters<T> = readonly (readonly T[])[];

/**
 * Standard error of a statistic from the influence of each sample on it, Σ influence = 0, for G ≥ 2 clusters:
 * √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²), to be used with t(G − 1).
 *
 * Samples of one cluster may depend on each other in any way; clusters are independent. This is CR1 of Liang & Zeger
 * 1986; Miller 2024, "Adding error bars to evals", is the same sum without the small-sample factor. With clusters of
 * one sample each it is the ordinary standard error.
 */
export function clusterRobustError(influences: Clusters<number>): number {
  const count = influences.length;
  const squares = sum(influences.map((influence) => sum(influence) ** 2));
  return Math.sqrt((squares * count) / (count - 1));
}

/** Mean over all samples with its CR1 standard error and G − 1 degrees of freedom. */
export function clusteredMean(clusters: Clusters<number>): LinearEstimate {
  const n = sum(clusters.map((cluster) => cluster.length));
  const mean = sum(clusters.map(sum)) / n;
  const influences = clusters.map((cluster) => cluster.map((value) => (value - mean) / n));
  return { value: mean, stderr: clusterRobustError(influences), df: clusters.length - 1 };
}

/**
 * The same mean with the delete-one-cluster jackknife (CR3): √((G−1)/G · Σ_g (θ₍g₎ − θ̄)²). More careful than CR1 when
 * clusters are of very unequal size. Bell & McCaffrey 2002.
 */
export function jackknifedMean(clusters: Clusters<number>): LinearEstimate {
  const count = clusters.length;
  const n = sum(clusters.map((cluster) => cluster.length));
  const total = sum(clusters.map(sum));
  const without = clusters.map((cluster) => (total - sum(cluster)) / (n - cluster.length));
  const centre = sum(without) / count;
  const squares = sum(without.map((mean) => (mean - centre) ** 2));
  return { value: total / n, stderr: Math.sqrt((squares * (count - 1)) / count), df: count - 1 };
}
