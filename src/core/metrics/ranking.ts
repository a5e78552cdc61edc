/** An item of a ranked answer, or of what is relevant, with its gain: 0 of what is not relevant. */
export interface Relevance {
  /** Gains of what the answer lists, in its order, each item once. */
  readonly ranked: readonly number[];
  /** Gains of everything that is relevant, in any order; each more than 0. */
  readonly relevant: readonly number[];
}

/** 1 / the rank of the first relevant item; 0 where the answer lists none (Voorhees 1999, its mean is MRR). */
export function reciprocalRank({ ranked }: Relevance): number {
  const first = ranked.findIndex((gain) => gain > 0);
  return first < 0 ? 0 : 1 / (first + 1);
}

/** The share of what is relevant that is among the first k. */
export function recallAt({ ranked, relevant }: Relevance, k: number): number {
  return ranked.slice(0, k).filter((gain) => gain > 0).length / relevant.length;
}

/**
 * Σ gain / log₂(rank + 1) over the first k, as a share of the most it could be (Järvelin & Kekäläinen 2002, linear gains, as in
 * scikit-learn and trec_eval).
 */
export function ndcgAt({ ranked, relevant }: Relevance, k: number): number {
  const ideal = relevant.toSorted((a, b) => b - a);
  return discounted(ranked, k) / discounted(ideal, k);
}

const discounted = (gains: readonly number[], k: number): number =>
  gains.slice(0, k).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
