import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EventPlace, withBase } from '../../src/action/event-base.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { openingOf } from '../../src/action/prep/opening.ts';
import { withdrawCheck } from '../../src/action/prep/reopen-check.ts';
import { missingTriggers } from '../../src/action/prep/triggers.ts';
import { readWorkflowRun } from '../../src/action/workflow-run.ts';
import { createClient } from '../../src/adapters/github/client.ts';
import { readEvent } from '../../src/adapters/github/event.ts';
import { report } from '../action/published.ts';
import { PASS, REGRESSION } from '../report/examples.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { pullRequest } from '../simulator/simulate.ts';
import { GitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEAD = 'a'.repeat(40);
const OLD = 'b'.repeat(40);
const TIP = 'd'.repeat(40);
const repository = { default_branch: 'main' };

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  github.branches.set('main', TIP);
  github.branches.set('next', 'e'.repeat(40));
});
afterEach(() => github.stop());

async function baseOf(
  name: string,
  payload: object,
  ref: string | undefined,
  more: Partial<EventPlace> = {},
) {
  const said: string[] = [];
  const remote = {
    client: createClient({ token: 't', apiUrl: github.url, timeoutMs: 20_000 }),
    repository: { owner: 'o', name: 'r' },
  };
  const core = { notice: (message: string) => void said.push(message) };
  const place = { payload, ref, checkout: temporaryFolder(), remote, core, ...more };
  return { ...(await withBase(readEvent(name, payload, HEAD), place)), said };
}

const dispatch = { inputs: { 'pr-number': '7' }, repository };

describe('an event without a base', () => {
  test.each([
    ['push', { repository }, 'refs/heads/feature'],
    ['push', { repository }, 'refs/tags/v1'],
    ['workflow_dispatch', { inputs: null, repository }, 'refs/heads/feature'],
    ['repository_dispatch', { repository }, 'refs/heads/feature'],
    ['deployment', { deployment: { sha: HEAD }, repository }, 'refs/heads/feature'],
    ['unknown', { repository }, 'refs/heads/feature'],
    ['push', { repository }, undefined],
  ])('%s off the default branch, %j %s: the policy is that of its tip', async (name, payload, ref) => {
    expect((await baseOf(name, payload, ref)).baseSha).toBe(TIP);
  });

  test.each([
    ['push', { repository }],
    ['workflow_dispatch', { inputs: {}, repository }],
    ['schedule', { repository }],
  ])('%s on the default branch has its own policy', async (name, payload) => {
    expect((await baseOf(name, payload, 'refs/heads/main')).baseSha).toBeNull();
    expect(github.requests).toEqual([]);
  });

  test('a clone that knows the default branch is asked where GitHub does not answer, and without both nothing is evaluated', async () => {
    github.fault = () => 403;
    const origin = new GitRepository(temporaryFolder());
    const tip = origin.commit({ a: '1' });
    origin.git('update-ref', 'refs/remotes/origin/main', tip);
    const push = (more: Partial<EventPlace>) => baseOf('push', { repository }, 'refs/heads/feature', more);
    expect((await push({ checkout: origin.folder })).baseSha).toBe(tip);
    await expect(push({})).rejects.toThrow('not on the default branch, whose policy cannot be read');
    await expect(push({ remote: null })).rejects.toThrow('there is no token');
    await expect(baseOf('push', {}, 'refs/heads/feature')).rejects.toThrow('does not name that branch');
  });

  // red-team 3: a dispatch with a pull request’s number
  test('a dispatch that names a pull request is judged by the policy of its base', async () => {
    const pull = pullRequest().payload.pull_request;
    github.pulls = [{ ...pull, base: { ...pull.base, ref: 'next' } }];
    const named = await baseOf('workflow_dispatch', dispatch, 'refs/heads/feature');
    const baseSha = 'e'.repeat(40);
    expect(named).toMatchObject({ baseSha, pullRequest: { number: 7, headSha: HEAD, baseSha } });
  });

  // red-team 3: a dispatch on another head
  test('of another head it is judged by the default branch, and nothing is written on the pull request', async () => {
    const pull = pullRequest().payload.pull_request;
    github.pulls = [{ ...pull, head: { ...pull.head, sha: 'c'.repeat(40) } }];
    const other = await baseOf('workflow_dispatch', dispatch, 'refs/heads/feature');
    expect(other).toMatchObject({ baseSha: TIP, pullRequest: null });
    expect(other.said).toEqual([expect.stringContaining('Nothing is written on #7')]);
  });

  // red-team 3: a pull request that cannot be looked up
  test.each([403, 404, 502, 'reset'] as const)(
    'a pull request that cannot be looked up (%s) has no policy, and nothing is evaluated',
    async (fault) => {
      github.fault = () => fault;
      const asked = baseOf('workflow_dispatch', dispatch, 'refs/heads/feature');
      await expect(asked).rejects.toThrow('the policy of #7 cannot be looked up');
    },
  );

  // red-team 3: a green without a base’s policy over a red one
  test('its verdict is titled so, and its check has another name and leaves the other alone', async () => {
    const folder = temporaryFolder();
    const inputs = { 'comment-key': 'k', artifact: 'off', check: 'on' };
    const shared = { folder, apiUrl: github.url, inputs };
    const base = { revision: OLD, config: '' };
    const policy = { base, waivers: [], waiverPermission: 'maintain' } as const;
    await report({ ...shared, verdict: REGRESSION, policy });
    const red = github.comments[0]?.body;
    const own = await report({
      ...{ ...shared, verdict: PASS, env: { GITHUB_RUN_ID: '43' } },
      policy: { ...policy, base: null },
    });
    expect(github.comments.map(({ body }) => body)).toEqual([red]);
    expect(own.annotations.map(({ message }) => message).join()).toContain(
      "what it says was judged by a base branch's policy, and this was not",
    );
    expect(own.summary).toMatch(/^\*\*PASS ✅\*\* By its own config: /);
    expect(github.checks).toMatchObject([
      { name: 'weighbridge (k)', conclusion: 'failure' },
      {
        name: 'weighbridge (k, own config)',
        conclusion: 'success',
        output: { title: expect.stringMatching(/^By its own config: Pass/) },
      },
    ]);
    await report({ ...shared, verdict: PASS, policy, env: { GITHUB_RUN_ID: '44' } });
    expect(github.comments[0]?.body).toContain('**PASS ✅**');
  });
});

