import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { assertNever } from '../../core/domain/errors.ts';
import { paragraph } from '../blocks.ts';
import { formatCount, metricName, plural } from '../format.ts';
import { worstFirst } from '../gate-rules.ts';
import { code, type Inline, inline, strong } from '../inline.ts';
import type { Section } from '../section.ts';

/** The one thing to do now. */
export function nextStepSection(file: VerdictFile): Section {
  return { title: null, blocks: [paragraph(inline`${strong('Next:')} ${nextStep(file)}`)] };
}

function nextStep({ verdict, blocked, gates }: VerdictFile): Inline {
  const decisive = worstFirst(gates).find((gate) => gate.tier === 'blocking' && gate.verdict === verdict);
  switch (verdict) {
    case 'pass':
      return inline`merge when the review is done.`;
    case 'regression':
      return blocked
        ? inline`read what got worse, and train again. Who accepts the loss waives it, or widens the limit on the base branch.`
        : inline`read why it was waived before you merge.`;
    case 'inconclusive':
      return blocked
        ? toProve(decisive)
        : inline`merge if no proof is asked for${decisive === undefined || decisive.needed === null ? [] : inline`; ${samplesOf(decisive)} would prove it`}.`;
    case 'invalid':
      return inline`mend what is named here, and run it again.`;
    default:
      return assertNever(verdict);
  }
}

function toProve(gate: GateResult | undefined): Inline {
  if (gate === undefined) return inline`read below why it is undecided.`;
  if (gate.blind !== undefined)
    return inline`judge ${code(gate.task)} by a metric that can show a loss: no number of samples helps.`;
  const limit = inline`choose on the base branch a limit for ${code(metricName(gate))} that these can prove, as ${code('weighbridge check')} tells`;
  return gate.needed === null
    ? inline`${limit}.`
    : inline`evaluate ${samplesOf(gate)}, ${formatCount(Math.max(gate.pairs, gate.candidate?.n ?? 0))} until now; or ${limit}.`;
}

const samplesOf = ({ needed, task }: GateResult): Inline =>
  inline`about ${plural(needed ?? 0, 'sample')} of ${code(task)}`;
