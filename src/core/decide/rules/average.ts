import { aggregateEstimate } from '../../compare/aggregate-only.ts';
import type { TaskComparison } from '../../compare/compare.ts';
import { DELTA } from '../../compare/estimand.ts';
import { countFlips, estimateOf, paired } from '../../compare/estimate.ts';
import type { ImputedEstimate } from '../../compare/imputed-estimate.ts';
import type { MetricScores } from '../../compare/scores.ts';
import { correlationsOf } from '../../compare/shared.ts';
import type { AveragedMetric, BySide, DeltaEstimate, Estimate, GateResult } from '../../domain/decision.ts';
import { formatChange, formatInterval, formatLevel, formatValue, plural } from '../../domain/format.ts';
import { describeLimit, type Gate, type NamedMetric, type Policy } from '../../domain/gate.ts';
import type { MetricDeclaration } from '../../domain/metric.ts';
import { countOf } from '../../stats/columns.ts';
import { type ConfidenceLimits, limitsOfSum, remembered, type Term } from '../../stats/combined.ts';
import { lowerLimit, upperLimit } from '../../stats/inference.ts';
import { sum } from '../../stats/sum.ts';
import { AGGREGATE_ONLY_MESSAGE } from '../aggregate-only.ts';
import { type Component, findComponents, targetOfSum, type Weighed } from '../components.ts';
import {
  type Ahead,
  balanced,
  type Forecasts,
  outcomeOfLimits,
  simulatedFate,
  UNCHANGED,
} from '../forecast.ts';
import * as messages from '../messages.ts';
import { type Facts, factsOf, invalidGate, judgedGate, undecidedGate } from '../result.ts';
import { testHypothesis } from '../test-hypothesis.ts';
import { CHANGE } from './change.ts';
import { baselineAhead } from './change-forecast.ts';
import { MAX_DROP } from './max-drop.ts';
import type { Rule } from './rule.ts';
import { componentsAhead, SUM_ROUNDS } from './sum-forecast.ts';

type AverageGate = Extract<Gate, { rule: 'average' }>;

/** One task of the average with its share, all shares adding up to 1. */
interface Averaged extends Component {
  readonly share: number;
}

type Shared = Weighed & Pick<Averaged, 'share'>;

/**
 * Judges the mean of several tasks' changes, Σ share · change. Every task keeps the test that fits it; their limits come
 * together by square-and-add. Tasks without a sample in common are independent given the two checkpoints; those with some hang
 * together as far as these samples moved alike.
 */
function judgeAverage(gate: AverageGate, comparisons: readonly TaskComparison[], policy: Policy): GateResult {
  const found = findComponents(gate, gate.of, comparisons, policy);
  if ('reasons' in found) {
    const { own, isStopped, reasons } = found;
    const result = isStopped ? undecidedGate(gate, null, reasons, policy) : invalidGate(gate, null, reasons);
    return { ...result, ...labelsOf(gate, own?.declaration ?? null) };
  }
  const total = sum(found.components.map(({ weight }) => weight));
  const components = found.components.map((each) => ({ ...each, share: each.weight / total }));
  const [first] = components;
  if (first === undefined) throw new Error('an average of nothing');
  const { declaration } = first.metric;
  const invalid = (reason: string) => ({
    ...invalidGate(gate, null, [reason]),
    ...labelsOf(gate, declaration),
  });
  const misfit = misfitOf(components, declaration);
  if (misfit !== null) return invalid(misfit);
  const alpha = policy.alpha.value;
  const correlation = correlationOf(components);
  const sides = {
    baseline: sideOf(components, 'baseline', correlation),
    candidate: sideOf(components, 'candidate', correlation),
  };
  const hypothesis = MAX_DROP.hypothesis(gate.limit, declaration, sides.baseline);
  if ('refusal' in hypothesis) return invalid(hypothesis.refusal);
  const estimate = estimateOfAverage(components, correlation, alpha);
  const target = targetOfSum(components, hypothesis, estimate, policy);
  const tested = testHypothesis(hypothesis, estimate, alpha, target);
  const isAggregateOnly = components.some(({ metric }) => metric.aggregates !== undefined);
  const facts: Facts = {
    ...factsOf(gate, null, hypothesis, null),
    ...labelsOf(gate, declaration),
    ...sides,
    ...countsOf(components),
    delta: deltaOf(estimate, alpha),
    average: components.map(partOf),
    ...(isAggregateOnly ? { evidence: 'weak' as const } : {}),
  };
  const reasons = [
    averageMessage(gate, facts, components),
    messages.verdictMessage(tested, hypothesis),
    ...(isAggregateOnly ? [AGGREGATE_ONLY_MESSAGE] : []),
    ...components.flatMap(({ metric, estimate: own, named }) =>
      messages.cautions(metric, own).map((caution) => `${named.task}: ${caution}`),
    ),
  ];
  const judged = judgedGate(gate, facts, hypothesis, tested, first.metric, reasons, policy);
  const collapsed = components.flatMap(({ metric, named }) =>
    messages
      .warnings(metric, sideValue(metric, 'candidate'))
      .map((warning) => `${named.task}/${named.metric}: ${warning}`),
  );
  if (collapsed.length === 0) return judged;
  return { ...judged, reasons: [...reasons, ...collapsed], warnings: collapsed };
}

