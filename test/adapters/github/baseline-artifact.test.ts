import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { downloadBaseline } from '../../../src/adapters/github/baseline-artifact.ts';
import { createClient } from '../../../src/adapters/github/client.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import type { FakeArtifact } from '../../simulator/github/state.ts';
import { addGreenRun, GREEN, PREFIX } from '../../support/green-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

/** Why nothing was downloaded. */
async function refusal(): Promise<string> {
  const client = createClient({ token: 't', apiUrl: github.url, timeoutMs: 10_000 });
  const search = { client, token: 't', repository: { owner: 'o', name: 'r' }, runId: 42, branch: 'main' };
  const outcome = await downloadBaseline({ ...search, prefix: PREFIX }, temporaryFolder()).catch(
    (error: unknown) => error,
  );
  return outcome instanceof Error ? outcome.message : 'it was downloaded';
}

describe('the report of the last green run', () => {
  test.each<[string, object, number?]>([
    [
      "a fork's pull request from a branch of the same name",
      { head_repository: { id: 2 }, event: 'pull_request' },
    ],
    ['a push to the branch of the same name in a fork', { head_repository: { id: 2 } }],
    ['a pull request', { event: 'pull_request' }],
    ['a fork that is gone', { head_repository: null }],
    ['this very run', {}, 42],
    ['a run on another branch', { head_branch: 'change' }],
    ['a run that failed', { conclusion: 'failure' }],
  ])('is never that of %s', async (_, overrides, id = 41) => {
    addGreenRun(github, Buffer.from('zip'));
    github.runs.delete(41);
    github.runs.set(id, { ...GREEN, ...overrides });
    expect(await refusal()).toBe('no green run of this workflow on main');
  });

  test.each<[string, Partial<FakeArtifact>, string]>([
    ['has expired', { expired: true }, 'no artifact of a green run on main is left'],
    ['is of another gate', { name: 'weighbridge-other-report-1' }, 'no artifact'],
    ['is a page', { name: `${PREFIX}1.html` }, 'no artifact'],
    ['has no digest', { digest: null }, 'no digest to check it by'],
    ['is huge', { size: 2 ** 40 }, 'larger than'],
  ])('is none when it %s', async (_, overrides, says) => {
    addGreenRun(github, Buffer.from('zip'), overrides);
    expect(await refusal()).toContain(says);
  });
});
