import { binomialExactly } from './special/binomial.ts';

/** Below it, successes are counted one by one. */
const FEWEST_EXPECTED = 10;

/**
 * How often each kind comes where as many units are drawn, with replacement, as there are of all kinds together: multinomial, as
 * one binomial draw a kind given those before.
 * @param sizes how many units are of each kind
 * @param random uniform in [0, 1)
 * @param times is written
 */
export function drawKinds(sizes: Float64Array, random: () => number, times: Float64Array): void {
  let left = sizes.reduce((total, size) => total + size, 0);
  let draws = left;
  for (const [kind, size] of sizes.entries()) {
    const count = size === left ? draws : drawBinomial(draws, size / left, random);
    times[kind] = count;
    draws -= count;
    left -= size;
  }
}

/** Successes in n trials of chance p. */
export function drawBinomial(n: number, p: number, random: () => number): number {
  if (n === 0 || p <= 0) return 0;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random);
  return n * p < FEWEST_EXPECTED ? drawOneByOne(n, p, random) : drawByRejection(n, p, random);
}

/** From success to success: the trials between them are geometric (Devroye 1986, "Non-uniform random variate generation", X.4.3). */
function drawOneByOne(n: number, p: number, random: () => number): number {
  const scale = Math.log1p(-p);
  let trial = 0;
  for (let successes = 0; ; successes += 1) {
    trial += Math.floor(Math.log(1 - random()) / scale) + 1;
    if (trial > n) return successes;
  }
}

/** BTRS of Hörmann 1993, "The generation of binomial random variates": transformed rejection with a squeeze, for p ≤ ½ and n p ≥ 10. */
function drawByRejection(n: number, p: number, random: () => number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const inside = 0.92 - 4.2 / b;
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5);
    if (edge >= 0.07 && v <= inside) return k;
    if (!(k >= 0 && k <= n)) continue;
    const height = (v * (2.83 + 5.1 / b) * deviation) / (a / edge ** 2 + b);
    const mode = Math.floor((n + 1) * p);
    if (height <= binomialExactly(k, n, p) / binomialExactly(mode, n, p)) return k;
  }
}

/** In so many of its standard deviations below all units lies what is drawn of them at once: one time out of 30,000 it is too many. */
const SPARED = 4;
/** Of so many first bits there is a table of counts: it stays in the nearest cache. */
export const TABLE_BITS = 12;
/** Stands in it for numbers of which the last bits decide. */
export const UNDECIDED = 255;

/**
 * How often each kind comes where as many units are drawn, with replacement, as there are, of nearly as many kinds: a Poisson count of each unit,
 * of which all together are multinomial given their sum, and what is left to draw one by one (Devroye 1986, XI.1.4). In the order of kinds,
 * so that memory is gone through once, where a draw at random waits for it.
 * @param of the kind of each unit
 * @param sizes how many units are of each kind
 * @returns writes the next draw
 */
export function unitDraws(
  of: Uint16Array | Int32Array,
  sizes: Float64Array,
  seed: number,
): (times: Float64Array) => void {
  const units = of.length;
  const { counts, ends } = poissonTable(1 - SPARED / Math.sqrt(units));
  const state = Int32Array.of(seed, 0x9e3779b9, 0x243f6a88, 1);
  const extra = new Float64Array(1);
  for (let warm = 0; warm < 16; warm += 1) drawCounts(state, counts, ends, Float64Array.of(1), extra);
  return (times) => {
    let total = drawCounts(state, counts, ends, sizes, times);
    while (total > units) total = drawCounts(state, counts, ends, sizes, times);
    for (; total < units; total += 1) {
      const kind = of[Math.floor(nextUniform(state) * units)] as number;
      times[kind] = (times[kind] as number) + 1;
    }
  };
}

/**
 * A Poisson count of every unit, summed by kind, by Chris Doty-Humphrey's sfc32: a thousand draws of millions of units would use up the period of
 * mulberry32. One loop that holds the generator's state, which is half of its time.
 * @returns their sum
 */
function drawCounts(
  state: Int32Array,
  counts: Uint8Array,
  ends: Float64Array,
  sizes: Float64Array,
  times: Float64Array,
): number {
  let [a, b, c, next] = [state[0] as number, state[1] as number, state[2] as number, state[3] as number];
  let total = 0;
  for (let kind = 0; kind < sizes.length; kind += 1) {
    let sum = 0;
    for (let unit = sizes[kind] as number; unit > 0; unit -= 1) {
      const drawn = (((a + b) | 0) + next) | 0;
      next = (next + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + drawn) | 0;
      let count = counts[drawn >>> (32 - TABLE_BITS)] as number;
      if (count === UNDECIDED) for (count = 0; drawn >>> 0 >= (ends[count] as number); ) count += 1;
      sum += count;
    }
    times[kind] = sum;
    total += sum;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = next;
  return total;
}

/** The next number of the same stream, in [0, 1). */
function nextUniform(state: Int32Array): number {
  const [a, b, c, next] = [state[0] as number, state[1] as number, state[2] as number, state[3] as number];
  const drawn = (((a + b) | 0) + next) | 0;
  state[3] = next + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + drawn;
  return (drawn >>> 0) / 2 ** 32;
}

/** Poisson counts by 32 random bits: the number below which each count ends, and the count by the first bits where these decide. */
export function poissonTable(mean: number): { counts: Uint8Array; ends: Float64Array } {
  const ends: number[] = [];
  let [chance, below] = [Math.exp(-mean), 0];
  for (let count = 0; (ends.at(-1) ?? 0) < 2 ** 32; count += 1) {
    below += chance;
    chance *= mean / (count + 1);
    ends.push(chance < 2 ** -34 ? 2 ** 32 : Math.round(below * 2 ** 32));
  }
  const countOf = (drawn: number) => ends.findIndex((end) => drawn < end);
  const step = 2 ** (32 - TABLE_BITS);
  const counts = Uint8Array.from({ length: 2 ** TABLE_BITS }, (_, first) => {
    const [low, high] = [countOf(first * step), countOf((first + 1) * step - 1)];
    return low === high ? low : UNDECIDED;
  });
  return { counts, ends: Float64Array.from(ends) };
}
