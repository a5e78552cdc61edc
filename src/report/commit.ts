import { code, type Inline, say, toMarkdown } from './inline.ts';

/** Of which commit a report speaks. */
export interface JudgedCommit {
  readonly sha: string;
  /** What the head of the pull request is by now, where it is another. */
  readonly newerHead: string | null;
}

const short = (sha: string): Inline => code(sha.slice(0, 7));

/** Before the headline: what was found of a commit must not look like what is known of a later one. */
export const agePrefix = (commit: JudgedCommit | null): string =>
  commit === null || commit.newerHead === null ? '' : 'Of an older commit: ';

/** One sentence with a blank before it; empty where nobody knows. */
export function commitWords(commit: JudgedCommit | null): string {
  if (commit === null) return '';
  const { sha, newerHead } = commit;
  const words =
    newerHead === null
      ? say` Judged at ${short(sha)}.`
      : say` Judged at ${short(sha)}; the head of the pull request is ${short(newerHead)} by now, of which this says nothing.`;
  return toMarkdown(words);
}