describe('a run of an old event', () => {
  const event = { pull_request: pullRequest().payload.pull_request };
  // red-team 1: a re-run of an old event, whose waiver is withdrawn
  test('has the tip that the base branch has now', async () => {
    expect(await baseOf('pull_request', event, undefined)).toMatchObject({ baseSha: TIP, said: [] });
  });
  test.each([403, 404, 'reset'] as const)(
    'where GitHub does not tell it (%s), that of the event, and says so',
    async (fault) => {
      github.fault = () => fault;
      const old = await baseOf('pull_request', event, undefined);
      expect(old.baseSha).toBe(OLD);
      expect(old.said).toEqual([expect.stringContaining('as the event has it')]);
    },
  );
  test('a merge group keeps the commit that the queue builds on', async () => {
    const group = {
      action: 'checks_requested',
      merge_group: { head_sha: HEAD, base_sha: OLD, base_ref: 'refs/heads/main' },
    };
    expect((await baseOf('merge_group', group, undefined)).baseSha).toBe(OLD);
    expect(github.requests).toEqual([]);
  });
});

describe('a check of a commit that is judged again', () => {
  const inputs = (more: object = {}) =>
    readInputs(JSON.stringify({ 'github-token': 't', 'comment-key': 'k', check: 'on', ...more }));
  const env = () => ({
    ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '43', GITHUB_API_URL: github.url },
    GITHUB_EVENT_NAME: 'pull_request',
  });
  async function prepare(more: object = {}, payload: unknown = pullRequest().payload, name = 'pull_request') {
    const given = inputs(more);
    const run = readWorkflowRun({ ...env(), GITHUB_EVENT_NAME: name, GITHUB_SHA: HEAD }, given, payload);
    const said: string[] = [];
    await withdrawCheck({ inputs: given, run, payload }, { warning: (text) => void said.push(text) }, null);
    return said;
  }
  const judge = (verdict = PASS, run = '42') =>
    report({
      ...{ folder: temporaryFolder(), apiUrl: github.url, verdict, env: { GITHUB_RUN_ID: run } },
      inputs: { 'comment-key': 'k', artifact: 'off', check: 'on' },
      policy: { base: { revision: OLD, config: '' }, waivers: [], waiverPermission: 'maintain' },
    });

  // red-team 3: a green of the former base after retargeting
  test('is taken back until the new verdict is there: nobody merges on that of the former base', async () => {
    await judge();
    expect(await prepare()).toEqual([]);
    expect(github.checks.map(({ name, status }) => [name, status])).toEqual([
      ['weighbridge (k)', 'completed'],
      ['weighbridge (k)', 'in_progress'],
    ]);
    await prepare();
    expect(github.checks).toHaveLength(2);
    await judge(REGRESSION, '43');
    expect(github.checks.at(-1)).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(github.checks).toHaveLength(2);
  });

  // red-team 3: the same, where it is known of what is asked in one call
  test('is taken back by what was asked first, and by no run that is older', async () => {
    const given = inputs({ comment: 'never' });
    const begin = async (runId: string, action: string, attempt = '1') => {
      const payload = { ...pullRequest().payload, action, repository };
      const more = { GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt, GITHUB_SHA: HEAD };
      const job = { inputs: given, run: readWorkflowRun({ ...env(), ...more }, given, payload), payload };
      const { checks } = await openingOf(job, undefined);
      const own = await withdrawCheck(job, { warning: () => {} }, checks);
      return { there: checks?.map(({ by, isCompleted }) => [by?.run, isCompleted]), own };
    };
    expect(await begin('42', 'opened')).toEqual({ there: [], own: null });
    // Another run may judge the same commit, and must see that this one is newer.
    const first = await begin('42', 'edited');
    expect(first).toEqual({ there: [], own: github.checks[0]?.id });
    expect(github.checks).toMatchObject([{ status: 'in_progress' }]);
    await judge();
    expect(github.checks).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
    const again = await begin('43', 'opened');
    expect(again).toEqual({ there: [[42, true]], own: github.checks[1]?.id });
    expect(github.checks[1]).toMatchObject({ status: 'in_progress' });
    expect((await begin('42', 'opened', '2')).own).toBeNull();
    expect(github.checks).toHaveLength(2);
  });

  test('is not made where there was none', async () => {
    await prepare();
    expect(github.checks).toEqual([]);
  });

  test.each<[object, unknown?, string?]>([
    [{ check: 'off' }],
    [{ phase: 'evaluate' }],
    [{ 'github-token': '' }],
    [{}, pullRequest({ fork: true }).payload],
    [{}, { repository }, 'push'],
  ])('is left alone with %j on %j', async (more, payload, name) => {
    await prepare(more, payload, name);
    expect(github.requests).toEqual([]);
  });

  test('that cannot be taken back is told', async () => {
    await judge();
    github.fault = ({ method }) => (method === 'POST' ? 403 : undefined);
    expect(await prepare()).toEqual([
      expect.stringContaining('An earlier check of this commit still stands.'),
    ]);
  });
});

