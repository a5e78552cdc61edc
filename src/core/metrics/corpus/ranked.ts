import { ordered } from '../../stats/columns.ts';
import {
  type AggregateFunction,
  type CorpusStatistic,
  countPart,
  probabilityPart,
  truthPart,
  type WeightedParts,
} from './aggregate.ts';
import { auc } from './auc.ts';

/**
 * Σ (R_k − R_{k−1}) P_k over the distinct scores, highest first: precision and recall of everything that scores at least as
 * high. As scikit-learn has it; no interpolation. NaN without positives.
 */
export const averagePrecision: CorpusStatistic = {
  parts: [truthPart, { means: 'score', min: null, max: null, whole: false }],
  over: (samples) => {
    const weights = Float64Array.from(samples, ({ weight }) => weight);
    const scores = Float64Array.from(samples, ({ parts }) => parts[1] ?? Number.NaN);
    const isPositive = Uint8Array.from(samples, ({ parts }) => parts[0] ?? 0);
    const order = ordered(scores.map((score) => -score));
    return resampled(samples.length, (times) => {
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
    });
  },
};

/** Leaving out is counting nothing, for a metric whose value takes one pass. */
export function resampled(
  size: number,
  value: (times: ArrayLike<number>) => number,
): ReturnType<AggregateFunction> {
  return {
    value,
    without(left) {
      const times = new Float64Array(size).fill(1);
      for (const sample of left) times[sample] = 0;
      return value(times);
    },
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
    const each = Array.from({ length: classes }, (_, label) =>
      binary.over(Array.from(samples, (sample) => against(sample, label))),
    );
    const mean = (values: readonly number[]) =>
      values.reduce((total, value) => total + value, 0) / values.length;
    return {
      value: (times) => mean(each.map((one) => one.value(times))),
      without: (left) => mean(each.map((one) => one.without(left))),
    };
  },
});

const against = ({ parts, weight }: WeightedParts, label: number): WeightedParts => ({
  parts: [parts[0] === label ? 1 : 0, parts[label + 1] ?? Number.NaN],
  weight,
});

/** Provost & Domingos 2000, each class counting alike. */
export const areaByClass = oneAgainstRest(auc);
export const averagePrecisionByClass = oneAgainstRest(averagePrecision);
