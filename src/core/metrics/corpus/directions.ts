import type { CorpusStatistic, PartRule, WeightedParts } from './aggregate.ts';

const coordinate: PartRule = {
  means: 'coordinate of a direction',
  min: -1,
  max: 1,
  whole: false,
};

/** More numbers than these are not copied for sums. */
const MOST_NUMBERS = 2 ** 24;

/**
 * The mean resultant length of directions, unit vectors: |Σ w v| / Σ w, 1 where all are one and near 0 where they point anywhere (Mardia &
 * Jupp 2000, "Directional statistics", 9.2.1). Undefined without any.
 */
export const meanResultantLength: CorpusStatistic = {
  parts: [coordinate],
  more: coordinate,
  over: (samples) => {
    let size = 0;
    for (const { parts } of samples) size = Math.max(size, parts.length);
    /** The sum of weights, and after it those of each coordinate. */
    const totals = new Float64Array(1 + size);
    const add = (into: Float64Array, { parts, weight }: WeightedParts, times: number) => {
      const counts = weight * times;
      into[0] = (into[0] as number) + counts;
      for (let at = 0; at < parts.length; at += 1)
        into[1 + at] = (into[1 + at] as number) + counts * (parts[at] as number);
    };
    for (const sample of samples) add(totals, sample, 1);
    return {
      value(times) {
        const own = new Float64Array(1 + size);
        let index = 0;
        for (const sample of samples) {
          add(own, sample, times[index] ?? 0);
          index += 1;
        }
        return lengthOf(own);
      },
      without(left) {
        const own = totals.slice();
        for (const index of left) {
          const sample = samples.at(index);
          if (sample !== undefined) add(own, sample, -1);
        }
        return lengthOf(own);
      },
      sums() {
        if (samples.length * (1 + size) > MOST_NUMBERS) return null;
        const columns = Array.from({ length: 1 + size }, () => new Float64Array(samples.length));
        let index = 0;
        for (const { parts, weight } of samples) {
          for (const [at, column] of columns.entries())
            column[index] = at === 0 ? weight : weight * (parts[at - 1] ?? 0);
          index += 1;
        }
        return { columns, value: lengthOf };
      },
    };
  },
};

/** What sums of weights may be off where nothing is left of them. */
const NOTHING = 1e-9;

const lengthOf = (totals: Float64Array): number => {
  const weight = totals[0] ?? 0;
  return weight > NOTHING ? Math.min(1, Math.hypot(...totals.subarray(1)) / weight) : Number.NaN;
};
