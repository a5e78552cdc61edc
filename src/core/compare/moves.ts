import type { Moved } from '../domain/kept-estimate.ts';
import type { Sized } from '../stats/effective.ts';

/** @param groups each counting alike @param width of the range of scores */
export function movedBy(groups: readonly Sized[], width: number): Moved {
  const sides = { rose: { sum: 0, squares: 0 }, fell: { sum: 0, squares: 0 } };
  let heaviest = 0;
  for (const { values, sizes } of groups) {
    let total = 0;
    for (const size of sizes) total += size;
    for (const [index, size] of sizes.entries()) {
      const share = size / total / groups.length;
      const by = share * (values[index] ?? 0);
      const side = by > 0 ? sides.rose : sides.fell;
      side.sum += Math.abs(by);
      side.squares += by ** 2;
      heaviest = Math.max(heaviest, share);
    }
  }
  return { ...sides, most: heaviest * width };
}
