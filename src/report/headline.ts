import type { GateResult, VerdictFile } from '../core/domain/decision.ts';
import { assertNever } from '../core/domain/errors.ts';
import { VERDICTS, type Verdict } from '../core/domain/verdict.ts';
import { plural } from './format.ts';
import { gateSentence, isNotEvaluated, worstFirst } from './gate-rules.ts';
import { type Inline, inline, ours, toPlain } from './inline.ts';

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

export const verdictBadge = (verdict: Verdict): Inline => [
  { kind: 'verdict', verdict, text: verdictLabel(verdict) },
];

/** What a verdict file must say for its headline. */
export type HeadlineFacts = Pick<
  VerdictFile,
  'verdict' | 'blocked' | 'gates' | 'reasons' | 'candidate' | 'baseline' | 'identicalAnswers'
>;

/** The one number that decided, in a sentence: what comes after the verdict's own word; and who waived it, where somebody did. */
export function headline(facts: HeadlineFacts): Inline {
  return inline`${decided(facts)}${sameWeights(facts)}${sameAnswers(facts)}${waivedWords(facts.gates)}`;
}

/** A pass of a model against itself is true and proves nothing of the checkpoint that was perhaps meant. */
function sameWeights({ verdict, candidate, baseline }: HeadlineFacts): Inline {
  const isSame =
    candidate !== null &&
    candidate.digest === baseline?.digest &&
    candidate.adapter_digest === baseline.adapter_digest;
  return verdict === 'pass' && isSame ? inline` Candidate and baseline are the same weights.` : [];
}

/** What nobody trains a model for; where that made it invalid, the first words have said so. */
function sameAnswers({ verdict, identicalAnswers }: HeadlineFacts): Inline {
  return verdict === 'invalid' || identicalAnswers === undefined
    ? []
    : inline` The candidate answers exactly as its baseline on all ${plural(identicalAnswers, 'sample')}: was the adapter applied?`;
}

/** ` Waived by alice until 2026-12-31.`, or nothing. */
function waivedWords(gates: readonly GateResult[]): Inline {
  const words = gates.flatMap(({ waived }) =>
    waived === undefined ? [] : [toPlain(inline`${waived.by} until ${untilWords(waived.expires)}`)],
  );
  return [...new Set(words)].flatMap((text) => inline` Waived by ${text}.`);
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
      return inline`${reasons[0] ?? worst?.reasons[0] ?? 'no gate was judged'}`;
    case 'regression': {
      const others = decisive.length - 1;
      const more = others > 0 ? inline` ${plural(others, 'more gate')} regressed.` : [];
      return worst === undefined ? inline`a gate regressed.` : inline`${gateSentence(worst)}.${more}`;
    }
    case 'inconclusive': {
      const effect = blocked ? inline` Undecided blocks here.` : inline` This does not block the merge.`;
      return worst === undefined
        ? inline`${reasons[0] ?? 'a gate is undecided.'}${effect}`
        : inline`${gateSentence(worst)}.${effect}`;
    }
    case 'pass': {
      const count = plural(blocking.length, 'blocking gate');
      const holds = blocking.length === 1 ? 'holds' : 'hold';
      return worst === undefined
        ? inline`${count} ${holds}.`
        : inline`${count} ${holds}; the closest call: ${gateSentence(worst)}.`;
    }
    default:
      return assertNever(verdict);
  }
}

/** `Regression: facts/acc fell by …`. */
export function summaryLine(facts: HeadlineFacts): Inline {
  return inline`${ours(VERDICT_WORDS[facts.verdict].word)}: ${headline(facts)}`;
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
export function gateCounts(gates: readonly GateResult[]): string {
  const parts = (['blocking', 'advisory'] as const).flatMap((tier) => {
    const members = gates.filter((gate) => gate.tier === tier);
    return members.length === 0 ? [] : [tallyTier(members, tier)];
  });
  const text = parts.length === 0 ? 'no gate was judged' : parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What a run says that made the first baseline. It has no verdict: nothing was judged. */
export const BOOTSTRAP =
  'bootstrap: there was no baseline, and this checkpoint is the first one. Nothing was compared, and nothing is proven.';
