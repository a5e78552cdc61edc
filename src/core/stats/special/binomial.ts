import { betaKernel, betaTails } from './beta.ts';

/** P(X ≤ k) for X ~ Binomial(n, p): I_{1−p}(n − k, k + 1). Continuous in k, for what-if counts. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return betaTails({ x: 1 - p, complement: p }, n - k, k + 1).lower;
}

/** P(X ≥ k) for X ~ Binomial(n, p): I_p(k, n − k + 1). Continuous in k. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return betaTails({ x: p, complement: 1 - p }, k, n - k + 1).lower;
}

/** P(X = k) for integer 0 ≤ k ≤ n and 0 < p < 1. */
export function binomialExactly(k: number, n: number, p: number): number {
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  return (betaKernel({ x: p, complement: 1 - p }, k, n - k) * n) / (k * (n - k));
}
