import type { GateResult, VerdictFile } from '../../domain/decision.ts';
import { assertNever } from '../../domain/errors.ts';
import type { OnInconclusive } from '../../domain/gate.ts';
import { formatCount, formatP, formatSize, metricName, plural } from '../format.ts';
import { gateSentence } from '../headline.ts';
import { code, type Inline, say, toMarkdown } from '../inline.ts';
import { folded } from '../table.ts';

/** What would settle it. */
function cure(gate: GateResult): Inline {
  const compared = Math.max(gate.pairs, gate.candidate?.n ?? 0);
  if (gate.needed === null) return say`No number of samples can be named that would decide it.`;
  const missing = gate.needed - compared;
  const more = missing > 0 ? say`, ${formatCount(missing)} more than now` : [];
  return say`About ${plural(gate.needed, 'sample')} would decide it if the observed rates hold${more}.`;
}

function evidence(gate: GateResult): Inline {
  const parts: Inline[] = [];
  const { test, minimumDetectable } = gate;
  if (test !== null && test.pSafe !== null)
    parts.push(say` Evidence that it is within the limit: ${formatP(test.pSafe)}.`);
  if (test !== null && test.pWorse !== null)
    parts.push(say` Evidence that it is beyond: ${formatP(test.pWorse)}.`);
  if (minimumDetectable !== null) {
    const size = formatSize(minimumDetectable, gate.unit);
    parts.push(say` A true change of ${size} would have shown with 90 % probability.`);
  }
  return parts.flat();
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

/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
export function undecidedSection({ gates, policy }: VerdictFile): string | null {
  const undecided = gates.filter((gate) => gate.verdict === 'inconclusive');
  if (undecided.length === 0) return null;
  const items = undecided.map((gate) => {
    const reasons = gate.reasons.flatMap((reason) => say` ${reason}`);
    const line = say`${gateSentence(gate)}.${evidence(gate)} ${cure(gate)} ${effect(gate, policy.onInconclusive.value)}${reasons}`;
    return `- **${toMarkdown(code(metricName(gate)))}** ${toMarkdown(line)}`;
  });
  const title =
    undecided.length === 1 ? 'Why one gate is undecided' : `Why ${undecided.length} gates are undecided`;
  return folded(`${title}, and how many samples would decide`, items.join('\n'));
}
