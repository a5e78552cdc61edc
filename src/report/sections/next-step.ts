import { ruleOf } from '../../core/decide/rules/registry.ts';
import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { assertNever } from '../../core/domain/errors.ts';
import { parseClassMetric } from '../../core/metrics/classes.ts';
import { paragraph } from '../blocks.ts';
import { formatCount, metricName, roundedSamples } from '../format.ts';
import { decisiveGates, headlineWords, isSameModel, NOT_PROVEN } from '../headline.ts';
import { code, type Inline, inline, ours, strong } from '../inline.ts';
import type { ReportContext, Section, SectionOptions } from '../section.ts';

/** The one thing to do now. */
export function nextStepSection(file: VerdictFile, { context }: Pick<SectionOptions, 'context'>): Section {
  const step = file.blocked ? nextStep(file) : (notYet(file, context) ?? nextStep(file));
  return { title: null, blocks: [paragraph(nextLine(step))] };
}

export const nextLine = (step: Inline): Inline => inline`${strong('Next:')} ${step}`;

/** What to do about a verdict that lets merge, of a commit that is no longer the head. */
export const waitForNewer = (): Inline =>
  inline`wait for the verdict on the newer commit: this one says nothing of it.`;

/** Why nobody should merge on a verdict that lets him; null where nothing speaks against it. */
function notYet(
  { candidate, baseline, identicalAnswers }: VerdictFile,
  { commit = null, ownPolicy = false }: ReportContext,
): Inline | null {
  if (commit !== null && commit.newerHead !== null) return waitForNewer();
  if (ownPolicy) return inline`have it judged by the base branch's policy before you merge: it made its own.`;
  return identicalAnswers !== undefined || isSameModel(candidate, baseline)
    ? inline`see to it that the candidate is the checkpoint that you mean, with its adapter.`
    : null;
}

function nextStep(file: VerdictFile): Inline {
  const { verdict, blocked, waits } = file;
  const [decisive] = decisiveGates(file);
  switch (verdict) {
    case 'pass':
      return inline`merge when the review is done.`;
    case 'regression':
      return blocked
        ? inline`${ours(decisive?.rule === 'max_drift' ? 'read how the answers changed' : 'read what got worse')}, and train again. Who accepts the loss waives it, or widens the limit on the base branch.`
        : inline`read why it was waived before you merge.`;
    case 'inconclusive':
      return blocked ? toProve(decisive) : inline`merge if no proof is asked for${proofBy(file, decisive)}.`;
    case 'invalid':
      if (waits !== undefined) return inline`evaluate the next round, and judge all of them together.`;
      if (decisive !== undefined && isClassOfSums(file, decisive))
        return inline`judge results of ${code(decisive.task)} that keep their samples, or gate a metric of all its classes: run again, these say no more.`;
      return inline`mend what is named here, and run it again.`;
    default:
      return assertNever(verdict);
  }
}

/** A class is counted from samples: where both sides were compared and have none, only other results or another gate help. */
const isClassOfSums = (
  { comparability }: VerdictFile,
  { task, metric, pairs, baseline, candidate }: GateResult,
): boolean =>
  parseClassMetric(metric) !== null &&
  pairs === 0 &&
  baseline === null &&
  candidate === null &&
  !comparability.some((each) => each.task === task && each.severity === 'hard');

/** Hardly anybody has so many times the samples that were evaluated: a benchmark has no more than all of them. */
const AT_HAND = 10;

function toProve(gate: GateResult | undefined): Inline {
  if (gate === undefined) return inline`read below why it is undecided.`;
  if (gate.blind !== undefined)
    return inline`judge ${code(gate.task)} by a metric that can show a loss: no number of samples helps.`;
  if (ruleOf(gate).scope === 'cases')
    return inline`add cases to ${code(gate.task)} that the baseline passes: only these can fail anew.`;
  const limit = inline`choose on the base branch a limit for ${code(metricName(gate))} that these can prove, as ${code('weighbridge check')} tells`;
  if (gate.needed === null) return inline`${limit}.`;
  const sampled = Math.max(gate.pairs, gate.candidate?.n ?? 0);
  return gate.needed > AT_HAND * sampled
    ? inline`${limit}: today’s takes ${samplesOf(gate)}, ${formatCount(sampled)} until now.`
    : inline`evaluate ${samplesOf(gate)}, ${formatCount(sampled)} until now; or ${limit}.`;
}

/** What would prove it, where the headline has not said so. */
const proofBy = (file: VerdictFile, gate: GateResult | undefined): Inline =>
  gate === undefined || gate.needed === null || headlineWords(file) === NOT_PROVEN
    ? []
    : inline`; ${samplesOf(gate)} would prove it`;

function samplesOf({ needed, task, net }: GateResult): Inline {
  const others = net === undefined ? [] : inline` and as many times more of the tasks it has to outweigh`;
  return inline`about ${roundedSamples(needed ?? 0)} of ${code(task)}${others}`;
}
