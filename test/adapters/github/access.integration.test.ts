import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainFailure } from '../../../src/adapters/github/api-errors.ts';
import { createClient } from '../../../src/adapters/github/client.ts';
import { upsertComment } from '../../../src/adapters/github/comment.ts';
import { setHidden } from '../../../src/adapters/github/hiding.ts';
import { textOf } from '../../../src/adapters/github/marker.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { writeCheck } from './checking.ts';
import { connect, type Overrides, requestTo } from './commenting.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const request = (overrides: Overrides = {}) => requestTo(github, overrides);
const as = (token: string) => createClient({ token, apiUrl: github.url, timeoutMs: 20_000 });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('GitHub refused'),
    (reason: unknown) => reason,
  );
const check = (client = connect(github)) => writeCheck(client);

describe('permissions of a token', () => {
  test.each([
    [{ pull_requests: 'write' }, true],
    [{ issues: 'write' }, true],
    [{ pull_requests: 'read' }, false],
    [{ checks: 'write' }, false],
  ] as const)('%j lets it comment: %s', async (permissions, may) => {
    github.tokens.set('t', { login: 'github-actions[bot]', permissions });
    if (may) expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
    else
      expect(explainFailure(await reasonOf(upsertComment(request())), 'comment', false)).toContain(
        'pull-requests: write',
      );
    expect(github.comments).toHaveLength(may ? 1 : 0);
  });

  test('a refusal of GraphQL comes with 200, and names the permission all the same', async () => {
    const outcome = await upsertComment(request());
    if (outcome.kind === 'skipped') throw new Error(outcome.reason);
    github.tokens.set('weak', { login: 'github-actions[bot]', permissions: { pull_requests: 'read' } });
    const reason = await reasonOf(setHidden(as('weak'), outcome.comment, true));
    expect(explainFailure(reason, 'hiding', false)).toContain('pull-requests: write');
    expect(github.comments[0]?.minimized).toBeNull();
  });

  test('with the token of a person, the comment of the app is another and can be hidden', async () => {
    await upsertComment(request());
    github.tokens.set('pat', { login: 'octocat', permissions: { pull_requests: 'write' } });
    const client = as('pat');
    const outcome = await upsertComment(request({ client }));
    if (outcome.kind === 'skipped') throw new Error(outcome.reason);
    expect(outcome.kind).toBe('created');
    for (const other of outcome.others) await setHidden(client, other, true);
    expect(github.comments.map(({ user, minimized }) => [user.login, minimized])).toEqual([
      ['github-actions[bot]', 'outdated'],
      ['octocat', null],
    ]);
    // And the way back: the app's own comment is updated, and shown again by whoever publishes.
    expect(await upsertComment(request())).toMatchObject({ others: [{ hidden: null }] });
  });
});

describe.each([403, 429] as const)('a quota that is used up, answered with %s', (status) => {
  const inSeconds = (seconds: number) => Math.ceil(Date.now() / 1000) + seconds;

  test('is waited for where it begins anew soon', async () => {
    github.quota = { limit: 100, left: 1, resets: inSeconds(1), status };
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
    expect(github.comments.map(({ body }) => textOf(body))).toEqual(['the report']);
  });

  test('is told at once where it does not', async () => {
    github.quota = { limit: 100, left: 0, resets: inSeconds(3000), status };
    const reason = await reasonOf(upsertComment(request()));
    expect(explainFailure(reason, 'comment', false)).toContain('rate limit was reached');
    expect(github.requests).toHaveLength(1);
  });
});

test.each([
  ['a locked conversation', () => github.locked.add(7), 'Unable to create comment because issue is locked'],
  ['an archived repository', () => (github.archived = true), 'Repository was archived so is read-only'],
])('%s is told in the words of GitHub', async (_, close, words) => {
  close();
  const warning = explainFailure(await reasonOf(upsertComment(request())), 'comment', false);
  expect(warning).toContain(words);
  expect(warning).not.toContain('pull-requests: write');
});

test('a repository that has another name now gets one comment and one check', async () => {
  github.renamed = true;
  expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
  await check();
  expect(await upsertComment(request())).toMatchObject({ kind: 'unchanged' });
  await check();
  expect([github.comments.length, github.checks.length]).toEqual([1, 1]);
});

describe('the check', () => {
  test('of another app that calls itself like ours stands beside ours, which is updated', async () => {
    github.app = 'somebody';
    await check();
    github.app = 'github-actions';
    await check();
    await check();
    expect(github.checks.map(({ app }) => app)).toEqual(['somebody', 'github-actions']);
  });

  test('of a commit that GitHub does not know is told as that', async () => {
    github.heads = new Set(['b'.repeat(40)]);
    const warning = explainFailure(await reasonOf(check()), 'check', false);
    expect(warning).toContain(`No commit found for SHA: ${'a'.repeat(40)}`);
    expect(warning).not.toContain('locked');
  });
});
