import { explainConfig } from '../../config/explain.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { ruleOf } from '../../core/decide/rules/registry.ts';
import {
  describeLimit,
  type Gate,
  lossesOf,
  type OnInconclusive,
  type WeightedLoss,
} from '../../core/domain/gate.ts';
import { type PolicyChange, type PolicyEffect, WAIVER_PERMISSIONS } from '../../core/domain/policy.ts';

/**
 * What a pull request changes of how it is judged: gates, rules of judging, and what is asked of which baseline. Compared are
 * the resolved configs, so that moving or rewording a line is no change.
 */
export function policyChanges(base: ResolvedConfig, head: ResolvedConfig): readonly PolicyChange[] {
  const changes = [...gateChanges(base, head), ...settingChanges(base, head)];
  const rank: Record<PolicyEffect, number> = { looser: 0, changed: 1, stricter: 2 };
  return changes.sort((a, b) => rank[a.effect] - rank[b.effect]);
}

function gateChanges(base: ResolvedConfig, head: ResolvedConfig): PolicyChange[] {
  const byId = (config: ResolvedConfig) => new Map(config.gates.map((gate) => [gate.id, gate]));
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
    name: 'losses',
    of: (gate) => lossesOf(gate).map(describeLoss).sort().join(', ') || 'none',
    effect: () => 'changed',
  },
];

const describeLoss = ({ task, metric, filter, weight }: WeightedLoss): string =>
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
  const task = config.declared.find((each) => each.task === gate.task);
  const rate = task?.metrics.find(({ name }) => name === gate.metric)?.unit === 'rate';
  return describeLimit(gate, rate ? 'rate' : 'other');
}

/** Everything else that has a value; a candidate is what a pull request is there to change. */
function settingChanges(base: ResolvedConfig, head: ResolvedConfig): PolicyChange[] {
  const [before, after] = [settingsOf(base), settingsOf(head)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const changed = [...names].filter((name) => before.get(name) !== after.get(name));
  const shown = new Map<string, PolicyChange>();
  for (const name of changed) {
    const task = /^tasks\.(.+)\.[^.]+$/.exec(name)?.[1];
    const onOne = task !== undefined && has(base, task) !== has(head, task);
    const subject = onOne ? `tasks.${task}` : name;
    const [was, is] = onOne
      ? [has(base, task) ? 'there' : null, has(head, task) ? 'there' : null]
      : [before.get(name) ?? null, after.get(name) ?? null];
    // More code that may run, or other code, is never safer.
    const onCode = newCode(base, head).length > 0 ? 'looser' : 'stricter';
    const effect = subject === 'policy.allow' ? onCode : settingEffect(subject, was, is);
    shown.set(subject, { subject, before: was, after: is, effect });
  }
  return [...shown.values()];
}

const has = ({ tasks }: ResolvedConfig, task: string) => tasks.some(({ name }) => name === task);

function settingsOf(config: ResolvedConfig): ReadonlyMap<string, string> {
  const gates = new Set(config.gates.map(({ id }) => id));
  const values = explainConfig(config).filter(({ key }) => key !== 'candidate' && !gates.has(key));
  return new Map(values.map(({ key, value }) => [key, value]));
}

const STRICTNESS: Record<OnInconclusive, number> = { warn: 0, lean: 1, block: 2 };
const isOnInconclusive = (text: string | null): text is OnInconclusive => text !== null && text in STRICTNESS;

function settingEffect(subject: string, was: string | null, is: string | null): PolicyEffect {
  if (subject === 'policy.on_inconclusive' && isOnInconclusive(was) && isOnInconclusive(is))
    return STRICTNESS[is] < STRICTNESS[was] ? 'looser' : 'stricter';
  if (subject === 'policy.tries') return Number(is) < Number(was) ? 'looser' : 'stricter';
  if (subject === 'policy.min_coverage') return Number(is) < Number(was) ? 'looser' : 'stricter';
  if (subject === 'policy.waiver_permission') return rankOf(is) < rankOf(was) ? 'looser' : 'stricter';
  if (subject === 'policy.waiver_max_days') return Number(is) > Number(was) ? 'looser' : 'stricter';
  // Code that may run: more of it, or other code, is never safer.
  if (subject === 'policy.allow') {
    return allowed(is).every((name) => allowed(was).includes(name)) ? 'stricter' : 'looser';
  }
  return 'changed';
}

const rankOf = (permission: string | null): number =>
  (WAIVER_PERMISSIONS as readonly (string | null)[]).indexOf(permission);

const allowed = (list: string | null): readonly unknown[] => JSON.parse(list ?? '[]') as unknown[];

/** Code that may run only since the pull request says so: refused before anything is evaluated. */
export function newCode(base: ResolvedConfig, head: ResolvedConfig): ResolvedConfig['allow'] {
  return head.allow.filter((code) => !base.allow.includes(code));
}
