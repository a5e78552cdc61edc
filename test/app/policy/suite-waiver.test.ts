import { expect, test } from 'vitest';
import { mustBeAccepted } from '../../../src/app/policy/suite-waiver.ts';
import type { SuiteMode } from '../../../src/core/domain/policy.ts';

const review = (mode: SuiteMode, subject: string, counts = true) => ({
  ...{ mode, digest: 'd' },
  changes: [
    {
      ...{ subject, counts, kind: 'changed' as const, before: 'a', after: 'b' },
      ...{ digests: { before: 'x', after: 'y' }, size: null },
    },
  ],
});

test.each<[SuiteMode, string, boolean]>([
  ['block', 'tasks.facts.dataset', true],
  // The base branch's file is asked in its place.
  ['base', 'tasks.facts.dataset', false],
  // These are read where the verdict is made, and not by what is asked.
  ['base', 'tasks.facts.scorers.judge.labels', true],
  ['base', 'anchor.model', true],
  ['warn', 'tasks.facts.scorers.judge.labels', false],
])('with suite_changes: %s a change of %s waits for a word: %s', (mode, subject, waits) => {
  expect(mustBeAccepted(review(mode, subject))).toBe(waits);
  expect(mustBeAccepted(review(mode, subject, false))).toBe(false);
});
