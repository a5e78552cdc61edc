import { ordered } from '../../stats/columns.ts';
import type { SummedUnits } from '../../stats/resampled-sums.ts';
import { type CorpusStatistic, columnOf } from './aggregate.ts';
import {
  type Levels,
  pairsIn,
  type RankedPairs,
  tiedWithEach,
  totalsOf,
  valueLevels,
  walk,
} from './pairs-in-order.ts';
import { resampled } from './ranked.ts';
import { numberParts, weigher, weightOfAll } from './regression.ts';

/**
 * @param without the value without each sample, where each counts once
 * @param summed the value by sums of what each sample moves it by; what several do together is left out (Hájek's projection), which is by 1/√n less
 */
const ofPairs = (
  value: (pairing: RankedPairs, weights: Float64Array) => number,
  without: (pairing: RankedPairs) => (sample: number) => number,
  summed: (pairing: RankedPairs) => SummedUnits,
): CorpusStatistic => ({
  parts: numberParts,
  over: (samples) => {
    const levels = (part: 0 | 1) => valueLevels(columnOf(samples, ({ parts }) => parts[part] ?? Number.NaN));
    const [right, said] = [levels(0), levels(1)];
    const order = ordered(
      Float64Array.from(right.of, (level, sample) => level * said.count + (said.of[sample] ?? 0)),
    );
    const weigh = weigher(samples);
    const pairing = { right, said, order };
    return resampled(
      samples,
      (times) => value(pairing, weigh(times)),
      () => without(pairing),
      () => summed(pairing),
    );
  },
});

/** The rank of each level, those who share it sharing the mean of their ranks; of a total weight of n these are 1 to n. */
function ranksOf(totals: Float64Array): Float64Array {
  const ranks = new Float64Array(totals.length);
  let below = 0;
  for (let level = 0; level < totals.length; level += 1) {
    const weight = totals[level] as number;
    ranks[level] = below + (weight + 1) / 2;
    below += weight;
  }
  return ranks;
}

/** Pearson's correlation of the ranks (Spearman 1904). Undefined where either side has one value alone. */
export const spearman = ofPairs(
  ({ right, said }, weights) => {
    const { ofRight, ofSaid } = centredRanks(right, said, weights);
    let [products, left, other] = [0, 0, 0];
    for (let sample = 0; sample < weights.length; sample += 1) {
      const weight = weights[sample] as number;
      const a = ofRight[right.of[sample] as number] as number;
      const b = ofSaid[said.of[sample] as number] as number;
      products += weight * a * b;
      left += weight * a * a;
      other += weight * b * b;
    }
    return spearmanOf(products, left, other);
  },
  (pairing) => {
    // Without a sample all ranks above its own fall by one, those that it shares by half, and the centre by half: from the centre every lower
    // rank rises by half, and every higher one falls. Sums of halves are exact, so that this is what a pass would give.
    const { right, said } = pairing;
    const size = right.of.length;
    const { products, left, other, ofProducts, ofLeft, ofOther } = rankProducts(pairing);
    const tied = [tiesOf(right), tiesOf(said)] as const;
    const { wrong, both } = tiedWithEach(pairing);
    return (sample) => {
      const one = tied[0][right.of[sample] as number] as number;
      const another = tied[1][said.of[sample] as number] as number;
      const apart = size - one - another + (both[sample] as number);
      const agreeing = apart - 2 * (wrong[sample] as number);
      return spearmanOf(
        products - (ofProducts[sample] as number) + agreeing / 4,
        left - (ofLeft[sample] as number) + (size - one) / 4,
        other - (ofOther[sample] as number) + (size - another) / 4,
      );
    };
  },
  (pairing) => {
    const { products, left, other, ofProducts, ofLeft, ofOther } = rankProducts(pairing);
    // Each is a sum over triples of samples, so that single ones move it by three times its size.
    return {
      columns: [ofProducts, evened(ofLeft), evened(ofOther)],
      value: ([a = 0, b = 0, c = 0]) => spearmanOf(a - 2 * products, b - 2 * left, c - 2 * other),
    };
  },
);

/** Sums of products of ranks from their centres, and what each sample moves them by: by its own ranks, and by those of all others that it shifts. */
function rankProducts({ right, said }: RankedPairs) {
  const size = right.of.length;
  const { ofRight, ofSaid } = centredRanks(right, said, new Float64Array(size).fill(1));
  const rankOf = (ranks: Float64Array, { of }: Levels, sample: number) =>
    ranks[of[sample] as number] as number;
  let [products, left, other] = [0, 0, 0];
  const sums = () => [new Float64Array(right.count), new Float64Array(said.count)] as const;
  // Of either rank by the levels of either number.
  const [[rightByRight, rightBySaid], [saidByRight, saidBySaid]] = [sums(), sums()];
  for (let sample = 0; sample < size; sample += 1) {
    const [a, b] = [rankOf(ofRight, right, sample), rankOf(ofSaid, said, sample)];
    const [level, otherLevel] = [right.of[sample] as number, said.of[sample] as number];
    products += a * b;
    left += a * a;
    other += b * b;
    rightByRight[level] = (rightByRight[level] as number) + a;
    saidByRight[level] = (saidByRight[level] as number) + b;
    rightBySaid[otherLevel] = (rightBySaid[otherLevel] as number) + a;
    saidBySaid[otherLevel] = (saidBySaid[otherLevel] as number) + b;
  }
  const [aByRight, bByRight] = [lowerLessHigher(rightByRight), lowerLessHigher(saidByRight)];
  const [aBySaid, bBySaid] = [lowerLessHigher(rightBySaid), lowerLessHigher(saidBySaid)];
  const columns = [new Float64Array(size), new Float64Array(size), new Float64Array(size)] as const;
  for (let sample = 0; sample < size; sample += 1) {
    const [level, otherLevel] = [right.of[sample] as number, said.of[sample] as number];
    const [a, b] = [rankOf(ofRight, right, sample), rankOf(ofSaid, said, sample)];
    columns[0][sample] = a * b - ((aBySaid[otherLevel] as number) + (bByRight[level] as number)) / 2;
    columns[1][sample] = a * a - (aByRight[level] as number);
    columns[2][sample] = b * b - (bBySaid[otherLevel] as number);
  }
  return { products, left, other, ofProducts: columns[0], ofLeft: columns[1], ofOther: columns[2] };
}

