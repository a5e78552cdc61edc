import { describe, expect, test } from 'vitest';
import type { TaskResult } from '../../../src/core/domain/decision.ts';
import type { Verdict } from '../../../src/core/domain/verdict.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { COMMENT_BYTES, describeFault, renderMarkdown } from '../../../src/report/markdown.ts';
import { CONTEXT, facts, gate, PASS, task } from '../examples.ts';

const COMMENTS = [COMMENT_BYTES, 1500];

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

describe('a verdict on part of the samples', () => {
  const render = (evaluated: number, more: Partial<TaskResult> = {}, verdict: Verdict = 'pass') => {
    const samples = { baseline: { planned: 120, evaluated: 120 }, candidate: { planned: 120, evaluated } };
    const file = buildVerdictFile(
      facts({
        gates: [gate({ task: 'facts', verdict })],
        tasks: [task({ task: 'facts', samples, ...more })],
      }),
    );
    return COMMENTS.map((bytes) => renderMarkdown(file, CONTEXT, bytes).markdown);
  };

  test.each(['pass', 'regression'] as const)(
    'says so in its first paragraph, however short: %s',
    (verdict) => {
      for (const text of render(60, { stopped: 'decided' }, verdict))
        expect(text.split('\n').slice(0, 3).join()).toContain('rests on a part of the samples');
      expect(render(60, { stopped: 'decided' })[0]).toContain('60 of 120 samples of <code>facts</code>');
    },
  );

  test('is none where every sample was evaluated, or the task decided nothing', () => {
    for (const text of [...render(120), ...render(60, { stopped: 'decided', task: 'prose' })])
      expect(text).not.toContain('rests on');
  });
});
