import { lockedSplitWords } from '../../core/compare/locked-split.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import { paragraph } from '../blocks.ts';
import { code, inline, ours } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';

/** A line for each split that is kept for the last word and had one. */
export function lockedSplitsSection(
  _file: VerdictFile,
  { context: { lockedSplits = [] } }: Pick<SectionOptions, 'context'>,
): Section {
  const blocks = lockedSplits.map((use) =>
    paragraph(inline`${code(use.task)} ${ours(`${lockedSplitWords(use)}.`)}`),
  );
  return { title: null, blocks };
}
