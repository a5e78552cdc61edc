import { explainConfig } from '../../config/explain.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { taskSettings } from '../../config/task-settings.ts';
import { CURVES_TASK, curveGates } from '../../core/decide/curves.ts';
import { ruleOf } from '../../core/decide/rules/registry.ts';
import {
  describeLimit,
  type Gate,
  lossesOf,
  metricsOfGate,
  type OnInconclusive,
  type WeightedMetric,
} from '../../core/domain/gate.ts';
import type { TokenPrice } from '../../core/domain/metric.ts';
import { describeModel } from '../../core/domain/model.ts';
import { type PolicyChange, type PolicyEffect, WAIVER_PERMISSIONS } from '../../core/domain/policy.ts';
import { priceOf } from '../../core/domain/prices.ts';
import { usageMetric } from '../../core/metrics/usage.ts';
import { SCORERS } from '../../tasks/scorers/registry.ts';

/**
 * What a pull request changes of how it is judged: gates, rules of judging, and what is asked of which baseline. Compared are
 * the resolved configs, so that moving or rewording a line is no change.
 */
export function policyChanges(base: ResolvedConfig, head: ResolvedConfig): readonly PolicyChange[] {
  const changes = [...gateChanges(base, head), ...settingChanges(base, head), ...priceChange(base, head)];
  const rank: Record<PolicyEffect, number> = { looser: 0, changed: 1, stricter: 2 };
  return changes.sort((a, b) => rank[a.effect] - rank[b.effect]);
}

/** Those on samples, and those on training curves. */
const gatesOf = ({ gates, curves }: ResolvedConfig): readonly Gate[] => [
  ...gates,
  ...(curves === null ? [] : curveGates(curves)),
];

function gateChanges(base: ResolvedConfig, head: ResolvedConfig): PolicyChange[] {
  const byId = (config: ResolvedConfig) => new Map(gatesOf(config).map((gate) => [gate.id, gate]));
  const [before, after] = [byId(base), byId(head)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const limits = {
      subject: id.replace(/:(?=[a-z_]+(?:@anchor)?$)/, ': '),
      before: was === undefined ? null : limitOf(base, was),
      after: is === undefined ? null : limitOf(head, is),
    };
    const added = is?.tier === 'advisory' ? 'changed' : 'stricter';
    if (was === undefined) return [{ ...limits, effect: added } as const];
    if (is === undefined)
      return [{ ...limits, effect: was.tier === 'advisory' ? 'changed' : 'looser' } as const];
    const terms = TERMS.filter(({ of }) => of(was) !== of(is)).map(({ name, of, effect }) => ({
      ...{ subject: `${limits.subject} ${name}`, before: of(was), after: of(is) },
      effect: effect(is),
    }));
    return limits.before === limits.after ? terms : [{ ...limits, effect: effectOn(was, is) }, ...terms];
  });
}

/** What a gate says besides its limit. */
const TERMS: readonly {
  readonly name: string;
  readonly of: (gate: Gate) => string;
  readonly effect: (is: Gate) => PolicyEffect;
}[] = [
  {
    name: 'tier',
    of: ({ tier }) => tier,
    effect: ({ tier }) => (tier === 'advisory' ? 'looser' : 'stricter'),
  },
  {
    name: 'allow_weak_evidence',
    of: ({ allowWeakEvidence = false }) => String(allowWeakEvidence),
    effect: ({ allowWeakEvidence = false }) => (allowWeakEvidence ? 'looser' : 'stricter'),
  },
  {
    name: 'allow_floor',
    of: ({ allowFloor = false }) => String(allowFloor),
    effect: ({ allowFloor = false }) => (allowFloor ? 'looser' : 'stricter'),
  },
  {
    name: 'losses',
    of: (gate) => lossesOf(gate).map(describeWeighted).sort().join(', ') || 'none',
    effect: () => 'changed',
  },
  {
    name: 'tasks',
    of: (gate) => (gate.rule === 'average' ? gate.of.map(describeWeighted).sort().join(', ') : 'its own'),
    // What is averaged over more or others may hide what it showed before, or show more.
    effect: () => 'changed',
  },
];

