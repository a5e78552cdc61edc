import { ruleOf } from '../../core/decide/rules/registry.ts';
import type { Gate, Policy } from '../../core/domain/gate.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import { type DatasetSize, judgesBenchmark } from './feasibility.ts';

/** A gate on a task, with the metric that it reads. */
export interface MeasuredGate {
  readonly gate: Gate;
  readonly metric: MetricDeclaration;
}

/**
 * How a task's samples will be drawn, as far as its gates tell; null where no gate on it is decided by bets. Looks and rates of
 * independent samples hold for a uniform draw alone, so that one such gate keeps its task from asking the telling ones first.
 */
export function drawOf(
  task: string,
  gates: readonly MeasuredGate[],
  size: DatasetSize,
  policy: Policy,
): string | null {
  const early = gates.filter(
    ({ gate, metric }) =>
      gate.against === undefined && metric.kind === 'mean' && ruleOf(gate).scope === 'metric',
  );
  const isBet = ({ gate, metric }: MeasuredGate) =>
    size.isWhole && metric.unit === 'rate' && judgesBenchmark(limitOf(gate), size, policy);
  const bets = early.filter(isBet);
  if (bets.length === 0) return null;
  const looks = early.find((each) => !isBet(each));
  const anchored = gates.find(({ gate }) => gate.against === 'anchor');
  const uniformly = (obstacle: string) =>
    `${task}: samples are drawn uniformly, since ${obstacle}; with the likeliest to change first, ${bets.map(({ gate }) => gate.id).join(', ')} could need about half of the samples`;
  if (anchored !== undefined) return uniformly(`${anchored.gate.id} compares with the anchor`);
  if (looks !== undefined)
    return uniformly(`${looks.gate.id} takes them for a random part of all such questions`);
  return `${task}: the samples likeliest to change are asked first, where the baseline's margins or earlier models in the store tell them`;
}

/** As a change; a ceiling or floor speaks of a population unless the policy says otherwise. */
const limitOf = ({ limit }: Gate): number =>
  typeof limit === 'object' && limit !== null && 'value' in limit ? limit.value : 0;
