import type { VerdictFile } from '../../core/domain/decision.ts';
import { list, paragraph } from '../blocks.ts';
import { code, type Inline, inline, ours } from '../inline.ts';
import { diagnose } from '../patterns.ts';
import type { Section } from '../section.ts';

/** Ours, with what stands between backticks as code. */
const words = (text: string): Inline =>
  text.split('`').flatMap((part, index) => (index % 2 === 1 ? code(part) : ours(part)));

/** What may be behind the numbers: guesses with their evidence, and how to find out. */
export function diagnosisSection(file: VerdictFile): Section {
  const found = diagnose(file);
  const items = found.map(({ cause, evidence, remedy, check }) => ({
    content: cause,
    below: [...evidence, inline`Usual remedy: ${words(remedy)}.`, inline`To find out: ${words(check)}.`],
  }));
  const before = paragraph(ours('Guesses from patterns in the results; none of them decides anything.'));
  return { title: 'What may be behind it', blocks: found.length === 0 ? [] : [before, ...list(items)] };
}
