import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { upsertComment } from '../../../src/adapters/github/comment.ts';
import { readMarker } from '../../../src/adapters/github/marker.ts';
import { RetryBudget } from '../../../src/adapters/github/retry-budget.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { KEY, META, marked, type Overrides, QUICK, requestTo, result } from './commenting.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const request = (overrides: Overrides = {}) => requestTo(github, overrides);

describe('one comment a key, kept up to date', () => {
  test('created where there is none', async () => {
    const outcome = await upsertComment(request());
    expect(outcome).toMatchObject({ kind: 'created', comment: { url: github.comments[0]?.html_url } });
    expect(github.comments.map(({ body }) => body)).toEqual([marked('the report\n')]);
  });

  test('updated in place where there is one, even on the third page', async () => {
    for (let index = 0; index < 205; index++) github.addComment(`comment ${index}`, 'somebody');
    const ours = github.addComment(marked('old', { ...META, run: 41 }));
    expect(await upsertComment(request())).toMatchObject({
      kind: 'updated',
      comment: { url: ours.html_url },
    });
    expect(github.comments).toHaveLength(206);
    expect(ours.body).toBe(marked('the report\n'));
  });

  test('stays the newest run’s where an older one’s write lands after it', async () => {
    const old = requestTo(github, {
      meta: { ...META, run: 41 },
      result: result({ text: 'of the old commit\n' }),
    });
    await upsertComment(old);
    const late = github.comments[0]?.body ?? '';
    let landed = Promise.resolve();
    github.fault = ({ call }) => {
      if (call !== 'issues/update-comment') return undefined;
      github.fault = () => undefined;
      landed = delay(200).then(() => {
        for (const comment of github.comments) comment.body = late;
      });
      return undefined;
    };
    await upsertComment(request({ budget: new RetryBudget({ ...QUICK, settleMs: 400 }) }));
    await landed;
    expect(readMarker(github.comments[0]?.body ?? '', KEY)?.meta.run).toBe(META.run);
    expect(github.comments[0]?.body).toContain('the report');
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
    expect(await upsertComment(request())).toMatchObject({
      kind: 'skipped',
      reason: 'run 43 is newer and has written the comment',
    });
    expect(github.comments.map(({ body }) => body)).toEqual([marked('newer', { ...META, run: 43 })]);
  });

  test('the earlier id stays, and gets our text when we are newer', async () => {
    // The other run's comment has the lower id, but was not yet listed when we looked.
    const early = github.addComment(marked('older', { ...META, run: 41 }));
    github.comments.length = 0;
    github.afterCreate = () => {
      github.comments.unshift(early);
    };
    expect(await upsertComment(request())).toMatchObject({ comment: { url: early.html_url } });
    expect(github.comments.map(({ id, body }) => [id, body])).toEqual([[early.id, marked('the report\n')]]);
  });

  test('the other run had already tidied up', async () => {
    github.afterCreate = () => {
      github.addComment(marked('older', { ...META, run: 41 }));
    };
    github.fault = ({ method }) => {
      if (method !== 'DELETE') return undefined;
      github.comments.pop();
      return 404;
    };
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
    expect(await upsertComment(request({ mode, result: result({ blocked: failed }) }))).toMatchObject({
      kind,
    });
    expect(github.writes()).toHaveLength(writes);
  });
});
