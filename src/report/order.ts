import type { GateResult } from '../core/domain/decision.ts';
import { assertNever } from '../core/domain/errors.ts';
import { VERDICTS } from '../core/domain/verdict.ts';

/**
 * How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
 * Null where a number is missing. For ranking only: it says nothing of certainty.
 */
export function slack(gate: GateResult): number | null {
  const { margin } = gate;
  if (margin === null) return null;
  const share = (distance: number, size: number) => distance / (size === 0 ? 1 : size);
  switch (gate.rule) {
    case 'max_drop':
    case 'min_gain': {
      if (gate.delta === null || gate.direction === null) return null;
      const gain = gate.direction === 'higher_is_better' ? gate.delta.value : -gate.delta.value;
      return gate.rule === 'max_drop' ? share(gain + margin, margin) : share(gain - margin, margin);
    }
    case 'ceiling':
      return gate.candidate === null ? null : share(margin - gate.candidate.value, margin);
    case 'floor':
      return gate.candidate === null ? null : share(gate.candidate.value - margin, 1 - margin);
    case 'net_gain':
      return gate.net === undefined || gate.net === null ? null : share(gate.net.value - margin, margin);
    // Its groups are many: no single number says how close the nearest of them is.
    case 'no_regression_by_group':
      return null;
    default:
      return assertNever(gate.rule);
  }
}

/** Blocking gates first, then the worst verdict, then the least slack; the id settles the rest. */
export function worstFirst(gates: readonly GateResult[]): readonly GateResult[] {
  const tier = (gate: GateResult) => (gate.tier === 'blocking' ? 0 : 1);
  const severity = (gate: GateResult) => -VERDICTS.indexOf(gate.verdict);
  const room = (gate: GateResult) => slack(gate) ?? Number.NEGATIVE_INFINITY;
  return [...gates].sort(
    (a, b) =>
      tier(a) - tier(b) ||
      severity(a) - severity(b) ||
      (room(a) === room(b) ? 0 : room(a) - room(b)) ||
      (a.id < b.id ? -1 : 1),
  );
}
