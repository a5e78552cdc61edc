import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainFailure } from '../../../src/adapters/github/api-errors.ts';
import { createClient } from '../../../src/adapters/github/client.ts';
import { upsertComment } from '../../../src/adapters/github/comment.ts';
import { textOf } from '../../../src/adapters/github/marker.ts';
import { RetryBudget } from '../../../src/adapters/github/retry-budget.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { connect, type Overrides, QUICK, requestTo } from './commenting.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const request = (overrides: Overrides = {}) => requestTo(github, overrides);

describe('passing troubles', () => {
  test.each([502, 'reset', 'lost', 'truncated', 'html', 'not-json', 'unicorn'] as const)(
    '%s once: one comment is written all the same',
    async (fault) => {
      for (const call of ['issues/list-comments', 'issues/create-comment'] as const) {
        let faults = 1;
        github.comments.length = 0;
        github.fault = (each) => (each.call === call && faults-- > 0 ? fault : undefined);
        await upsertComment(request());
        expect(
          github.comments.map(({ body }) => textOf(body)),
          call,
        ).toEqual(['the report']);
      }
    },
  );

  test('a rate limit is waited out where GitHub says for how long, and it is not long', async () => {
    let faults = 1;
    github.fault = () => (faults-- > 0 ? { secondaryLimit: { retryAfter: 1 } } : undefined);
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
    github.fault = () => ({ secondaryLimit: { retryAfter: 60 } });
    const before = github.requests.length;
    await expect(upsertComment(request())).rejects.toThrow('secondary rate limit');
    expect(github.requests).toHaveLength(before + 1);
  });

  test('a refusal is not asked again', async () => {
    github.fault = () => 403;
    await expect(upsertComment(request())).rejects.toThrow();
    expect(github.requests).toHaveLength(1);
  });

  test('all budget together has an end', async () => {
    github.fault = () => 'hang';
    const budget = new RetryBudget({ ...QUICK, totalMs: 300 });
    // Nothing but the budget ends it within the test's time.
    const timeoutMs = 3_600_000;
    const client = createClient({ token: 't', apiUrl: github.url, timeoutMs, signal: budget.signal });
    await expect(upsertComment(request({ client, budget }))).rejects.toThrow();
  });
});

describe('what GitHub refuses becomes a warning with the remedy', () => {
  test.each([
    [403, false, 'permissions:\n  contents: read\n  pull-requests: write'],
    [404, false, 'pull-requests: write'],
    [403, true, 'a pull request from a fork is read-only'],
    [422, false, 'the conversation may be locked'],
    [429, false, 'rate limit was reached'],
    [502, false, 'GitHub answered with an error (HTTP 502)'],
    ['hang', false, 'did not answer in time'],
  ] as const)('%s, fork %s', async (fault, fork, words) => {
    github.fault = () => fault;
    const error = await upsertComment(request({ client: connect(github, 100) })).then(
      () => expect.unreachable('GitHub refused'),
      (reason: unknown) => reason,
    );
    const warning = explainFailure(error, 'comment', fork);
    expect(warning).toContain(words);
    expect(warning).toContain('The verdict is not affected');
  });

  // red-team 10: locked, archived, SAML, lists of addresses
  test.each([
    'Unable to create comment because issue is locked.',
    'Repository was archived so is read-only.',
    'Resource protected by organization SAML enforcement. You must grant your token access.',
    'Although you appear to have the correct authorization credentials, the organization has an IP allow list enabled.',
  ])('403 for another reason says it in the words of GitHub: %s', async (message) => {
    github.fault = () => ({
      status: 403,
      body: { message },
      headers: { 'content-type': 'application/json' },
    });
    const error = await upsertComment(request()).catch((reason: unknown) => reason);
    const warning = explainFailure(error, 'comment', false);
    expect(warning).toContain(message);
    expect(warning).not.toContain('pull-requests: write');
  });

  test('no GitHub at all', async () => {
    await expect(
      upsertComment(request({ client: connect({ url: 'http://127.0.0.1:1' }, 300) })),
    ).rejects.toThrow();
  });
});
