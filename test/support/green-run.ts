import type { FakeGitHub } from '../simulator/fake-github.ts';
import { sample } from '../simulator/github/sample.ts';
import { type FakeArtifact, RUN_ID } from '../simulator/github/state.ts';

/** A run that may give the baseline, as GitHub's API describes it. */
export const GREEN = {
  ...{ event: 'push', status: 'completed', conclusion: 'success', workflow_id: 5 },
  ...{ head_branch: 'main', head_sha: 'c'.repeat(40), created_at: '2026-11-01T10:00:00Z' },
  ...{
    head_repository: { id: 1 },
    repository: { id: 1 },
    actor: sample('simple-user', { login: 'somebody' }),
  },
};

export const GREEN_RUN = 41;
/** What the name of its report begins with. */
export const PREFIX = 'weighbridge-key-report-';

/** Puts the green run, its report, and the run that asks into the fake. */
export function addGreenRun(
  github: FakeGitHub,
  content: Buffer,
  { name = `${PREFIX}1`, ...overrides }: Partial<FakeArtifact> = {},
): void {
  github.runs.set(GREEN_RUN, GREEN);
  github.runs.set(RUN_ID, { workflow_id: GREEN.workflow_id, status: 'in_progress' });
  github.addArtifact(name, content, { runId: GREEN_RUN, ...overrides });
}
