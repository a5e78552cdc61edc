import { expect, test } from 'vitest';
import type { VerdictFile } from '../../../src/core/domain/decision.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/report/markdown.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { CONTEXT, PASS } from '../examples.ts';

const differs = (severity: 'hard' | 'soft'): VerdictFile => ({
  ...PASS,
  comparability: [
    { task: 'extra', field: 'prompt', baseline: 'sha256:aaaa', candidate: 'sha256:bbbb', severity },
  ],
});

const TOLD = 'Not compared, and no blocking gate speaks of it';

test('a task that no blocking gate speaks of and that cannot be compared is told beside a pass', () => {
  expect(renderMarkdown(differs('hard'), CONTEXT, COMMENT_BYTES).markdown).toContain(TOLD);
  expect(renderTerminal(differs('hard'), { color: false })).toContain(TOLD);
});

test('nothing is said of a difference that does not matter', () => {
  expect(renderMarkdown(differs('soft'), CONTEXT, COMMENT_BYTES).markdown).not.toContain(TOLD);
});
