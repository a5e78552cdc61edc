import { betaTails } from '../special/beta.ts';
import { logBeta } from '../special/gamma.ts';
import { sum } from '../sum.ts';

/**
 * E-values: evidence that may be looked at after every sample. While the null is true an e-process exceeds 1/α at any time
 * with probability at most α (Ville 1939), so that 1/max e is a p-value that peeking cannot spoil.
 */

/** ln of the mean of eˣ. */
export function logMeanExp(logs: readonly number[]): number {
  const largest = Math.max(...logs);
  if (largest === -Infinity) return -Infinity;
  return largest + Math.log(sum(logs.map((log) => Math.exp(log - largest))) / logs.length);
}

/** The logarithm of a long product of positive factors: one logarithm for many of them, taken before the product overflows. */
export class LogProduct {
  #log = 0;
  #product = 1;

  get value(): number {
    return this.#log + Math.log(this.#product);
  }

  /** @param factor within [1e-100, 1e100] */
  multiply(factor: number): void {
    const product = this.#product * factor;
    if (product > 1e-100 && product < 1e100) {
      this.#product = product;
      return;
    }
    this.#log += Math.log(product);
    this.#product = 1;
  }
}

/**
 * ln e against "regressions are no likelier than improvements", by a uniform mixture over P(regressed | discordant) in
 * (½, 1]: e = 2^{M+1} B(r+1, i+1) (1 − I_½(r+1, i+1)), M = r + i. McNemar's test at any time; it knows no margin.
 */
export function mcnemarLogE(improved: number, regressed: number): number {
  const { upper } = betaTails({ x: 0.5, complement: 0.5 }, regressed + 1, improved + 1);
  return (improved + regressed + 1) * Math.LN2 + logBeta(regressed + 1, improved + 1) + Math.log(upper);
}

/** Evidence about a rate of independent samples against a ceiling: ln e for "below it" and for "above it". */
export interface RateEvidence {
  readonly below: number;
  readonly above: number;
}

/**
 * Likelihood ratios of `events` among `n` against the rate `ceiling`, averaged over alternatives below it (0, c/4, c/2) and
 * above it (1.5c, 2c, 4c). Valid against every rate on the other side of the ceiling, since the ratio is monotone.
 * Robbins 1970. Without events a ceiling of 1 % is proven at α = 5 % after 363 samples; a planned 299 would do.
 */
export function rateLogE(events: number, n: number, ceiling: number): RateEvidence {
  const against = (rate: number) =>
    times(events, Math.log(rate / ceiling)) + times(n - events, Math.log1p(-rate) - Math.log1p(-ceiling));
  const above = [1.5, 2, 4].map((factor) => factor * ceiling).filter((rate) => rate < 1);
  return {
    below: logMeanExp([0, ceiling / 4, ceiling / 2].map(against)),
    above: above.length === 0 ? 0 : logMeanExp(above.map(against)),
  };
}

/** 0 · ln 0 = 0: an impossible event that did not happen says nothing. */
function times(count: number, log: number): number {
  return count === 0 ? 0 : count * log;
}
