import type { VerdictFile } from '../../core/domain/decision.ts';
import { metricName, plural } from '../format.ts';
import { code, say, toMarkdown } from '../inline.ts';

const MOST_SHOWN = 6;

/** What a reader has to see before the numbers, whatever the verdict; one that several gates share is said once. */
export function warningList({ gates }: VerdictFile): string | null {
  const items = new Set(
    gates.flatMap((gate) =>
      (gate.warnings ?? []).map((warning) => `- ${toMarkdown(say`${code(metricName(gate))}: ${warning}`)}`),
    ),
  );
  if (items.size === 0) return null;
  const left = items.size - MOST_SHOWN;
  return [
    '**Look at this first**\n',
    ...[...items].slice(0, MOST_SHOWN),
    ...(left > 0 ? [`- ${plural(left, 'more warning')} in the verdict file`] : []),
  ].join('\n');
}