describe('a workflow', () => {
  const PATH = '.github/workflows/gate.yml';
  const missing = (text: string, ref = `o/r/${PATH}@refs/pull/7/merge`) =>
    missingTriggers({ GITHUB_WORKSPACE: temporaryFolder({ [PATH]: text }), GITHUB_WORKFLOW_REF: ref });
  // red-team 3: a workflow that does not start when the base changes
  test.each([
    ['on: pull_request', 'edited, labeled, unlabeled, ready_for_review'],
    ['on: [push, pull_request]', 'edited, labeled, unlabeled, ready_for_review'],
    ['on: { pull_request: }', 'edited, labeled, unlabeled, ready_for_review'],
    ['on: { pull_request: { types: [opened, labeled, unlabeled, edited] } }', 'ready_for_review'],
    ['on: { pull_request: { types: opened } }', 'edited, labeled, unlabeled, ready_for_review'],
  ])('%s is told what it lacks', async (text, lacks) => {
    expect(await missing(text)).toContain(`${PATH} does not start on ${lacks} of a pull request`);
  });
  test.each([
    'on: { pull_request: { types: [opened, labeled, unlabeled, edited, ready_for_review] } }',
    'on: push',
    'on: {',
    '',
    '- x',
  ])('of which nothing is missing, or known, is told nothing: %j', async (text) => {
    expect(await missing(text)).toBeNull();
    expect(await missing('on: pull_request', 'other')).toBeNull();
  });
  test('is looked for inside the folder of workflows only', async () => {
    expect(await missing('on: pull_request', `o/r/${join('.github/workflows', '..', 'x.yml')}@r`)).toBeNull();
  });
});
