import type { VerdictFile } from '../../domain/decision.ts';
import { fenced } from '../escape.ts';
import { formatCount, formatDuration, plural } from '../format.ts';
import { reproduceCommand } from '../reproduce.ts';
import { folded } from '../table.ts';

export function costSection(
  { cost: { samples, tokens } }: VerdictFile,
  elapsedSeconds: number | null,
): string {
  const time = elapsedSeconds === null ? '' : ` It took ${formatDuration(elapsedSeconds)}.`;
  const asked = `${formatCount(samples.evaluated)} of ${plural(samples.planned, 'planned sample')} evaluated, both sides together`;
  const used = `${plural(tokens.prompt, 'prompt token')} and ${plural(tokens.output, 'output token')}`;
  return folded('Cost', `${asked}: ${used}.${time}`);
}

export function reproduceSection(file: VerdictFile): string {
  const intro = 'In a clone at this commit, with the checkpoints in place:';
  return folded(
    'Reproduce locally',
    `${intro}\n\n${fenced(reproduceCommand(file), { length: 4000, language: 'sh' })}`,
  );
}
