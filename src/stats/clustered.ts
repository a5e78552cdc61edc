import type { LinearEstimate } from './student.ts';
import { sum } from './sum.ts';

/**
 * Samples by cluster: a passage, a conversation, a set of paraphrases. Samples of one cluster may depend on each other in
 * any way; clusters are independent. Samples without a cluster are clusters of one.
 */
export type Clusters<T> = readonly (readonly T[])[];

/**
 * A statistic as the mean of one number a cluster: θ + G · Σ_{i∈g} e_i, where e_i is what sample i moves θ by to first
 * order, and Σ e = 0. Their spread is the uncertainty of θ: Student's mean of them has the standard error
 * √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom.
 *
 * That is CR1 of Liang & Zeger 1986; Miller 2024, "Adding error bars to evals", is the same sum without the small-sample
 * factor. Clusters of one sample give the ordinary standard error.
 */
export function clusterValues(theta: number, influences: Clusters<number>): number[] {
  return influences.map((influence) => theta + influences.length * sum(influence));
}

/**
 * Mean over all samples with the delete-one-cluster jackknife (CR3): √((G−1)/G · Σ_g (θ₍g₎ − θ̄)²). More careful than CR1
 * when clusters are of very unequal size. Bell & McCaffrey 2002.
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
