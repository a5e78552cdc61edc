import { proveSomething } from '../core/decide/rules/registry.ts';
import type { GateResult, VerdictFile } from '../core/domain/decision.ts';
import { assertNever } from '../core/domain/errors.ts';
import { type ModelIdentity, NOT_IDENTIFIED } from '../core/domain/model.ts';
import { VERDICTS, type Verdict } from '../core/domain/verdict.ts';
import type { VerdictWords } from './blocks.ts';
import { formatLevel, metricName, plural, roundedSamples } from './format.ts';
import { gateSentence, isNotNeeded, worstFirst } from './gate-rules.ts';
import { code, type Inline, inline, joined, ours, toPlain } from './inline.ts';

export const VERDICT_WORDS: Record<Verdict, VerdictWords> = {
  pass: { word: 'Pass', symbol: '✅' },
  regression: { word: 'Regression', symbol: '❌' },
  inconclusive: { word: 'Inconclusive', symbol: '⚠️' },
  invalid: { word: 'Invalid', symbol: '⛔' },
};

/** What lets a merge pass without a proof, in words that nobody takes for one. */
export const NOT_PROVEN: VerdictWords = { word: 'Pass, not proven', symbol: '⚠️' };

/** `REGRESSION ❌`: the word first, so that nothing hangs on a colour or a picture. */
export const labelOf = ({ word, symbol }: VerdictWords): string => `${word.toUpperCase()} ${symbol}`;

export const verdictLabel = (verdict: Verdict): string => labelOf(VERDICT_WORDS[verdict]);

/** What a headline begins with. */
export const headlineWords = (facts: HeadlineFacts): VerdictWords =>
  leansToPass(facts) || restsOnAlarms(facts) ? NOT_PROVEN : VERDICT_WORDS[facts.verdict];

const restsOnAlarms = ({ verdict, gates }: HeadlineFacts): boolean =>
  verdict === 'pass' && !proveSomething(gates);

/** Whether the merge rests on leans alone: all that is undecided leans to pass by itself, and nobody waived it. */
function leansToPass({ verdict, blocked, gates }: HeadlineFacts): boolean {
  const undecided = gates.filter((gate) => gate.tier === 'blocking' && gate.verdict === 'inconclusive');
  const leans = undecided.every(({ leaning, waived }) => leaning === 'pass' && waived === undefined);
  return verdict === 'inconclusive' && !blocked && undecided.length > 0 && leans;
}

export const verdictBadge = (verdict: Verdict): Inline => [
  { kind: 'verdict', verdict, text: verdictLabel(verdict) },
];

/** What a verdict file must say for its headline. */
export type HeadlineFacts = Pick<
  VerdictFile,
  | 'verdict'
  | 'blocked'
  | 'gates'
  | 'reasons'
  | 'policy'
  | 'candidate'
  | 'baseline'
  | 'anchor'
  | 'identicalAnswers'
>;

/**
 * The one number that decided, in a sentence: what comes after the verdict's own word; and who waived it, where somebody did.
 * @param isAlone whether nothing beside it says how many gates there are
 */
export function headline(facts: HeadlineFacts, isAlone = true): Inline {
  return inline`${decided(facts, isAlone)}${sameWeights(facts)}${sameAnswers(facts)}${demotedWords(facts)}${waivedWords(facts.gates)}`;
}

export const isSameModel = (candidate: ModelIdentity | null, baseline: ModelIdentity | null): boolean =>
  candidate !== null &&
  candidate.digest === baseline?.digest &&
  candidate.adapter_digest === baseline.adapter_digest;

/** A pass of a model against itself is true and proves nothing of the checkpoint that was perhaps meant. */
function sameWeights({ verdict, candidate, baseline, anchor = null }: HeadlineFacts): Inline {
  const other = isSameModel(candidate, baseline)
    ? 'baseline'
    : isSameModel(candidate, anchor)
      ? 'anchor'
      : null;
  if (verdict !== 'pass' || other === null) return [];
  return candidate?.source.endsWith(NOT_IDENTIFIED) === true
    ? inline` Candidate and ${other} are one and the same, by all that is known of them.`
    : inline` Candidate and ${other} are the same weights.`;
}

/** What nobody trains a model for; where that made it invalid, the first words have said so. */
function sameAnswers({ verdict, identicalAnswers }: HeadlineFacts): Inline {
  return verdict === 'invalid' || identicalAnswers === undefined
    ? []
    : inline` The candidate answers exactly as its baseline on all ${plural(identicalAnswers, 'sample')}: was the adapter applied?`;
}