/** Of candidates whose answers flip, in every task by itself: none is taken to share samples with another. */
function forecastAverage(gate: AverageGate, { metrics }: Ahead, policy: Policy): Forecasts {
  const total = sum(gate.of.map(({ weight }) => weight));
  const shares = gate.of.map(({ weight }) => weight / total);
  const parts = componentsAhead(metrics, shares, policy);
  if ('missing' in parts) return parts;
  const values = metrics.map((own) => baselineAhead(own)?.value ?? Number.NaN);
  const value = sum(values.map((own, index) => own * (shares[index] ?? 0)));
  const [{ declaration }] = metrics;
  const hypothesis = MAX_DROP.hypothesis(gate.limit, declaration, { value, stderr: null, n: 0 });
  if ('refusal' in hypothesis) return [];
  const isWhole = metrics.every((own) => own.isWhole);
  const draw = parts.drawing(metrics.map(({ discordance }) => balanced(discordance)));
  const fate = simulatedFate(SUM_ROUNDS, () => {
    const components = draw().map((each) => ({ ...each, share: each.weight }));
    const estimate = estimateOfAverage(components, () => 0, policy.alpha.value);
    return outcomeOfLimits(hypothesis, estimate, policy, isWhole);
  });
  return [{ of: UNCHANGED, fate }];
}

/** What the gate is about, also where its numbers are not known. */
function labelsOf(gate: AverageGate, declaration: MetricDeclaration | null) {
  const total = sum(gate.of.map(({ weight }) => weight));
  const average = gate.of.map((named) => ({
    ...{ task: named.task, metric: nameOf(named), share: named.weight / total, delta: null },
  }));
  if (declaration === null) return { average };
  const { unit, direction } = declaration;
  return { average, unit, direction, limit: describeLimit(gate, unit === 'rate' ? 'rate' : 'other') };
}

const nameOf = ({ metric, filter }: NamedMetric): string =>
  filter === undefined ? metric : `${metric},${filter}`;

/** Why the metrics have no mean; null where they have one. Before its task has run nobody knows the unit of a metric. */
function misfitOf(components: readonly Averaged[], { unit, direction }: MetricDeclaration): string | null {
  for (const { metric, named } of components) {
    const own = metric.declaration;
    const name = `${named.task}/${named.metric}`;
    if (own.scale === 'log')
      return `${name} is judged on a logarithmic scale, which has no average: leave it out.`;
    if (own.unit !== unit || own.direction !== direction)
      return `${name} is of another unit or direction than the first metric of the average: name metrics of one kind.`;
  }
  return null;
}

function sideValue(metric: MetricScores, side: 'baseline' | 'candidate'): Estimate | null {
  return metric.aggregates === undefined ? estimateOf(metric, paired(side)) : aggregateEstimate(metric, side);
}

/** The correlation of two positions. */
type Correlation = (left: number, right: number) => number;

/** Of sums without samples nobody can tell how those of one task hang together. */
function correlationOf(components: readonly Averaged[]): Correlation {
  const estimated = correlationsOf(components.map(({ metric }) => metric));
  return (left, right) => {
    const [one, other] = [components[left], components[right]];
    const isUnknown = [one, other].some((each) => each?.metric.aggregates !== undefined);
    return isUnknown && one?.named.task === other?.named.task ? 1 : estimated(left, right);
  };
}

function sideOf(
  components: readonly Averaged[],
  side: 'baseline' | 'candidate',
  correlation: Correlation,
): Estimate | null {
  const values = components.map(({ metric, share }) => ({ own: sideValue(metric, side), share }));
  if (values.some(({ own }) => own === null)) return null;
  const errors = values.map(({ own, share }) => (own?.stderr ?? Number.NaN) * share);
  const variance = sum(
    errors.map((left, row) =>
      // Values hang together where changes do, and by more: what shares samples counts in full.
      sum(errors.map((right, column) => left * right * togetherness(row, column, correlation))),
    ),
  );
  return {
    value: sum(values.map(({ own, share }) => (own?.value ?? Number.NaN) * share)),
    stderr: finite(Math.sqrt(variance)),
    n: sum(values.map(({ own }) => own?.n ?? 0)),
  };
}

