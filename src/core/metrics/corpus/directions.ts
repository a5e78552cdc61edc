import type { CorpusStatistic, PartRule, WeightedSamples } from './aggregate.ts';

const coordinate: PartRule = {
  means: 'coordinate of a direction',
  min: -1,
  max: 1,
  whole: false,
};

/**
 * The mean resultant length of directions, unit vectors: |Σ w v| / Σ w, 1 where all are one and near 0 where they point anywhere (Mardia &
 * Jupp 2000, "Directional statistics", 9.2.1). Undefined without any.
 */
export const meanResultantLength: CorpusStatistic = {
  parts: [coordinate],
  more: coordinate,
  over: (samples) => ({
    value: (times) => lengthOf(samples, (index) => times[index] ?? 0),
    without: (left) => {
      const isLeft = new Set(left);
      return lengthOf(samples, (index) => (isLeft.has(index) ? 0 : 1));
    },
  }),
};

function lengthOf(samples: WeightedSamples, timesOf: (index: number) => number): number {
  let size = 0;
  for (const { parts } of samples) size = Math.max(size, parts.length);
  const sums = new Float64Array(size);
  let [total, index] = [0, 0];
  for (const { parts, weight } of samples) {
    const counts = weight * timesOf(index);
    index += 1;
    total += counts;
    for (let at = 0; at < parts.length; at += 1)
      sums[at] = (sums[at] as number) + counts * (parts[at] as number);
  }
  return total > 0 ? Math.min(1, Math.hypot(...sums) / total) : Number.NaN;
}
