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

describe('a merge that rests on a lean', () => {
  const undecided = { verdict: 'inconclusive', blocks: false, needed: 900 } as const;
  const leans = gate({ ...undecided, leaning: 'pass' });
  const file = (...gates: ReturnType<typeof gate>[]) =>
    buildVerdictFile(facts({ verdict: 'inconclusive', blocked: false, gates }));

  test('says in its first words that it is not proven, by which rate, and what would prove it', () => {
    const { markdown } = renderMarkdown(file(leans), CONTEXT, COMMENT_BYTES);
    const [first = ''] = markdown.split('\n');
    expect(first).toMatch(/^\*\*PASS, NOT PROVEN ⚠️\*\* /);
    expect(first).toContain(
      'It merges on a lean: at most about 25 % of candidates exactly at the limit would, where a proof lets 5 % through. About 900 samples would prove it.',
    );
    expect(file(leans)).toMatchObject({ proven: false, blocked: false });
    expect(file(leans).summary).toMatch(/^Pass, not proven: /);
  });

  test.each([
    [
      'it was waived',
      gate({ ...undecided, leaning: 'pass', waived: { by: 'a', reason: 'r', expires: '2026-12-31' } }),
    ],
    ['it does not lean to pass', gate({ ...undecided, leaning: null })],
  ])('and is no such pass where %s', (_, other) => {
    expect(file(leans, other).summary).toMatch(/^Inconclusive: /);
  });

  test('only a pass is proven', () => {
    expect(PASS.proven).toBe(true);
    expect(buildVerdictFile(facts({ verdict: 'regression', blocked: true })).proven).toBe(false);
  });
});
