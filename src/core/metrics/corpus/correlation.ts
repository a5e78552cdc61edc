import { ordered } from '../../stats/columns.ts';
import type { CorpusStatistic } from './aggregate.ts';
import { resampled } from './ranked.ts';
import { numberParts, weigher, weightOfAll } from './regression.ts';

/** Of each sample which of the distinct values it has, lowest first. */
function levelsOf(values: Float64Array): { readonly of: Int32Array; readonly count: number } {
  const of = new Int32Array(values.length);
  let [level, last] = [-1, Number.NaN];
  for (const sample of ordered(values)) {
    const value = values[sample] ?? 0;
    if (value !== last) level += 1;
    last = value;
    of[sample] = level;
  }
  return { of, count: level + 1 };
}

type Levels = ReturnType<typeof levelsOf>;

/** What counts on each level. */
function totalsOf({ of, count }: Levels, weights: Float64Array): Float64Array {
  const totals = new Float64Array(count);
  for (let sample = 0; sample < weights.length; sample += 1) {
    const level = of[sample] as number;
    totals[level] = (totals[level] as number) + (weights[sample] as number);
  }
  return totals;
}

/** Both numbers of every sample, and the samples by the right one and then by the one that was said. */
interface Pairing {
  readonly right: Levels;
  readonly said: Levels;
  readonly order: Int32Array;
}

/** @param without the value without each sample, where each counts once */
const ofPairs = (
  value: (pairing: Pairing, weights: Float64Array) => number,
  without: (pairing: Pairing) => (sample: number) => number,
): CorpusStatistic => ({
  parts: numberParts,
  over: (samples) => {
    const levels = (part: 0 | 1) =>
      levelsOf(Float64Array.from(samples, ({ parts }) => parts[part] ?? Number.NaN));
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
    const tied = [tiesOf(right), tiesOf(said)] as const;
    const { wrong, both } = tiedWithEach(pairing);
    return (sample) => {
      const [level, otherLevel] = [right.of[sample] as number, said.of[sample] as number];
      const [a, b] = [rankOf(ofRight, right, sample), rankOf(ofSaid, said, sample)];
      const [one, another] = [tied[0][level] as number, tied[1][otherLevel] as number];
      const apart = size - one - another + (both[sample] as number);
      const agreeing = apart - 2 * (wrong[sample] as number);
      const crossed = (aBySaid[otherLevel] as number) + (bByRight[level] as number);
      return spearmanOf(
        products - a * b + crossed / 2 + agreeing / 4,
        left - a * a + (aByRight[level] as number) + (size - one) / 4,
        other - b * b + (bBySaid[otherLevel] as number) + (size - another) / 4,
      );
    };
  },
);

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

const pairsIn = (weight: number): number => (weight * (weight - 1)) / 2;

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
);

/** Of so many samples, pairs that share a value on either side or on both, and those in the wrong order. */
function kendallOf(n: number, ofRight: number, ofSaid: number, both: number, wrong: number): number {
  const all = pairsIn(n);
  const spread = (all - ofRight) * (all - ofSaid);
  return spread > 1e-9 ? (all - ofRight - ofSaid + both - 2 * wrong) / Math.sqrt(spread) : Number.NaN;
}

/** With how many samples each is in the wrong order, and with how many, itself among them, it shares both values. */
function tiedWithEach({ right, said, order }: Pairing): { wrong: Float64Array; both: Float64Array } {
  const [wrong, both] = [new Float64Array(order.length), new Float64Array(order.length)];
  const at = (place: number) => order[place] as number;
  const rightAt = (place: number) => right.of[at(place)] as number;
  const saidAt = (place: number) => said.of[at(place)] as number;
  const [lower, higher] = [new Fenwick(said.count), new Fenwick(said.count)];
  for (let start = 0; start < order.length; ) {
    let end = start;
    for (; end < order.length && rightAt(end) === rightAt(start); end += 1)
      wrong[at(end)] = start - lower.upTo(saidAt(end));
    for (let first = start; first < end; ) {
      let last = first;
      while (last < end && saidAt(last) === saidAt(first)) last += 1;
      for (let place = first; place < last; place += 1) both[at(place)] = last - first;
      first = last;
    }
    for (let place = start; place < end; place += 1) lower.add(saidAt(place), 1);
    start = end;
  }
  for (let end = order.length; end > 0; ) {
    let start = end;
    for (; start > 0 && rightAt(start - 1) === rightAt(end - 1); start -= 1) {
      const own = saidAt(start - 1);
      wrong[at(start - 1)] = (wrong[at(start - 1)] as number) + (own === 0 ? 0 : higher.upTo(own - 1));
    }
    for (let place = start; place < end; place += 1) higher.add(saidAt(place), 1);
    end = start;
  }
  return { wrong, both };
}

/** Pairs in the wrong order, and those that share both values. */
function walk({ right, said, order }: Pairing, weights: Float64Array): { wrong: number; both: number } {
  const seen = new Fenwick(said.count);
  let [wrong, both, total] = [0, 0, 0];
  for (let start = 0; start < order.length; ) {
    const level = right.of[order[start] ?? 0];
    let end = start;
    let [alike, last] = [0, -1];
    for (; end < order.length && right.of[order[end] ?? 0] === level; end += 1) {
      const sample = order[end] ?? 0;
      const own = said.of[sample] ?? 0;
      const weight = weights[sample] ?? 0;
      wrong += weight * (total - seen.upTo(own));
      if (own !== last) both += pairsIn(alike);
      alike = (own === last ? alike : 0) + weight;
      last = own;
    }
    both += pairsIn(alike);
    for (let at = start; at < end; at += 1) {
      const sample = order[at] ?? 0;
      seen.add(said.of[sample] ?? 0, weights[sample] ?? 0);
      total += weights[sample] ?? 0;
    }
    start = end;
  }
  return { wrong, both };
}

/** Sums up to a place, kept as they are added to (Fenwick 1994). */
class Fenwick {
  readonly #sums: Float64Array;

  constructor(size: number) {
    this.#sums = new Float64Array(size + 1);
  }

  add(place: number, weight: number): void {
    for (let at = place + 1; at < this.#sums.length; at += at & -at) {
      this.#sums[at] = (this.#sums[at] as number) + weight;
    }
  }

  /** This place among them. */
  upTo(place: number): number {
    let total = 0;
    for (let at = place + 1; at > 0; at -= at & -at) total += this.#sums[at] as number;
    return total;
  }
}
