import type { Estimate, GateResult } from '../../domain/decision.ts';
import type { GateRule, GateRuleName } from '../../domain/gate.ts';
import type { MetricDeclaration } from '../../domain/metric.ts';
import type { Hypothesis, HypothesisOrRefusal } from '../hypothesis.ts';
import { AVERAGE } from './average.ts';
import { CEILING } from './ceiling.ts';
import { FLOOR } from './floor.ts';
import { MAX_DRIFT } from './max-drift.ts';
import { MAX_DROP } from './max-drop.ts';
import { MAX_GROUP_GAP } from './max-group-gap.ts';
import { MAX_NEW_FAILURES } from './max-new-failures.ts';
import { MAX_RISE } from './max-rise.ts';
import { MIN_GAIN } from './min-gain.ts';
import { NET_GAIN } from './net-gain.ts';
import { NO_REGRESSION_BY_GROUP } from './no-regression-by-group.ts';
import type { Rule } from './rule.ts';

/** One row a rule, in the order in which people are shown them. */
const ROWS: { readonly [Name in GateRuleName]: Rule<Name> } = {
  max_drop: MAX_DROP,
  max_rise: MAX_RISE,
  min_gain: MIN_GAIN,
  ceiling: CEILING,
  floor: FLOOR,
  no_regression_by_group: NO_REGRESSION_BY_GROUP,
  max_group_gap: MAX_GROUP_GAP,
  max_new_failures: MAX_NEW_FAILURES,
  max_drift: MAX_DRIFT,
  net_gain: NET_GAIN,
  average: AVERAGE,
};

/** A row is only ever asked about gates and limits of its own rule. */
const BY_NAME = ROWS as unknown as Readonly<Record<GateRuleName, Rule>>;

export const RULES: readonly Rule[] = Object.values(BY_NAME);
export const GATE_RULES = Object.keys(ROWS) as readonly GateRuleName[];

export const ruleOf = ({ rule }: { readonly rule: GateRuleName }): Rule => BY_NAME[rule];

/** Whether a pass of these gates proves anything: that no alarm went off does not. */
export const proveSomething = (gates: readonly Pick<GateResult, 'rule' | 'tier'>[]): boolean =>
  gates.some((gate) => gate.tier === 'blocking' && ruleOf(gate).isAlarm === undefined);

/** The question of a gate. @param baseline the baseline's shown value, against which relative limits count */
export function hypothesisOf(
  gate: GateRule,
  metric: MetricDeclaration,
  baseline: Estimate | null,
): HypothesisOrRefusal {
  return ruleOf(gate).hypothesis(gate.limit, metric, baseline);
}

/** What is held to the limit is a list, or a change whichever way it goes. */
const OF_MANY: ReadonlySet<Rule['scope']> = new Set(['groups', 'cases', 'answers']);

/** Whether the gate asks one number how far it moved, and no list of groups or cases. */
export const asksOneChange = ({ estimand, scope }: Pick<Rule, 'estimand' | 'scope'>): boolean =>
  estimand === 'delta' && !OF_MANY.has(scope);

/** What a judged gate asked, in the metric's own unit. */
export type ShownHypothesis = Pick<Hypothesis, 'estimand' | 'sign' | 'boundary'>;

/** Read from the result alone; null where there was no single question, or a limit that could not be worked out. */
export function shownHypothesisOf({
  rule,
  margin,
  direction,
}: Pick<GateResult, 'rule' | 'margin' | 'direction'>): ShownHypothesis | null {
  const { estimand, scope, signFor, limitSign } = ruleOf({ rule });
  if (margin === null || direction === null || OF_MANY.has(scope)) return null;
  return { estimand, sign: signFor(direction), boundary: margin === 0 ? 0 : limitSign * margin };
}
