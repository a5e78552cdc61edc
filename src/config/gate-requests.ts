import type { WrittenLimit } from '../core/decide/rules/limits.ts';
import { GATE_RULES, ruleOf } from '../core/decide/rules/registry.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { GateRuleName, SingleRule, Sourced, Tier } from '../core/domain/gate.ts';
import { classMetricName } from '../core/metrics/classes.ts';
import { type ValueOrigin, valueFault } from './fault.ts';
import type { GateEntry } from './gate-schema.ts';
import type { DeclaredTask } from './metric-name.ts';
import { type Draft, originOf } from './parse.ts';

/** A metric of several with its weight, as somebody wrote it. */
export interface TermRequest {
  readonly metric: string;
  readonly weight: number;
  readonly origin: ValueOrigin;
}

/** A gate as somebody wrote it, before names and units are understood. */
export interface GateRequest {
  /** Of an average its name. */
  readonly metric: string;
  readonly rule: GateRuleName;
  readonly limit: WrittenLimit;
  readonly tier: Tier;
  /** What the candidate is compared with; the baseline when left out. */
  readonly against?: 'anchor';
  readonly allowWeakScorer: boolean;
  readonly allowWeakEvidence?: boolean;
  readonly allowFloor?: boolean;
  /** Only for `net_gain` and `average`: what a gain has to outweigh, or what the average is of. */
  readonly terms?: readonly TermRequest[];
  readonly metricOrigin: ValueOrigin;
  readonly limitOrigin: ValueOrigin;
}

/** The metrics that a request names: an average names those of its tasks alone. */
export function metricNames({ rule, metric, terms = [] }: GateRequest): readonly string[] {
  const others = terms.map((term) => term.metric);
  return ruleOf({ rule }).scope === 'average' ? others : [metric, ...others];
}

/** Tasks that gates can name. Those in `broken` have faults of their own: nothing more is said about gates on them. */
export interface Declared {
  readonly tasks: readonly DeclaredTask[];
  readonly broken: readonly string[];
}

export interface GateRequests<T> {
  readonly values: readonly T[];
  readonly issues: readonly WeighbridgeError[];
}

/** A gate given on the command line: `--max-drop mmlu/acc=2pp` is the rule `max_drop` with the text `mmlu/acc=2pp`. */
export interface GateFlag extends Sourced<string> {
  readonly rule: SingleRule['rule'] | 'no_regression_by_group' | 'max_group_gap' | 'average';
}

/** Between the tasks of an average on the command line: no name of a filter or task holds it. */
const PLUS = '+';

export function flagRequests(flags: readonly GateFlag[]): GateRequests<GateRequest> {
  const values: GateRequest[] = [];
  const issues: WeighbridgeError[] = [];
  for (const { rule, value, source } of flags) {
    const origin = { source };
    const equals = value.lastIndexOf('=');
    if (equals <= 0 || equals === value.length - 1) {
      const example = ruleOf({ rule }).written === 'change' ? 'mmlu/acc=2pp' : 'prompts/toxicity=1%';
      issues.push(
        valueFault(origin, `${JSON.stringify(value)} is not metric=limit`, `write for instance ${example}`),
      );
      continue;
    }
    const named = value.slice(0, equals);
    const isAverage = ruleOf({ rule }).scope === 'average';
    const terms = isAverage ? named.split(PLUS).map((metric) => ({ metric, weight: 1, origin })) : [];
    if (isAverage && terms.length < 2) {
      const fix = 'write for instance mmlu+arc_easy/acc_norm=1pp';
      issues.push(valueFault(origin, `${JSON.stringify(named)} is one task, and no average`, fix));
      continue;
    }
    values.push({
      ...{ metric: isAverage ? 'average' : named, rule, limit: value.slice(equals + 1) },
      ...{ tier: 'blocking', allowWeakScorer: false, metricOrigin: origin, limitOrigin: origin },
      ...(isAverage ? { terms } : {}),
    });
  }
  return { values, issues };
}

