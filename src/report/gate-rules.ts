import type { Hypothesis } from '../core/decide/hypothesis.ts';
import type { DeltaEstimate, GateResult } from '../core/domain/decision.ts';
import { assertNever } from '../core/domain/errors.ts';
import { VERDICTS } from '../core/domain/verdict.ts';
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
import { code, type Inline, inline } from './inline.ts';
import { isDescriptive } from './methods.ts';

// All that the report knows of single rules.

const nameOf = (gate: GateResult): Inline => code(metricName(gate));

/** `+1.2 pp (90 % interval +0.4 to +2.0 pp)`: what a gain leaves after the losses. */
function net({ net: left, unit }: GateResult): Inline {
  if (left === undefined || left === null) return inline`${NOT_AVAILABLE}`;
  const text = formatInterval(left, unit);
  const value = inline`${formatChange(left.value, unit)}`;
  return text === null ? value : inline`${value} (${formatLevel(left.level)} interval ${text})`;
}

/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate: GateResult): Inline {
  const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
  return gate.delta === null || text === null || isDescriptive(gate.delta.method)
    ? []
    : inline` (${formatLevel(gate.delta.level)} interval ${text})`;
}

/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }: GateResult): Inline {
  if (delta === null) return inline`has no delta`;
  if (delta.value === 0) return inline`did not move`;
  return delta.value < 0
    ? inline`fell by ${formatSize(delta.value, unit)}`
    : inline`rose by ${formatSize(delta.value, unit)}`;
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
  if (candidate === null) return inline`${NOT_AVAILABLE}`;
  const observed = inline`${formatValue(candidate.value, unit)}`;
  if (bound === null) return observed;
  return inline`${observed} (${formatLevel(bound.level)} ${bound.side} bound ${formatValue(bound.value, unit)})`;
}

/** `80.0 % over 5 samples`: what proved that a limit was passed; its bound on the other side would say nothing of that. */
function observed({ candidate, unit }: GateResult): Inline {
  if (candidate === null) return inline`${NOT_AVAILABLE}`;
  return inline`${formatValue(candidate.value, unit)} over ${plural(candidate.n, 'sample')}`;
}

/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
export function gateSentence(gate: GateResult): Inline {
  const limit = code(gate.limit);
  if (gate.verdict === 'invalid') {
    return inline`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? 'no reason was recorded'}`;
  }
  if (gate.verdict === 'inconclusive') return undecidedSentence(gate);
  const held = gate.verdict === 'pass';
  switch (gate.rule) {
    case 'max_drop': {
      const within = isWorse(gate)
        ? inline`within the allowed ${worsening(gate)} of ${limit}`
        : inline`and a ${worsening(gate)} of more than ${limit} is ruled out`;
      const tail = held ? within : inline`more than the allowed ${limit}`;
      return inline`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
    }
    case 'min_gain': {
      const tail = held
        ? inline`at least the required gain of ${limit}`
        : inline`short of the required gain of ${limit}`;
      return inline`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
    }
    case 'ceiling':
      return held
        ? inline`${nameOf(gate)} is ${value(gate)}, below its ceiling of ${limit}`
        : inline`${nameOf(gate)} is ${observed(gate)}, above its ceiling of ${limit}`;
    case 'floor':
      return held
        ? inline`${nameOf(gate)} is ${value(gate)}, above its floor of ${limit}`
        : inline`${nameOf(gate)} is ${observed(gate)}, below its floor of ${limit}`;
    case 'no_regression_by_group':
      return held
        ? inline`no group of ${nameOf(gate)} is proven to be worse by more than ${limit}`
        : inline`groups of ${nameOf(gate)} are proven to be worse by more than ${limit}`;
    case 'net_gain': {
      const tail = held ? inline`more than the required ${limit}` : inline`not the required ${limit}`;
      return inline`${nameOf(gate)} ${moved(gate)}, and after the losses that it has to outweigh ${net(gate)} is left, ${tail}`;
    }
    default:
      return assertNever(gate.rule);
  }
}

function undecidedSentence(gate: GateResult): Inline {
  const name = nameOf(gate);
  if (isNotEvaluated(gate))
    return inline`${name} was not evaluated, since a regression was proven before its turn`;
  const limit = code(gate.limit);
  switch (gate.rule) {
    case 'max_drop':
    case 'min_gain': {
      const observed = gate.delta === null ? 'nothing' : formatChange(gate.delta.value, gate.unit);
      const question =
        gate.rule === 'max_drop'
          ? inline`whether ${name} got worse by more than ${limit}`
          : inline`whether ${name} gained the required ${limit}`;
      const samples = gate.evidence === 'weak' ? 'sums without samples' : plural(gate.pairs, 'paired sample');
      return inline`${samples} cannot tell ${question}: observed ${observed}${interval(gate)}`;
    }
    case 'ceiling':
    case 'floor': {
      const count = plural(gate.candidate?.n ?? 0, 'sample');
      const question =
        gate.rule === 'ceiling'
          ? inline`whether ${name} stays below its ceiling of ${limit}`
          : inline`whether ${name} stays above its floor of ${limit}`;
      return inline`${count} cannot tell ${question}: observed ${value(gate)}`;
    }
    case 'no_regression_by_group':
      return inline`no group of ${name} is large enough to tell whether it got worse by more than ${limit}`;
    case 'net_gain':
      return inline`the samples cannot tell whether the gain of ${name} outweighs the losses by ${limit}: after them ${net(gate)} is left`;
    default:
      return assertNever(gate.rule);
  }
}

