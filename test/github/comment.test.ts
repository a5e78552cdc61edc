import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../src/github/client.ts';
import { type CommentRequest, upsertComment } from '../../src/github/comment.ts';
import { hasMarker, isCommentKey, isNewer, markerLine, readMarker, textOf } from '../../src/github/marker.ts';
import { explainFailure } from '../../src/github/trouble.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';

const META = { sha: 'a'.repeat(40), run: 42, attempt: 1 };
const KEY = 'facts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

function request(overrides: Partial<CommentRequest> = {}): CommentRequest {
  return {
    client: createClient({ token: 't', apiUrl: github.url, timeoutMs: 2000 }),
    repository: { owner: 'o', name: 'r' },
    issue: 7,
    key: KEY,
    meta: META,
    text: 'the report\n',
    mode: 'always',
    failed: true,
    ...overrides,
  };
}

const marked = (text: string, meta = META, key = KEY) => `${markerLine(key, meta)}\n${text}`;

describe('one comment a key, kept up to date', () => {
  test('created where there is none', async () => {
    const outcome = await upsertComment(request());
    expect(outcome).toEqual({ kind: 'created', url: github.comments[0]?.html_url });
    expect(github.comments.map(({ body }) => body)).toEqual([marked('the report\n')]);
  });

  test('updated in place where there is one, even on the third page', async () => {
    for (let index = 0; index < 205; index++) github.addComment(`comment ${index}`, 'somebody');
    const ours = github.addComment(marked('old', { ...META, run: 41 }));
    expect(await upsertComment(request())).toEqual({ kind: 'updated', url: ours.html_url });
    expect(github.comments).toHaveLength(206);
    expect(ours.body).toBe(marked('the report\n'));
  });

  test('not written when nothing but the run changed', async () => {
    github.addComment(marked('the report\r\n', { ...META, run: 41 }));
    expect(await upsertComment(request())).toMatchObject({ kind: 'unchanged' });
    expect(github.writes()).toEqual([]);
  });

  test.each([
    ['a later run', { ...META, run: 43 }],
    ['a later attempt', { ...META, attempt: 2 }],
  ])('never over what %s has written', async (_, meta) => {
    github.addComment(marked('newer', meta));
    expect(await upsertComment(request())).toMatchObject({
      kind: 'skipped',
      reason: `run ${meta.run} is newer and has written the comment`,
    });
    expect(github.writes()).toEqual([]);
  });

  test.each([
    ['somebody else who copied our marker', marked('forged'), 'mallory'],
    ['a user named like our bot', marked('forged'), 'github-actions'],
    ['our own comment of another key', marked('other', META, 'mmlu'), 'github-actions[bot]'],
    ['our own comment that quotes the marker', `> ${marked('quoted')}`, 'github-actions[bot]'],
  ])('not that of %s', async (_, body, login) => {
    const foreign = github.addComment(body, login);
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
    expect(foreign.body).toBe(body);
    expect(github.comments).toHaveLength(2);
  });

  test.each([
    ['github-actions[bot]', 'github-actions[bot]', 'Bot'],
    ['github-actions', 'github-actions[bot]', 'Bot'],
    ['octocat', 'octocat', 'User'],
  ])('GraphQL says %s, REST says %s: the same account', async (viewer, login, type) => {
    github.viewer = viewer;
    github.addComment(marked('old'), login, type);
    expect(await upsertComment(request())).toMatchObject({ kind: 'updated' });
  });

  test('unreadable metadata does not keep us from updating our comment', async () => {
    github.addComment(`<!-- weighbridge:v1:${KEY} @@@ -->\nold`);
    expect(await upsertComment(request())).toMatchObject({ kind: 'updated' });
  });
});

