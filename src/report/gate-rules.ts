import { ruleOf, type ShownHypothesis, shownHypothesisOf } from '../core/decide/rules/registry.ts';
import type { CaseResult, DeltaEstimate, GateResult } from '../core/domain/decision.ts';
import { VERDICTS } from '../core/domain/verdict.ts';
import {
  formatChange,
  formatCount,
  formatInterval,
  formatLevel,
  formatSize,
  formatValue,
  metricName,
  NOT_AVAILABLE,
  plural,
} from './format.ts';
import { code, type Inline, inline, ours } from './inline.ts';
import { isDescriptive } from './methods.ts';

// How a gate is told, from the row of its rule and from what its estimand is.

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

/** Where the count on the benchmark itself decided: the interval is of other questions, and may reach beyond the limit. */
function onBenchmark(gate: GateResult): Inline {
  const others = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
  const like =
    gate.delta === null || others === null
      ? []
      : inline` (of others like them, ${formatLevel(gate.delta.level)} interval ${others})`;
  return inline` on exactly these ${plural(gate.pairs, 'sample')}${like}`;
}

/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }: GateResult): Inline {
  if (delta === null) return inline`has no delta`;
  if (delta.value === 0) return inline`did not move`;
  return delta.value < 0
    ? inline`fell by ${formatSize(delta.value, unit, besides(delta))}`
    : inline`rose by ${formatSize(delta.value, unit, besides(delta))}`;
}

const besides = (delta: DeltaEstimate): DeltaEstimate | null => (isDescriptive(delta.method) ? null : delta);

/** What a drift without a unit of its own is counted in, by the metric of its gate. */
const DRIFT_UNITS: Readonly<Record<string, string>> = { length: ' words', vocabulary: ' bits' };

function driftOf({ delta, unit, metric, baseline }: GateResult): string {
  if (delta === null) return NOT_AVAILABLE;
  const size = `${formatSize(delta.value, unit, besides(delta))}${DRIFT_UNITS[metric] ?? ''}`;
  return metric === 'length' && baseline !== null
    ? `${size} from ${formatValue(baseline.value, unit)}`
    : size;
}

/** The groups that a regression is proven of, with what they came to. */
function groupsSentence(gate: GateResult, groups: NonNullable<GateResult['groups']>): Inline {
  const [first, second] = groups;
  const of = inline`of ${nameOf(gate)}`;
  if (first === undefined) return of;
  if (ruleOf(gate).estimand === 'candidate' && second !== undefined) {
    const side = ({ group, value: own }: typeof first) =>
      inline`${code(group)} (${formatValue(own, gate.unit)})`;
    const apart = formatSize(first.value - second.value, gate.unit);
    return inline`the groups ${side(first)} and ${side(second)} ${of} are ${apart} apart, more than the allowed ${code(gate.limit)}`;
  }
  const way = first.value < 0 ? 'fell' : 'rose';
  const others = groups.length - 1;
  const more = others > 0 ? inline`, and ${plural(others, 'more group')} ${ours(way)} too` : [];
  return inline`${code(first.group)} ${of} ${way} by ${formatSize(first.value, gate.unit)}, proven to be more than ${code(gate.limit)}${more}`;
}

/** `0.1 % (at most 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }: GateResult): Inline {
  if (candidate === null) return inline`${NOT_AVAILABLE}`;
  const observed = inline`${formatValue(candidate.value, unit)}`;
  if (bound === null) return observed;
  return inline`${observed} (at ${bound.side === 'upper' ? 'most' : 'least'} ${formatValue(bound.value, unit)})`;
}

/**
 * `80.0 % over the first 5 of 32 evaluated samples`: what proved that a limit was passed; its bound on the other side would say
 * nothing of that.
 */
function observed(gate: GateResult): Inline {
  const { candidate, sequence, unit } = gate;
  if (candidate === null) return inline`${NOT_AVAILABLE}`;
  if (isMeasured(gate)) return inline`${formatValue(candidate.value, unit)}`;
  const isMore = sequence !== undefined && sequence.evaluated > sequence.used;
  const samples = isMore
    ? `the first ${formatCount(sequence.used)} of ${formatCount(sequence.evaluated)} evaluated samples`
    : plural(candidate.n, 'sample');
  return inline`${formatValue(candidate.value, unit)} over ${samples}`;
}

/** Whether the gate holds one measured number to its limit, such as the end of a training curve: no samples, and no test of them. */
export const isMeasured = ({ verdict, test, bound }: GateResult): boolean =>
  (verdict === 'pass' || verdict === 'regression') && test === null && bound === null;

