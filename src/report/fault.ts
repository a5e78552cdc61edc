import { agePrefix, commitWords, type JudgedCommit } from './commit.ts';
import { fenced } from './escape.ts';
import { verdictLabel } from './headline.ts';
import { type Inline, say, toMarkdown, toPlain } from './inline.ts';

/** What is said where not even a verdict file could be made. */
export interface Fault {
  /** One sentence, without controls; its words may be hostile. */
  readonly summary: string;
  readonly markdown: string;
}

const DETAIL_LENGTH = 4000;

/** A verdict of `invalid` for an error that kept the samples from being judged. */
export function describeFault(message: string, commit: JudgedCommit | null = null): Fault {
  const [first = ''] = message.split('\n', 1);
  const line: Inline = say`the samples could not be judged: ${first}`;
  const blocks = [
    `**${verdictLabel('invalid')}** ${agePrefix(commit)}${toMarkdown(line)}`,
    `**This blocks the merge.**${commitWords(commit)} Nothing is known about the candidate.`,
    fenced(message, { length: DETAIL_LENGTH }),
  ];
  return { summary: `Invalid: ${toPlain(line)}`, markdown: `${blocks.join('\n\n')}\n` };
}
