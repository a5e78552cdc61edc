/**
 * What is independent of each other, one sum each: a sample by itself, or all samples of one cluster (a passage, a
 * conversation, a set of paraphrases), which may depend on each other in any way. Gone through as often as is asked, and never
 * held, but for the sums of clusters.
 */
export interface Units<T> extends Iterable<T> {
  readonly count: number;
  /** Samples in them. */
  readonly samples: number;
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
 */
export function sumClusters<Sample, T>(
  samples: Iterable<Sample>,
  read: (sample: Sample) => T | null,
  clusterOf: (sample: Sample) => string | null,
  add: (left: T, right: T) => T,
): Units<T> {
  const sums = new Map<string, T>();
  let alone = 0;
  let counted = 0;
  for (const sample of samples) {
    const reading = read(sample);
    if (reading === null) continue;
    counted += 1;
    const cluster = clusterOf(sample);
    if (cluster === null) {
      alone += 1;
      continue;
    }
    const earlier = sums.get(cluster);
    sums.set(cluster, earlier === undefined ? reading : add(earlier, reading));
  }
  return {
    count: alone + sums.size,
    samples: counted,
    *[Symbol.iterator]() {
      if (alone === 0) {
        yield* sums.values();
        return;
      }
      // The map has clusters in the order of their first samples: the next one to give out is always the next one to come.
      const clusters = sums.entries();
      let next = clusters.next();
      for (const sample of samples) {
        const reading = read(sample);
        if (reading === null) continue;
        const cluster = clusterOf(sample);
        if (cluster === null) yield reading;
        else if (!next.done && next.value[0] === cluster) {
          yield next.value[1];
          next = clusters.next();
        }
      }
    },
  };
}
