import { type Clusters, clusterValues } from './clustered.ts';
import { sum } from './sum.ts';

/** One sample's part of a ratio of sums. A mean is the ratio with denominators of 1, a weighted mean with weights. */
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
 * R as the mean of one number a cluster (see `clusterValues`), to first order: sample i moves R by
 * e_i = (u_i − R v_i) / Σv. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and varies little.
 */
export function ratioValues(clusters: Clusters<Part>): number[] {
  const parts = clusters.flat();
  const influence = influenceOn(parts);
  const influences = clusters.map((cluster) => cluster.map(influence));
  return clusterValues(ratioOfSums(parts), influences);
}

/** R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract. */
export function ratioDifferenceValues(clusters: Clusters<PairedPart>): number[] {
  const pairs = clusters.flat();
  const baseline = pairs.map((pair) => pair.baseline);
  const candidate = pairs.map((pair) => pair.candidate);
  const onBaseline = influenceOn(baseline);
  const onCandidate = influenceOn(candidate);
  const influences = clusters.map((cluster) =>
    cluster.map((pair) => onCandidate(pair.candidate) - onBaseline(pair.baseline)),
  );
  return clusterValues(ratioOfSums(candidate) - ratioOfSums(baseline), influences);
}

function influenceOn(parts: readonly Part[]): (part: Part) => number {
  const ratio = ratioOfSums(parts);
  const total = sum(parts.map((part) => part.denominator));
  return (part) => (part.numerator - ratio * part.denominator) / total;
}
