import { areMany } from './bootstrap.ts';
import { mulberry32 } from './random.ts';

/** As many draws that are at least as large end the test: nothing will be proven any more. */
const ENOUGH = 20;

/** By sign of each unit, −1 where its sides are swapped; greater is further from no difference. */
export type SwappedStatistic = (signs: Int8Array) => number;

/**
 * Two-sided tests by swapping the two sides within units, Fisher's 1935 test of paired data with random draws in place of all 2ⁿ:
 * p = (1 + draws at least as large) / (1 + draws), or h / l where the h-th such draw is the l-th of all (Besag & Clifford 1991). Exact at
 * every size: it assumes that under the null hypothesis the two sides of each unit are exchangeable, units being independent of each
 * other, and nothing else. The same seed draws the same swaps, so that several statistics of one set of units are tested by one plan, which
 * is drawn once.
 */
export function swapTests(
  units: number,
  statistics: readonly SwappedStatistic[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): { readonly p: number }[] {
  const signs = new Int8Array(new ArrayBuffer(BITS * Math.ceil(units / BITS)), 0, units).fill(1);
  const tests = statistics.map((statistic) => {
    const observed = statistic(signs);
    // Sums in another order differ by rounding: ties must stay ties.
    return { statistic, atLeast: observed - 1e-9 * Math.max(1e-3, Math.abs(observed)), asLarge: 0, draw: 0 };
  });
  const swap = areMany(units) ? swapsByBits(seed) : swapsByNumbers(seed);
  let open = tests;
  for (let draw = 1; draw <= draws && open.length > 0; draw += 1) {
    swap(signs);
    for (const test of open) {
      test.draw = draw;
      if (!(test.statistic(signs) < test.atLeast)) test.asLarge += 1;
    }
    open = open.filter(({ asLarge }) => asLarge < ENOUGH);
  }
  return tests.map(({ asLarge, draw }) => ({
    p: asLarge === ENOUGH ? ENOUGH / draw : (1 + asLarge) / (1 + draws),
  }));
}

function swapsByNumbers(seed: number): (signs: Int8Array) => void {
  const random = mulberry32(seed);
  return (signs) => {
    for (let unit = 0; unit < signs.length; unit += 1) signs[unit] = random() < 0.5 ? -1 : 1;
  };
}

const BITS = 32;
/** Signs that are written at once, and what all of these can be. */
const TOGETHER = 4;
const PATTERNS = 2 ** TOGETHER;
/** Powers by name: worked out in the loop they took ten times as long as all else in it, once two tasks were tested. */
const ALL_BITS = 2 ** BITS;

/** Of many units a bit each: numbers of their own would take longer than what is made of them, and use up the generator's period. */
function swapsByBits(seed: number): (signs: Int8Array) => void {
  const random = mulberry32(seed);
  const each = Int8Array.from({ length: TOGETHER * PATTERNS }, (_, at) =>
    (Math.floor(at / TOGETHER) >>> (at % TOGETHER)) & 1 ? 1 : -1,
  );
  const together = new Int32Array(each.buffer);
  return ({ buffer }) => {
    const signs = new Int32Array(buffer);
    for (let first = 0; first < signs.length; first += BITS / TOGETHER) {
      let bits = (random() * ALL_BITS) | 0;
      for (let at = first; at < first + BITS / TOGETHER; at += 1) {
        signs[at] = together[bits & (PATTERNS - 1)] as number;
        bits >>>= TOGETHER;
      }
    }
  };
}
