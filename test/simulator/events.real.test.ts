import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { BASE, config, HEAD, type Simulation, simulate } from './simulate.ts';

/** What the action does on every event that may start a workflow; the payloads are those that GitHub sends. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const MERGE = 'c'.repeat(40);

/** What the name of a file says beside that of its event. */
const VARIANT =
  /_(fork|dependabot|branch|tag|deleted|destroyed|requested|labeled|unlabeled|edited|closed|draft)$/;

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stand-in-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

const event = (file: string) => ({
  name: file.replace(VARIANT, ''),
  payload: JSON.parse(readFileSync(join(import.meta.dirname, `../events/${file}.json`), 'utf8')),
});

const on = (file: string, scenario = 'regression', rest: Partial<Simulation> = {}) =>
  simulate({
    ...{ action, event: event(file), files: { 'weighbridge.yml': config(scenario) } },
    ...rest,
    inputs: { check: 'on', ...rest.inputs },
  });

const said = (commands: readonly { name: string; data: string }[] = [], name: string) =>
  commands.filter((command) => command.name === name).map(({ data }) => data);

describe.concurrent('events that are evaluated', () => {
  test.each([
    ['pull_request', 7, HEAD],
    ['pull_request_dependabot', 7, HEAD],
    ['pull_request_labeled', 7, HEAD],
    ['pull_request_unlabeled', 7, HEAD],
    ['pull_request_edited', 7, HEAD],
    ['pull_request_closed', 7, HEAD],
    ['pull_request_draft', 7, HEAD],
    ['pull_request_review', 7, HEAD],
    ['pull_request_review_comment', 7, HEAD],
    ['pull_request_fork', null, null],
    ['merge_group', null, HEAD],
    ['push', null, MERGE],
    ['push_branch', null, MERGE],
    ['push_tag', null, MERGE],
    ['repository_dispatch', null, MERGE],
    ['workflow_dispatch', null, MERGE],
    ['schedule', null, MERGE],
    ['deployment', null, MERGE],
    ['deployment_status', null, MERGE],
    ['unknown', null, null],
  ])('%s: summary, artifact, enforced; comment on %s, check on %s', async (file, comment, check) => {
    const { github, outcome, outputs, steps } = await on(file);
    expect(steps.evaluate?.outcome, steps.prep?.log).toBe('success');
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
    expect(steps.enforce?.exitCode).toBe(1);
    expect(steps.report?.summary).toContain('**REGRESSION ❌**');
    expect(github.artifactNames()).toEqual([
      expect.stringMatching(/-report-1$/),
      expect.stringMatching(/-report-1\.html$/),
    ]);
    expect(github.comments).toHaveLength(comment === null ? 0 : 1);
    expect(github.checks.map(({ head_sha }) => head_sha)).toEqual(check === null ? [] : [check]);
    // The comment that says that an evaluation runs becomes the one that says what it came to.
    const places = github.writes().map(({ path }) => path);
    expect(places.filter((path) => path.includes('/issues/'))).toEqual(
      comment === null
        ? []
        : [`/repos/o/r/issues/${comment}/comments`, `/repos/o/r/issues/comments/${github.comments[0]?.id}`],
    );
  });

  test.each(['pull_request_fork', 'merge_group', 'push', 'unknown'])('%s: a pass is a pass', async (file) => {
    const { outcome, outputs } = await on(file, 'pass');
    expect({ outcome, verdict: outputs.verdict }).toEqual({ outcome: 'success', verdict: 'pass' });
  });

  test('a fork: the read-only token is not tried, and one notice a place says why', async () => {
    const { github, steps } = await on('pull_request_fork', 'pass');
    expect(github.writes()).toEqual([]);
    expect(said(steps.report?.commands, 'notice')).toEqual([
      expect.stringContaining('No check was written: the pull request comes from a fork'),
      expect.stringContaining('No comment was written: the pull request comes from a fork'),
    ]);
  });

  test('Dependabot: writes are tried, and a 403 names the permission and changes nothing', async () => {
    const { outcome, outputs, steps } = await on('pull_request_dependabot', 'pass', {
      prepare: (github) => {
        github.fault = ({ path }) => (/comments|check-runs/.test(path) ? 403 : undefined);
      },
    });
    expect({ outcome, verdict: outputs.verdict }).toEqual({ outcome: 'success', verdict: 'pass' });
    const warnings = said(steps.report?.commands, 'warning').join('\n');
    expect(warnings).toContain('pull-requests: write');
    expect(warnings).toContain('checks: write');
  });

  test('merge_group: its policy is that of the commit it is built on', async () => {
    const { github } = await on('merge_group');
    const asked = github.requests.map(({ path }) => path);
    expect(asked).toContain(`/repos/o/r/git/trees/${BASE}`);
    expect(asked.filter((path) => path.includes('/compare/'))).toEqual([]);
  });

  test.each(['pull_request_edited', 'pull_request_review', 'pull_request_review_comment'])(
    '%s: its policy is that of the base that it names now',
    async (file) => {
      const { github } = await on(file, 'pass');
      const asked = github.requests.map(({ path }) => path).filter((path) => path.includes('/git/trees/'));
      expect(asked[0]).toBe(`/repos/o/r/git/trees/${BASE}`);
    },
  );

  test('a run that is started again: the same comment and check, and an artifact of its own', async () => {
    const github = await new FakeGitHub().start();
    try {
      await on('pull_request', 'regression', { github });
      await on('pull_request', 'pass', { github, attempt: 2 });
      expect(github.comments.map(({ body }) => body.split('\n')[1])).toEqual([
        expect.stringContaining('**PASS ✅**'),
      ]);
      // The first was taken back before the second was evaluated.
      expect(github.checks).toMatchObject([{ conclusion: 'failure' }, { conclusion: 'success' }]);
      expect(github.artifactNames().filter((name) => /-report-\d$/.test(name))).toEqual([
        expect.stringMatching(/-report-1$/),
        expect.stringMatching(/-report-2$/),
      ]);
    } finally {
      await github.stop();
    }
  });

  test.each([
    ['regression', 'pass', 'failure'],
    ['pass', 'regression', 'success'],
  ])(
    'two runs on one commit: the newer says %s and the older ends last with %s',
    async (newer, older, counts) => {
      const github = await new FakeGitHub().start();
      const one = (scenario: string, runId: number) => on('pull_request_edited', scenario, { github, runId });
      try {
        await one(newer, 43);
        const { log } = (await one(older, 42)).steps.report ?? {};
        expect(github.checks).toMatchObject([{ conclusion: counts }]);
        expect(github.comments.map(({ body }) => body.split('\n')[1])).toEqual([
          expect.stringContaining(newer.toUpperCase()),
        ]);
        expect(log).toContain('The check is that of run 43, which is newer.');
        await one(newer, 44);
        expect(github.checks.map(({ conclusion }) => conclusion)).toEqual([counts, counts]);
      } finally {
        await github.stop();
      }
    },
  );

  test('what was judged is said, and a pass of a commit that is no longer the head does not look like one of the head', async () => {
    const current = await on('pull_request', 'pass');
    expect(current.github.comments[0]?.body).toContain('Judged at <code>aaaaaaa</code>.');
    const { github, outputs } = await on('pull_request', 'pass', {
      prepare: (github) => {
        const [pull] = github.pulls;
        if (pull !== undefined) pull.head.sha = 'e'.repeat(40);
      },
    });
    expect(outputs.verdict).toBe('pass');
    const [, first, , second] = github.comments[0]?.body.split('\n') ?? [];
    expect(first).toMatch(/^\*\*PASS ✅\*\* Of an older commit: /);
    expect(second).toContain(
      'Judged at <code>aaaaaaa</code>; the head of the pull request is <code>eeeeeee</code> by now, of which this says nothing.',
    );
    expect(github.checks.map(({ head_sha }) => head_sha)).toEqual([HEAD]);
  });

  test('push: what is checked out is the policy, and nobody is asked', async () => {
    const { github } = await on('push', 'pass', { inputs: { check: 'off' } });
    expect(github.requests.filter(({ path }) => path.startsWith('/repos'))).toEqual([]);
  });

  test('workflow_dispatch: a named pull request gets a comment where its head was evaluated', async () => {
    const { github } = await on('workflow_dispatch', 'pass', {
      prepare: (github) => {
        const [pull] = github.pulls;
        if (pull !== undefined) pull.head.sha = MERGE;
      },
    });
    expect(github.comments).toHaveLength(1);
  });

  // red-team 3: workflow_dispatch for a pull request of another head
  test('workflow_dispatch: a named pull request of another head does not', async () => {
    const { github, steps } = await on('workflow_dispatch', 'pass');
    expect(github.comments).toEqual([]);
    expect(said(steps.prep?.commands, 'notice')).toEqual([
      'Nothing is written on #7: its head is not the commit that is evaluated.',
    ]);
  });
});

