import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { zip } from '../support/zip.ts';
import { buildAction } from './build-action.ts';
import type { FakeGitHub } from './fake-github.ts';
import {
  BASELINE,
  CONFIG,
  expectNotGreen,
  type Forgery,
  half,
  report as reportFrom,
  samples,
  worse,
} from './fork-report.ts';
import type { FakeArtifact } from './github/state.ts';
import { BASE, HEAD } from './simulate.ts';

/** Which run is reported, on which pull request, and against what. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action);
});
afterAll(() => rm(action, { recursive: true }));

const report = (forgery: Forgery) => reportFrom({ action, ...forgery });

test('a branch of the repository that changes what decides: invalid until it is accepted', async () => {
  const prepare = (github: FakeGitHub) => {
    const files = github.commits.get(HEAD) ?? {};
    github.commits.set(BASE, { ...files, 'facts.jsonl': '{"id":1}\n{"id":2}\n' });
    github.commits.set(HEAD, { ...files, 'facts.jsonl': '{"id":1}\n' });
  };
  const { outcome, outputs, github } = await report({ eventName: 'workflow_run', prepare });
  expect(outcome).toBe('failure');
  expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
  expect(github.comments[0]?.body).toContain(': 0 rows added, 1 removed, 0 changed');
});

describe.concurrent('the baseline that the report fetches itself', () => {
  const from =
    ({ name = 'nightly', ...of }: Partial<FakeArtifact>) =>
    (github: FakeGitHub) => {
      github.addArtifact(name, zip(samples(half, 'baseline')), { runId: 1, ...of });
    };
  const inputs = { baseline: '', 'baseline-artifact': 'nightly' };

  test('an artifact of the base branch', async () => {
    const result = await report({ entries: samples(worse), inputs, prepare: from({}) });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('regression');
  });

  test.each<[string, Partial<FakeArtifact>]>([
    ['of a fork whose branch has the same name', { headRepositoryId: 2 }],
    ['of another branch', { headBranch: 'feature' }],
    ['that has expired', { expired: true }],
    ['of another name', { name: 'nightly-2' }],
  ])('not one %s', async (_, overrides) => {
    const result = await report({ inputs, prepare: from(overrides) });
    expectNotGreen(result);
    expect(result.outputs.summary).toContain('no run on main has left an artifact nightly');
  });

  test('results that the config of the base branch names', async () => {
    const named = CONFIG.replace('tasks:', `baseline: ${BASELINE}\ntasks:`);
    const result = await report({
      ...{ entries: samples(worse), inputs: { baseline: '' }, headConfig: named },
      prepare: (github) => {
        github.commits.set(BASE, { 'weighbridge.yml': named });
      },
    });
    expect(result.outputs.verdict).toBe('regression');
  });
});

describe.concurrent('whose run it was', () => {
  test('of our own repository: its samples are believed', async () => {
    const { outcome, outputs, github } = await report({ eventName: 'workflow_run' });
    expect(outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
    expect(outcome).toBe('success');
    expect(github.checks).toMatchObject([{ conclusion: 'success' }]);
  });

  test('a page that the run has left beside its samples is none', async () => {
    const { outputs } = await report({
      eventName: 'workflow_run',
      prepare: (github) => {
        const page = { runId: 4200, mimeType: 'text/html' };
        github.addArtifact('weighbridge-0123456789ab-report-1.html', Buffer.from('<!doctype html>'), page);
      },
    });
    expect(outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
  });

  test('the pull request is looked up by its head, whatever number the artifact tells', async () => {
    const entries = [
      ...samples(half),
      { name: 'pr-number.txt', content: '8' },
      { name: 'run/event.json', content: '{"number":8}' },
    ];
    const { github } = await report({ entries });
    const written = github
      .writes()
      .map(({ path }) => path)
      .filter((path) => path.includes('/issues/'));
    expect(written).toEqual(['/repos/o/r/issues/7/comments']);
    expect(github.requests.map(({ path }) => path)).toContain('/repos/o/r/pulls');
  });

  test.each<
    [string, (pull: { head: { sha: string }; base: { repo: { id: number } }; state: string }) => void]
  >([
    [
      'has moved on',
      (pull) => {
        pull.head.sha = 'e'.repeat(40);
      },
    ],
    [
      'wants to join another repository',
      (pull) => {
        pull.base.repo = { id: 3 };
      },
    ],
    [
      'is closed',
      (pull) => {
        pull.state = 'closed';
      },
    ],
  ])('a pull request that %s is left alone', async (_, change) => {
    const { outcome, outputs, github, commands } = await report({
      prepare: (github) => {
        change(github.pulls[0] as never);
      },
    });
    expect(outcome).toBe('success');
    expect(github.writes()).toEqual([]);
    expect(outputs.verdict).toBeUndefined();
    expect(commands.map(({ name }) => name)).toContain('notice');
  });

  test.each([
    [
      'of another workflow',
      { inputs: { workflow: '.github/workflows/other.yml' } },
      'not of .github/workflows/other.yml',
    ],
    [
      'on another event',
      { eventName: 'pull_request_target' },
      'works on workflow_run, not on pull_request_target',
    ],
    [
      'that has only begun',
      { eventName: 'workflow_run_requested' },
      'the run has not ended: it was requested',
    ],
  ])('a run %s is refused', async (_, forgery, message) => {
    const { outcome, log, github } = await report(forgery);
    expect(outcome).toBe('failure');
    expect(log).toContain(message);
    expect(github.writes()).toEqual([]);
  });
});