/** A gate that was to block and did not is no part of what holds. */
function demotedWords({ gates }: HeadlineFacts): Inline {
  const demoted = gates.filter(({ judge }) => judge?.demotes === true);
  const [first] = demoted;
  const others = demoted.length - 1;
  const more = others > 0 ? inline` and ${plural(others, 'more gate')}` : [];
  return first === undefined
    ? []
    : inline` ${code(metricName(first))}${more} did not count: nobody knows whether the judge agrees with people.`;
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

/** The blocking gates that the verdict is of; the headline tells the first. */
export const decisiveGates = ({
  verdict,
  gates,
}: Pick<VerdictFile, 'verdict' | 'gates'>): readonly GateResult[] =>
  worstFirst(gates).filter((gate) => gate.tier === 'blocking' && gate.verdict === verdict);

function decided(facts: HeadlineFacts, isAlone: boolean): Inline {
  const { verdict, gates, reasons, policy } = facts;
  const blocking = gates.filter((gate) => gate.tier === 'blocking');
  const decisive = decisiveGates(facts);
  const [worst] = decisive;
  switch (verdict) {
    case 'invalid':
      return inline`${reasons[0] ?? worst?.reasons[0] ?? 'no gate was judged'}`;
    case 'regression': {
      const others = decisive.length - 1;
      const more = others > 0 && isAlone ? inline` ${plural(others, 'more gate')} regressed.` : [];
      return worst === undefined ? inline`a gate regressed.` : inline`${gateSentence(worst)}.${more}`;
    }
    case 'inconclusive': {
      if (worst !== undefined && leansToPass(facts)) return leant(worst, decisive.length - 1, policy);
      return worst === undefined
        ? inline`${reasons[0] ?? 'a gate is undecided.'}`
        : inline`${gateSentence(worst)}.`;
    }
    case 'pass': {
      const count = plural(blocking.length, 'blocking gate');
      if (blocking.length === 1 && worst !== undefined)
        return inline`${count} holds: ${gateSentence(worst)}.`;
      return worst === undefined
        ? inline`${count} hold.`
        : inline`${count} hold; the closest call: ${gateSentence(worst)}.`;
    }
    default:
      return assertNever(verdict);
  }
}

/** How often luck alone gets this far, and what would prove it. */
function leant(worst: GateResult, others: number, { alpha, leanAlpha }: VerdictFile['policy']): Inline {
  const [lean, proof] = [formatLevel(leanAlpha.value), formatLevel(alpha.value)];
  const luck = `It merges on a lean: at most about ${lean} of candidates exactly at the limit would, where a proof lets ${proof} through.`;
  const enough =
    worst.needed === null
      ? 'No number of samples can be named that would prove it.'
      : `About ${roundedSamples(worst.needed)} would prove it.`;
  const more = others > 0 ? ours(`${plural(others, 'more gate')} ${others === 1 ? 'leans' : 'lean'}.`) : [];
  return joined([inline`${gateSentence(worst)}.`, ours(luck), ours(enough), more]);
}

/** `Regression: facts/acc fell by …`. */
export function summaryLine(facts: HeadlineFacts): Inline {
  return inline`${ours(headlineWords(facts).word)}: ${headline(facts)}${effectWords(facts)}`;
}

/** What an undecided verdict does, where nothing else says so. */
function effectWords(facts: HeadlineFacts): Inline {
  if (facts.verdict !== 'inconclusive' || leansToPass(facts)) return [];
  return ours(facts.blocked ? ' Undecided blocks here.' : ' This does not block the merge.');
}

/** `of 5 blocking gates, 1 regressed, 1 is undecided and 3 hold` */
function tallyTier(gates: readonly GateResult[], tier: GateResult['tier']): string {
  const words: Record<Verdict, (count: number) => string> = {
    invalid: (count) => `${count} could not be judged`,
    regression: (count) => `${count} regressed`,
    inconclusive: (count) => `${count} ${count === 1 ? 'is' : 'are'} undecided`,
    pass: (count) => `${count} ${count === 1 ? 'holds' : 'hold'}`,
  };
  const idle = gates.filter(isNotNeeded).length;
  const parts = [...VERDICTS].reverse().flatMap((verdict) => {
    const count = gates.filter((gate) => gate.verdict === verdict && !isNotNeeded(gate)).length;
    return count === 0 ? [] : [words[verdict](count)];
  });
  if (idle > 0) parts.push(`${idle} ${idle === 1 ? 'was' : 'were'} not needed`);
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
