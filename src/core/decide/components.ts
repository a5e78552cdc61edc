import { aggregateEstimate, imputeAggregates } from '../compare/aggregate-only.ts';
import type { TaskComparison } from '../compare/compare.ts';
import type { FoundDraw } from '../compare/draw.ts';
import { DELTA } from '../compare/estimand.ts';
import { estimateOf, paired } from '../compare/estimate.ts';
import { imputeDelta } from '../compare/impute.ts';
import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { Estimate } from '../domain/decision.ts';
import type { Gate, NamedMetric, Policy, WeightedMetric } from '../domain/gate.ts';
import { refusalOfAggregates, unknownErrorMessage } from './aggregate-only.ts';
import type { Hypothesis } from './hypothesis.ts';
import { type LocatedMetric, locateMetric, obstacleOf } from './locate.ts';
import * as messages from './messages.ts';
import { chooseTarget, type Target } from './test-hypothesis.ts';

/** One metric of a rule that is about several, in its own unit. */
export interface Component {
  readonly named: NamedMetric;
  readonly weight: number;
  readonly metric: MetricScores;
  readonly baseline: Estimate;
  readonly estimate: ImputedEstimate;
  /** Whether every sample of the task has both scores, and no cap left any out. */
  readonly isWhole: boolean;
}

/** What a sum needs of it. */
export type Weighed = Pick<Component, 'named' | 'weight' | 'baseline' | 'estimate'> & {
  readonly metric: Pick<MetricScores, 'declaration'>;
};

/** The metrics that such a rule needs, every one of them; otherwise why it cannot be judged. */
export type FoundComponents =
  | { readonly components: readonly Component[] }
  | {
      readonly reasons: readonly string[];
      /** Whether nothing is wrong but that the evaluation ended too early. */
      readonly isStopped: boolean;
      /** The scores of the first metric, and how they were drawn; null where they were not found. */
      readonly own: MetricScores | null;
      readonly draw: FoundDraw;
    };

export function findComponents(
  gate: Gate,
  named: readonly WeightedMetric[],
  comparisons: readonly TaskComparison[],
  policy: Policy,
): FoundComponents {
  const located = named.map((each) => locateMetric(each, comparisons));
  const [first] = located;
  const own = first?.metric ?? null;
  const draw = first === undefined || 'faults' in first ? null : first.comparison.draw;
  const faults = located.flatMap((each) => faultsOf(each, gate, policy));
  if (faults.length > 0) return { reasons: [...new Set(faults)], isStopped: false, own, draw };
  const found = located.flatMap((each) => ('faults' in each ? [] : [each]));
  const stopped = found.find(({ comparison, metric }) => isStopped(comparison, metric));
  if (stopped !== undefined) {
    const { sequence, result } = stopped.comparison;
    const planned = stopped.metric.scores.length;
    const reason = messages.stopMessage(sequence?.length ?? 0, planned, result?.stopped);
    return { reasons: [reason], isStopped: true, own, draw };
  }
  const components: Component[] = [];
  for (const [index, { comparison, metric }] of found.entries()) {
    const component = componentOf(comparison, metric, named[index]);
    if (component === null)
      return { reasons: [unknownErrorMessage(metric.declaration.name, metric)], isStopped: false, own, draw };
    components.push(component);
  }
  return { components };
}

function faultsOf(located: LocatedMetric, gate: Gate, policy: Policy): readonly string[] {
  if ('faults' in located) return located.faults;
  const { metric, comparison } = located;
  const refusal =
    metric.aggregates === undefined
      ? obstacleOf(metric, DELTA.read, policy)
      : refusalOfAggregates(gate, comparison.task, policy);
  if (refusal !== null) return [refusal];
  return comparison.limited && policy.target.value === 'benchmark'
    ? [messages.cappedSumMessage(comparison.task)]
    : [];
}

const isStopped = ({ sequence }: TaskComparison, { scores }: MetricScores): boolean =>
  sequence !== null && sequence.length < scores.length;

function componentOf(
  comparison: TaskComparison,
  metric: MetricScores,
  named: WeightedMetric | undefined,
): Component | null {
  const isAggregateOnly = metric.aggregates !== undefined;
  const baseline = isAggregateOnly
    ? aggregateEstimate(metric, 'baseline')
    : estimateOf(metric, paired('baseline'));
  const estimate = isAggregateOnly ? imputeAggregates(metric, 'delta') : imputeDelta(metric);
  if (named === undefined || baseline === null || estimate === null) return null;
  const isWhole = !isAggregateOnly && !comparison.limited && estimate.n === metric.scores.length;
  return { named, weight: named.weight, metric, baseline, estimate, isWhole };
}

/** What a sum over all of them speaks of. What a missing score could have been is in its limits, and not in its value. */
export function targetOfSum(
  components: readonly Component[],
  hypothesis: Hypothesis,
  estimate: ImputedEstimate,
  { target, alpha }: Policy,
): Target {
  // What a clock measured is never known exactly.
  if (!components.every(({ isWhole, metric }) => isWhole && metric.machines === undefined))
    return 'population';
  // Other answers to the same questions would come to another value.
  const isFinal = components.every(({ metric }) => metric.varies === undefined);
  return chooseTarget(target.value, hypothesis, estimate, alpha.value, isFinal);
}
