import { mulberry32 } from './random.ts';

/** As many draws that are at least as large end the test: nothing will be proven any more. */
const ENOUGH = 20;

/**
 * Two-sided test by swapping the two sides within units, Fisher's 1935 test of paired data with random draws in place of all 2ⁿ:
 * p = (1 + draws at least as large) / (1 + draws), or h / l where the h-th such draw is the l-th of all (Besag & Clifford 1991). Exact at
 * every size: it assumes that under the null hypothesis the two sides of each unit are exchangeable, units being independent of each
 * other, and nothing else. The same seed draws the same swaps, so that several statistics of one set of units are tested by one plan.
 *
 * @param statistic by sign of each unit, −1 where its sides are swapped; greater is further from no difference
 */
export function swapTest(
  units: number,
  statistic: (signs: Int8Array) => number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): { readonly p: number } {
  const random = mulberry32(seed);
  const signs = new Int8Array(units).fill(1);
  const observed = statistic(signs);
  // Sums in another order differ by rounding: ties must stay ties.
  const atLeast = observed - 1e-9 * Math.max(1e-3, Math.abs(observed));
  let [draw, asLarge] = [0, 0];
  while (draw < draws) {
    draw += 1;
    for (let unit = 0; unit < units; unit += 1) signs[unit] = random() < 0.5 ? -1 : 1;
    if (statistic(signs) < atLeast) continue;
    asLarge += 1;
    if (asLarge === ENOUGH) return { p: ENOUGH / draw };
  }
  return { p: (1 + asLarge) / (1 + draws) };
}
