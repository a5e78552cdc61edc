import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, type GitHubClient } from '../../src/adapters/github/client.ts';
import { FakeGitHub } from './fake-github.ts';
import { SLICE } from './github/contract.ts';
import { REST } from './github/rest.ts';
import { runtimeToken } from './runtime-token.ts';
import { pullRequest } from './simulate.ts';

/** The fake is only worth as much as it is like GitHub: here it is held to GitHub's own description. */

const REPOSITORY = { owner: 'o', repo: 'r' };
const SHA = 'a'.repeat(40);
let github: FakeGitHub;
let client: GitHubClient;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  client = createClient({ token: 't', apiUrl: github.url, timeoutMs: 20_000 });
});
afterEach(() => github.stop());

const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error as { status?: number }).status,
  );

/** What the fake objected to; forgotten, so that `stop` does not throw it. */
const objections = () => github.violations.splice(0);

test('every call of the slice has an answer, and no answer is without its call', () => {
  expect(Object.keys(REST).sort()).toEqual(SLICE.operations.map(({ id }) => id).sort());
});

describe('what the fake answers is what GitHub describes', () => {
  beforeEach(() => {
    github.pulls.push(pullRequest().payload.pull_request);
    github.permissions.set('octocat', ['maintain', 'write']);
    github.commits.set('main', { 'evals/weighbridge.yml': 'version: 1\n' });
    github.mergeBase = 'd'.repeat(40);
    github.push = { after: SHA, timestamp: '2026-11-20T12:00:00Z' };
    github.runs.set(42, { event: 'pull_request', head_sha: SHA });
    github.addArtifact('weighbridge-facts', Buffer.from('zip'));
    github.addArtifact('weighbridge-facts', Buffer.from('of another run'), { runId: 41 });
    const at = '2026-11-20T12:00:00Z';
    github.labels.push({ name: 'a', actor: 'octocat', at }, { name: 'b', actor: 'octocat', at });
    github.labels.push({ name: 'a', actor: 'octocat', at, event: 'unlabeled' });
  });

  test.each([
    [
      'GET /repos/{owner}/{repo}/pulls/{pull_number}',
      { pull_number: 7 },
      { number: 7, head: { sha: SHA }, labels: [{ name: 'b' }] },
    ],
    ['GET /repos/{owner}/{repo}/pulls', { state: 'open', head: 'o:feature' }, [{ number: 7 }]],
    ['GET /repos/{owner}/{repo}/pulls', { state: 'closed' }, []],
    ['GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { commit_sha: SHA }, [{ number: 7 }]],
    [
      'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      { username: 'octocat' },
      { permission: 'write', role_name: 'maintain' },
    ],
    [
      'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      { username: 'mallory' },
      { permission: 'read' },
    ],
    ['GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { commit_sha: 'main' }, { sha: 'main' }],
    ['GET /repos/{owner}/{repo}/activity', { ref: 'refs/heads/feature' }, [{ after: SHA }]],
    ['GET /repos/{owner}/{repo}/activity', { owner: 'stranger' }, [{ after: SHA }]],
    [
      'GET /repos/{owner}/{repo}/contents/{path}',
      { path: 'evals/weighbridge.yml' },
      { encoding: 'base64', size: 11 },
    ],
    [
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      { basehead: 'main...topic' },
      { merge_base_commit: { sha: 'd'.repeat(40) } },
    ],
    [
      'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
      { issue_number: 7 },
      [{ event: 'labeled' }, {}, { event: 'unlabeled' }],
    ],
    ['GET /repos/{owner}/{repo}/issues/{issue_number}/labels', { issue_number: 7 }, [{ name: 'b' }]],
    ['GET /repos/{owner}/{repo}/actions/runs/{run_id}', { run_id: 42 }, { id: 42, event: 'pull_request' }],
    [
      'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      { workflow_id: 'gate.yml' },
      { total_count: 1 },
    ],
    [
      'GET /repos/{owner}/{repo}/actions/artifacts',
      { name: 'weighbridge-facts' },
      { total_count: 2, artifacts: [{ id: 77 }, {}] },
    ],
    [
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
      { run_id: 41 },
      { total_count: 1, artifacts: [{ id: 78, workflow_run: { id: 41 } }] },
    ],
    ['GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', { artifact_id: 77 }, { size_in_bytes: 3 }],
  ] as const)('%s %j', async (route, parameters, expected) => {
    const { data } = await client.request(route, { ...REPOSITORY, ...parameters });
    expect(data).toMatchObject(expected);
    expect(github.violations).toEqual([]);
  });

  test.each([
    ['GET /repos/{owner}/{repo}/contents/{path}', { path: 'missing.yml', ref: 'main' }],
    ['GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: 8 }],
    ['DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: 1 }],
  ])('what is not there is a 404: %s', async (route, parameters) => {
    expect(await statusOf(client.request(route, { ...REPOSITORY, ...parameters }))).toBe(404);
  });
});

describe('a request that GitHub would not know does not go unnoticed', () => {
  const comment = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  test.each([
    ['another call', 'GET /repos/{owner}/{repo}/forks', {}, 'is not a call of the slice'],
    ['a body that lacks a field', comment, { issue_number: 7 }, 'needs a body'],
    ['a body of another type', comment, { issue_number: 7, body: 7 }, 'another type'],
    [
      'a field that GitHub would ignore',
      comment,
      { issue_number: 7, body: 'x', boddy: 'x' },
      'has no boddy in its body',
    ],
    ['a parameter of another type', comment, { issue_number: 'seven', body: 'x' }, 'must be integer'],
    [
      'a query that is not there',
      'GET /repos/{owner}/{repo}/pulls',
      { authors: 'x' },
      'has no query authors',
    ],
    [
      'a conclusion that is not one',
      'POST /repos/{owner}/{repo}/check-runs',
      { name: 'x', head_sha: SHA, status: 'completed', conclusion: 'inconclusive' },
      'must be equal to one of the allowed values',
    ],
  ])('%s', async (_, route, parameters, words) => {
    expect(await statusOf(client.request(route, { ...REPOSITORY, ...parameters }))).not.toBe('answered');
    expect(objections().join('\n')).toContain(words);
  });

  test('GraphQL is executed against the schema', async () => {
    const { node_id } = github.addComment('old');
    const hide = `mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }`;
    await client.graphql(hide, { id: node_id });
    expect(github.comments[0]?.minimized).toBe('outdated');
    await expect(client.graphql(hide.replace('OUTDATED', 'STALE'), { id: node_id })).rejects.toThrow('STALE');
    expect(objections()).toEqual([expect.stringContaining('STALE')]);
    await expect(client.graphql(hide, { id: 'IC_9' })).rejects.toThrow('Could not resolve to a node');
  });

  test('and stop throws it', async () => {
    const other = await new FakeGitHub().start();
    other.violations.push('something');
    await expect(other.stop()).rejects.toThrow('something');
  });
});

describe('limits that GitHub does not describe', () => {
  const create = (body: string) => client.rest.issues.createComment({ ...REPOSITORY, issue_number: 7, body });

  test('a comment has 65,536 characters', async () => {
    await create('x'.repeat(65_536));
    await expect(create('x'.repeat(65_537))).rejects.toMatchObject({
      status: 422,
      message: /body is too long/,
    });
  });

  test('the summary of a check has 65,535 bytes, its text is cut without a word', async () => {
    const check = (output: { title: string; summary: string; text?: string }) =>
      client.rest.checks.create({ ...REPOSITORY, name: 'x', head_sha: SHA, output });
    await expect(check({ title: 'x', summary: 'é'.repeat(40_000) })).rejects.toMatchObject({ status: 422 });
    await check({ title: 'x', summary: 'x', text: 'é'.repeat(40_000) });
    const output = github.checks[0]?.output as { readonly text: string } | undefined;
    expect(Buffer.byteLength(output?.text ?? '')).toBeGreaterThan(65_000);
    expect(Buffer.byteLength(output?.text ?? '')).toBeLessThanOrEqual(65_538);
  });
});

describe('faults', () => {
  const get = () => client.rest.issues.listComments({ ...REPOSITORY, issue_number: 7 });
  const post = () => client.rest.issues.createComment({ ...REPOSITORY, issue_number: 7, body: 'x' });

  test.each([
    [418, 418, 0],
    ['reset', 500, 0],
    ['lost', 500, 1],
    ['truncated', 500, 1],
    ['unicorn', 502, 0],
    [{ secondaryLimit: { retryAfter: 3 } }, 403, 0],
    [{ delayMs: 5 }, 'answered', 1],
  ] as const)('%j: the client sees %s, and %i comments were written', async (fault, seen, written) => {
    github.fault = () => fault;
    expect(await statusOf(post())).toBe(seen);
    expect(github.comments).toHaveLength(written);
  });

  test.each(['html', 'not-json'] as const)('%s is no list of comments', async (fault) => {
    github.fault = () => fault;
    expect(
      await get().then(
        ({ data }) => Array.isArray(data),
        () => false,
      ),
    ).toBe(false);
  });
});

describe('the results service, with the official client', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weighbridge-results-'));
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken());
    vi.stubEnv('ACTIONS_RESULTS_URL', github.url);
    vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  test('what was uploaded is listed, downloaded and deleted', async () => {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const artifacts = new DefaultArtifactClient();
    const [root, target] = [join(folder, 'in'), join(folder, 'out')];
    await mkdir(root);
    const text = 'sample\n'.repeat(10_000);
    await writeFile(join(root, 'samples.jsonl'), text);
    const { id = 0, digest } = await artifacts.uploadArtifact('facts', [join(root, 'samples.jsonl')], root);
    const listed = await artifacts.listArtifacts();
    expect(listed.artifacts).toMatchObject([{ name: 'facts', id, digest: `sha256:${digest}` }]);
    const download = { path: target, expectedHash: `sha256:${digest}` };
    expect(await artifacts.downloadArtifact(id, download)).toMatchObject({ digestMismatch: false });
    expect(await readFile(join(target, 'samples.jsonl'), 'utf8')).toBe(text);
    await expect(artifacts.uploadArtifact('facts', [join(root, 'samples.jsonl')], root)).rejects.toThrow(
      'already exists',
    );
    expect(await artifacts.deleteArtifact('facts')).toEqual({ id });
  });
});
