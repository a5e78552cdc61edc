import { expect, test } from 'vitest';
import { COMMENT_BYTES, describeFault, renderMarkdown } from '../../../src/report/markdown.ts';
import { CONTEXT, PASS } from '../examples.ts';

const sha = 'a'.repeat(40);
const newerHead = 'e'.repeat(40);

const reports = (commit: { sha: string; newerHead: string | null } | null) => [
  renderMarkdown(PASS, { ...CONTEXT, commit }, COMMENT_BYTES).markdown,
  renderMarkdown(PASS, { ...CONTEXT, commit }, 1500).markdown,
  describeFault('run.json is not JSON', { commit }).markdown,
];

test('a report names its commit, however short it is', () => {
  for (const text of reports({ sha, newerHead: null })) {
    expect(text).toContain(' Judged at <code>aaaaaaa</code>.');
    expect(text).not.toContain('older commit');
  }
});

test('one of an older commit says so in its first line, and which is newer', () => {
  for (const text of reports({ sha, newerHead })) {
    expect(text.split('\n')[0]).toMatch(/^\*\*[A-Z]+ .\*\* Of an older commit: /u);
    expect(text).toContain('the head of the pull request is <code>eeeeeee</code> by now');
  }
});

test('one that no base branch had a say in says so first', () => {
  const context = { ...CONTEXT, ownPolicy: true, commit: { sha, newerHead } };
  const texts = [renderMarkdown(PASS, context, COMMENT_BYTES), describeFault('x', context)];
  for (const { markdown } of texts)
    expect(markdown).toMatch(/^\*\*[A-Z]+ .\*\* By its own config: Of an older commit: /u);
});

test('where nobody knows the commit, nothing is said of it', () => {
  for (const text of reports(null)) expect(text).not.toMatch(/Judged at|older commit/);
});