/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
export function gateSentence(gate: GateResult): Inline {
  if (gate.verdict === 'invalid') {
    return inline`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? 'no reason was recorded'}`;
  }
  if (gate.verdict === 'inconclusive') return undecidedSentence(gate);
  const held = gate.verdict === 'pass';
  const { scope, estimand, outcomePhrase } = ruleOf(gate);
  const outcome = aroundLimit(outcomePhrase(held, gate), gate);
  const name = nameOf(gate);
  if (scope === 'cases') return casesSentence(gate, outcome);
  if (scope === 'answers')
    return gate.delta?.value === 0
      ? inline`answers did not drift in ${name}${interval(gate)}, ${outcome}`
      : inline`answers drifted in ${name} by ${driftOf(gate)}${interval(gate)}, ${outcome}`;
  if (scope === 'groups' && gate.groups !== undefined && !held) return groupsSentence(gate, gate.groups);
  if (scope === 'groups') return inline`${ours(held ? 'no group' : 'groups')} of ${name} ${outcome}`;
  if (estimand === 'candidate') return inline`${name} is ${held ? value(gate) : observed(gate)}, ${outcome}`;
  if (scope === 'several metrics')
    return inline`${name} ${moved(gate)}, and after the losses that it has to outweigh ${net(gate)} is left, ${outcome}`;
  const over = gate.average === undefined ? [] : inline` over ${plural(gate.average.length, 'task')}`;
  const range = gate.test?.method === 'benchmark' ? onBenchmark(gate) : interval(gate);
  return inline`${name}${over} ${moved(gate)}${range}, ${outcome}`;
}

/** Of those that may block: what else fails is told beside it. */
function casesSentence({ cases, ...gate }: GateResult, outcome: Inline): Inline {
  const of = (severity: CaseResult['severity']) =>
    cases?.failed.filter((each) => each.severity === severity).length ?? 0;
  const [critical, normal] = [of('critical'), of('normal')];
  const [count, what] = critical > 0 ? [critical, 'critical case'] : [normal, 'case'];
  const fail = ours(count === 1 ? 'fails' : 'fail');
  const end = critical > 0 ? inline`of which none may` : outcome;
  return inline`${plural(count, what)} of ${nameOf(gate)} that the baseline passes ${fail}, ${end}`;
}

function undecidedSentence(gate: GateResult): Inline {
  const name = nameOf(gate);
  if (isNotNeeded(gate)) return inline`${name} was not needed, since a regression was proven before`;
  if (gate.blind !== undefined) return inline`${name} ${gate.blind}`;
  const { scope, estimand, questionPhrase } = ruleOf(gate);
  const question = aroundLimit([questionPhrase, ''], gate);
  if (scope === 'cases')
    return inline`the baseline passes too few cases of ${name} for any to be a new failure`;
  if (scope === 'answers')
    return gate.delta === null
      ? inline`whether answers drifted in ${name} was not measured: ${gate.reasons[0] ?? 'no reason was recorded'}`
      : inline`${plural(gate.pairs, 'prompt')} cannot tell whether answers ${question} in ${name}: observed ${driftOf(gate)}${interval(gate)}`;
  if (scope === 'groups' && estimand === 'candidate')
    return inline`the samples cannot tell whether a group of ${name} ${question}`;
  if (scope === 'groups') return inline`no group of ${name} is large enough to tell whether it ${question}`;
  if (scope === 'several metrics')
    return inline`the samples cannot tell whether the gain of ${name} ${question}: after them ${net(gate)} is left`;
  if (estimand === 'candidate') {
    const count = plural(gate.candidate?.n ?? 0, 'sample');
    return inline`${count} cannot tell whether ${name} ${question}: observed ${value(gate)}`;
  }
  const change = gate.delta === null ? 'nothing' : formatChange(gate.delta.value, gate.unit);
  const samples = gate.evidence === 'weak' ? 'sums without samples' : plural(gate.pairs, 'paired sample');
  return inline`${samples} cannot tell whether ${name} ${question}: observed ${change}${interval(gate)}`;
}

const aroundLimit = (
  [before, after]: readonly [string, string],
  { limit }: Pick<GateResult, 'limit'>,
): Inline => inline`${ours(before)} ${code(limit)}${ours(after)}`;

/** Whether the gate is about the task, by itself or among others. */
export const rests = ({ task: own, average, net }: GateResult, task: string): boolean =>
  average === undefined
    ? own === task || net?.losses.some((loss) => loss.task === task) === true
    : average.some((each) => each.task === task);

