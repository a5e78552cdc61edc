import { type Clusters, clusterRobustError } from './clustered.ts';
import type { LinearEstimate } from './linear.ts';
import { sum } from './paired-t.ts';

/** One sample's part of a ratio of sums. A plain mean is the ratio with denominators of 1, a weighted one with weights. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number;
}

/** The two sides' parts of one sample. */
export interface PairedPart {
  readonly baseline: Part;
  readonly candidate: Part;
}

/** R = Σ numerator / Σ denominator. */
export function ratioOfSums(parts: readonly Part[]): number {
  return sum(parts.map((part) => part.numerator)) / sum(parts.map((part) => part.denominator));
}

/**
 * R with its standard error to first order: sample i moves R by e_i = (u_i − R v_i) / Σv. Clusters as in
 * `clusterRobustError`; at least two. Cochran 1977, "Sampling techniques", 6.3. Assumes Σv is far from 0.
 */
export function ratioEstimate(clusters: Clusters<Part>): LinearEstimate {
  const influence = influenceOn(clusters.flat());
  const influences = clusters.map((cluster) => cluster.map(influence));
  return {
    value: ratioOfSums(clusters.flat()),
    stderr: clusterRobustError(influences),
    df: clusters.length - 1,
  };
}

/** R(candidate) − R(baseline) on the same samples: the influences of the two sides subtract sample by sample. */
export function ratioDifference(clusters: Clusters<PairedPart>): LinearEstimate {
  const pairs = clusters.flat();
  const baseline = pairs.map((pair) => pair.baseline);
  const candidate = pairs.map((pair) => pair.candidate);
  const onBaseline = influenceOn(baseline);
  const onCandidate = influenceOn(candidate);
  const influences = clusters.map((cluster) =>
    cluster.map((pair) => onCandidate(pair.candidate) - onBaseline(pair.baseline)),
  );
  return {
    value: ratioOfSums(candidate) - ratioOfSums(baseline),
    stderr: clusterRobustError(influences),
    df: clusters.length - 1,
  };
}

function influenceOn(parts: readonly Part[]): (part: Part) => number {
  const ratio = ratioOfSums(parts);
  const total = sum(parts.map((part) => part.denominator));
  return (part) => (part.numerator - ratio * part.denominator) / total;
}
