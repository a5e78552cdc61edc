import { ordered } from '../../stats/columns.ts';
import type { SummedUnits } from '../../stats/resampled-sums.ts';
import {
  additive,
  type CorpusStatistic,
  columnOf,
  type PartRule,
  type WeightedSamples,
} from './aggregate.ts';
import { resampled } from './ranked.ts';

const number = (means: string): PartRule => ({ means, min: null, max: null, whole: false });

/** What is kept of an answer that is a number. */
export const numberParts = [number('number that is right'), number('number that was said')];

/** √(Σ (y − ŷ)² / n). */
export const rmse: CorpusStatistic = {
  parts: numberParts,
  over: additive(() => ({
    totals: 2,
    add: ([right = 0, said = 0]) => ({ slots: [0, 1], amounts: [1, (said - right) ** 2] }),
    value: ([n = 0, squares = 0]) => (n > 0 ? Math.sqrt(Math.max(0, squares) / n) : Number.NaN),
  })),
};

/** What rounding may leave of a spread of 1 that is none. */
const NO_SPREAD = 1e-12;

/**
 * 1 − Σ (y − ŷ)² / Σ (y − ȳ)²: the coefficient of determination. Undefined where the right numbers are all alike, of which
 * scikit-learn makes 1 or 0 unless `force_finite` is off.
 */
export const r2: CorpusStatistic = {
  parts: numberParts,
  over: additive((samples) => {
    // Numbers far from 0 would cancel: their squares are taken from where they lie.
    let [centre, widest] = [0, 0];
    for (const {
      parts: [right = 0],
    } of samples)
      centre += right / samples.length;
    for (const {
      parts: [right = 0],
    } of samples)
      widest = Math.max(widest, Math.abs(right - centre));
    return {
      totals: 4,
      add: ([right = 0, said = 0]) => ({
        slots: [0, 1, 2, 3],
        amounts: [1, right - centre, (right - centre) ** 2, (said - right) ** 2],
      }),
      value: ([n = 0, sum = 0, squares = 0, errors = 0]) => {
        const spread = squares - (sum * sum) / n;
        return n > 0 && spread > NO_SPREAD * n * widest * widest ? 1 - errors / spread : Number.NaN;
      },
    };
  }),
};

/** The median of |y − ŷ|: of evenly many the mean of the two in the middle. */
export const medianAbsoluteError: CorpusStatistic = {
  parts: numberParts,
  over: (samples) => {
    const errors = columnOf(samples, ({ parts: [right = 0, said = 0] }) => Math.abs(said - right));
    const order = ordered(errors);
    const weigh = weigher(samples);
    const value = (times: ArrayLike<number>) => {
      const weights = weigh(times);
      const half = weightOfAll(weights) / 2;
      let [below, lower] = [0, Number.NaN];
      for (const sample of order) {
        const weight = weights[sample] ?? 0;
        if (weight === 0) continue;
        const error = errors[sample] ?? Number.NaN;
        if (!Number.isNaN(lower)) return (lower + error) / 2;
        below += weight;
        if (below > half + 1e-9) return error;
        if (below > half - 1e-9) lower = error;
      }
      return Number.NaN;
    };
    return resampled(
      samples,
      value,
      () => medianWithoutOne(errors, order),
      () => medianBySums(errors, order),
    );
  },
};

function medianWithoutOne(errors: Float64Array, order: Int32Array): (sample: number) => number {
  const placeOf = new Int32Array(order.length);
  for (let place = 0; place < order.length; place += 1) placeOf[order[place] as number] = place;
  return (sample) => {
    const count = order.length - 1;
    const errorAt = (place: number) =>
      errors[order[place < (placeOf[sample] as number) ? place : place + 1] ?? -1] ?? Number.NaN;
    const middle = Math.floor(count / 2);
    return count % 2 === 1 ? errorAt(middle) : (errorAt(middle - 1) + errorAt(middle)) / 2;
  };
}

/** How many of a resample lie below the median of all says whether its own is another, and how far to look for it among all (Bahadur 1966). */
function medianBySums(errors: Float64Array, order: Int32Array): SummedUnits {
  const half = order.length / 2;
  const errorAt = (place: number) =>
    errors[order[Math.max(0, Math.min(order.length - 1, place))] ?? -1] ?? Number.NaN;
  const at = (place: number) => (errorAt(Math.ceil(place) - 1) + errorAt(Math.floor(place))) / 2;
  const median = at(half);
  const columns = [
    errors.map((error) => Number(error < median)),
    errors.map((error) => Number(error <= median)),
  ];
  const [below, upTo] = columns.map(weightOfAll) as [number, number];
  return {
    columns,
    value([own = 0, ownUpTo = 0]) {
      if (own > half) return at(half + below - own);
      return ownUpTo < half ? at(half + upTo - ownUpTo) : median;
    },
  };
}

/** What each sample counts for, as a function of how often it is there: asked a thousand times, so that it is a plain loop. */
export function weigher(samples: WeightedSamples): (times: ArrayLike<number>) => Float64Array {
  const once = columnOf(samples, ({ weight }) => weight);
  return (times) => {
    const weights = new Float64Array(once.length);
    for (let sample = 0; sample < once.length; sample += 1) {
      weights[sample] = (once[sample] as number) * (times[sample] ?? 0);
    }
    return weights;
  };
}

export function weightOfAll(weights: Float64Array): number {
  let total = 0;
  for (let sample = 0; sample < weights.length; sample += 1) total += weights[sample] as number;
  return total;
}