/** A limit as a rule one can read aloud. */
export const limitPhrase = (gate: Pick<GateResult, 'rule' | 'limit' | 'direction' | 'against'>): Inline =>
  aroundLimit(ruleOf(gate).limitPhrase(gate), gate);

/** Whether the gate was left undecided because the evaluation ended at a regression that was proven before. */
export const isNotNeeded = ({ verdict, test, sequence }: GateResult): boolean =>
  verdict === 'inconclusive' && test === null && sequence?.stopped === 'regression';

/** The change that a gate is about, with its interval; null where there is none. */
export const changeOf = (gate: GateResult): DeltaEstimate | null =>
  ruleOf(gate).scope === 'several metrics' ? (gate.net ?? null) : gate.delta;

/**
 * The strictest limit that these samples would have passed, as it would stand in the config; null when none would. It is
 * the end of the interval on the forbidden side, since interval and test are two views of one thing; for the benchmark
 * itself, the observed value.
 */
export function passingLimit(gate: GateResult): string | null {
  const limit = strictestLimit(gate);
  if (limit === null) return null;
  return ruleOf(gate).written === 'change' && ruleOf(gate).limitSign === -1 && limit <= 0
    ? null
    : written(limit, gate);
}

/** In the metric's own unit; null where there is none. */
function strictestLimit(gate: GateResult): number | null {
  const hypothesis = shownHypothesisOf(gate);
  const end = hypothesis === null ? null : forbiddenEnd(gate, hypothesis);
  if (hypothesis === null || end === null) return null;
  const { limitSign, written: kind } = ruleOf(gate);
  if (kind === 'value') return end;
  const limit = limitSign * hypothesis.sign * end;
  return limitSign === 1 ? Math.max(0, limit) : limit;
}

/** Whether a person might choose the limit that would have passed: one that allows at most twice as much. */
export function isChoosable(gate: GateResult): boolean {
  const [limit, { margin, unit }] = [strictestLimit(gate), gate];
  if (limit === null || margin === null) return false;
  const { limitSign, written: kind } = ruleOf(gate);
  if (limitSign === 1) return limit <= 2 * margin;
  if (kind === 'change') return limit > 0;
  // What a floor allows of a rate is how far it lies below 100 %.
  return unit === 'rate' ? 1 - limit <= 2 * (1 - margin) : 2 * limit >= margin;
}

/** The limit of what the data allow on the forbidden side, in the metric's own unit. */
export function forbiddenEnd(gate: GateResult, { estimand, sign }: ShownHypothesis): number | null {
  const { bound, candidate, test } = gate;
  const change = changeOf(gate);
  const isBenchmark = test?.method === 'benchmark';
  if (estimand === 'candidate')
    return isBenchmark || isMeasured(gate) ? (candidate?.value ?? null) : (bound?.value ?? null);
  if (change === null) return null;
  return isBenchmark ? change.value : sign === 1 ? change.high : change.low;
}

/** Rounded to a tenth of a point, or four digits, always to the side on which it still passes. */
function written(value: number, gate: GateResult): string | null {
  const { limitSign, written: kind } = ruleOf(gate);
  const isRate = gate.unit === 'rate';
  const scale = isRate ? 1000 : 10 ** (3 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
  // The test is strict: exactly on the end of the interval does not pass.
  const hair = 1e-6;
  const steps = limitSign === 1 ? Math.ceil(value * scale + hair) : Math.floor(value * scale - hair);
  if (steps <= 0 && limitSign === -1) return null;
  // A rate below 100 % is no limit of a rate.
  if (isRate && kind === 'value' && limitSign === 1 && steps >= scale) return null;
  if (!isRate) return String(Number((steps / scale).toPrecision(6)));
  return `${steps / 10}${kind === 'value' ? '%' : 'pp'}`;
}

/**
 * How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
 * Null where a number is missing, and for groups, of which no single number says how close the nearest is. For ranking
 * only: it says nothing of certainty.
 */
export function slack(gate: GateResult): number | null {
  const hypothesis = shownHypothesisOf(gate);
  const observed = (hypothesis?.estimand === 'candidate' ? gate.candidate : changeOf(gate))?.value;
  if (hypothesis === null || observed === undefined || gate.margin === null) return null;
  const { written: kind, limitSign } = ruleOf(gate);
  const size = kind === 'value' && limitSign === -1 ? 1 - gate.margin : gate.margin;
  return (hypothesis.boundary - hypothesis.sign * observed) / (size === 0 ? 1 : size);
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
