import { stirlingError } from './gamma.ts';
import { quantileOfLogConcave } from './newton.ts';

/** A point of (0, 1) with its complement: 1 − x is not recovered from x where it would lose its digits. */
export interface UnitPoint {
  readonly x: number;
  readonly complement: number;
}

/** Distribution function of Beta(a, b) with both tails, each accurate in relative terms. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** I_x(a, b) and its complement for a, b > 0. */
export function betaTails(point: UnitPoint, a: number, b: number): Tails {
  const { x, complement } = point;
  if (x <= 0) return { lower: 0, upper: 1 };
  if (complement <= 0) return { lower: 1, upper: 0 };
  const kernel = betaKernel(point, a, b);
  // The fraction converges quickly on this side of the mean only (DLMF 8.17(v)).
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (kernel / a) * continuedFraction(x, a, b);
    return { lower, upper: 1 - lower };
  }
  const upper = (kernel / b) * continuedFraction(complement, b, a);
  return { lower: 1 - upper, upper };
}

/** I_x(a, b), the regularised incomplete beta function. */
export function betaCdf(x: number, a: number, b: number): number {
  return betaTails({ x, complement: 1 - x }, a, b).lower;
}

/** x with I_x(a, b) = probability, for 0 < probability < 1 and a, b ≥ ½. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return pointAt(betaLogitQuantile(probability, a, b)).x;
}

/** ln(x / (1 − x)) of the quantile: the logit keeps both x and 1 − x exact. */
export function betaLogitQuantile(probability: number, a: number, b: number): number {
  const centre = Math.log(a / b);
  if (probability > betaTails(pointAt(centre), a, b).lower) return -lowerHalf(1 - probability, b, a);
  return lowerHalf(probability, a, b);
}

/** In logits the density of Beta(a, b) is the kernel itself, and its distribution function is log-concave. */
function lowerHalf(probability: number, a: number, b: number): number {
  return quantileOfLogConcave(probability, Math.log(a / b), (logit) => {
    const point = pointAt(logit);
    return { value: betaTails(point, a, b).lower, slope: betaKernel(point, a, b) };
  });
}

function pointAt(logit: number): UnitPoint {
  return { x: 1 / (1 + Math.exp(-logit)), complement: 1 / (1 + Math.exp(logit)) };
}

/**
 * x^a (1 − x)^b / B(a, b), by its distance from the mean p = a / (a + b):
 * ln = a ln(x/p) + b ln((1−x)/(1−p)) + ½ ln(ab / 2π(a+b)) + δ(a+b) − δ(a) − δ(b).
 * The first-order terms of the two logarithms cancel exactly, so they are left out of both.
 */
export function betaKernel({ x, complement }: UnitPoint, a: number, b: number): number {
  const total = a + b;
  const offset = x < complement ? x - a / total : b / total - complement;
  const exponent =
    a * logMinusLinear((x * total) / a, (offset * total) / a) +
    b * logMinusLinear((complement * total) / b, (-offset * total) / b) +
    0.5 * Math.log((a / total) * (b / (2 * Math.PI))) +
    (stirlingError(total) - stirlingError(a) - stirlingError(b));
  return Math.exp(exponent);
}

/**
 * ln q − u of a ratio q = 1 + u, without cancellation: near 1, with r = u / (2 + u), it is −ur + 2(r³/3 + r⁵/5 + …); near 0 it takes q
 * itself, whose digits 1 + u has lost.
 */
function logMinusLinear(ratio: number, u: number): number {
  if (Math.abs(u) > 0.2) return Math.log(ratio) - u;
  const r = u / (2 + u);
  let power = 2 * r * r * r;
  let sum = 0;
  for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(sum); odd += 2) {
    sum += power / odd;
    power *= r * r;
  }
  return sum - u * r;
}

/** 1/(1 + d₁/(1 + d₂/(1 + …))) of DLMF 8.17.22, by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= c * d;
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) return fraction;
  }
  throw new Error(`the incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}`);
}