/** The entries of `gates`, each with exactly one rule. */
export function listedRequests(draft: Draft): GateRequests<GateRequest> {
  const values: GateRequest[] = [];
  const issues: WeighbridgeError[] = [];
  for (const [index, entry] of draft.gates.entries()) {
    if (entry === null) continue;
    const path = ['gates', index];
    const found = GATE_RULES.filter((name) => entry[name] !== undefined);
    const [rule, ...others] = found;
    const written = rule === undefined || others.length > 0 ? undefined : entry[rule];
    if (rule === undefined || written === undefined) {
      const message =
        found.length === 0
          ? 'the gate has no limit'
          : `the gate has ${found.length} limits: ${found.join(', ')}`;
      const fix = `give exactly one of ${GATE_RULES.join(', ')}; several rules are several gates`;
      issues.push(new WeighbridgeError('config', message, { at: draft.source.locate(path), fix }));
      continue;
    }
    const { limit, name, terms } = partsOf(written, (key) => originOf(draft, [...path, rule, ...key]));
    const metric = name ?? entry.metric;
    if (metric === undefined || (name !== null && entry.metric !== undefined)) {
      const [message, fix] =
        metric === undefined
          ? ['metric is missing', 'say which metric the limit is about, such as `metric: mmlu/acc`']
          : ['an average has no metric of its own', 'leave out metric: the tasks of the average name theirs'];
      issues.push(new WeighbridgeError('config', message, { at: draft.source.locate(path), fix }));
      continue;
    }
    const named = entry.class === undefined ? metric : ofClass(metric, entry.class);
    if (named === null || (name !== null && entry.class !== undefined)) {
      issues.push(
        new WeighbridgeError('config', 'a class needs a metric that is asked of it', {
          at: draft.source.locate([...path, 'class']),
          fix: 'name the task and the metric, such as `metric: intents/f1`',
        }),
      );
      continue;
    }
    values.push({
      ...{ metric: named, rule, limit, tier: entry.tier, allowWeakScorer: entry.allow_weak_scorer },
      ...(entry.allow_weak_evidence ? { allowWeakEvidence: true } : {}),
      ...(entry.allow_floor ? { allowFloor: true } : {}),
      ...(terms === null ? {} : { terms }),
      metricOrigin: originOf(draft, name === null ? [...path, 'metric'] : [...path, rule]),
      limitOrigin: originOf(draft, [...path, rule]),
    });
  }
  return { values, issues };
}

/** `intents/f1` of a class is `intents/f1[refund]`, before the name of a filter; null where only a task is named. */
function ofClass(metric: string, label: string): string | null {
  const slash = metric.lastIndexOf('/');
  if (slash < 0) return null;
  const comma = metric.indexOf(',', slash);
  const end = comma < 0 ? metric.length : comma;
  const name = classMetricName({ statistic: metric.slice(slash + 1, end), label });
  return `${metric.slice(0, slash + 1)}${name}${metric.slice(end)}`;
}

/**
 * What stands beside a rule: a limit, and of several metrics their names and weights.
 * @param origin of a key below the rule
 */
function partsOf(
  written: NonNullable<GateEntry[GateRuleName]>,
  origin: (key: readonly (string | number)[]) => ValueOrigin,
): {
  readonly limit: WrittenLimit;
  /** Only of an average. */
  readonly name: string | null;
  readonly terms: readonly TermRequest[] | null;
} {
  if (typeof written !== 'object') return { limit: written, name: null, terms: null };
  const weighed = (weights: Readonly<Record<string, number>>, under: string) =>
    Object.entries(weights).map(([metric, weight]) => ({ metric, weight, origin: origin([under, metric]) }));
  if ('losses' in written)
    return { limit: written.at_least, name: null, terms: weighed(written.losses, 'losses') };
  const { name, tasks, max_drop: limit } = written;
  const terms = Array.isArray(tasks)
    ? tasks.map((metric, index) => ({ metric, weight: 1, origin: origin(['tasks', index]) }))
    : weighed(tasks, 'tasks');
  return { limit, name, terms };
}

/** The limits of the anchor: what the candidate may have lost since then, a gate each. */
export function anchorRequests(draft: Draft): readonly GateRequest[] {
  return Object.entries(draft.head?.anchor?.max_drop ?? {}).map(([metric, limit]) => {
    const origin = originOf(draft, ['anchor', 'max_drop', metric]);
    return {
      ...{ metric, rule: 'max_drop', limit, tier: 'blocking', against: 'anchor', allowWeakScorer: false },
      ...{ metricOrigin: origin, limitOrigin: origin },
    };
  });
}
