import { afterEach, beforeEach, expect, test } from 'vitest';
import { upsertComment } from '../../../src/adapters/github/comment.ts';
import { textOf } from '../../../src/adapters/github/marker.ts';
import { RetryBudget } from '../../../src/adapters/github/retry-budget.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { connect, META, marked, type Overrides, QUICK, requestTo } from './commenting.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const request = (overrides: Overrides = {}) => requestTo(github, overrides);
const texts = () => github.comments.map(({ body }) => textOf(body));

// red-team 10: a list of comments that is null
test.each([
  [null, 'is null'],
  [{ data: null }, 'Invalid input'],
  [{ data: { repository: null, viewer: { login: 'a' } } }, 'Invalid input'],
  [
    { data: { repository: { pullRequest: { headRefOid: 'a', comments: null } }, viewer: { login: 'a' } } },
    'null',
  ],
])('a list that is null is no list: nothing is created', async (body, why) => {
  github.fault = ({ call }) =>
    call === 'graphql/repository' ? { body, headers: { 'content-type': 'application/json' } } : undefined;
  await expect(upsertComment(request())).rejects.toThrow(why);
  expect(github.comments).toEqual([]);
});

test('GitHub Enterprise Server before 3.9, which knows no fullDatabaseId: one comment, updated in place', async () => {
  github.unknownFields = new Set(['IssueComment.fullDatabaseId']);
  const { id } = github.addComment(marked('old\n', { ...META, run: 41 }));
  expect(await upsertComment(request())).toMatchObject({ kind: 'updated', comment: { id } });
  expect(texts()).toEqual(['the report']);
});

test('an address that does not tell the number of a comment is no address: nothing is written', async () => {
  const ours = github.addComment(marked('old\n', { ...META, run: 41 }));
  Object.assign(ours, { html_url: 'https://github.com/o/r/pull/7' });
  await expect(upsertComment(request())).rejects.toThrow('does not end in its number');
  expect(texts()).toEqual(['old']);
});

test('a list that shows late what was created makes no second one', async () => {
  github.lag = 1000;
  expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
  expect(texts()).toEqual(['the report']);
});

// red-team 10: a comment that shows late
test('neither list nor look shows what was created: it is not created again', async () => {
  github.lag = 1000;
  github.fault = ({ call }) => (call === 'issues/get-comment' ? 404 : undefined);
  expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
  expect(texts()).toEqual(['the report']);
});

// red-team 10: an answer that was lost
test('an answer that was lost and a list that is late make one comment', async () => {
  github.lag = 200;
  let faults = 1;
  github.fault = ({ call }) => (call === 'issues/create-comment' && faults-- > 0 ? 'lost' : undefined);
  const budget = new RetryBudget({ ...QUICK, settleMs: 400 });
  await upsertComment(request({ budget }));
  expect(texts()).toEqual(['the report']);
});

// red-team 10: a conversation of 3,100 comments
test('a long conversation is read once, and by the time of its pages', async () => {
  for (let index = 0; index < 800; index++) github.addComment(`comment ${index}`, 'somebody').at = 0;
  github.fault = ({ call }) => (call === 'graphql/repository' ? { delayMs: 400 } : undefined);
  // Eight pages take longer than the whole budget, and all else a part of it even on a busy machine.
  const budget = new RetryBudget({ ...QUICK, totalMs: 3000 });
  const client = connect(github);
  expect(await upsertComment(request({ budget, client }))).toMatchObject({ kind: 'created' });
  // Afterwards what is new is read until it has settled, which takes more looks on a busy machine.
  const calls = github.requests.map(({ call }) => call);
  expect(calls.slice(0, calls.indexOf('issues/create-comment'))).toEqual(Array(8).fill('graphql/repository'));
  expect(budget.signal.aborted).toBe(false);
});

// red-team 10: pages without end
test('pages without end do end', async () => {
  for (let index = 0; index < 300; index++) github.addComment(`comment ${index}`, 'somebody').at = 0;
  github.fault = ({ call }) => (call === 'graphql/repository' ? { delayMs: 150 } : undefined);
  const budget = new RetryBudget({ ...QUICK, totalMs: 40 });
  const client = connect(github);
  for (let index = 0; index < 10; index++) budget.extend(1000);
  await new Promise((resolve) => setTimeout(resolve, 40 * 8));
  expect(budget.signal.aborted).toBe(true);
  await upsertComment(request({ client, budget })).catch(() => {});
});

// red-team 10: an edited marker
test('an edited marker of a run that never comes makes nobody older', async () => {
  const edited = github.addComment(marked('the report\n', { ...META, run: 10 ** 15 }));
  edited.editor = 'mallory';
  expect(await upsertComment(request())).toMatchObject({ kind: 'updated' });
  expect(edited.body).toBe(marked('the report\n'));
});

test('what we edited ourselves in a later run stays', async () => {
  const newer = github.addComment(marked('newer', { ...META, run: 43 }));
  newer.editor = 'github-actions';
  expect(await upsertComment(request())).toMatchObject({ kind: 'skipped' });
});

// red-team 10: an old comment of another account of ours
test('a comment with our marker that another account wrote is handed on, to be hidden', async () => {
  const other = github.addComment(marked('PASS'), 'octocat');
  expect(await upsertComment(request())).toMatchObject({ kind: 'created', others: [{ id: other.id }] });
});

// red-team 10: a link of pages to another host
test('a link to another host is given no token, and is told', async () => {
  const other = await new FakeGitHub().start();
  const headers = {
    'content-type': 'application/json',
    link: `<${other.url}/repos/o/r/issues/7/comments?page=2>; rel="next"`,
  };
  github.fault = ({ call }) => (call === 'issues/list-comments' ? { body: [], headers } : undefined);
  await expect(upsertComment(request())).rejects.toThrow('led to another host');
  expect(other.requests).toEqual([]);
  expect(texts()).toEqual(['the report']);
  await other.stop();
});

// red-team 10: a create that is redirected
test.each([301, 307, 308])('a create that is answered with %s is followed as a create', async (status) => {
  let moves = 1;
  github.fault = ({ call, path }) =>
    call === 'issues/create-comment' && moves-- > 0
      ? { body: '', status, headers: { location: `${github.url}${path}` } }
      : undefined;
  expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
  expect(texts()).toEqual(['the report']);
});
