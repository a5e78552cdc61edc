import { ruleOf } from '../core/decide/rules/registry.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { describeSource, type Gate, type GateRule, type WeightedLoss } from '../core/domain/gate.ts';
import type { MetricUnit } from '../core/domain/metric.ts';
import { type ValueOrigin, valueFault } from './fault.ts';
import type { Declared, GateRequest, GateRequests, LossRequest } from './gate-requests.ts';
import { type DeclaredTask, findMetric, type MetricReference, taskPart } from './metric-name.ts';

/** Turns requests into gates; what overrides (a flag, an input) takes the place of the file's gate of the same id. */
export function makeGates(requests: readonly GateRequest[], declared: Declared): GateRequests<Gate> {
  const issues: WeighbridgeError[] = [];
  const gates = new Map<string, { gate: Gate; origin: ValueOrigin }>();
  for (const request of requests) {
    const named = [request.metric, ...(request.losses ?? []).map(({ metric }) => metric)];
    if (named.some((metric) => declared.broken.includes(taskPart(metric)))) continue;
    const made = makeGate(request, declared.tasks);
    if (made instanceof WeighbridgeError) {
      issues.push(made);
      continue;
    }
    const earlier = gates.get(made.id);
    const origin = request.limitOrigin;
    if (earlier === undefined || (overrides(origin) && !overrides(earlier.origin))) {
      gates.set(made.id, { gate: made, origin });
    } else if (overrides(origin) || !overrides(earlier.origin)) {
      issues.push(duplicate(made.id, earlier.origin, origin));
    }
  }
  return { values: [...gates.values()].map(({ gate }) => gate), issues };
}

const overrides = ({ source }: ValueOrigin) => source.kind === 'flag' || source.kind === 'input';

function duplicate(id: string, first: ValueOrigin, second: ValueOrigin): WeighbridgeError {
  return valueFault(
    second,
    `the gate ${id} is here twice: ${describeSource(first.source)} and ${describeSource(second.source)}`,
    'keep one of them',
  );
}

function makeGate(request: GateRequest, tasks: readonly DeclaredTask[]): Gate | WeighbridgeError {
  const found = findMetric(request.metric, tasks);
  if (!found.ok) return valueFault(request.metricOrigin, found.message, found.fix);
  const { task, metric, filter } = found.value;
  const name = `${task.task}/${metric.name}`;
  const rule = readRule(request, found.value, tasks);
  if (rule instanceof WeighbridgeError) return rule;
  const misfit = task.open === true ? null : ruleOf(rule).misfit(metric.direction);
  if (misfit !== null) {
    return valueFault(
      request.limitOrigin,
      `${name} is better when ${misfit.better}: a ${rule.rule} would block what is good`,
      `use ${misfit.use}`,
    );
  }
  if (metric.weak && task.role === 'safety' && request.tier === 'blocking' && !request.allowWeakScorer) {
    return valueFault(
      request.metricOrigin,
      `${name} is weak evidence, and this gate would block a safety task on it alone`,
      'add `allow_weak_scorer: true` to the gate in the config if that is meant, or `tier: advisory`',
    );
  }
  return {
    ...rule,
    id: `${name}${filter === undefined ? '' : `,${filter}`}:${rule.rule}${request.against === undefined ? '' : `@${request.against}`}`,
    task: task.task,
    metric: metric.name,
    ...(filter === undefined ? {} : { filter }),
    ...(request.against === undefined ? {} : { against: request.against }),
    tier: request.tier,
    ...(request.allowWeakEvidence ? { allowWeakEvidence: true as const } : {}),
    ...(request.allowFloor ? { allowFloor: true as const } : {}),
    source: request.limitOrigin.source,
  };
}

/** The limit in the unit of its metric; of one that is not known yet in whatever unit it can be. */
function readRule(
  request: GateRequest,
  subject: MetricReference,
  tasks: readonly DeclaredTask[],
): GateRule | WeighbridgeError {
  const read = readIn(request, subject.metric.unit, subject, tasks);
  if (subject.task.open !== true || !(read instanceof WeighbridgeError)) return read;
  const plain = readIn(request, 'number', subject, tasks);
  return plain instanceof WeighbridgeError ? read : plain;
}

function readIn(
  request: GateRequest,
  unit: MetricUnit,
  gain: MetricReference,
  tasks: readonly DeclaredTask[],
): GateRule | WeighbridgeError {
  const rule = ruleOf(request);
  const limit = rule.parse(request.limit, unit);
  if (!limit.ok) return valueFault(request.limitOrigin, limit.message, limit.fix);
  const direction = gain.task.open === true ? null : gain.metric.direction;
  if (rule.allowsEverything(limit.value, unit, direction)) return pointless(request);
  const losses = readLosses(request.losses ?? [], gain, tasks);
  if (losses instanceof WeighbridgeError) return losses;
  const needsLosses = rule.scope === 'several metrics';
  // The row that read the limit is that of the rule: the two belong together.
  return { rule: rule.name, limit: limit.value, ...(needsLosses ? { losses } : {}) } as GateRule;
}

const pointless = ({ metric, rule, limit, limitOrigin }: GateRequest): WeighbridgeError =>
  valueFault(
    limitOrigin,
    `${rule} ${limit} of ${metric} allows everything: the gate could never block`,
    'write a limit that can be passed, or remove the gate',
  );

/** Each metric once, and never the gain itself: it would be weighed against what it is. */
function readLosses(
  requests: readonly LossRequest[],
  gain: MetricReference,
  tasks: readonly DeclaredTask[],
): WeightedLoss[] | WeighbridgeError {
  const nameOf = ({ task, metric, filter }: MetricReference) =>
    `${task.task}/${metric.name}${filter === undefined ? '' : `,${filter}`}`;
  const seen = new Set([nameOf(gain)]);
  const losses: WeightedLoss[] = [];
  for (const { metric: written, weight, origin } of requests) {
    const found = findMetric(written, tasks);
    if (!found.ok) return valueFault(origin, found.message, found.fix);
    const { task, metric, filter } = found.value;
    const name = nameOf(found.value);
    if (seen.has(name)) return valueFault(origin, `${name} is weighed twice`, 'name every metric once');
    seen.add(name);
    losses.push({
      task: task.task,
      metric: metric.name,
      ...(filter === undefined ? {} : { filter }),
      weight,
    });
  }
  return losses;
}
