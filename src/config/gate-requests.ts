import type { WrittenLimit } from '../core/decide/rules/limits.ts';
import { GATE_RULES, ruleOf } from '../core/decide/rules/registry.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { GateRuleName, SingleRule, Sourced, Tier } from '../core/domain/gate.ts';
import { type ValueOrigin, valueFault } from './fault.ts';
import type { DeclaredTask } from './metric-name.ts';
import { type Draft, originOf } from './parse.ts';

/** A loss that a gain must outweigh, as somebody wrote it. */
export interface LossRequest {
  readonly metric: string;
  readonly weight: number;
  readonly origin: ValueOrigin;
}

/** A gate as somebody wrote it, before names and units are understood. */
export interface GateRequest {
  readonly metric: string;
  readonly rule: GateRuleName;
  readonly limit: WrittenLimit;
  readonly tier: Tier;
  /** What the candidate is compared with; the baseline when left out. */
  readonly against?: 'anchor';
  readonly allowWeakScorer: boolean;
  readonly allowWeakEvidence?: boolean;
  readonly allowFloor?: boolean;
  /** Only for `net_gain`. */
  readonly losses?: readonly LossRequest[];
  readonly metricOrigin: ValueOrigin;
  readonly limitOrigin: ValueOrigin;
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
  readonly rule: SingleRule['rule'] | 'no_regression_by_group';
}

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
    values.push({
      ...{ metric: value.slice(0, equals), rule, limit: value.slice(equals + 1) },
      ...{ tier: 'blocking', allowWeakScorer: false, metricOrigin: origin, limitOrigin: origin },
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
    const { limit, losses } =
      typeof written === 'object'
        ? { ...written, limit: written.at_least }
        : { limit: written, losses: null };
    values.push({
      ...{ metric: entry.metric, rule, limit, tier: entry.tier, allowWeakScorer: entry.allow_weak_scorer },
      ...(entry.allow_weak_evidence ? { allowWeakEvidence: true } : {}),
      ...(entry.allow_floor ? { allowFloor: true } : {}),
      ...(losses === null
        ? {}
        : {
            losses: Object.entries(losses).map(([metric, weight]) => ({
              ...{ metric, weight },
              origin: originOf(draft, [...path, rule, 'losses', metric]),
            })),
          }),
      metricOrigin: originOf(draft, [...path, 'metric']),
      limitOrigin: originOf(draft, [...path, rule]),
    });
  }
  return { values, issues };
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