const describeWeighted = ({ task, metric, filter, weight }: WeightedMetric): string =>
  `${task}/${metric}${filter === undefined ? '' : `,${filter}`} × ${weight}`;

function effectOn(was: Gate, is: Gate): PolicyEffect {
  const [from, to] = [sizeOf(was), sizeOf(is)];
  if (from === null || to === null || from.kind !== to.kind || from.value === to.value) return 'changed';
  return (to.value - from.value) * ruleOf(is).limitSign > 0 ? 'looser' : 'stricter';
}

function sizeOf(gate: Gate): { readonly kind: string; readonly value: number } | null {
  const { limit } = gate;
  return typeof limit === 'number' ? { kind: 'value', value: limit } : limit;
}

function limitOf(config: ResolvedConfig, gate: Gate): string {
  const [own = gate] = metricsOfGate(gate);
  const task = config.declared.find(
    (each) => each.task === own.task || each.subtasks?.includes(own.task) === true,
  );
  const rate =
    own.task === CURVES_TASK || task?.metrics.find(({ name }) => name === own.metric)?.unit === 'rate';
  return describeLimit(gate, rate ? 'rate' : 'other');
}

/**
 * What the candidate's tokens cost by the base branch's prices. They go by names, and a pull request names its candidate: the same
 * weights under a cheaper name cost less.
 */
function priceChange(
  { gates, prices, candidate: before }: ResolvedConfig,
  { candidate: after }: ResolvedConfig,
) {
  const isGated = gates.flatMap(metricsOfGate).some(({ metric }) => usageMetric(metric)?.of_usage === 'cost');
  if (prices === null || before === null || after === null || !isGated) return [];
  const [was, is] = [before, after].map((model) => priceOf(prices, describeModel(model)));
  if (was == null || is == null || (was.input === is.input && was.output === is.output)) return [];
  const told = ({ input, output }: TokenPrice) => `${input} read, ${output} written`;
  const isCheaper = is.input < was.input || is.output < was.output;
  const effect: PolicyEffect = isCheaper ? 'looser' : 'stricter';
  return [{ subject: 'prices of the candidate', before: told(was), after: told(is), effect }];
}

