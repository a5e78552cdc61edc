import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { assertNever } from '../../core/domain/errors.ts';
import type { OnInconclusive } from '../../core/domain/gate.ts';
import { list } from '../blocks.ts';
import { formatP, formatSize, plural } from '../format.ts';
import { gateSentence, isNotEvaluated } from '../gate-rules.ts';
import { code, type Inline, inline, joined } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';
import { samplesSentence, whatWouldChange } from '../what-if.ts';

/** Why each gate that regressed did, and what would have changed that. */
export function regressedSection({ gates, policy }: VerdictFile): Section {
  const regressed = gates.filter((gate) => gate.verdict === 'regression');
  const items = regressed.map((gate) => ({
    content: inline`${gateSentence(gate)}.`,
    below: [decidingNumbers(gate), joined(whatWouldChange(gate, policy.alpha.value))].filter(isSaid),
  }));
  const title = `Why ${plural(regressed.length, 'gate')} regressed, and what would change that`;
  return { title, blocks: list(items) };
}

/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
export function undecidedSection({ gates, policy }: VerdictFile, { medium }: SectionOptions): Section {
  const undecided = gates.filter((gate) => gate.verdict === 'inconclusive' && !isNotEvaluated(gate));
  const items = undecided.map((gate) => {
    const reasons = gate.reasons.map((reason) => inline`${reason}`);
    const sentence = inline`${gateSentence(gate)}. ${effectOf(gate, policy.onInconclusive.value)}`;
    const below = [
      joined([decidingNumbers(gate), ...reasons]),
      joined(whatWouldChange(gate, policy.alpha.value)),
    ];
    return medium === 'terminal'
      ? joined([sentence, samplesSentence(gate)])
      : { content: sentence, below: below.filter(isSaid) };
  });
  const subject = undecided.length === 1 ? 'one gate is' : `${undecided.length} gates are`;
  return { title: `Why ${subject} undecided, and how many samples would decide`, blocks: list(items) };
}

const isSaid = (line: Inline): boolean => line.length > 0;

/** The numbers that the verdict rests on. */
function decidingNumbers(gate: GateResult): Inline {
  const parts: Inline[] = [];
  const { test, minimumDetectable } = gate;
  if (test !== null && test.pSafe !== null)
    parts.push(inline`Evidence that it is within the limit: ${formatP(test.pSafe)}.`);
  if (test !== null && test.pWorse !== null)
    parts.push(inline`Evidence that it is beyond: ${formatP(test.pWorse)}.`);
  if (minimumDetectable !== null) {
    const size = formatSize(minimumDetectable, gate.unit);
    parts.push(inline`A true change of ${size} would have shown with 90 % probability.`);
  }
  return joined(parts);
}

/** What an undecided gate does to the merge, and by which rule. */
export function effectOf(gate: GateResult, onInconclusive: OnInconclusive): Inline {
  if (gate.tier === 'advisory') return inline`It is advisory and never blocks.`;
  const policy = code(`on_inconclusive: ${onInconclusive}`);
  switch (onInconclusive) {
    case 'block':
      return inline`It blocks: ${policy} lets only proof merge.`;
    case 'warn':
      return inline`It does not block: ${policy}.`;
    case 'lean':
      if (gate.blind !== undefined)
        return inline`It blocks: nothing leans on a gate that cannot fail (${policy}).`;
      if (gate.test === null) return inline`It blocks: silence is no evidence (${policy}).`;
      if (gate.leaning === 'none' || gate.leaning === null) {
        return inline`It blocks: the samples are too few to resolve the limit at all, and silence is no evidence (${policy}).`;
      }
      return gate.leaning === 'pass'
        ? inline`It does not block: the observed value is inside the limit and the samples can resolve it (${policy}).`
        : inline`It blocks: the observed value is beyond the limit (${policy}).`;
    default:
      return assertNever(onInconclusive);
  }
}