describe.concurrent('events that tell that something is gone', () => {
  test.each([
    ['push_deleted', 'the branch or tag was deleted'],
    ['merge_group_destroyed', 'the merge group was destroyed'],
  ])('%s: nothing is evaluated, and nothing passes', async (file, why) => {
    const { outcome, outputs, github, steps } = await on(file, 'pass');
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(said(steps.prep?.commands, 'error')[0]).toContain(why);
    expect(steps.evaluate?.outcome).toBe('skipped');
    expect(github.requests).toEqual([]);
  });
});

describe.concurrent('events that bring strangers next to our secrets', () => {
  const files = ['pull_request_target', 'workflow_run', 'workflow_run_fork', 'issue_comment'];
  // red-team 3: events that bring strangers next to secrets
  test.each(files.flatMap((file) => ['all', 'evaluate', 'report'].map((phase) => [file, phase] as const)))(
    '%s is refused before anything of it is read, with phase %s too',
    async (file, phase) => {
      const { outcome, outputs, github, steps } = await on(file, 'pass', { inputs: { phase } });
      expect(outcome).toBe('failure');
      expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
      expect(said(steps.prep?.commands, 'error')[0]).toContain(`does not evaluate on ${event(file).name}`);
      for (const id of ['evaluate', 'report']) expect(steps[id]?.outcome).toBe('skipped');
      expect(github.requests).toEqual([]);
    },
  );
});
