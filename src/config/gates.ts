import { ruleOf } from '../core/decide/rules/registry.ts';
import { restsOnTails } from '../core/decide/rules/times.ts';
import { DRIFT_FEATURES, DRIFT_LIMITS, type DriftFeatureName, isDriftFeature } from '../core/domain/drift.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import {
  type Change,
  describeSource,
  type Gate,
  type GateRule,
  type WeightedMetric,
} from '../core/domain/gate.ts';
import type { MetricUnit } from '../core/domain/metric.ts';
import { whyNotJudged } from '../core/metrics/corpus/registry.ts';
import { type ValueOrigin, valueFault } from './fault.ts';
import {
  type Declared,
  type GateRequest,
  type GateRequests,
  metricNames,
  type TermRequest,
} from './gate-requests.ts';
import { type DeclaredTask, findMetric, type MetricReference, taskPart } from './metric-name.ts';

/** Turns requests into gates; what overrides (a flag, an input) takes the place of the file's gate of the same id. */
export function makeGates(requests: readonly GateRequest[], declared: Declared): GateRequests<Gate> {
  const issues: WeighbridgeError[] = [];
  const gates = new Map<string, { gate: Gate; origin: ValueOrigin }>();
  for (const request of requests) {
    if (metricNames(request).some((metric) => declared.broken.includes(taskPart(metric)))) continue;
    const { scope } = ruleOf(request);
    const make = scope === 'average' ? makeAverage : scope === 'answers' ? makeDrift : makeGate;
    const made = make(request, declared.tasks);
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

/** Gates on what tokens cost, where nobody says it: better said here than after an evaluation. */
export function unpricedGates(
  requests: readonly GateRequest[],
  tasks: readonly DeclaredTask[],
): readonly WeighbridgeError[] {
  return requests.flatMap((request) =>
    metricNames(request).flatMap((name) => {
      const found = findMetric(name, tasks);
      if (!found.ok || found.value.metric.of_usage !== 'cost') return [];
      const origin = request.terms?.find(({ metric }) => metric === name)?.origin ?? request.metricOrigin;
      return [
        valueFault(
          origin,
          `${name} is what tokens cost, and the config has no prices`,
          'add `prices: { models: { my-model: { input: 0.15, output: 0.6 } } }`, of a million tokens each',
        ),
      ];
    }),
  );
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
  const unjudged = neverJudged(found.value, request.metricOrigin);
  if (unjudged !== null) return unjudged;
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
  if (restsOnTails(ruleOf(rule), metric)) {
    return valueFault(
      request.limitOrigin,
      `${name} is measured by a clock, whose values have tails on which a ${rule.rule} would be proven too often`,
      'limit its change (`max_rise: 10%rel`, of speeds `max_drop`), or set a ceiling to a time that most answers keep (`_p95`, `_p50`)',
    );
  }
  const weak = weakness(request, found.value);
  if (weak !== null) return weak;
  return {
    ...rule,
    id: `${name}${filter === undefined ? '' : `,${filter}`}:${rule.rule}${request.against === undefined ? '' : `@${request.against}`}`,
    task: task.task,
    metric: metric.name,
    ...(filter === undefined ? {} : { filter }),
    ...(request.against === undefined ? {} : { against: request.against }),
    ...asked(request),
  };
}

/** What a gate says besides its rule and what it is about. */
const asked = ({ tier, allowWeakEvidence, allowFloor, limitOrigin }: GateRequest) => ({
  tier,
  ...(allowWeakEvidence ? { allowWeakEvidence: true as const } : {}),
  ...(allowFloor ? { allowFloor: true as const } : {}),
  source: limitOrigin.source,
});

/** A metric that is shown, but that no statistics can judge: better said here than after an evaluation. */
function neverJudged({ task, metric }: MetricReference, origin: ValueOrigin): WeighbridgeError | null {
  const why = metric.aggregate === undefined ? null : whyNotJudged(metric.aggregate);
  if (why === null) return null;
  return valueFault(
    origin,
    `${task.task}/${metric.name} is shown and never judged: ${why.says}`,
    `gate ${why.instead}`,
  );
}

function weakness(
  { tier, rule, allowWeakScorer, metricOrigin }: GateRequest,
  { task, metric }: MetricReference,
): WeighbridgeError | null {
  // A value is judged after its scorer's errors are corrected for, a change is not.
  if (metric.errors !== undefined && ruleOf({ rule }).estimand === 'candidate') return null;
  if (!metric.weak || task.role !== 'safety' || tier !== 'blocking' || allowWeakScorer) return null;
  return valueFault(
    metricOrigin,
    `${task.task}/${metric.name} is weak evidence, and this gate would block a safety task on it alone`,
    'add `allow_weak_scorer: true` to the gate in the config if that is meant, or `tier: advisory`',
  );
}

/** A gate on the answers themselves: a task, and in what its answers may drift. */
function makeDrift(request: GateRequest, tasks: readonly DeclaredTask[]): Gate | WeighbridgeError {
  const { metric: written, metricOrigin, limitOrigin } = request;
  const slash = written.lastIndexOf('/');
  const [name, feature] = [written.slice(0, Math.max(0, slash)), written.slice(slash + 1)];
  const fix = `write a task and one of ${DRIFT_FEATURES.join(', ')}, such as \`metric: chat/vocabulary\``;
  if (!isDriftFeature(feature))
    return valueFault(metricOrigin, `${JSON.stringify(written)} names nothing in which answers drift`, fix);
  const found = findMetric(name, tasks);
  if (name === '') return valueFault(metricOrigin, 'no task is named', fix);
  if (!found.ok) return valueFault(metricOrigin, found.message, found.fix);
  const { task } = found.value;
  const lacking = task.open === true ? null : lackingFor(feature, task);
  if (lacking !== null)
    return valueFault(metricOrigin, `${task.task} has no ${feature} of its answers`, lacking);
  const { unit, most } = DRIFT_LIMITS[feature];
  const limit = ruleOf(request).parse(request.limit, unit);
  if (!limit.ok) return valueFault(limitOrigin, limit.message, limit.fix);
  const { value } = limit;
  if (typeof value === 'number' || value.kind === 'count')
    throw new Error('the limit of a drift is a change');
  if ((value.kind === 'relative') !== (feature === 'length')) {
    const inUnit = unit === 'rate' ? 'points, such as 5pp' : 'a plain number, such as 0.1';
    return valueFault(
      limitOrigin,
      `${request.limit} is no limit on a drift in ${feature}`,
      feature === 'length' ? "write a share of the baseline's length, such as 10%rel" : `write ${inUnit}`,
    );
  }
  if (most !== null && value.value >= most) return pointless(request);
  const id = `${task.task}/${feature}:max_drift`;
  return {
    rule: 'max_drift',
    feature,
    limit: value,
    id,
    task: task.task,
    metric: feature,
    ...asked(request),
  };
}

/** What a task needs so that a feature of its answers can be told; null where it has it. */
function lackingFor(feature: DriftFeatureName, { metrics }: DeclaredTask): string | null {
  if (feature === 'meaning' && !metrics.some(({ aggregate }) => aggregate === 'mean_resultant_length'))
    return 'add the scorer `embedding_direction` to the task';
  if (feature === 'judge' && !metrics.some(({ judge, kind }) => judge !== undefined && kind === 'mean'))
    return 'score the task with the scorer `judge`';
  return null;
}

/** One gate on several tasks, of one unit and direction as far as these are known. */
function makeAverage(request: GateRequest, tasks: readonly DeclaredTask[]): Gate | WeighbridgeError {
  const { metric: name, terms = [], metricOrigin, limitOrigin } = request;
  const found = readTerms(terms, [], tasks);
  if (found instanceof WeighbridgeError) return found;
  if (tasks.some(({ task, alias }) => task === name || alias === name)) {
    const fix = 'call the average something else, such as `name: general ability`';
    return valueFault(metricOrigin, `the average ${name} has the name of a task`, fix);
  }
  const known = found.filter(({ reference }) => reference.task.open !== true);
  const [first = found[0]] = known;
  if (first === undefined) throw new Error('an average of nothing');
  const { unit, direction } = first.reference.metric;
  for (const { reference, origin } of known) {
    const { metric, task } = reference;
    if (metric.scale === 'log') {
      const message = `${task.task}/${metric.name} is judged on a logarithmic scale, which has no average`;
      return valueFault(origin, message, 'leave it out, or average bits_per_byte');
    }
    if (metric.unit !== unit || metric.direction !== direction) {
      const other = `${first.reference.task.task}/${first.reference.metric.name}`;
      const message = `${task.task}/${metric.name} is of another unit or direction than ${other}, so that they have no average`;
      return valueFault(origin, message, 'average metrics of one kind, and gate others by themselves');
    }
    const weak = weakness(request, reference);
    if (weak !== null) return weak;
  }
  const limit = readLimit(request, first.reference);
  if (limit instanceof WeighbridgeError) return limit;
  const metrics = new Set(found.map(({ reference }) => reference.metric.name));
  const [only = ''] = metrics;
  const metric = metrics.size === 1 ? only : SEVERAL;
  return {
    rule: 'average',
    limit,
    of: found.map(weighted),
    id: `${name}/${metric}:average`,
    ...{ task: name, metric },
    ...asked({ ...request, limitOrigin }),
  };
}

/** Stands for the metric of an average over metrics of several names. */
const SEVERAL = 'several metrics';

function readLimit(request: GateRequest, subject: MetricReference): Change | WeighbridgeError {
  const read = readRule(request, subject, []);
  if (read instanceof WeighbridgeError) return read;
  if (typeof read.limit === 'number' || read.limit.kind === 'count')
    throw new Error('the limit of an average is a change');
  return read.limit;
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
  const own = { rule: rule.name, limit: limit.value };
  // The row that read the limit is that of the rule: the two belong together.
  if (rule.scope !== 'several metrics') return own as GateRule;
  const losses = readTerms(request.terms ?? [], [gain], tasks);
  return losses instanceof WeighbridgeError ? losses : ({ ...own, losses: losses.map(weighted) } as GateRule);
}

const pointless = ({ metric, rule, limit, limitOrigin }: GateRequest): WeighbridgeError =>
  valueFault(
    limitOrigin,
    `${rule} ${limit} of ${metric} allows everything: the gate could never block`,
    'write a limit that can be passed, or remove the gate',
  );

interface Term {
  readonly reference: MetricReference;
  readonly weight: number;
  readonly origin: ValueOrigin;
}

const weighted = ({ reference, weight }: Term): WeightedMetric => ({
  task: reference.task.task,
  metric: reference.metric.name,
  ...(reference.filter === undefined ? {} : { filter: reference.filter }),
  weight,
});

/** Each metric once. @param taken metrics that would be weighed against themselves, such as the gain */
function readTerms(
  requests: readonly TermRequest[],
  taken: readonly MetricReference[],
  tasks: readonly DeclaredTask[],
): Term[] | WeighbridgeError {
  const nameOf = ({ task, metric, filter }: MetricReference) =>
    `${task.task}/${metric.name}${filter === undefined ? '' : `,${filter}`}`;
  const seen = new Set(taken.map(nameOf));
  const terms: Term[] = [];
  for (const { metric: written, weight, origin } of requests) {
    const found = findMetric(written, tasks);
    if (!found.ok) return valueFault(origin, found.message, found.fix);
    const unjudged = neverJudged(found.value, origin);
    if (unjudged !== null) return unjudged;
    const name = nameOf(found.value);
    if (seen.has(name)) return valueFault(origin, `${name} is weighed twice`, 'name every metric once');
    seen.add(name);
    terms.push({ reference: found.value, weight, origin });
  }
  return terms;
}