/** A limit as a rule one can read aloud. */
export function limitPhrase({
  rule,
  limit,
  direction,
  against,
}: Pick<GateResult, 'rule' | 'limit' | 'direction' | 'against'>): Inline {
  switch (rule) {
    case 'max_drop': {
      const since = against === undefined ? [] : inline` since the ${against}`;
      const move = direction === 'lower_is_better' ? 'rise' : 'drop';
      return inline`may ${move} ${code(limit)}${since}`;
    }
    case 'min_gain':
      return inline`must gain ${code(limit)}`;
    case 'ceiling':
      return inline`at most ${code(limit)}`;
    case 'floor':
      return inline`at least ${code(limit)}`;
    case 'no_regression_by_group':
      return inline`no group may ${direction === 'lower_is_better' ? 'rise' : 'drop'} ${code(limit)}`;
    case 'net_gain':
      return inline`must gain ${code(limit)} net of losses`;
    default:
      return assertNever(rule);
  }
}

/** The key in the config that holds the limit. */
export const limitKey = ({ rule }: GateResult): string => (rule === 'net_gain' ? 'at_least' : rule);

/** Whether the task of a gate had no turn, because the evaluation ended at a regression that was proven before. */
export const isNotEvaluated = ({ verdict, pairs, candidate, test }: GateResult): boolean =>
  verdict === 'inconclusive' && pairs === 0 && candidate === null && test === null;

/** On which side of which number a gate wants its estimand, in the metric's own unit. */
export interface TestedLine {
  readonly about: Hypothesis['about'];
  readonly boundary: number;
  readonly safeSide: Hypothesis['safeSide'];
}

/** Null for gates with no single limit (groups), and for those whose limit could not be worked out. */
export function lineOf({ rule, margin, direction }: GateResult): TestedLine | null {
  if (margin === null || direction === null) return null;
  const isHigherBetter = direction === 'higher_is_better';
  const safeSide = isHigherBetter ? 'greater' : 'less';
  switch (rule) {
    case 'max_drop':
      return { about: 'delta', boundary: isHigherBetter ? 0 - margin : margin, safeSide };
    case 'min_gain':
      return { about: 'delta', boundary: isHigherBetter ? margin : 0 - margin, safeSide };
    case 'ceiling':
      return { about: 'candidate', boundary: margin, safeSide: 'less' };
    case 'floor':
      return { about: 'candidate', boundary: margin, safeSide: 'greater' };
    case 'net_gain':
      return { about: 'delta', boundary: margin, safeSide: 'greater' };
    case 'no_regression_by_group':
      return null;
    default:
      return assertNever(rule);
  }
}

/** The change that a gate is about, with its interval; null where there is none. */
export function changeOf({ rule, delta, net }: GateResult): DeltaEstimate | null {
  return rule === 'net_gain' ? (net ?? null) : delta;
}

/**
 * The strictest limit that these samples would have passed, as it would stand in the config; null when none would. It is
 * the end of the interval on the forbidden side, since interval and test are two views of one thing; for the benchmark
 * itself, the observed value.
 */
export function passingLimit(gate: GateResult): string | null {
  const line = lineOf(gate);
  if (line === null) return null;
  const end = forbiddenEnd(gate, line);
  if (end === null) return null;
  switch (gate.rule) {
    case 'max_drop':
      return written(Math.max(0, line.safeSide === 'greater' ? -end : end), gate, 'up');
    case 'min_gain': {
      const gain = line.safeSide === 'greater' ? end : -end;
      return gain > 0 ? written(gain, gate, 'down') : null;
    }
    case 'ceiling':
      return written(end, gate, 'up');
    case 'floor':
      return written(end, gate, 'down');
    case 'net_gain':
      return end > 0 ? written(end, gate, 'down') : null;
    case 'no_regression_by_group':
      return null;
    default:
      return assertNever(gate.rule);
  }
}

/** The limit of what the data allow on the forbidden side. */
export function forbiddenEnd(gate: GateResult, line: TestedLine): number | null {
  const { bound, candidate, test } = gate;
  const delta = changeOf(gate);
  const isBenchmark = test?.method === 'benchmark';
  if (line.about === 'candidate') return isBenchmark ? (candidate?.value ?? null) : (bound?.value ?? null);
  if (delta === null) return null;
  return isBenchmark ? delta.value : line.safeSide === 'greater' ? delta.low : delta.high;
}

/** Rounded to a tenth of a point, or four digits, always to the side on which it still passes. */
function written(value: number, { unit, rule }: GateResult, towards: 'up' | 'down'): string | null {
  const scale = unit === 'rate' ? 1000 : 10 ** (3 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
  // The test is strict: exactly on the end of the interval does not pass.
  const hair = 1e-6;
  const steps = towards === 'up' ? Math.ceil(value * scale + hair) : Math.floor(value * scale - hair);
  if (steps <= 0 && towards === 'down') return null;
  // A rate below 100 % is no limit of a rate.
  if (unit === 'rate' && rule === 'ceiling' && steps >= scale) return null;
  if (unit !== 'rate') return String(Number((steps / scale).toPrecision(6)));
  const isOwnValue = rule === 'ceiling' || rule === 'floor';
  return `${steps / 10}${isOwnValue ? '%' : 'pp'}`;
}

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
