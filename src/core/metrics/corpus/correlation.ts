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

const ofPairs = (value: (pairing: Pairing, weights: Float64Array) => number): CorpusStatistic => ({
  parts: numberParts,
  over: (samples) => {
    const levels = (part: 0 | 1) =>
      levelsOf(Float64Array.from(samples, ({ parts }) => parts[part] ?? Number.NaN));
    const [right, said] = [levels(0), levels(1)];
    const order = ordered(
      Float64Array.from(right.of, (level, sample) => level * said.count + (said.of[sample] ?? 0)),
    );
    const weigh = weigher(samples);
    return resampled(samples.length, (times) => value({ right, said, order }, weigh(times)));
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
export const spearman = ofPairs(({ right, said }, weights) => {
  const [ofRight, ofSaid] = [ranksOf(totalsOf(right, weights)), ranksOf(totalsOf(said, weights))];
  const n = weightOfAll(weights);
  const centre = (n + 1) / 2;
  let [products, left, other] = [0, 0, 0];
  for (let sample = 0; sample < weights.length; sample += 1) {
    const weight = weights[sample] as number;
    const a = (ofRight[right.of[sample] as number] as number) - centre;
    const b = (ofSaid[said.of[sample] as number] as number) - centre;
    products += weight * a * b;
    left += weight * a * a;
    other += weight * b * b;
  }
  return left > 1e-9 && other > 1e-9 ? products / Math.sqrt(left * other) : Number.NaN;
});

const pairsIn = (weight: number): number => (weight * (weight - 1)) / 2;

/**
 * τ-b = (P − Q) / √((n₀ − n₁)(n₀ − n₂)) over pairs of samples, n₁ and n₂ of which share a value on a side (Kendall 1945); P − Q by
 * the count of pairs in the wrong order (Knight 1966). Undefined where either side has one value alone.
 */
export const kendall = ofPairs((pairing, weights) => {
  const { right, said } = pairing;
  const tied = (levels: Levels) => {
    const totals = totalsOf(levels, weights);
    let pairs = 0;
    for (let level = 0; level < totals.length; level += 1) pairs += pairsIn(totals[level] as number);
    return pairs;
  };
  const n = weightOfAll(weights);
  const [all, ofRight, ofSaid] = [pairsIn(n), tied(right), tied(said)];
  const { wrong, both } = walk(pairing, weights);
  const spread = (all - ofRight) * (all - ofSaid);
  return spread > 1e-9 ? (all - ofRight - ofSaid + both - 2 * wrong) / Math.sqrt(spread) : Number.NaN;
});

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
