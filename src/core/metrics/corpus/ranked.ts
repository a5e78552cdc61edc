import { ordered } from '../../stats/columns.ts';
import type { SummedUnits } from '../../stats/resampled-sums.ts';
import {
  type AggregateFunction,
  type CorpusStatistic,
  columnOf,
  countAlike,
  countPart,
  probabilityPart,
  truthPart,
  type WeightedParts,
  type WeightedSamples,
} from './aggregate.ts';
import { auc } from './auc.ts';

/**
 * Σ (R_k − R_{k−1}) P_k over the distinct scores, highest first: precision and recall of everything that scores at least as
 * high. As scikit-learn has it; no interpolation. NaN without positives.
 */
export const averagePrecision: CorpusStatistic = {
  parts: [truthPart, { means: 'score', min: null, max: null, whole: false }],
  over: (samples) => {
    const weights = columnOf(samples, ({ weight }) => weight);
    const scores = columnOf(samples, ({ parts }) => parts[1] ?? Number.NaN);
    const isPositive = Uint8Array.from(columnOf(samples, ({ parts }) => parts[0] ?? 0));
    const order = ordered(scores.map((score) => -score));
    const value = (times: ArrayLike<number>) => {
      let [right, all, area] = [0, 0, 0];
      for (let start = 0; start < order.length; ) {
        const score = scores[order[start] as number];
        let gained = 0;
        let end = start;
        for (; end < order.length && scores[order[end] as number] === score; end += 1) {
          const sample = order[end] as number;
          const weight = (times[sample] ?? 0) * (weights[sample] as number);
          all += weight;
          if (isPositive[sample] === 1) gained += weight;
        }
        right += gained;
        if (gained > 0) area += gained * (right / all);
        start = end;
      }
      return right > 0 ? area / right : Number.NaN;
    };
    // Few samples are left out one by one, as they always were: sums in another order have another last digit.
    return samples.length <= FEW
      ? resampled(samples, value)
      : resampled(
          samples,
          value,
          () => withoutOne(order, scores, isPositive),
          () => bySums(order, scores, isPositive),
        );
  },
};

const FEW = 2 ** 14;

/** Samples by score, highest first: positives of it, positives that score at least as high, and all that do. */
interface ScoreGroups {
  readonly groupOf: Int32Array;
  readonly gained: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  readonly all: ArrayLike<number>;
}

const at = (list: ArrayLike<number>, group: number) => list[group] as number;

function scoreGroups(order: Int32Array, scores: Float64Array, isPositive: Uint8Array): ScoreGroups {
  const groupOf = new Int32Array(order.length);
  const [gained, right, all]: [number[], number[], number[]] = [[], [], []];
  let hits = 0;
  for (let start = 0; start < order.length; ) {
    let [end, own] = [start, 0];
    for (; end < order.length && scores[order[end] as number] === scores[order[start] as number]; end += 1) {
      groupOf[order[end] as number] = gained.length;
      own += isPositive[order[end] as number] as number;
    }
    hits += own;
    gained.push(own);
    right.push(hits);
    all.push(end);
    start = end;
  }
  return { groupOf, gained, right, all };
}

/** Average precision without each sample: what scores higher keeps its share, and of all from its own score on one is missing. */
function withoutOne(
  order: Int32Array,
  scores: Float64Array,
  isPositive: Uint8Array,
): (sample: number) => number {
  const { groupOf, gained, right, all } = scoreGroups(order, scores, isPositive);
  const hits = right.length === 0 ? 0 : at(right, right.length - 1);
  const above = new Float64Array(gained.length);
  const [below, belowOfOne] = [new Float64Array(gained.length + 1), new Float64Array(gained.length + 1)];
  for (let group = 1; group < gained.length; group += 1)
    above[group] = at(above, group - 1) + (at(gained, group - 1) * at(right, group - 1)) / at(all, group - 1);
  for (let group = gained.length - 1; group > 0; group -= 1) {
    const share = at(gained, group) / (at(all, group) - 1);
    below[group - 1] = at(below, group) + share * at(right, group);
    belowOfOne[group - 1] = at(belowOfOne, group) + share;
  }
  return (sample) => {
    const [group, own] = [at(groupOf, sample), at(isPositive, sample)];
    const kept = at(gained, group) - own;
    const ofGroup = kept > 0 ? (kept * (at(right, group) - own)) / (at(all, group) - 1) : 0;
    const area = at(above, group) + ofGroup + at(below, group) - own * at(belowOfOne, group);
    return hits > own ? area / (hits - own) : Number.NaN;
  };
}

