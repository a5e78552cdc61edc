import { ordered } from '../../stats/columns.ts';

/** Of each sample which of the distinct values it has, lowest first. */
export function valueLevels(values: Float64Array): { readonly of: Int32Array; readonly count: number } {
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

export type Levels = ReturnType<typeof valueLevels>;

/** What counts on each level. */
export function totalsOf({ of, count }: Levels, weights: Float64Array): Float64Array {
  const totals = new Float64Array(count);
  for (let sample = 0; sample < weights.length; sample += 1) {
    const level = of[sample] as number;
    totals[level] = (totals[level] as number) + (weights[sample] as number);
  }
  return totals;
}

/** Both numbers of every sample, and the samples by the right one and then by the one that was said. */
export interface RankedPairs {
  readonly right: Levels;
  readonly said: Levels;
  readonly order: Int32Array;
}

export const pairsIn = (weight: number): number => (weight * (weight - 1)) / 2;

/** With how many samples each is in the wrong order, and with how many, itself among them, it shares both values. */
export function tiedWithEach({ right, said, order }: RankedPairs): {
  wrong: Float64Array;
  both: Float64Array;
} {
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
export function walk(
  { right, said, order }: RankedPairs,
  weights: Float64Array,
): { wrong: number; both: number } {
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