/** Part of itself within which what samples add to a spread is taken for one number: a correlation moves by no more. */
const EVEN = 1e-5;

/** With hardly any ties all samples add nearly the same to a spread, which then takes no sums. */
function evened(column: Float64Array): Float64Array {
  const [least, most] = [
    column.reduce((a, b) => Math.min(a, b), Infinity),
    column.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  return most - least > EVEN * most ? column : column.slice().fill(weightOfAll(column) / column.length);
}

const spearmanOf = (products: number, left: number, other: number): number =>
  left > 1e-9 && other > 1e-9 ? products / Math.sqrt(left * other) : Number.NaN;

/** How far the ranks lie from their centre. */
function centredRanks(right: Levels, said: Levels, weights: Float64Array) {
  const centre = (weightOfAll(weights) + 1) / 2;
  const from = (levels: Levels) => ranksOf(totalsOf(levels, weights)).map((rank) => rank - centre);
  return { ofRight: from(right), ofSaid: from(said) };
}

/** Of each level the sum of all lower ones less that of all higher ones. */
function lowerLessHigher(sums: Float64Array): Float64Array {
  const all = weightOfAll(sums);
  let lower = 0;
  return sums.map((sum) => {
    const difference = lower - (all - lower - sum);
    lower += sum;
    return difference;
  });
}

const tiesOf = (levels: Levels): Float64Array => totalsOf(levels, new Float64Array(levels.of.length).fill(1));

/**
 * τ-b = (P − Q) / √((n₀ − n₁)(n₀ − n₂)) over pairs of samples, n₁ and n₂ of which share a value on a side (Kendall 1945); P − Q by
 * the count of pairs in the wrong order (Knight 1966). Undefined where either side has one value alone.
 */
export const kendall = ofPairs(
  (pairing, weights) => {
    const { right, said } = pairing;
    const tied = (levels: Levels) => {
      const totals = totalsOf(levels, weights);
      let pairs = 0;
      for (let level = 0; level < totals.length; level += 1) pairs += pairsIn(totals[level] as number);
      return pairs;
    };
    const { wrong, both } = walk(pairing, weights);
    return kendallOf(weightOfAll(weights), tied(right), tied(said), both, wrong);
  },
  (pairing) => {
    const { right, said } = pairing;
    const size = right.of.length;
    const [ofRight, ofSaid] = [tiesOf(right), tiesOf(said)];
    const pairsOf = (ties: Float64Array) => ties.reduce((sum, count) => sum + pairsIn(count), 0);
    const [rightPairs, saidPairs] = [pairsOf(ofRight), pairsOf(ofSaid)];
    const { wrong, both } = walk(pairing, new Float64Array(size).fill(1));
    const each = tiedWithEach(pairing);
    return (sample) =>
      kendallOf(
        size - 1,
        rightPairs - (ofRight[right.of[sample] as number] as number) + 1,
        saidPairs - (ofSaid[said.of[sample] as number] as number) + 1,
        both - (each.both[sample] as number) + 1,
        wrong - (each.wrong[sample] as number),
      );
  },
  (pairing) => {
    const { right, said } = pairing;
    const size = right.of.length;
    const [ofRight, ofSaid] = [tiesOf(right), tiesOf(said)];
    const { wrong, both } = tiedWithEach(pairing);
    const columns = [new Float64Array(size), new Float64Array(size), new Float64Array(size)] as const;
    for (let sample = 0; sample < size; sample += 1) {
      const apart = size - (ofRight[right.of[sample] as number] as number);
      const otherApart = size - (ofSaid[said.of[sample] as number] as number);
      const comparable = apart + otherApart - size + (both[sample] as number);
      columns[0][sample] = comparable - 2 * (wrong[sample] as number);
      columns[1][sample] = apart;
      columns[2][sample] = otherApart;
    }
    const [agreeing, apart, otherApart] = columns.map((column) => weightOfAll(column) / 2) as [
      number,
      number,
      number,
    ];
    // Each is a sum over pairs of samples, so that single ones move it by twice its size.
    return {
      columns: [columns[0], evened(columns[1]), evened(columns[2])],
      value([a = 0, b = 0, c = 0]) {
        const spread = (b - apart) * (c - otherApart);
        return spread > 1e-9 ? (a - agreeing) / Math.sqrt(spread) : Number.NaN;
      },
    };
  },
);

/** Of so many samples, pairs that share a value on either side or on both, and those in the wrong order. */
function kendallOf(n: number, ofRight: number, ofSaid: number, both: number, wrong: number): number {
  const all = pairsIn(n);
  const spread = (all - ofRight) * (all - ofSaid);
  return spread > 1e-9 ? (all - ofRight - ofSaid + both - 2 * wrong) / Math.sqrt(spread) : Number.NaN;
}