/** Everything else that has a value. */
function settingChanges(base: ResolvedConfig, head: ResolvedConfig): PolicyChange[] {
  const [before, after] = [settingsOf(base), settingsOf(head)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const changed = [...names].filter((name) => before.get(name) !== after.get(name));
  const shown = new Map<string, PolicyChange>();
  for (const name of changed) {
    const task = taskOf(name, base) ?? taskOf(name, head);
    const onOne = task !== null && has(base, task) !== has(head, task);
    const subject = onOne ? `tasks.${task}` : name;
    const [was, is] = onOne
      ? [has(base, task) ? 'there' : null, has(head, task) ? 'there' : null]
      : [before.get(name) ?? null, after.get(name) ?? null];
    // More code that may run, or other code, is never safer.
    const onCode = newCode(base, head).length > 0 ? 'looser' : 'stricter';
    const effect =
      subject === 'policy.allow'
        ? onCode
        : (scorerEffect(subject, before, was, is) ?? settingEffect(subject, was, is));
    shown.set(subject, { subject, before: was, after: is, effect });
  }
  return [...shown.values()];
}

const has = ({ tasks }: ResolvedConfig, task: string) => tasks.some(({ name }) => name === task);

/** The longest name that fits: names of tasks may hold dots. */
const taskOf = (key: string, { tasks }: ResolvedConfig): string | null =>
  tasks
    .map(({ name }) => name)
    .filter((name) => key.startsWith(`tasks.${name}.`))
    .sort((a, b) => b.length - a.length)[0] ?? null;

function settingsOf(config: ResolvedConfig): ReadonlyMap<string, string> {
  const gates = new Set(gatesOf(config).map(({ id }) => id));
  // An option of a scorer is a setting of its own.
  const lists = new Set(
    config.tasks.flatMap(({ name, options }) => Object.keys(options).map((key) => `tasks.${name}.${key}`)),
  );
  const values = explainConfig(config).filter(({ key }) => !lists.has(key) && !gates.has(key));
  const { candidate } = config;
  return new Map([
    ...values.map(({ key, value }) => [key, value] as const),
    // Whether a path is a folder of weights or of results, only the checkout tells.
    ...(candidate !== null && 'path' in candidate ? [['candidate', candidate.path] as const] : []),
    ...config.declared.flatMap(({ task, alias }) =>
      alias === undefined ? [] : [[`tasks.${task}.alias`, alias] as const],
    ),
    ...config.tasks.flatMap((task) =>
      [...taskSettings(task)].map(([key, value]) => [`tasks.${task.name}.${key}`, value] as const),
    ),
  ]);
}

/** What the score of a check has to be: more of it, or less, is easier to meet. */
const CHECK_LIMITS: Readonly<Record<string, 'greater' | 'smaller'>> = {
  at_least: 'smaller',
  at_most: 'greater',
};

/** What another value of a scorer's option, or of a check of test cases, does, where that is known. */
function scorerEffect(
  subject: string,
  before: ReadonlyMap<string, string>,
  was: string | null,
  is: string | null,
): PolicyEffect | null {
  const [, place = '', list, option = ''] =
    /^(tasks\..+\.(scorers|checks)\..+)\.([^.]+)$/.exec(subject) ?? [];
  const isCheck = list === 'checks';
  // Of a check that is turned round the same limit is the other way.
  if (isCheck && before.has(`${place}.not`)) return null;
  const scorer = SCORERS.get(before.get(isCheck ? `${place}.name` : place) ?? '');
  const looser = (isCheck ? CHECK_LIMITS[option] : undefined) ?? scorer?.looserWhen[option];
  if (looser === undefined || was === null || is === null || Number(was) === Number(is)) return null;
  return Number(is) > Number(was) === (looser === 'greater') ? 'looser' : 'stricter';
}

const STRICTNESS: Record<OnInconclusive, number> = { warn: 0, lean: 1, block: 2 };
const isOnInconclusive = (text: string | null): text is OnInconclusive => text !== null && text in STRICTNESS;

function settingEffect(subject: string, was: string | null, is: string | null): PolicyEffect {
  if (subject === 'policy.on_inconclusive' && isOnInconclusive(was) && isOnInconclusive(is))
    return STRICTNESS[is] < STRICTNESS[was] ? 'looser' : 'stricter';
  if (subject === 'policy.lean_alpha') return Number(is) > Number(was) ? 'looser' : 'stricter';
  if (subject === 'policy.tries') return Number(is) < Number(was) ? 'looser' : 'stricter';
  if (subject === 'policy.identical')
    return is === 'warn' || (is === null && was === 'block') ? 'looser' : 'stricter';
  if (subject === 'policy.min_coverage') return Number(is) < Number(was) ? 'looser' : 'stricter';
  if (subject === 'policy.suite_changes' && (was === 'warn') !== (is === 'warn'))
    return is === 'warn' ? 'looser' : 'stricter';
  const acceptsTokenizer = (list: string | null) => /\btokenizer\b/.test(list ?? '');
  if (subject === 'accept_change' && acceptsTokenizer(is) && !acceptsTokenizer(was)) return 'looser';
  if (subject === 'policy.waiver_permission') return rankOf(is) < rankOf(was) ? 'looser' : 'stricter';
  if (subject === 'policy.waiver_max_days') return Number(is) > Number(was) ? 'looser' : 'stricter';
  return 'changed';
}

const rankOf = (permission: string | null): number =>
  (WAIVER_PERMISSIONS as readonly (string | null)[]).indexOf(permission);

/** Code that may run only since the pull request says so: refused before anything is evaluated. */
export function newCode(base: ResolvedConfig, head: ResolvedConfig): ResolvedConfig['allow'] {
  return head.allow.filter((code) => !base.allow.includes(code));
}
