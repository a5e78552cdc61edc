import { explainConfig } from '../config/explain.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { describeLimit, type Gate, type GateRuleName, type OnInconclusive } from '../domain/gate.ts';
import type { PolicyChange, PolicyEffect } from '../domain/policy.ts';

/**
 * What a pull request changes of how it is judged: gates, rules of judging, and what is asked of which baseline. Compared are
 * the resolved configs, so that moving or rewording a line is no change.
 */
export function policyChanges(base: ResolvedConfig, head: ResolvedConfig): readonly PolicyChange[] {
  const changes = [...gateChanges(base, head), ...settingChanges(base, head)];
  const rank: Record<PolicyEffect, number> = { looser: 0, changed: 1, stricter: 2 };
  return changes.sort((a, b) => rank[a.effect] - rank[b.effect]);
}

const HIGHER_IS_LOOSER: Record<GateRuleName, boolean> = {
  max_drop: true,
  ceiling: true,
  no_regression_by_group: true,
  min_gain: false,
  floor: false,
  net_gain: false,
};

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
    const tier =
      was.tier === is.tier
        ? []
        : [
            {
              ...{ subject: `${limits.subject} tier`, before: was.tier, after: is.tier },
              effect: is.tier === 'advisory' ? 'looser' : 'stricter',
            } as const,
          ];
    return limits.before === limits.after ? tier : [{ ...limits, effect: effectOn(was, is) }, ...tier];
  });
}

function effectOn(was: Gate, is: Gate): PolicyEffect {
  const [from, to] = [sizeOf(was), sizeOf(is)];
  if (from === null || to === null || from.kind !== to.kind || from.value === to.value) return 'changed';
  return to.value > from.value === HIGHER_IS_LOOSER[is.rule] ? 'looser' : 'stricter';
}

function sizeOf(gate: Gate): { readonly kind: string; readonly value: number } | null {
  const { limit } = gate;
  return typeof limit === 'number' ? { kind: 'bound', value: limit } : limit;
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
    shown.set(subject, { subject, before: was, after: is, effect: settingEffect(subject, was, is) });
  }
  return [...shown.values()];
}

const has = ({ tasks }: ResolvedConfig, task: string) => tasks.some(({ name }) => name === task);

function settingsOf(config: ResolvedConfig): ReadonlyMap<string, string> {
  const gates = new Set(config.gates.map(({ id }) => id));
  const values = explainConfig(config).filter(({ key }) => key !== 'candidate' && !gates.has(key));
  return new Map([
    ...values.map(({ key, value }) => [key, value] as const),
    ['policy.evaluation', config.evaluation.value],
    ['policy.waiver_permission', config.waiverPermission],
  ]);
}

const STRICTNESS: Record<OnInconclusive, number> = { warn: 0, lean: 1, block: 2 };
const isOnInconclusive = (text: string | null): text is OnInconclusive => text !== null && text in STRICTNESS;

function settingEffect(subject: string, was: string | null, is: string | null): PolicyEffect {
  if (subject === 'policy.on_inconclusive' && isOnInconclusive(was) && isOnInconclusive(is))
    return STRICTNESS[is] < STRICTNESS[was] ? 'looser' : 'stricter';
  if (subject === 'policy.min_coverage') return Number(is) < Number(was) ? 'looser' : 'stricter';
  // Code that may run: more of it, or other code, is never safer.
  if (subject === ALLOW)
    return allowed(is).every((name) => allowed(was).includes(name)) ? 'stricter' : 'looser';
  return 'changed';
}

const ALLOW = 'policy.allow';
const allowed = (list: string | null): readonly unknown[] => JSON.parse(list ?? '[]') as unknown[];

/** What lets code run that the base branch does not let run: refused before anything is evaluated. */
export function newCode(changes: readonly PolicyChange[]): readonly PolicyChange[] {
  return changes.filter(({ subject, effect }) => subject === ALLOW && effect === 'looser');
}
