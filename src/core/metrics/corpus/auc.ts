import { type CorpusStatistic, type ResampledValue, truthPart, type WeightedParts } from './aggregate.ts';

/**
 * P(score of a positive > score of a negative) + ½ P(equal): the area under the ROC curve as the Mann-Whitney statistic
 * (Hanley & McNeil 1982). NaN without positives or without negatives.
 */
export const auc: CorpusStatistic = {
  parts: [truthPart, { means: 'score', min: null, max: null, whole: false }],
  over: areaUnderCurve,
};

function areaUnderCurve(samples: readonly WeightedParts[]): ResampledValue {
  const weights = Float64Array.from(samples, ({ weight }) => weight);
  const scores = Float64Array.from(samples, ({ parts }) => parts[1] ?? Number.NaN);
  const isPositive = samples.map(({ parts }) => parts[0] === 1);
  const order = samples.map((_, index) => index).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const ones = new Float64Array(samples.length).fill(1);

  /** Walks the ranks upwards; samples of one score come together. */
  const sums = (times: ArrayLike<number>) => {
    let [below, positives, above] = [0, 0, 0];
    for (let start = 0; start < order.length; ) {
      const score = scores[order[start] ?? 0];
      let [tiedPositive, tiedNegative] = [0, 0];
      let end = start;
      for (; end < order.length && scores[order[end] ?? 0] === score; end += 1) {
        const sample = order[end] ?? 0;
        const weight = (times[sample] ?? 0) * (weights[sample] ?? 0);
        if (isPositive[sample]) tiedPositive += weight;
        else tiedNegative += weight;
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
    without(left) {
      let { above, positives, negatives } = all;
      for (const sample of left) {
        const weight = weights[sample] ?? 0;
        above -= weight * (placements[sample] ?? 0);
        if (isPositive[sample]) positives -= weight;
        else negatives -= weight;
      }
      // Pairs within the part that is left out were taken away from both sides.
      for (const one of left.filter((sample) => isPositive[sample])) {
        for (const other of left.filter((sample) => !isPositive[sample])) {
          const [a = 0, b = 0] = [scores[one], scores[other]];
          above += (weights[one] ?? 0) * (weights[other] ?? 0) * (a > b ? 1 : a === b ? 0.5 : 0);
        }
      }
      return ratio(above, positives, negatives);
    },
  };
}

/** Of a positive the weight of the negatives below it, of a negative that of the positives above it; ties count half. */
function placementsOf(
  order: readonly number[],
  scores: Float64Array,
  weights: Float64Array,
  isPositive: readonly boolean[],
  positives: number,
): Float64Array {
  const placements = new Float64Array(order.length);
  let [negativesBelow, positivesBelow] = [0, 0];
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] ?? 0];
    const tied: number[] = [];
    for (let at = start; at < order.length && scores[order[at] ?? 0] === score; at += 1)
      tied.push(order[at] ?? 0);
    const weigh = (positive: boolean) =>
      tied.reduce(
        (total, sample) => total + (isPositive[sample] === positive ? (weights[sample] ?? 0) : 0),
        0,
      );
    const [tiedPositive, tiedNegative] = [weigh(true), weigh(false)];
    for (const sample of tied) {
      placements[sample] = isPositive[sample]
        ? negativesBelow + tiedNegative / 2
        : positives - positivesBelow - tiedPositive / 2;
    }
    negativesBelow += tiedNegative;
    positivesBelow += tiedPositive;
    start += tied.length;
  }
  return placements;
}
