import type { SummedUnits } from '../../stats/resampled-sums.ts';

/** What one of the numbers must be that a corpus metric keeps of a sample. */
export interface PartRule {
  readonly means: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly whole: boolean;
}

/** What a corpus metric knows of one sample, and how much the sample counts. */
export interface WeightedParts {
  readonly parts: readonly number[];
  readonly weight: number;
}

/** Samples in an order: an array, or columns that take less memory, of which a sample is made anew every time. */
export interface WeightedSamples extends Iterable<WeightedParts> {
  readonly length: number;
  at(index: number): WeightedParts | undefined;
}

/**
 * A corpus metric on a fixed list of samples, as a function of which of them count and how often: what resampling asks, many
 * thousand times. Values are NaN where the metric is undefined.
 */
export interface ResampledValue {
  /** The value when sample i counts `times[i]` times. */
  value(times: ArrayLike<number>): number;
  /** The value without some of the samples, the others counting once. */
  without(left: readonly number[]): number;
  /**
   * The value as a function of sums over samples, for a bootstrap of so many that what it loses is far below the chance of the resamples; null
   * where it is none. Asked once.
   * @param isAlone whether units are single samples
   */
  sums?(isAlone: boolean): SummedUnits | null;
}

export type AggregateFunction = (samples: WeightedSamples) => ResampledValue;

/** A row of the registry: the numbers that are needed of a sample, and how the metric follows from those of all. */
export interface CorpusStatistic {
  readonly parts: readonly PartRule[];
  /** What parts after these must be, where their number is that of the classes. */
  readonly more?: PartRule;
  readonly over: AggregateFunction;
  /** Where its interval would be wrong too often: it is shown without one. */
  readonly notJudged?: NotJudged;
}

/** Why no gate may rest on a metric, and which to gate in its place. */
export interface NotJudged {
  readonly says: string;
  readonly instead: string;
}

export const countPart = (means: string): PartRule => ({ means, min: 0, max: null, whole: true });

export const truthPart: PartRule = { means: '1 where it is so, else 0', min: 0, max: 1, whole: true };

export const probabilityPart = (means: string): PartRule => ({ means, min: 0, max: 1, whole: false });

/** The value on all samples. */
export function valueOfAll({ over }: CorpusStatistic, samples: WeightedSamples): number {
  return over(samples).without([]);
}

/** What one sample adds to the totals: `amounts[k]` to total number `slots[k]`. Every sample has equally many. */
export interface Addition {
  readonly slots: readonly number[];
  readonly amounts: readonly number[];
}

interface Sums {
  /** How many totals there are. */
  readonly totals: number;
  readonly add: (parts: readonly number[]) => Addition;
  readonly value: (totals: Float64Array) => number;
}

/** A number of each sample, one by one: `Float64Array.from` lists all samples on the heap first, 0.3 GB of a million. */
export function columnOf(samples: WeightedSamples, of: (sample: WeightedParts) => number): Float64Array {
  const column = new Float64Array(samples.length);
  let place = 0;
  for (const sample of samples) {
    column[place] = of(sample);
    place += 1;
  }
  return column;
}

/** Whether each sample counts once. */
export function countAlike(samples: WeightedSamples): boolean {
  for (const { weight } of samples) if (weight !== 1) return false;
  return true;
}

/** A metric that is a function of sums over samples: a resample costs one pass, and leaving a sample out costs nothing. */
export function additive(define: (samples: WeightedSamples) => Sums): AggregateFunction {
  return (samples) => {
    const { totals: size, add, value } = define(samples);
    const first = samples.at(0);
    const width = first === undefined ? 0 : add(first.parts).slots.length;
    const slots = new Int32Array(samples.length * width);
    const amounts = new Float64Array(samples.length * width);
    let next = 0;
    let areSame = true;
    for (const { parts, weight } of samples) {
      const added = add(parts);
      for (let index = 0; index < width; index += 1) {
        slots[next] = added.slots[index] as number;
        areSame &&= slots[next] === slots[index];
        amounts[next] = (added.amounts[index] as number) * weight;
        next += 1;
      }
    }
    // The innermost loop of a bootstrap: the casts spare a check a number, of which there are 10⁹.
    const addTo = (totals: Float64Array, sample: number, times: number) => {
      const end = (sample + 1) * width;
      for (let at = sample * width; at < end; at += 1) {
        const slot = slots[at] as number;
        totals[slot] = (totals[slot] as number) + times * (amounts[at] as number);
      }
    };
    const count = samples.length;
    const all = new Float64Array(size);
    for (let sample = 0; sample < count; sample += 1) addTo(all, sample, 1);
    return {
      value(times) {
        const totals = new Float64Array(size);
        if (areSame && width === 2) {
          addPairs(totals, slots, amounts, times);
          return value(totals);
        }
        for (let sample = 0; sample < count; sample += 1) {
          const often = times[sample] ?? 0;
          if (often !== 0) addTo(totals, sample, often);
        }
        return value(totals);
      },
      without(left) {
        const totals = all.slice();
        for (const sample of left) addTo(totals, sample, -1);
        return value(totals);
      },
      sums: () =>
        areSame && count > 0
          ? {
              columns: Array.from({ length: width }, (_, column) =>
                Float64Array.from(
                  { length: count },
                  (_, sample) => amounts[sample * width + column] as number,
                ),
              ),
              value(columns) {
                const totals = new Float64Array(size);
                for (let column = 0; column < width; column += 1) {
                  const slot = slots[column] as number;
                  totals[slot] = (totals[slot] as number) + (columns[column] as number);
                }
                return value(totals);
              },
            }
          : null,
    };
  };
}

/** The same sums, of samples that add to the same two totals: kept near the processor, they take half the time. */
function addPairs(
  totals: Float64Array,
  slots: Int32Array,
  amounts: Float64Array,
  times: ArrayLike<number>,
): void {
  let [one, other] = [0, 0];
  for (let sample = 0; 2 * sample < amounts.length; sample += 1) {
    const often = times[sample] as number;
    one += often * (amounts[2 * sample] as number);
    other += often * (amounts[2 * sample + 1] as number);
  }
  totals[slots[0] as number] = one;
  totals[slots[1] as number] = other;
}
