import { ruleOf } from '../../core/decide/rules/registry.ts';
import type { GateResult, ResolvedPolicy, VerdictFile } from '../../core/domain/decision.ts';
import { assertNever } from '../../core/domain/errors.ts';
import { list } from '../blocks.ts';
import { formatLevel, formatSize, metricName } from '../format.ts';
import { gateSentence, isNotNeeded } from '../gate-rules.ts';
import { decisiveGates } from '../headline.ts';
import { code, type Inline, inline, joined } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';
import { otherOutcomes, samplesSentence, whatWouldChange } from '../what-if.ts';

/** Why each gate that regressed did, and what would have changed that. */
export function regressedSection(file: VerdictFile): Section {
  const { gates, policy } = file;
  const regressed = gates.filter((gate) => gate.verdict === 'regression');
  const items = regressed.map((gate) => ({
    content: isToldAbove(gate, file) ? inline`${code(metricName(gate))}:` : inline`${gateSentence(gate)}.`,
    below: [decidingNumbers(gate), joined(whatWouldChange(gate, policy.alpha.value))].filter(isSaid),
  }));
  // Of the gate of the headline there may be nothing more to say.
  const told = items.filter(({ below }, index) => below.length > 0 || !isToldAbove(regressed[index], file));
  const more = told.length < items.length ? ' more' : '';
  const subject = told.length === 1 ? `one${more} gate` : `${told.length}${more} gates`;
  const title = `Why ${subject} regressed, and what would change that`;
  return { title, blocks: list(told) };
}

/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
export function undecidedSection(file: VerdictFile, { medium }: SectionOptions): Section {
  const { gates, policy } = file;
  const undecided = gates.filter((gate) => gate.verdict === 'inconclusive' && !isNotNeeded(gate));
  const items = undecided.map((gate) => {
    // The first sentences of a tested gate say what the one above it has said.
    const isTested = gate.test !== null && gate.blind === undefined && ruleOf(gate).scope === 'metric';
    const reasons = gate.reasons.slice(isTested ? TOLD_ABOVE : 0).map((reason) => inline`${reason}`);
    const what = isToldAbove(gate, file)
      ? inline`${code(metricName(gate))} is undecided.`
      : inline`${gateSentence(gate)}.`;
    const sentence = inline`${what} ${effectOf(gate, policy)}`;
    // Of the gate of the headline the first lines say how many samples would decide it.
    const samples = isToldAbove(gate, file) && gate.needed !== null ? [] : samplesSentence(gate);
    const below = [
      joined([decidingNumbers(gate), ...reasons]),
      joined([...otherOutcomes(gate, policy.alpha.value), samples]),
    ];
    return medium === 'terminal'
      ? joined([sentence, samples])
      : { content: sentence, below: below.filter(isSaid) };
  });
  const subject = undecided.length === 1 ? 'one gate is' : `${undecided.length} gates are`;
  return { title: `Why ${subject} undecided, and what would decide`, blocks: list(items) };
}

/** Whether the headline is its sentence. */
const isToldAbove = (gate: GateResult | undefined, file: VerdictFile): boolean =>
  decisiveGates(file)[0] === gate;

/** What was observed, and that it is neither ruled out nor proven. */
const TOLD_ABOVE = 2;

const isSaid = (line: Inline): boolean => line.length > 0;

/** What the samples could have shown. The p-values are in `explain`, beside a sentence. */
function decidingNumbers({ minimumDetectable, unit }: GateResult): Inline {
  return minimumDetectable === null
    ? []
    : inline`A true change of ${formatSize(minimumDetectable, unit)} would have shown with 90 % probability.`;
}

/** What an undecided gate does to the merge, and by which rule. */
export function effectOf(gate: GateResult, { onInconclusive, leanAlpha }: ResolvedPolicy): Inline {
  if (gate.tier === 'advisory') return inline`It is advisory and never blocks.`;
  const policy = code(`on_inconclusive: ${onInconclusive.value}`);
  const level = code(`lean_alpha: ${leanAlpha.value}`);
  switch (onInconclusive.value) {
    case 'block':
      return inline`It blocks: ${policy} lets only proof merge.`;
    case 'warn':
      return inline`It does not block: ${policy}.`;
    case 'lean':
      if (gate.blind !== undefined)
        return inline`It blocks: nothing leans on a gate that cannot fail (${policy}).`;
      if (gate.test === null) return inline`It blocks: what is not known is no evidence (${policy}).`;
      if (gate.leaning === 'none' || gate.leaning === null)
        return inline`It blocks: nothing leans on an alarm that could not go off (${policy}).`;
      if (gate.leaning === 'regression' && gate.test.pSafe === null && gate.test.pLean === undefined)
        return inline`It blocks: missing scores leave it open, and nothing leans on what is not there (${policy}).`;
      return gate.leaning === 'pass'
        ? inline`It leans to pass, which is no proof: at most about ${formatLevel(leanAlpha.value)} of candidates exactly at the limit would (${level}).`
        : inline`It blocks: more than ${formatLevel(leanAlpha.value)} of candidates exactly at the limit would look this good (${level}).`;
    default:
      return assertNever(onInconclusive.value);
  }
}
