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
