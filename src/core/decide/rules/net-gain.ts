import { aggregateDelta, aggregateEstimate } from '../../compare/aggregate-only.ts';
import type { TaskComparison } from '../../compare/compare.ts';
import { shownDelta } from '../../compare/estimate.ts';
import type { Imputation, ImputedEstimate } from '../../compare/imputed-estimate.ts';
import type { MetricScores } from '../../compare/scores.ts';
import { correlationsOf } from '../../compare/shared.ts';
import type { DeltaEstimate, GateResult, NetGain } from '../../domain/decision.ts';
import { formatChange, formatLevel, formatMargin } from '../../domain/format.ts';
import type { Gate, Policy } from '../../domain/gate.ts';
import { type MetricUnit, worseSign } from '../../domain/metric.ts';
import {
  type ConfidenceLimits,
  type Correlation,
  limitsOfLeast,
  limitsOfSum,
  remembered,
  type Term,
} from '../../stats/combined.ts';
import { lowerLimit, upperLimit } from '../../stats/inference.ts';
import { AGGREGATE_ONLY_MESSAGE } from '../aggregate-only.ts';
import { type Component, findComponents, targetOfSum, type Weighed } from '../components.ts';
import {
  type Ahead,
  balanced,
  type FlipShares,
  type Forecasts,
  gaining,
  outcomeOfLimits,
  simulatedFate,
  UNCHANGED,
} from '../forecast.ts';
import type { HypothesisOrRefusal } from '../hypothesis.ts';
import * as messages from '../messages.ts';
import { factsOf, invalidGate, judgedGate, undecidedGate } from '../result.ts';
import { minimumDetectable, testHypothesis } from '../test-hypothesis.ts';
import { CHANGE } from './change.ts';
import { baselineAhead } from './change-forecast.ts';
import { MIN_GAIN } from './min-gain.ts';
import type { Rule } from './rule.ts';
import { componentsAhead, SUM_ROUNDS } from './sum-forecast.ts';

type NetGainGate = Extract<Gate, { rule: 'net_gain' }>;

/**
 * Judges whether a gain outweighs the weighted losses of other metrics: gain − Σ weight · loss > limit, where a metric that
 * did not lose counts 0. That is the least of the sums over every set of the losses, so that safety has to be shown of each.
 *
 * Tasks without a sample in common are independent given the two checkpoints; those with some hang together as far as these samples
 * moved alike, and metrics of one task are taken to hang together in the worst way.
 */
function judgeNetGain(gate: NetGainGate, comparisons: readonly TaskComparison[], policy: Policy): GateResult {
  const found = findComponents(gate, [{ ...gate, weight: 1 }, ...gate.losses], comparisons, policy);
  if ('reasons' in found) {
    const { own, draw, isStopped, reasons } = found;
    return isStopped ? undecidedGate(gate, own, reasons, policy, draw) : invalidGate(gate, own, reasons);
  }
  const [gain, ...losses] = found.components;
  if (gain === undefined) throw new Error('a net gain without a gain');
  return weigh(gate, gain, losses, policy);
}

function weigh(gate: NetGainGate, gain: Component, losses: readonly Component[], policy: Policy): GateResult {
  const alpha = policy.alpha.value;
  const hypothesis = NET_GAIN.hypothesis(gate.limit, gain.metric.declaration, gain.baseline);
  if ('refusal' in hypothesis) return invalidGate(gate, gain.metric, [hypothesis.refusal]);
  const all = [gain, ...losses];
  const sum = sumOf(gain, losses, correlationOf(all));
  const estimate = estimateOfNet(sum, all, alpha);
  const target = targetOfSum(all, hypothesis, estimate, policy);
  const tested = testHypothesis(hypothesis, estimate, alpha, target);
  const net = netGainOf(sum, losses, alpha);
  const isAggregateOnly = all.some(({ metric }) => metric.aggregates !== undefined);
  const facts = {
    ...factsOf(gate, gain.metric, hypothesis, alpha),
    ...(gain.metric.aggregates === undefined ? {} : aggregateFactsOf(gain.metric, alpha)),
    net,
    ...(isAggregateOnly ? { evidence: 'weak' as const } : {}),
  };
  const reasons = [
    netMessage(gate, facts.delta, net, gain.metric.declaration.unit),
    messages.verdictMessage(tested, hypothesis),
    ...(isAggregateOnly ? [AGGREGATE_ONLY_MESSAGE] : []),
    ...all.flatMap(({ metric, estimate: own }) => messages.cautions(metric, own)),
  ];
  const detectable = tested.halfWidth === null ? null : minimumDetectable(tested.halfWidth, alpha);
  return {
    ...judgedGate(gate, facts, hypothesis, tested, gain.metric, reasons, policy),
    minimumDetectable: detectable,
  };
}

