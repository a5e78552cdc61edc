import { normalCdf, normalDensity, normalQuantile } from '../../src/core/stats/special/normal.ts';
import { wilsonInterval } from '../../src/core/stats/wilson.ts';
import { Rule } from './exact.ts';
import type { DrawnTable } from './unpaired.ts';

/** Rules of other gates, written anew from what they do; each says when it blocks. */

const Z = normalQuantile(0.975);

/** Mean, standard error and skewness of differences of which `fell` are −1, `rose` 1 and the others 0. */
function momentsOf(rose: number, fell: number, n: number) {
  const delta = (rose - fell) / n;
  const square = (rose + fell) / n;
  const variance = square - delta * delta;
  const third = delta - 3 * delta * square + 2 * delta ** 3;
  return { delta, stderr: Math.sqrt(variance / n), skewness: variance > 0 ? third / variance ** 1.5 : 0 };
}

/** NeMo Evaluator's gate: the two-sided 95 % interval of the paired difference (Wald) lies wholly beyond the limit. */
export const nemoRule = (margin: number): Rule =>
  new Rule(({ rose, fell }, n) => {
    const { delta, stderr } = momentsOf(rose, fell, n);
    return delta + Z * stderr < -margin;
  });

/**
 * P(θ* ≤ value) of the resampled mean difference, by Edgeworth's expansion to the order 1/√n (Hall 1992, "The bootstrap and Edgeworth
 * expansion", 3.5), half a step of 1/n added: what resampling without end comes to but for the order 1/n.
 */
function resampledAtMost(value: number, rose: number, fell: number, n: number): number {
  const { delta, stderr, skewness } = momentsOf(rose, fell, n);
  if (stderr === 0) return value + 0.5 / n >= delta ? 1 : 0;
  const x = (value + 0.5 / n - delta) / stderr;
  return normalCdf(x) - (normalDensity(x) * skewness * (x * x - 1)) / (6 * Math.sqrt(n));
}

/** llm-evalgate: more than the limit was observed, and fewer than 5 % of the resamples show no loss at all (percentile bootstrap). */
export const evalgateRule = (margin: number): Rule =>
  new Rule(
    ({ rose, fell }, n) =>
      fell - rose > margin * n + 1e-9 && 1 - resampledAtMost(-1 / n, rose, fell, n) < 0.05,
  );

/** statgate: the two-sided 95 % BCa interval (Efron 1987) lies wholly beyond the limit; without any change it has no width. */
export const statgateRule = (margin: number): Rule =>
  new Rule(({ rose, fell }, n) => {
    const { delta, stderr, skewness } = momentsOf(rose, fell, n);
    if (stderr === 0) return delta < -margin;
    // Half of the resamples that tie with the estimate count as below it.
    const at = (value: number) => resampledAtMost(value, rose, fell, n);
    const bias = normalQuantile((at(delta) + at(delta - 1 / n)) / 2);
    const acceleration = skewness / (6 * Math.sqrt(n));
    const z = bias + Z;
    const rank = normalCdf(bias + z / (1 - acceleration * z));
    // Its quantile lies below the limit where that share of the resamples does.
    return at(Math.ceil(-margin * n - 1e-9) / n - 1 / n) >= rank;
  });

/**
 * multivon's eval-action: a loss, McNemar's test with continuity correction below 5 % two-sided, and the two accuracies' 95 % intervals
 * (Wilson) do not meet.
 */
export function evalActionBlocks({ n, baseline, candidate, rose, fell }: DrawnTable): boolean {
  if (fell <= rose || (fell - rose - 1) ** 2 / (fell + rose) <= Z * Z) return false;
  return wilsonInterval(candidate, n, Z).high < wilsonInterval(baseline, n, Z).low;
}