describe('two runs that both create', () => {
  test('the later id goes, its newer text stays', async () => {
    github.afterCreate = () => {
      github.afterCreate = () => {};
      github.addComment(marked('newer', { ...META, run: 43 }));
    };
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
    expect(github.comments.map(({ body }) => body)).toEqual([marked('newer', { ...META, run: 43 })]);
  });

  test('the earlier id stays, and gets our text when we are newer', async () => {
    let other = '';
    // The other run's comment has the lower id, but was not yet listed when we looked.
    const early = github.addComment(marked('older', { ...META, run: 41 }));
    github.comments.length = 0;
    github.afterCreate = () => {
      github.comments.unshift(early);
      other = early.html_url;
    };
    expect(await upsertComment(request())).toEqual({ kind: 'updated', url: other });
    expect(github.comments.map(({ id, body }) => [id, body])).toEqual([[early.id, marked('the report\n')]]);
  });

  test('the other run had already tidied up', async () => {
    github.afterCreate = () => {
      github.addComment(marked('older', { ...META, run: 41 }));
    };
    github.fault = ({ method }) => (method === 'DELETE' ? 404 : undefined);
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
  });
});

describe('modes', () => {
  test.each([
    ['never', true, false, 'skipped', 0],
    ['on-failure', false, false, 'skipped', 0],
    ['on-failure', true, false, 'created', 1],
    // An old failure must not go on standing there.
    ['on-failure', false, true, 'updated', 1],
    ['always', false, false, 'created', 1],
  ] as const)('%s, failed %s, existing %s: %s', async (mode, failed, existing, kind, writes) => {
    if (existing) github.addComment(marked('old failure', { ...META, run: 1 }));
    expect(await upsertComment(request({ mode, failed }))).toMatchObject({ kind });
    expect(github.writes()).toHaveLength(writes);
  });
});

describe('what GitHub refuses becomes a warning with the remedy', () => {
  test.each([
    [403, false, 'permissions:\n  contents: read\n  pull-requests: write'],
    [404, false, 'pull-requests: write'],
    [403, true, 'a pull request from a fork is read-only'],
    [422, false, 'the conversation may be locked'],
    [429, false, 'rate limit was reached'],
    [502, false, 'GitHub had trouble (HTTP 502)'],
    ['hang', false, 'did not answer in time'],
  ] as const)('%s, fork %s', async (fault, fork, words) => {
    github.fault = () => fault;
    const client = createClient({ token: 't', apiUrl: github.url, timeoutMs: 300 });
    const error = await upsertComment(request({ client })).then(
      () => expect.unreachable('GitHub refused'),
      (reason: unknown) => reason,
    );
    const warning = explainFailure(error, 'comment', fork);
    expect(warning).toContain(words);
    expect(warning).toContain('The verdict is not affected');
  });

  test('no GitHub at all', async () => {
    const client = createClient({ token: 't', apiUrl: 'http://127.0.0.1:1', timeoutMs: 300 });
    await expect(upsertComment(request({ client }))).rejects.toThrow();
  });
});

describe('the marker', () => {
  test('holds its metadata, on one line that ends the HTML comment once', () => {
    const line = markerLine(KEY, META);
    expect(line.match(/--/g)).toHaveLength(2);
    expect(hasMarker(`${line}\ntext`, KEY)).toBe(true);
    expect(readMarker(`${line}\ntext`, KEY)).toEqual(META);
    expect(textOf(`${line}\r\ntext\r\n`)).toBe('text');
  });

  test.each([
    ['fact', false],
    ['facts-2', false],
  ])('is not that of the key %s', (key, expected) => {
    expect(hasMarker(`${markerLine(KEY, META)}\n`, key)).toBe(expected);
  });

  test.each([
    ['a-b_c.1', true],
    ['', false],
    ['a b', false],
    ['-->', false],
    ['x'.repeat(65), false],
  ])('the key %j is allowed: %s', (key, allowed) => {
    expect(isCommentKey(key)).toBe(allowed);
  });

  test('newer is a matter of runs, then attempts', () => {
    expect(isNewer({ ...META, run: 43 }, META)).toBe(true);
    expect(isNewer({ ...META, attempt: 2 }, META)).toBe(true);
    expect(isNewer(META, META)).toBe(false);
    expect(isNewer({ ...META, run: 41, attempt: 9 }, META)).toBe(false);
  });
});
