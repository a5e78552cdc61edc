import type { GateResult, VerdictFile } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
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
import { code, type Inline, say, toPlain } from './inline.ts';
import { isDescriptive } from './methods.ts';
import { isNotEvaluated } from './not-evaluated.ts';
import { worstFirst } from './order.ts';

export const VERDICT_WORDS: Record<Verdict, { readonly word: string; readonly symbol: string }> = {
  pass: { word: 'Pass', symbol: '✅' },
  regression: { word: 'Regression', symbol: '❌' },
  inconclusive: { word: 'Inconclusive', symbol: '⚠️' },
  invalid: { word: 'Invalid', symbol: '⛔' },
};

/** `REGRESSION ❌`: the word first, so that nothing hangs on a colour or a picture. */
export function verdictLabel(verdict: Verdict): string {
  const { word, symbol } = VERDICT_WORDS[verdict];
  return `${word.toUpperCase()} ${symbol}`;
}

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

/** What a verdict file must say for its headline. */
export type HeadlineFacts = Pick<
  VerdictFile,
  'verdict' | 'blocked' | 'gates' | 'reasons' | 'candidate' | 'baseline'
>;

/** The one number that decided, in a sentence: what comes after the verdict's own word; and who waived it, where somebody did. */
export function headline(facts: HeadlineFacts): Inline {
  return say`${decided(facts)}${sameWeights(facts)}${waivedWords(facts.gates)}`;
}

/** A pass of a model against itself is true and proves nothing of the checkpoint that was perhaps meant. */
function sameWeights({ verdict, candidate, baseline }: HeadlineFacts): Inline {
  const isSame =
    candidate !== null &&
    candidate.digest === baseline?.digest &&
    candidate.adapter_digest === baseline.adapter_digest;
  return verdict === 'pass' && isSame ? say` Candidate and baseline are the same weights.` : [];
}

/** ` Waived by alice until 2026-12-31.`, or nothing. */
function waivedWords(gates: readonly GateResult[]): Inline {
  const words = gates.flatMap(({ waived }) =>
    waived === undefined ? [] : [toPlain(say`${waived.by} until ${untilWords(waived.expires)}`)],
  );
  return [...new Set(words)].flatMap((text) => say` Waived by ${text}.`);
}

/** When a waiver ends, as it stands after "until". */
export function untilWords(expires: string): string {
  return expires.startsWith('commit ') ? 'the next commit' : expires;
}

function decided({ verdict, blocked, gates, reasons }: HeadlineFacts): Inline {
  const blocking = worstFirst(gates).filter((gate) => gate.tier === 'blocking');
  const decisive = blocking.filter((gate) => gate.verdict === verdict);
  const [worst] = decisive;
  switch (verdict) {
    case 'invalid':
      return say`${reasons[0] ?? worst?.reasons[0] ?? 'no gate was judged'}`;
    case 'regression': {
      const others = decisive.length - 1;
      const more = others > 0 ? say` ${plural(others, 'more gate')} regressed.` : [];
      return worst === undefined ? say`a gate regressed.` : say`${gateSentence(worst)}.${more}`;
    }
    case 'inconclusive': {
      const effect = blocked ? say` Undecided blocks here.` : say` This does not block the merge.`;
      return worst === undefined
        ? say`${reasons[0] ?? 'a gate is undecided.'}${effect}`
        : say`${gateSentence(worst)}.${effect}`;
    }
    case 'pass': {
      const count = plural(blocking.length, 'blocking gate');
      const holds = blocking.length === 1 ? 'holds' : 'hold';
      return worst === undefined
        ? say`${count} ${holds}.`
        : say`${count} ${holds}; the closest call: ${gateSentence(worst)}.`;
    }
    default:
      return assertNever(verdict);
  }
}

/** `Regression: facts/acc fell by …`. */
export function summaryLine(facts: HeadlineFacts): Inline {
  return [{ kind: 'ours', text: `${VERDICT_WORDS[facts.verdict].word}: ` }, ...headline(facts)];
}

/** `of 5 blocking gates, 1 regressed, 1 is undecided and 3 hold` */
function tallyTier(gates: readonly GateResult[], tier: GateResult['tier']): string {
  const words: Record<Verdict, (count: number) => string> = {
    invalid: (count) => `${count} could not be judged`,
    regression: (count) => `${count} regressed`,
    inconclusive: (count) => `${count} ${count === 1 ? 'is' : 'are'} undecided`,
    pass: (count) => `${count} ${count === 1 ? 'holds' : 'hold'}`,
  };
  const idle = gates.filter(isNotEvaluated).length;
  const parts = [...VERDICTS].reverse().flatMap((verdict) => {
    const count = gates.filter((gate) => gate.verdict === verdict && !isNotEvaluated(gate)).length;
    return count === 0 ? [] : [words[verdict](count)];
  });
  if (idle > 0) parts.push(`${idle} ${idle === 1 ? 'was' : 'were'} not evaluated`);
  const last = parts.pop() ?? '';
  const listed = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `of ${plural(gates.length, `${tier} gate`)}, ${listed}`;
}

/** `Of 3 blocking gates, 1 regressed and 2 hold; of 1 advisory gate, 1 holds.` */
export function tally(gates: readonly GateResult[]): string {
  const parts = (['blocking', 'advisory'] as const).flatMap((tier) => {
    const members = gates.filter((gate) => gate.tier === tier);
    return members.length === 0 ? [] : [tallyTier(members, tier)];
  });
  const text = parts.length === 0 ? 'no gate was judged' : parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
