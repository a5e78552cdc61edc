import type { ImputedEstimate } from '../../core/compare/imputed-estimate.ts';
import type { Hypothesis } from '../../core/decide/hypothesis.ts';
import { estimateOfFlips, firstCount, hypotheticalEstimate } from '../../core/decide/hypothetical.ts';
import { stopsMerge } from '../../core/decide/result.ts';
import { chooseTarget, testHypothesis } from '../../core/decide/test-hypothesis.ts';
import type { Policy } from '../../core/domain/gate.ts';
import { binomialAtMost, binomialExactly } from '../../core/stats/special/binomial.ts';

/** Whether an estimate stops a merge under a policy: the code that judges merges, asked about data that might have been. */
function blocks(
  hypothesis: Hypothesis,
  estimate: ImputedEstimate,
  policy: Policy,
  isWhole: boolean,
): boolean {
  const alpha = policy.alpha.value;
  const target = chooseTarget(policy.target.value, hypothesis, estimate, alpha, isWhole);
  return stopsMerge(testHypothesis(hypothesis, estimate, alpha, target), policy);
}

/**
 * Probability that an unchanged model is blocked: each of `pairs` samples rises or falls with probability discordance/2.
 * Exact: every number of falls is weighed with its probability, and for each the rises at which the merge is let through
 * are found by bisection, since more rises are never worse. Falls further than nine standard deviations out are left away.
 */
export function falseBlocksOfPairs(
  hypothesis: Hypothesis,
  pairs: number,
  discordance: number,
  policy: Policy,
  isWhole: boolean,
): number {
  const share = discordance / 2;
  const blocksAt = (improved: number, regressed: number) =>
    blocks(hypothesis, estimateOfFlips(hypothesis.sign, { regressed, improved, pairs }), policy, isWhole);
  const spread = 9 * Math.sqrt(pairs * share * (1 - share)) + 9;
  const from = Math.max(0, Math.floor(pairs * share - spread));
  const to = Math.min(pairs, Math.ceil(pairs * share + spread));
  let blocked = 0;
  for (let worse = from; worse <= to; worse += 1) {
    const left = pairs - worse;
    const enough = firstCount(left, (better) => !blocksAt(better, worse));
    blocked += binomialExactly(worse, pairs, share) * binomialAtMost(enough - 1, left, share / (1 - share));
  }
  return Math.min(1, blocked);
}

/** The same for a ceiling or floor on 0/1 scores, for a model whose true rate is `rate`. */
export function falseBlocksOfRate(
  hypothesis: Hypothesis,
  n: number,
  rate: number,
  policy: Policy,
  isWhole: boolean,
): number {
  const blocksAt = (events: number) =>
    blocks(
      hypothesis,
      hypotheticalEstimate('clopper-pearson', events / n, n, { kind: 'binomial', events, n }),
      policy,
      isWhole,
    );
  if (hypothesis.sign === 1)
    return 1 - binomialAtMost(firstCount(n, (events) => blocksAt(events)) - 1, n, rate);
  return binomialAtMost(firstCount(n, (events) => !blocksAt(events)) - 1, n, rate);
}
