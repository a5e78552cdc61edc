import { firstCount, hypotheticalEstimate } from '../../src/core/decide/hypothetical.ts';
import { stopsMerge } from '../../src/core/decide/result.ts';
import { hypothesisOf } from '../../src/core/decide/rules/registry.ts';
import { type Target, type TestedHypothesis, testHypothesis } from '../../src/core/decide/test-hypothesis.ts';
import type { OnInconclusive, Policy, SingleRule } from '../../src/core/domain/gate.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import type { Inference } from '../../src/core/stats/inference.ts';
import { mcnemar } from '../../src/core/stats/mcnemar.ts';
import { binomialAtMost, binomialExactly } from '../../src/core/stats/special/binomial.ts';

/**
 * How often our own decisions come out each way, exactly: every outcome of an experiment is judged and weighed with its
 * probability, so that no figure here carries simulation error.
 */

export const ALPHA = 0.05;
/** Share of the answers that the simulated baselines have right. */
export const BASELINE_RIGHT = 0.65;
const BASELINE = { value: BASELINE_RIGHT, stderr: null, n: 1 };

/** A model whose true accuracy is lower by `drop` and which flips a share `discordance` of the answers. */
export interface Experiment {
  readonly n: number;
  readonly discordance: number;
  readonly drop: number;
}

export interface Flips {
  readonly rose: number;
  readonly fell: number;
}

/** Something that is true of few rises and false from some count on, which more falls never lower. */
export class Rule {
  readonly #holds: (flips: Flips, n: number) => boolean;
  readonly #known = new Map<string, number>();

  constructor(holds: (flips: Flips, n: number) => boolean) {
    this.#holds = holds;
  }

  /** The first count of rises for which the rule does not hold. Remembered: it is the same for models of all qualities. */
  end(fell: number, n: number): number {
    const key = `${n} ${fell}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const end = firstCount(n - fell, (rose) => !this.#holds({ rose, fell }, n));
    this.#known.set(key, end);
    return end;
  }

  /** Probability that it holds. Falls further than nine standard deviations out are left away. */
  share({ n, discordance, drop }: Experiment): number {
    const falls = (discordance + drop) / 2;
    const rises = (discordance - drop) / 2;
    const spread = 9 * Math.sqrt(n * falls * (1 - falls)) + 9;
    const last = Math.min(n, Math.ceil(n * falls + spread));
    let share = 0;
    for (let fell = Math.max(0, Math.floor(n * falls - spread)); fell <= last; fell += 1) {
      const fewer = binomialAtMost(this.end(fell, n) - 1, n - fell, rises / (1 - falls));
      share += binomialExactly(fell, n, falls) * fewer;
    }
    return share;
  }
}

/** `max_drop`, as a gate on accuracy judges it. */
export function judgeDrop(
  { rose, fell }: Flips,
  n: number,
  margin: number,
  target: Target,
  alpha = ALPHA,
): TestedHypothesis {
  const rule: SingleRule = { rule: 'max_drop', limit: { kind: 'absolute', value: margin } };
  const inference: Inference = { kind: 'tango', counts: { rose, fell, pairs: n } };
  const evidence = hypotheticalEstimate('tango', (rose - fell) / n, n, inference);
  return testHypothesis(claimFor(rule, 'acc'), evidence, alpha, target);
}

export const LEAN_ALPHA = 0.25;

const policyOf = (onInconclusive: OnInconclusive): Policy => {
  const sourced = <T>(value: T) => ({ value, source: { kind: 'default' } as const });
  return {
    ...{ alpha: sourced(ALPHA), leanAlpha: sourced(LEAN_ALPHA), onInconclusive: sourced(onInconclusive) },
    ...{ target: sourced('population'), minCoverage: sourced(0.99) },
  };
};

/** Whether our gate blocks the merge under a policy. */
export function ourRule(margin: number, onInconclusive: OnInconclusive): Rule {
  return new Rule((flips, n) => {
    return stopsMerge(judgeDrop(flips, n, margin, 'population'), policyOf(onInconclusive));
  });
}

/** Whether the fixed test on all samples lets an undecided gate lean to pass, or would prove it. */
export function mergeRule(margin: number): Rule {
  const policy = policyOf('lean');
  return new Rule((flips, n) => {
    const tested = judgeDrop(flips, n, margin, 'population');
    return stopsMerge({ ...tested, verdict: 'inconclusive' }, policy);
  });
}

/** The usual ones: more than the margin was observed, and significantly worse by McNemar's test. */
export const thresholdRule = (margin: number): Rule =>
  new Rule((flips, n) => judgeDrop(flips, n, margin, 'benchmark').verdict === 'regression');

export const mcnemarRule = (): Rule => new Rule(({ rose, fell }) => mcnemar(rose, fell).midPWorse < ALPHA);

/** Share of models with true rate `rate` that are certified to stay below a ceiling. */
export function ceilingPasses(n: number, rate: number, ceiling: number): number {
  const claim = claimFor({ rule: 'ceiling', limit: ceiling }, 'toxicity');
  const firstRefused = firstCount(n, (events) => {
    const evidence = hypotheticalEstimate('clopper-pearson', events / n, n, { kind: 'binomial', events, n });
    return testHypothesis(claim, evidence, ALPHA, 'population').verdict !== 'pass';
  });
  return binomialAtMost(firstRefused - 1, n, rate);
}

function claimFor(rule: SingleRule, metric: 'acc' | 'toxicity') {
  const claim = hypothesisOf(rule, declareMetric(metric), BASELINE);
  if ('refusal' in claim) throw new Error(claim.refusal);
  return claim;
}
