/** A distribution function and its density at one point. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

/**
 * Where a log-concave distribution function reaches `probability`, by Newton's method on its logarithm.
 *
 * A tangent of a concave function lies above it, so one step from anywhere lands left of the root, and from there every
 * step approaches it without passing: no bracket is needed. The normal distribution and the logit of a Beta variable
 * are log-concave.
 */
export function quantileOfLogConcave(
  probability: number,
  start: number,
  at: (x: number) => ValueAndSlope,
): number {
  const target = Math.log(probability);
  let x = start;
  let { value, slope } = at(x);
  for (let iteration = 0; iteration < 200; iteration += 1) {
    let step = ((target - Math.log(value)) * value) / slope;
    ({ value, slope } = at(x + step));
    // The first step may land so far left that the function underflows.
    while (value === 0) {
      step /= 2;
      ({ value, slope } = at(x + step));
    }
    x += step;
    // Convergence is quadratic: after a step this small the next one is below rounding.
    if (Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(x))) return x;
  }
  throw new Error(`no quantile found for probability ${probability}`);
}
