import type { Weighted } from './isotonic.ts';

/**
 * The quantile of weighted numbers: linear between the middles of their shares of all weight, which of equal weights is type 5 of
 * Hyndman & Fan 1996 (Hazen), and the usual median. NaN of none.
 * @param sorted by value, lowest first
 */
export function weightedQuantile(sorted: readonly Weighted[], q: number): number {
  let total = 0;
  for (const { weight } of sorted) total += weight;
  const wanted = q * total;
  let [below, previous] = [0, null as { readonly at: number; readonly value: number } | null];
  for (const { value, weight } of sorted) {
    if (weight === 0) continue;
    const at = below + weight / 2;
    if (at >= wanted) {
      if (previous === null) return value;
      return previous.value + ((wanted - previous.at) / (at - previous.at)) * (value - previous.value);
    }
    below += weight;
    previous = { at, value };
  }
  return previous?.value ?? Number.NaN;
}