/** Of candidates whose answers flip, in every task by itself. */
function forecastNet(gate: NetGainGate, { metrics }: Ahead, policy: Policy): Forecasts {
  const { limit, losses } = gate;
  const [gain, ...lost] = metrics;
  const weights = [1, ...losses.map(({ weight }) => weight)];
  const parts = componentsAhead(metrics, weights, policy);
  if ('missing' in parts) return parts;
  const hypothesis = NET_GAIN.hypothesis(limit, gain.declaration, baselineAhead(gain));
  if ('refusal' in hypothesis) return [];
  const isWhole = metrics.every((own) => own.isWhole);
  const fate = (gained: FlipShares) => {
    const draw = parts.drawing([gained, ...lost.map(({ discordance }) => balanced(discordance))]);
    return simulatedFate(SUM_ROUNDS, () => {
      const [first, ...others] = draw();
      if (first === undefined) throw new Error('a net gain without a gain');
      const estimate = estimateOfNet(sumOf(first, others), [first], policy.alpha.value);
      return outcomeOfLimits(hypothesis, estimate, policy, isWhole);
    });
  };
  const unchanged = { of: UNCHANGED, fate: fate(balanced(gain.discordance)) };
  const { margin } = hypothesis;
  if (margin === 0) return [unchanged];
  return [
    unchanged,
    {
      of: 'candidates that gain twice as much and lose nothing',
      fate: fate(gaining(2 * margin, gain.discordance)),
    },
  ];
}

/** What the gain leaves, on the shown scale. */
interface Net {
  readonly value: number;
  readonly limits: ConfidenceLimits;
}

/** By position, the gain being the first. */
function correlationOf(components: readonly Component[]): Correlation {
  const estimated = correlationsOf(components.map(({ metric }) => metric));
  return ({ source: left }, { source: right }) => {
    const [one, other] = [Number(left), Number(right)];
    return components[one]?.named.task === components[other]?.named.task ? 1 : estimated(one, other);
  };
}

function sumOf(gain: Weighed, losses: readonly Weighed[], correlation?: Correlation): Net {
  const first = termOf(gain, 0);
  const others = losses.map((loss, index) => termOf(loss, index + 1));
  return {
    value: others.reduce((net, term) => net + Math.min(0, term.weight * term.value), first.value),
    limits: limitsOfLeast(subsetsOf(others).map((some) => limitsOfSum([first, ...some], correlation))),
  };
}

function estimateOfNet({ value, limits }: Net, all: readonly Weighed[], alpha: number): ImputedEstimate {
  // Of the gain: the tasks are taken to grow alike.
  const n = all[0]?.estimate.n ?? 0;
  const isKnown = Number.isFinite(limits.lower(alpha)) && Number.isFinite(limits.upper(alpha));
  const imputation = isKnown ? ({ value, inference: { kind: 'limits', limits } } as const) : null;
  return { method: 'square-and-add', value, n, lowest: imputation, highest: imputation, sparse: false };
}