/**
 * Average precision as a function of sums: of how many positives there are, and of what each sample moves the area by. What two samples do together is
 * left out, which is less than a hundredth of the standard error of so many positives; of few it is not.
 */
function bySums(order: Int32Array, scores: Float64Array, isPositive: Uint8Array): SummedUnits | null {
  const { groupOf, gained, right, all } = scoreGroups(order, scores, isPositive);
  const groups = gained.length;
  if (groups === 0 || at(right, groups - 1) <= FEW) return null;
  // Over this score and all lower ones: what one more of those that score at least as high takes away, and what one more positive brings.
  const [taken, brought] = [new Float64Array(groups + 1), new Float64Array(groups + 1)];
  for (let group = groups - 1; group >= 0; group -= 1) {
    const share = at(gained, group) / at(all, group);
    taken[group] = at(taken, group + 1) + (share * at(right, group)) / at(all, group);
    brought[group] = at(brought, group + 1) + share;
  }
  const moves = Float64Array.from(isPositive, (own, sample) => {
    const group = at(groupOf, sample);
    return own * (at(right, group) / at(all, group) + at(brought, group)) - at(taken, group);
  });
  return {
    columns: [Float64Array.from(isPositive), moves],
    value: ([hits = 0, area = 0]) => (hits > 0 ? area / hits : Number.NaN),
  };
}

/**
 * Leaving out is counting nothing, for a metric whose value takes one pass.
 * @param leaving the value without one sample, where each counts once, as a function that is prepared once: a pass a sample would take hours
 * @param summed the value by sums over samples, where each counts once
 */
export function resampled(
  samples: WeightedSamples,
  value: (times: ArrayLike<number>) => number,
  leaving?: () => (sample: number) => number,
  summed?: () => SummedUnits | null,
): ReturnType<AggregateFunction> {
  let without: ((sample: number) => number) | null = null;
  const isEven = leaving !== undefined && countAlike(samples);
  return {
    value,
    without(left) {
      const [only] = left;
      if (leaving !== undefined && isEven && left.length === 1 && only !== undefined) {
        without ??= leaving();
        return without(only);
      }
      const times = new Float64Array(samples.length).fill(1);
      for (const sample of left) times[sample] = 0;
      return value(times);
    },
    sums: (isAlone) => (isEven && isAlone ? (summed?.() ?? null) : null),
  };
}

/** The mean over classes, each against all others. Undefined where it is of one class, such as one that never occurs. */
const oneAgainstRest = (binary: CorpusStatistic): CorpusStatistic => ({
  parts: [
    countPart('class of the reference'),
    probabilityPart('probability of the first class'),
    probabilityPart('probability of the second class'),
  ],
  more: probabilityPart('probability of a further class'),
  over: (samples) => {
    let classes = 0;
    for (const { parts } of samples) classes = Math.max(classes, parts.length - 1);
    const each = Array.from({ length: classes }, (_, label) => binary.over(against(samples, label)));
    const mean = (values: readonly number[]) =>
      values.reduce((total, value) => total + value, 0) / values.length;
    return {
      value: (times) => mean(each.map((one) => one.value(times))),
      without: (left) => mean(each.map((one) => one.without(left))),
    };
  },
});

function against(samples: WeightedSamples, label: number): WeightedSamples {
  const seen = ({ parts, weight }: WeightedParts): WeightedParts => ({
    parts: [parts[0] === label ? 1 : 0, parts[label + 1] ?? Number.NaN],
    weight,
  });
  return {
    length: samples.length,
    at(index) {
      const sample = samples.at(index);
      return sample && seen(sample);
    },
    *[Symbol.iterator]() {
      for (const sample of samples) yield seen(sample);
    },
  };
}

/** Provost & Domingos 2000, each class counting alike. */
export const areaByClass = oneAgainstRest(auc);
export const averagePrecisionByClass = oneAgainstRest(averagePrecision);
