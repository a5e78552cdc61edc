import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadBaseline } from '../../src/github/baseline-artifact.ts';
import { createClient } from '../../src/github/client.ts';
import { ARTIFACT, answerAsGitHub, GREEN } from '../support/green-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let runs: readonly object[] = [];
let artifacts: readonly object[] = [];
const server = createServer((request, response) => answerAsGitHub({ runs, artifacts }, request, response));
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));

/** Why nothing was downloaded. */
async function refusal(): Promise<string> {
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createClient({ token: 't', apiUrl, timeoutMs: 10_000 });
  const search = { client, token: 't', repository: { owner: 'o', name: 'r' }, runId: 42, branch: 'main' };
  const outcome = await downloadBaseline(
    { ...search, prefix: 'weighbridge-key-report-' },
    temporaryFolder(),
  ).catch((error: unknown) => error);
  return outcome instanceof Error ? outcome.message : 'it was downloaded';
}

describe('the report of the last green run', () => {
  test.each<[string, object]>([
    [
      "a fork's pull request from a branch of the same name",
      { head_repository: { id: 2 }, event: 'pull_request' },
    ],
    ['a push to the branch of the same name in a fork', { head_repository: { id: 2 } }],
    ['a pull request', { event: 'pull_request' }],
    ['a fork that is gone', { head_repository: null }],
    ['this very run', { id: 42 }],
    ['a run on another branch', { head_branch: 'change' }],
    ['a run that failed', { conclusion: 'failure' }],
  ])('is never that of %s', async (_, overrides) => {
    runs = [{ ...GREEN, ...overrides }];
    artifacts = [ARTIFACT];
    expect(await refusal()).toBe('no green run of this workflow on main');
  });

  test.each<[string, object, string]>([
    ['has expired', { expired: true }, 'no artifact of a green run on main is left'],
    ['is of another gate', { name: 'weighbridge-other-report-1' }, 'no artifact'],
    ['has no digest', { digest: null }, 'no digest to check it by'],
    ['is huge', { size_in_bytes: 2 ** 40 }, 'larger than'],
  ])('is none when it %s', async (_, overrides, says) => {
    runs = [GREEN];
    artifacts = [{ ...ARTIFACT, ...overrides }];
    expect(await refusal()).toContain(says);
  });
});
