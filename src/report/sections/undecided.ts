import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { assertNever } from '../../core/domain/errors.ts';
import type { OnInconclusive } from '../../core/domain/gate.ts';
import { whatWouldChange } from '../change.ts';
import { formatP, formatSize, metricName } from '../format.ts';
import { gateSentence } from '../gate-sentence.ts';
import { code, type Inline, say, toMarkdown } from '../inline.ts';
import { isNotEvaluated, notEvaluatedLine } from '../not-evaluated.ts';
import { folded } from '../table.ts';

/** The numbers that the verdict rests on. */
export function decidingNumbers(gate: GateResult): Inline {
  const parts: Inline[] = [];
  const { test, minimumDetectable } = gate;
  if (test !== null && test.pSafe !== null)
    parts.push(say`Evidence that it is within the limit: ${formatP(test.pSafe)}.`);
  if (test !== null && test.pWorse !== null)
    parts.push(say`Evidence that it is beyond: ${formatP(test.pWorse)}.`);
  if (minimumDetectable !== null) {
    const size = formatSize(minimumDetectable, gate.unit);
    parts.push(say`A true change of ${size} would have shown with 90 % probability.`);
  }
  return joinSentences(parts);
}

function effect(gate: GateResult, onInconclusive: OnInconclusive): Inline {
  if (gate.tier === 'advisory') return say`It is advisory and never blocks.`;
  const policy = code(`on_inconclusive: ${onInconclusive}`);
  switch (onInconclusive) {
    case 'block':
      return say`It blocks: ${policy} lets only proof merge.`;
    case 'warn':
      return say`It does not block: ${policy}.`;
    case 'lean':
      if (gate.test === null) return say`It blocks: silence is no evidence (${policy}).`;
      if (gate.leaning === 'none' || gate.leaning === null) {
        return say`It blocks: the samples are too few to resolve the limit at all, and silence is no evidence (${policy}).`;
      }
      return gate.leaning === 'pass'
        ? say`It does not block: the observed value is inside the limit and the samples can resolve it (${policy}).`
        : say`It blocks: the observed value is beyond the limit (${policy}).`;
    default:
      return assertNever(onInconclusive);
  }
}

/** A gate with what is said of it, a line each. */
export function gateItem(gate: GateResult, lines: readonly Inline[]): string {
  const said = lines.filter((line) => line.length > 0).map(toMarkdown);
  return [
    `- **${toMarkdown(code(metricName(gate)))}** ${said[0] ?? ''}`,
    ...said.slice(1).map((line) => `  - ${line}`),
  ].join('\n');
}

/** One after the other; those that say nothing are left out. */
export function joinSentences(parts: readonly Inline[]): Inline {
  const said = parts.filter((part) => part.length > 0);
  return said.flatMap((part, index) => (index === 0 ? part : say` ${part}`));
}

/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
export function undecidedSection({ gates, policy }: VerdictFile): string | null {
  const inconclusive = gates.filter((gate) => gate.verdict === 'inconclusive');
  const undecided = inconclusive.filter((gate) => !isNotEvaluated(gate));
  const idle = notEvaluatedLine(gates);
  if (undecided.length === 0) {
    return idle.length === 0 ? null : folded('Which gates were not evaluated', toMarkdown(idle));
  }
  const items = undecided.map((gate) => {
    const reasons = gate.reasons.map((reason) => say`${reason}`);
    return gateItem(gate, [
      say`${gateSentence(gate)}. ${effect(gate, policy.onInconclusive.value)}`,
      joinSentences([decidingNumbers(gate), ...reasons]),
      joinSentences(whatWouldChange(gate, policy.alpha.value)),
    ]);
  });
  const title =
    undecided.length === 1 ? 'Why one gate is undecided' : `Why ${undecided.length} gates are undecided`;
  const body = [items.join('\n'), ...(idle.length === 0 ? [] : [toMarkdown(idle)])].join('\n\n');
  return folded(`${title}, and how many samples would decide`, body);
}
