import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import type { ReportContext } from '../../../src/report/section.ts';
import { REGRESSION } from '../examples.ts';

const context = { artifactUrl: null, runUrl: null, elapsedSeconds: null };
const comment = (lockedSplits: ReportContext['lockedSplits'] = []) =>
  renderMarkdown(REGRESSION, { ...context, lockedSplits }, 60_000).markdown;

test('a locked split that decided has a line with what that does to the promised error', () => {
  const use = { task: 'final', alpha: 0.05, before: { rounds: 7, most: 0.4, independent: 0.337 } };
  expect(comment([use])).toContain(
    '<code>final</code> is a locked split, and this is round 8 on record that it decides: the chance that luck let a regression pass in one of them is at most 40 % (33.7 % where rounds are independent), not 5 %.',
  );
});

test('one of which nothing is known says so, and without one there is no line', () => {
  const unknown = { task: 'final', alpha: 0.05, before: null };
  expect(comment([unknown])).toContain('how often it decided before is not known');
  expect(comment()).not.toContain('locked split');
});

test('the name of a task stays text', () => {
  const use = { task: '</code><b>evil</b>`', alpha: 0.05, before: null };
  expect(comment([use])).not.toContain('<b>evil');
});