const togetherness = (row: number, column: number, correlation: Correlation): number =>
  row === column || correlation(row, column) > 0 ? 1 : 0;

function estimateOfAverage(
  components: readonly Shared[],
  correlation: Correlation,
  alpha: number,
): ImputedEstimate {
  const terms = components.map(termOf);
  const limits = remembered(
    limitsOfSum(terms, (left, right) => correlation(Number(left.source), Number(right.source))),
  );
  const value = sum(terms.map((term) => term.weight * term.value));
  const known = (end: keyof ConfidenceLimits) =>
    Number.isFinite(limits[end](alpha)) ? ({ value, inference: { kind: 'limits', limits } } as const) : null;
  return {
    ...{ method: 'average', value, n: sum(components.map(({ estimate }) => estimate.n)) },
    ...{ lowest: known('lower'), highest: known('upper'), sparse: false },
  };
}

/** The task's change; open on a side that its missing scores leave open. */
function termOf({ share, estimate: { value, lowest, highest } }: Shared, index: number): Term {
  const limits = remembered({
    lower: (alpha) => (lowest === null ? -Infinity : lowerLimit(lowest.inference, alpha)),
    upper: (alpha) => (highest === null ? Infinity : upperLimit(highest.inference, alpha)),
  });
  return { source: String(index), weight: share, value, limits };
}

function deltaOf({ value, lowest, highest, method }: ImputedEstimate, alpha: number): DeltaEstimate {
  return {
    value,
    low: lowest === null ? null : finite(lowerLimit(lowest.inference, alpha)),
    high: highest === null ? null : finite(upperLimit(highest.inference, alpha)),
    ...{ level: 1 - 2 * alpha, method },
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function countsOf(components: readonly Averaged[]): Pick<Facts, 'pairs' | 'unpaired' | 'unscored' | 'flips'> {
  const flips = components.map(({ metric }) => countFlips(metric));
  const bySide = (of: (metric: MetricScores) => BySide<number>) => ({
    baseline: sum(components.map(({ metric }) => of(metric).baseline)),
    candidate: sum(components.map(({ metric }) => of(metric).candidate)),
  });
  return {
    pairs: sum(components.map(({ metric }) => countOf(metric.scores, (score) => DELTA.read(score) !== null))),
    unpaired: bySide(({ unpaired }) => unpaired),
    unscored: bySide(({ unscored }) => unscored),
    flips: flips.includes(null)
      ? null
      : {
          regressed: sum(flips.map((each) => each?.regressed ?? 0)),
          improved: sum(flips.map((each) => each?.improved ?? 0)),
        },
  };
}

function partOf({ named, share, estimate }: Averaged): AveragedMetric {
  return { task: named.task, metric: nameOf(named), share, delta: estimate.value };
}

function averageMessage(
  gate: AverageGate,
  { baseline, candidate, delta, unit, pairs }: Facts,
  components: readonly Averaged[],
): string {
  const isEven = new Set(components.map(({ share }) => share)).size === 1;
  const what = `The ${isEven ? '' : 'weighted '}average of ${plural(components.length, 'task')} (${gate.task})`;
  const parts = components.map(({ named, share, estimate }) => {
    const weight = isEven ? '' : ` (weight ${formatLevel(share)})`;
    return `${nameOf(named)} on ${named.task} by ${formatChange(estimate.value, unit)}${weight}`;
  });
  const interval = delta === null ? null : formatInterval(delta, unit);
  const range =
    delta === null || interval === null ? 'no interval' : `${formatLevel(delta.level)} interval ${interval}`;
  const shown = (side: Estimate | null) =>
    side === null ? 'nobody knows what' : formatValue(side.value, unit);
  const change = delta === null ? 'unknown' : formatChange(delta.value, unit);
  return `${what} went from ${shown(baseline)} to ${shown(candidate)}, a change of ${change} (${range}, ${plural(pairs, 'pair')}): ${parts.join(', ')}.`;
}

/** The mean of several tasks' metrics may be worse by less than the limit: one verdict on a general ability. */
export const AVERAGE: Rule<'average'> = {
  ...CHANGE,
  ...{ name: 'average', key: 'max_drop', scope: 'average', limitSign: 1 },
  description: 'The average of the tasks may be worse by less than this.',
  flag: 'largest drop allowed of the mean of several tasks, such as mmlu+arc_easy/acc_norm=1pp',
  allowsEverything: MAX_DROP.allowsEverything,
  hypothesis: MAX_DROP.hypothesis,
  judgeTasks: judgeAverage,
  forecast: forecastAverage,
  limitPhrase: MAX_DROP.limitPhrase,
  outcomePhrase: MAX_DROP.outcomePhrase,
  questionPhrase: MAX_DROP.questionPhrase,
};
