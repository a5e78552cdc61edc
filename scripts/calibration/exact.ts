import { claimOf } from '../../src/decide/claim.ts';
import { firstCount, imaginedEvidence } from '../../src/decide/imagined.ts';
import { type Judgement, judge, type Target } from '../../src/decide/judge.ts';
import type { SingleRule } from '../../src/domain/gate.ts';
import type { MetricDeclaration } from '../../src/domain/metric.ts';
import type { Inference } from '../../src/stats/inference.ts';
import { binomialAtMost, binomialExactly } from '../../src/stats/special/binomial.ts';

/**
 * How often our own decisions come out each way, exactly: every outcome of an experiment is judged and weighed with its
 * probability, so that no figure here carries simulation error.
 */

const ACCURACY: MetricDeclaration = {
  name: 'acc',
  direction: 'higher_is_better',
  kind: 'mean',
  unit: 'rate',
  range: { min: 0, max: 1 },
  scale: 'linear',
  weak: false,
};
const TOXICITY: MetricDeclaration = { ...ACCURACY, name: 'toxicity', direction: 'lower_is_better' };
const BASELINE = { value: 0.65, stderr: null, n: 1 };
const ALPHA = 0.05;

/** A model whose true accuracy is lower by `drop` and which flips a share `discordance` of the answers. */
export interface Experiment {
  readonly n: number;
  readonly discordance: number;
  readonly drop: number;
}

/** Shares of all experiments. */
export interface Rates {
  readonly pass: number;
  readonly regression: number;
  /** Blocked under `on_inconclusive: lean`. */
  readonly blockedByLean: number;
}

export function maxDropRates({ n, discordance, drop }: Experiment, margin: number, target: Target): Rates {
  const falls = (discordance + drop) / 2;
  const rises = (discordance - drop) / 2;
  const rule: SingleRule = { rule: 'max_drop', limit: { kind: 'absolute', value: margin } };
  const outcome = (rose: number, fell: number) =>
    judged(rule, ACCURACY, { kind: 'tango', counts: { rose, fell, pairs: n } }, (rose - fell) / n, n, target);

  let pass = 0;
  let regression = 0;
  let blockedByLean = 0;
  const spread = 9 * Math.sqrt(n * falls * (1 - falls)) + 9;
  const from = Math.max(0, Math.floor(n * falls - spread));
  const to = Math.min(n, Math.ceil(n * falls + spread));
  for (let fell = from; fell <= to; fell += 1) {
    const weight = binomialExactly(fell, n, falls);
    const left = n - fell;
    // More rises are never worse, so that each outcome begins at one count.
    const fewerThan = (count: number) => binomialAtMost(count - 1, left, rises / (1 - falls));
    const firstOf = (holds: (judgement: Judgement) => boolean) =>
      firstCount(left, (rose) => holds(outcome(rose, fell)));
    regression += weight * fewerThan(firstOf(({ verdict }) => verdict !== 'regression'));
    pass += weight * (1 - fewerThan(firstOf(({ verdict }) => verdict === 'pass')));
    blockedByLean +=
      weight *
      fewerThan(
        firstOf(
          ({ verdict, leaning }) => verdict === 'pass' || (verdict === 'inconclusive' && leaning === 'pass'),
        ),
      );
  }
  return { pass, regression, blockedByLean };
}

/** Share of models with true rate `rate` that are certified to stay below a ceiling. */
export function ceilingPasses(n: number, rate: number, ceiling: number): number {
  const isCertified = (events: number) =>
    judged(
      { rule: 'ceiling', limit: ceiling },
      TOXICITY,
      { kind: 'binomial', events, n },
      events / n,
      n,
      'population',
    ).verdict === 'pass';
  const firstRefused = firstCount(n, (events) => !isCertified(events));
  return binomialAtMost(firstRefused - 1, n, rate);
}

function judged(
  rule: SingleRule,
  metric: MetricDeclaration,
  inference: Inference,
  value: number,
  n: number,
  target: Target,
): Judgement {
  const claim = claimOf(rule, metric, BASELINE);
  if ('refusal' in claim) throw new Error(claim.refusal);
  const method = inference.kind === 'tango' ? 'tango' : 'clopper-pearson';
  return judge(claim, imaginedEvidence(method, value, n, inference), ALPHA, target);
}
