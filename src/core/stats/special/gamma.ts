const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x > 0, to about 1e-15 absolute.
 *
 * Working with δ instead of ln Γ keeps ratios of large Gammas exact, because the large terms cancel on paper and not
 * in floating point (Loader 2000, "Fast and accurate computation of binomial probabilities"). Small x is carried up by
 * δ(x) − δ(x + 1) = (x + ½) ln(1 + 1/x) − 1 to where Stirling's series (DLMF 5.11.1) has converged.
 */
export function stirlingError(x: number): number {
  let carried = 0;
  let y = x;
  for (; y < 16; y += 1) carried += (y + 0.5) * Math.log1p(1 / y) - 1;
  const w = 1 / (y * y);
  return carried + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - w / 1188) * w) * w) * w) / y;
}

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
