import type { ReplayedRun } from '../core/decide/replay.ts';
import { type Block, list, paragraph, table, textColumn } from './blocks.ts';
import { plural } from './format.ts';
import { verdictLabel } from './headline.ts';
import { code, type Inline, inline, ours } from './inline.ts';
import { blocksToLines } from './terminal.ts';

const isOtherwise = ({ run, blocked }: ReplayedRun): boolean => blocked !== null && run.blocked !== blocked;

/** Rounds that another policy would have stopped, or let through, and gates that no record can tell of. */
export function renderReplay(rounds: readonly ReplayedRun[]): string {
  const changed = rounds.filter(isOtherwise);
  const words = `${changed.length} of ${plural(rounds.length, 'round')} would have been decided otherwise.`;
  const untold = rounds.filter(({ blocked }) => blocked === null).length;
  const effect = (blocked: boolean) => (blocked ? 'blocked' : 'not blocked');
  const blocks: Block[] = [
    paragraph(ours(words)),
    ...table(
      'Rounds that would have been decided otherwise',
      [
        textColumn<ReplayedRun>('Date', ({ run }) => ours(run.date.slice(0, 10))),
        textColumn<ReplayedRun>('Run', ({ run }) => code(run.run)),
        textColumn<ReplayedRun>('Was', ({ run }) => ours(effect(run.blocked))),
        textColumn<ReplayedRun>('Would be', ({ blocked, verdict }) =>
          ours(`${effect(blocked === true)} (${verdictLabel(verdict)})`),
        ),
        textColumn<ReplayedRun>('By', ({ gates }) =>
          gates
            .filter(({ blocks: stops, unknown }) => stops && unknown === null)
            .flatMap(({ gate }): Inline => inline`${code(gate.id)} `),
        ),
      ],
      changed,
    ),
    ...list(untold === 0 ? [] : [ours(`Of ${plural(untold, 'round')} that is not known.`)]),
    ...list([...new Set(rounds.flatMap(unknownOf))].map((line) => inline`not replayed: ${line}`)),
  ];
  return blocksToLines(blocks).join('\n');
}

const unknownOf = ({ gates }: ReplayedRun): readonly string[] =>
  gates.flatMap(({ gate, unknown }) => (unknown === null ? [] : [`${gate.id}: ${unknown}`]));
