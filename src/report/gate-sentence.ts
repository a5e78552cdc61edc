import type { GateResult } from '../core/domain/decision.ts';
import { assertNever } from '../core/domain/errors.ts';
import {
  formatChange,
  formatInterval,
  formatLevel,
  formatSize,
  formatValue,
  metricName,
  NOT_AVAILABLE,
  plural,
} from './format.ts';
import { code, type Inline, say } from './inline.ts';
import { isDescriptive } from './methods.ts';
import { isNotEvaluated } from './not-evaluated.ts';

const nameOf = (gate: GateResult): Inline => code(metricName(gate));

/** `+1.2 pp (90 % interval +0.4 to +2.0 pp)`: what a gain leaves after the losses. */
function net({ net: left, unit }: GateResult): Inline {
  if (left === undefined || left === null) return say`${NOT_AVAILABLE}`;
  const text = formatInterval(left, unit);
  const value = say`${formatChange(left.value, unit)}`;
  return text === null ? value : say`${value} (${formatLevel(left.level)} interval ${text})`;
}

/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate: GateResult): Inline {
  const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
  return gate.delta === null || text === null || isDescriptive(gate.delta.method)
    ? []
    : say` (${formatLevel(gate.delta.level)} interval ${text})`;
}

/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }: GateResult): Inline {
  if (delta === null) return say`has no delta`;
  if (delta.value === 0) return say`did not move`;
  return delta.value < 0
    ? say`fell by ${formatSize(delta.value, unit)}`
    : say`rose by ${formatSize(delta.value, unit)}`;
}

/** The bad way, in words. */
function worsening({ direction }: GateResult): string {
  return direction === 'lower_is_better' ? 'rise' : 'drop';
}

function isWorse({ delta, direction }: GateResult): boolean {
  return delta !== null && (direction === 'lower_is_better' ? delta.value > 0 : delta.value < 0);
}

/** `0.1 % (95 % upper bound 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }: GateResult): Inline {
  if (candidate === null) return say`${NOT_AVAILABLE}`;
  const observed = say`${formatValue(candidate.value, unit)}`;
  if (bound === null) return observed;
  return say`${observed} (${formatLevel(bound.level)} ${bound.side} bound ${formatValue(bound.value, unit)})`;
}

/** `80.0 % over 5 samples`: what proved that a limit was passed; its bound on the other side would say nothing of that. */
function observed({ candidate, unit }: GateResult): Inline {
  if (candidate === null) return say`${NOT_AVAILABLE}`;
  return say`${formatValue(candidate.value, unit)} over ${plural(candidate.n, 'sample')}`;
}

/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
export function gateSentence(gate: GateResult): Inline {
  const limit = code(gate.limit);
  if (gate.verdict === 'invalid') {
    return say`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? 'no reason was recorded'}`;
  }
  if (gate.verdict === 'inconclusive') return undecidedSentence(gate);
  const held = gate.verdict === 'pass';
  switch (gate.rule) {
    case 'max_drop': {
      const within = isWorse(gate)
        ? say`within the allowed ${worsening(gate)} of ${limit}`
        : say`and a ${worsening(gate)} of more than ${limit} is ruled out`;
      const tail = held ? within : say`more than the allowed ${limit}`;
      return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
    }
    case 'min_gain': {
      const tail = held
        ? say`at least the required gain of ${limit}`
        : say`short of the required gain of ${limit}`;
      return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
    }
    case 'ceiling':
      return held
        ? say`${nameOf(gate)} is ${value(gate)}, below its ceiling of ${limit}`
        : say`${nameOf(gate)} is ${observed(gate)}, above its ceiling of ${limit}`;
    case 'floor':
      return held
        ? say`${nameOf(gate)} is ${value(gate)}, above its floor of ${limit}`
        : say`${nameOf(gate)} is ${observed(gate)}, below its floor of ${limit}`;
    case 'no_regression_by_group':
      return held
        ? say`no group of ${nameOf(gate)} is proven to be worse by more than ${limit}`
        : say`groups of ${nameOf(gate)} are proven to be worse by more than ${limit}`;
    case 'net_gain': {
      const tail = held ? say`more than the required ${limit}` : say`not the required ${limit}`;
      return say`${nameOf(gate)} ${moved(gate)}, and after the losses that it has to outweigh ${net(gate)} is left, ${tail}`;
    }
    default:
      return assertNever(gate.rule);
  }
}

function undecidedSentence(gate: GateResult): Inline {
  const name = nameOf(gate);
  if (isNotEvaluated(gate))
    return say`${name} was not evaluated, since a regression was proven before its turn`;
  const limit = code(gate.limit);
  switch (gate.rule) {
    case 'max_drop':
    case 'min_gain': {
      const observed = gate.delta === null ? 'nothing' : formatChange(gate.delta.value, gate.unit);
      const question =
        gate.rule === 'max_drop'
          ? say`whether ${name} got worse by more than ${limit}`
          : say`whether ${name} gained the required ${limit}`;
      const samples = gate.evidence === 'weak' ? 'sums without samples' : plural(gate.pairs, 'paired sample');
      return say`${samples} cannot tell ${question}: observed ${observed}${interval(gate)}`;
    }
    case 'ceiling':
    case 'floor': {
      const count = plural(gate.candidate?.n ?? 0, 'sample');
      const question =
        gate.rule === 'ceiling'
          ? say`whether ${name} stays below its ceiling of ${limit}`
          : say`whether ${name} stays above its floor of ${limit}`;
      return say`${count} cannot tell ${question}: observed ${value(gate)}`;
    }
    case 'no_regression_by_group':
      return say`no group of ${name} is large enough to tell whether it got worse by more than ${limit}`;
    case 'net_gain':
      return say`the samples cannot tell whether the gain of ${name} outweighs the losses by ${limit}: after them ${net(gate)} is left`;
    default:
      return assertNever(gate.rule);
  }
}
