import { type Every, forEachOf, type Keep, keepItems } from './columns.ts';

/**
 * What is independent of each other, one sum each: a sample by itself, or all samples of one cluster (a passage, a
 * conversation, a set of paraphrases), which may depend on each other in any way.
 */
export interface Units<T> extends Every<T> {
  readonly count: number;
  /** Samples in them. */
  readonly samples: number;
  /** From 0 to count − 1. */
  at(position: number): T;
}

/**
 * Sums the samples of every cluster, each in the place of its first sample.
 *
 * A ratio of sums over samples is one over units, and so is its influence: a cluster's Σ e_i is the e of its sums. That gives
 * CR1 of Liang & Zeger 1986, √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom; Miller 2024, "Adding error bars to
 * evals", is the same without the small-sample factor. Clusters of one sample give the ordinary standard error.
 *
 * @param read null for a sample that does not count
 * @param clusterOf null for a sample that is a unit of its own
 * @param keep where sums are kept: in columns, where there may be millions
 */
export function sumClusters<Sample, T>(
  samples: Every<Sample> & { readonly length: number },
  read: (sample: Sample) => T | null,
  clusterOf: (sample: Sample) => string | null,
  add: (left: T, right: T) => T,
  keep: Keep<T> = keepItems,
): Units<T> {
  const sums = keep(samples.length);
  const places = new Map<string, number>();
  let [counted, count] = [0, 0];
  forEachOf(samples, (sample) => {
    const reading = read(sample);
    if (reading === null) return;
    counted += 1;
    const cluster = clusterOf(sample);
    const place = cluster === null ? undefined : places.get(cluster);
    if (place !== undefined) {
      sums.set(place, add(sums.at(place), reading));
      return;
    }
    if (cluster !== null) places.set(cluster, count);
    sums.set(count, reading);
    count += 1;
  });
  return {
    count,
    samples: counted,
    at: (position) => sums.at(position),
    every(holds) {
      for (let position = 0; position < count; position += 1) if (!holds(sums.at(position))) return false;
      return true;
    },
  };
}
