import type { Numbers } from './columns.ts';

/** One number a unit, and what each of them counts for in the mean of all. */
export interface Sized {
  readonly values: Numbers;
  readonly sizes: Numbers;
}

/** One more unit of a mean, which nobody drew. */
export interface ExtraUnit {
  readonly value: number;
  /** As a share of the heaviest unit. */
  readonly weight: number;
}

/** Effective units below which a randomisation test has to agree, where units are uneven. */
export const FEW_UNITS = 20;

/**
 * (Σw)² / Σw²: as many units of one weight give a mean that is as certain as that of these. It is what n means wherever a
 * spread is judged, since otherwise one unit that outweighs all others pulls the mean to itself and lies no distance from it.
 * Kish 1965, "Survey sampling", 11.7. Sizes that are alike give their number exactly; none, or only zeros, give 0.
 */
export function effectiveSize(sizes: Numbers): number {
  let [scale, sum, squares] = [0, 0, 0];
  for (let index = 0; index < sizes.length; index += 1) {
    const size = sizes[index] as number;
    if (scale === 0) scale = size;
    if (scale === 0) continue;
    sum += size / scale;
    squares += (size / scale) ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}
