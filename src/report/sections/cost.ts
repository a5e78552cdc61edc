import type { VerdictFile } from '../../core/domain/decision.ts';
import { paragraph } from '../blocks.ts';
import { formatCount, formatDuration, plural } from '../format.ts';
import { joined, ours } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';

/** What the evaluation cost, in sentences of numbers alone. */
export function costSection(
  { cost: { samples, tokens }, tasks }: VerdictFile,
  { context: { elapsedSeconds } }: SectionOptions,
): Section {
  const { planned, evaluated, reused } = samples;
  const sentences = [
    `${formatCount(evaluated)} of ${plural(planned, 'planned sample')} evaluated, both sides together: ${plural(tokens.prompt, 'prompt token')} and ${plural(tokens.output, 'output token')}.`,
    ...(tokens.thinking === undefined ? [] : [`Thoughts took another ${plural(tokens.thinking, 'token')}.`]),
    ...(reused === undefined
      ? []
      : [`${formatCount(reused)} of them were reused from an earlier evaluation.`]),
    ...savedByStopping(tasks),
    ...(elapsedSeconds === null ? [] : [`It took ${formatDuration(elapsedSeconds)}.`]),
  ];
  return { title: 'Cost', blocks: [paragraph(joined(sentences.map(ours)))] };
}

/** What stopping early came to; nothing where no task did. */
function savedByStopping(tasks: VerdictFile['tasks']): string[] {
  if (tasks.every(({ stopped }) => stopped === undefined)) return [];
  const count = (key: 'planned' | 'evaluated') =>
    tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
  const [planned, evaluated] = [count('planned'), count('evaluated')];
  const share = Math.round((100 * evaluated) / planned);
  return [
    `The candidate was evaluated on ${formatCount(evaluated)} of ${plural(planned, 'sample')} (${share} %); stopping as soon as the verdict was known saved the other ${formatCount(planned - evaluated)}.`,
  ];
}