function netGainOf({ value, limits }: Net, losses: readonly Component[], alpha: number): NetGain {
  return {
    value,
    low: finite(limits.lower(alpha)),
    high: finite(limits.upper(alpha)),
    level: 1 - 2 * alpha,
    method: 'square-and-add',
    losses: losses.map((loss) => ({
      task: loss.named.task,
      weight: loss.weight,
      unit: loss.metric.declaration.unit,
      metric:
        loss.named.filter === undefined ? loss.named.metric : `${loss.named.metric},${loss.named.filter}`,
      delta: changeOf(loss, loss.estimate.value),
    })),
  };
}

const aggregateFactsOf = (metric: MetricScores, alpha: number) => ({
  baseline: aggregateEstimate(metric, 'baseline'),
  candidate: aggregateEstimate(metric, 'candidate'),
  delta: aggregateDelta(metric, alpha),
});

/** A change on the shown scale. */
const changeOf = ({ baseline, metric }: Weighed, delta: number): number =>
  shownDelta(delta, baseline.value, metric.declaration);

/** The component as a change for the better, on the shown scale. */
function termOf(component: Weighed, index: number): Term {
  const { weight, estimate, metric } = component;
  const sign = worseSign(metric.declaration);
  const limit = (imputation: Imputation | null, of: typeof lowerLimit, open: number) => (alpha: number) =>
    imputation === null ? open : -sign * changeOf(component, of(imputation.inference, alpha));
  const [low, high] = [
    limit(estimate.lowest, lowerLimit, sign * Infinity),
    limit(estimate.highest, upperLimit, -sign * Infinity),
  ];
  const limits = remembered(sign === -1 ? { lower: low, upper: high } : { lower: high, upper: low });
  return { source: String(index), weight, value: -sign * changeOf(component, estimate.value), limits };
}

/** Every set of the items, the empty one too. */
function subsetsOf<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, chosen) =>
    items.filter((_, index) => (chosen >> index) % 2 === 1),
  );
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What a gain leaves after what it has to pay for. */
function netMessage(
  { task, metric }: { readonly task: string; readonly metric: string },
  gain: DeltaEstimate | null,
  net: NetGain,
  unit: MetricUnit,
): string {
  const paid = net.losses.map(
    (loss) =>
      `${loss.metric} on ${loss.task} by ${formatChange(loss.delta, loss.unit)} (weight ${loss.weight})`,
  );
  const interval =
    net.low === null || net.high === null
      ? 'no interval'
      : `${formatLevel(net.level)} interval ${formatChange(net.low, unit)} to ${formatChange(net.high, unit)}`;
  const own = gain === null ? 'nobody knows how much' : formatChange(gain.value, unit);
  return `${metric} on ${task} changed by ${own}, ${paid.join(', ')}: after the losses that leaves ${formatChange(net.value, unit)} (${interval}); what a task won counts nothing.`;
}

/** The gain, less the weighted losses of other metrics, must be more than the limit, in the unit of the gain. */
export const NET_GAIN: Rule<'net_gain'> = {
  ...CHANGE,
  ...{ name: 'net_gain', key: 'at_least', scope: 'several metrics', limitSign: -1 },
  // What a gain leaves is counted so that plus is better, whatever the metric.
  signFor: () => -1,
  description: 'The gain less its weighted losses must be more than this.',
  flag: null,
  allowsEverything: () => false,
  hypothesis(limit, metric, baseline): HypothesisOrRefusal {
    const gain = MIN_GAIN.hypothesis(limit, metric, baseline);
    if ('refusal' in gain) return gain;
    const { margin } = gain;
    return {
      ...{ estimand: 'delta', sign: -1, boundary: 0 - margin, margin, tolerance: margin },
      forbidden:
        margin === 0
          ? 'a gain that does not outweigh the losses'
          : `a gain of less than ${formatMargin(margin, metric.unit)} after the losses`,
    };
  },
  judgeTasks: judgeNetGain,
  forecast: forecastNet,
  limitPhrase: () => ['must gain', ' net of losses'],
  outcomePhrase: (holds) => [holds ? 'more than the required' : 'not the required', ''],
  questionPhrase: 'outweighs the losses by',
};
