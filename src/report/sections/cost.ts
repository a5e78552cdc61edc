import type { VerdictFile } from '../../core/domain/decision.ts';
import { fenced } from '../escape.ts';
import { formatCount, formatDuration, plural } from '../format.ts';
import { reproduceCommand } from '../reproduce.ts';
import { folded } from '../table.ts';

export function costSection(file: VerdictFile, elapsedSeconds: number | null): string {
  return folded('Cost', costWords(file, elapsedSeconds));
}

/** What the evaluation cost, in sentences of numbers alone. */
export function costWords(
  { cost: { samples, tokens }, tasks }: VerdictFile,
  elapsedSeconds: number | null,
): string {
  const time = elapsedSeconds === null ? '' : ` It took ${formatDuration(elapsedSeconds)}.`;
  const asked = `${formatCount(samples.evaluated)} of ${plural(samples.planned, 'planned sample')} evaluated, both sides together`;
  const used = `${plural(tokens.prompt, 'prompt token')} and ${plural(tokens.output, 'output token')}`;
  const reused =
    samples.reused === undefined
      ? ''
      : ` ${formatCount(samples.reused)} of them were reused from an earlier evaluation.`;
  return `${asked}: ${used}.${reused}${saved(tasks)}${time}`;
}

/** What stopping early came to; nothing where no task did. */
function saved(tasks: VerdictFile['tasks']): string {
  if (tasks.every(({ stopped }) => stopped === undefined)) return '';
  const count = (key: 'planned' | 'evaluated') =>
    tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
  const [planned, evaluated] = [count('planned'), count('evaluated')];
  const share = Math.round((100 * evaluated) / planned);
  return ` The candidate was evaluated on ${formatCount(evaluated)} of ${plural(planned, 'sample')} (${share} %); stopping as soon as the verdict was known saved the other ${formatCount(planned - evaluated)}.`;
}

export function reproduceSection(file: VerdictFile): string {
  const intro = 'In a clone at this commit, with the checkpoints in place:';
  return folded(
    'Reproduce locally',
    `${intro}\n\n${fenced(reproduceCommand(file), { length: 4000, language: 'sh' })}`,
  );
}
