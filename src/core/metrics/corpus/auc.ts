import { ordered } from '../../stats/columns.ts';
import type { SummedUnits } from '../../stats/resampled-sums.ts';
import {
  type CorpusStatistic,
  columnOf,
  countAlike,
  type ResampledValue,
  truthPart,
  type WeightedSamples,
} from './aggregate.ts';

/**
 * P(score of a positive > score of a negative) + ½ P(equal): the area under the ROC curve as the Mann-Whitney statistic
 * (Hanley & McNeil 1982). NaN without positives or without negatives.
 */
export const auc: CorpusStatistic = {
  parts: [truthPart, { means: 'score', min: null, max: null, whole: false }],
  over: areaUnderCurve,
};

function areaUnderCurve(samples: WeightedSamples): ResampledValue {
  const weights = columnOf(samples, ({ weight }) => weight);
  const scores = columnOf(samples, ({ parts }) => parts[1] ?? Number.NaN);
  const isPositive = Uint8Array.from(columnOf(samples, ({ parts }) => (parts[0] === 1 ? 1 : 0)));
  const order = ordered(scores);
  const ones = new Float64Array(samples.length).fill(1);
  // In the order of ranks, of which only how often each sample counts lies elsewhere.
  const ranked = {
    scores: scores.map((_, rank) => scores[order[rank] as number] as number),
    weights: scores.map((_, rank) => weights[order[rank] as number] as number),
    isPositive: isPositive.map((_, rank) => isPositive[order[rank] as number] as number),
  };

  /** Walks the ranks upwards; samples of one score come together. */
  const sums = (times: ArrayLike<number>) => {
    let [below, positives, above] = [0, 0, 0];
    for (let start = 0; start < order.length; ) {
      const score = ranked.scores[start];
      let [tiedPositive, tiedNegative] = [0, 0];
      let end = start;
      for (; end < order.length && ranked.scores[end] === score; end += 1) {
        const weight = (times[order[end] as number] as number) * (ranked.weights[end] as number);
        // No branch, which would be guessed wrongly half of the time.
        const positive = ranked.isPositive[end] as number;
        tiedPositive += weight * positive;
        tiedNegative += weight * (1 - positive);
      }
      above += tiedPositive * (below + tiedNegative / 2);
      below += tiedNegative;
      positives += tiedPositive;
      start = end;
    }
    return { above, positives, negatives: below };
  };
  const ratio = (above: number, positives: number, negatives: number) =>
    positives > 0 && negatives > 0 ? above / (positives * negatives) : Number.NaN;

  const all = sums(ones);
  const placements = placementsOf(order, scores, weights, isPositive, all.positives);
  return {
    value(times) {
      const { above, positives, negatives } = sums(times);
      return ratio(above, positives, negatives);
    },
    sums: (isAlone) => (isAlone && countAlike(samples) ? bySums(placements, isPositive, all) : null),
    without(left) {
      let { above, positives, negatives } = all;
      for (const sample of left) {
        const weight = weights[sample] ?? 0;
        above -= weight * (placements[sample] ?? 0);
        if (isPositive[sample] === 1) positives -= weight;
        else negatives -= weight;
      }
      // Pairs within the part that is left out were taken away from both sides.
      for (const one of left.filter((sample) => isPositive[sample] === 1)) {
        for (const other of left.filter((sample) => isPositive[sample] === 0)) {
          const [a = 0, b = 0] = [scores[one], scores[other]];
          above += (weights[one] ?? 0) * (weights[other] ?? 0) * (a > b ? 1 : a === b ? 0.5 : 0);
        }
      }
      return ratio(above, positives, negatives);
    },
  };
}

/**
 * The area as a function of sums: of how many positives there are, and of what each sample moves the pairs in the right order by. What two samples do
 * together is left out (Hájek's projection), which is by 1/√n less.
 */
function bySums(
  placements: Float64Array,
  isPositive: Uint8Array,
  { above, positives, negatives }: Record<'above' | 'positives' | 'negatives', number>,
): SummedUnits {
  const n = isPositive.length;
  const area = above / (positives * negatives);
  return {
    columns: [
      Float64Array.from(isPositive),
      placements.map(
        (placement, sample) => placement - area * (isPositive[sample] === 1 ? negatives : positives),
      ),
    ],
    value: ([own = 0, moved = 0]) => (own > 0 && own < n ? area + moved / (own * (n - own)) : Number.NaN),
  };
}

/** Of a positive the weight of the negatives below it, of a negative that of the positives above it; ties count half. */
function placementsOf(
  order: Int32Array,
  scores: Float64Array,
  weights: Float64Array,
  isPositive: Uint8Array,
  positives: number,
): Float64Array {
  const placements = new Float64Array(order.length);
  let [negativesBelow, positivesBelow] = [0, 0];
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] as number];
    let [tiedPositive, tiedNegative] = [0, 0];
    let end = start;
    for (; end < order.length && scores[order[end] as number] === score; end += 1) {
      const sample = order[end] as number;
      if (isPositive[sample] === 1) tiedPositive += weights[sample] as number;
      else tiedNegative += weights[sample] as number;
    }
    for (let at = start; at < end; at += 1) {
      const sample = order[at] as number;
      placements[sample] =
        isPositive[sample] === 1
          ? negativesBelow + tiedNegative / 2
          : positives - positivesBelow - tiedPositive / 2;
    }
    negativesBelow += tiedNegative;
    positivesBelow += tiedPositive;
    start = end;
  }
  return placements;
}
