import { limitsChange, parseBound, parseChange } from '../core/decide/rules/limits.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import {
  type Change,
  describeSource,
  type Gate,
  type GateRule,
  type GateRuleName,
  type WeightedLoss,
} from '../core/domain/gate.ts';
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
  const wrongWay = metric.direction === 'higher_is_better' ? 'ceiling' : 'floor';
  if (rule.rule === wrongWay && task.open !== true) {
    const [better, right] = wrongWay === 'ceiling' ? ['higher', 'floor'] : ['lower', 'ceiling'];
    return valueFault(
      request.limitOrigin,
      `${name} is better when ${better}: a ${wrongWay} would block what is good`,
      `use ${right}`,
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
  const { rule } = request;
  if (limitsChange(rule)) {
    const change = parseChange(request.limit, unit);
    if (!change.ok) return valueFault(request.limitOrigin, change.message, change.fix);
    if (allowsEverything(rule, change.value, gain)) return pointless(request);
    if (rule !== 'net_gain') return { rule, limit: change.value };
    const losses = readLosses(request.losses ?? [], gain, tasks);
    return losses instanceof WeighbridgeError ? losses : { rule, limit: change.value, losses };
  }
  const bound = parseBound(request.limit, unit);
  if (!bound.ok) return valueFault(request.limitOrigin, bound.message, bound.fix);
  const isWorst = unit === 'rate' && bound.value === (rule === 'ceiling' ? 1 : 0);
  return isWorst ? pointless(request) : { rule, limit: bound.value };
}

/** A rate can lose no more than all of it. */
function allowsEverything(
  rule: GateRuleName,
  { kind, value }: Change,
  { metric: { unit, direction }, task }: MetricReference,
): boolean {
  if (rule !== 'max_drop' && rule !== 'no_regression_by_group') return false;
  if (unit !== 'rate' || task.open === true || value < 1) return false;
  return kind === 'absolute' || direction === 'higher_is_better';
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
