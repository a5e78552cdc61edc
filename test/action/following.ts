import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assignment, followProgress, type Pace } from '../../src/action/follow-progress.ts';
import { writeProgress } from '../../src/action/progress-file.ts';
import { upsertComment } from '../../src/adapters/github/comment.ts';
import type { EvaluationProgress } from '../../src/core/domain/progress.ts';
import { KEY, META, requestTo } from '../adapters/github/commenting.ts';
import type { FakeGitHub } from '../simulator/fake-github.ts';

/** Quick, and still in the order of the real one. */
export const QUICK_PACE: Pace = { pollMs: 5, firstMs: 20, writeMs: 40, changeMs: 20, requestMs: 1000 };

const PROGRESS: EvaluationProgress = {
  ...{ side: 'candidate', task: 'mmlu', done: 34, planned: 100, tasksDone: 7, tasks: 10, secondsLeft: 2 },
};

/** The notice of a job, as `prep` writes it. */
export const announceOn = (github: FakeGitHub, id = 'a', expected = 1, meta = META) =>
  upsertComment(
    requestTo(github, {
      ...{ leg: null, note: { id, label: `size=${id}`, text: '' }, expected, shared: expected > 1, meta },
      running: { sha: meta.sha, tasks: 2 },
    }),
  );

export function assignmentFor(github: FakeGitHub, folder: string): Assignment {
  const files = { progress: join(folder, 'progress.json'), outcome: join(folder, 'outcome.json') };
  return {
    ...{ token: 't', apiUrl: github.url, repository: { owner: 'o', name: 'r' }, key: KEY, meta: META },
    ...{ comment: github.comments[0]?.id ?? 0, leg: { id: 'a', label: 'size=a', expected: 1 } },
    ...{ runUrl: 'https://github.com/o/r/actions/runs/42', tasks: ['mmlu', 'facts'], mayStopEarly: false },
    ...{ files, runner: null, limitMs: 60_000 },
  };
}

/** A writer as it runs after the notice, in this process. */
export function followOn(github: FakeGitHub, changes: Partial<Assignment> = {}, pace = QUICK_PACE) {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-follow-'));
  const file = join(folder, 'progress.json');
  const end = new AbortController();
  const assignment = { ...assignmentFor(github, folder), ...changes };
  const followed = followProgress(assignment, end.signal, pace);
  return {
    say: (said: Partial<EvaluationProgress> = {}) => writeProgress(file, { ...PROGRESS, ...said }),
    evaluated: () => rmSync(file),
    tell: () => end.abort(),
    ended: followed.finally(() => rmSync(folder, { recursive: true })),
  };
}
