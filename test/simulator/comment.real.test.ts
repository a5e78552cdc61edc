import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GitRepository, git } from '../support/git-repository.ts';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { config, HEAD, pullRequest, type Simulation, simulate } from './simulate.ts';

// Processes of a machine that is busy with others take their time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stand-in-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

const run = (scenario: string, rest: Partial<Simulation> = {}) =>
  simulate({ action, files: { 'weighbridge.yml': config(scenario) }, ...rest });

/** As actions/checkout leaves a pull request by default: the commit that joins it, and nothing before it. */
async function checkedOut(workspace: string): Promise<void> {
  const origin = new GitRepository(join(workspace, '..', 'origin'));
  origin.commit({ 'README.md': 'before' });
  await cp(workspace, origin.folder, { recursive: true });
  origin.commit({});
  const clone = (...args: string[]) => git(workspace, ...args);
  clone('init', '--quiet');
  clone('fetch', '--quiet', '--depth=1', `file://${origin.folder}`, 'main');
  clone('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
}

/** As `fetch-depth: 0` leaves it. */
async function withHistory(
  github: FakeGitHub,
  measure: (rest: Partial<Simulation>) => Promise<number>,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge clone '));
  try {
    const clone = new GitRepository(folder);
    const base = clone.commit({ 'weighbridge.yml': config('pass') });
    const sha = clone.commit({ 'README.md': 'changed' });
    const event = pullRequest();
    Object.assign(event.payload.pull_request.head, { sha });
    Object.assign(event.payload.pull_request.base, { sha: base });
    return await measure({
      event,
      fill: (workspace) => cp(join(folder, '.git'), join(workspace, '.git'), { recursive: true }),
      prepare: () => void github.branches.set('main', base),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.concurrent('the comment over the life of a run', () => {
  test('the comment says that the evaluation runs before it runs, and then the result', async () => {
    const bodies: string[] = [];
    const { github } = await run('regression', {
      prepare: (fake) => {
        fake.fault = ({ call, body }) => {
          const { body: text } = (body ?? {}) as { body?: string };
          if (call.startsWith('issues/') && text !== undefined) bodies.push(text.split('\n')[1] ?? '');
          return undefined;
        };
      },
    });
    expect(bodies).toEqual([
      expect.stringMatching(/^\*\*EVALUATING ⏳\*\* 1 task/),
      expect.stringMatching(/^\*\*REGRESSION/),
    ]);
    expect(github.comments).toHaveLength(1);
  });

  test('the legs of a matrix, at the same time, come to one comment', async () => {
    const github = await new FakeGitHub().start();
    const leg = (scenario: string, size: string) =>
      run(scenario, { github, matrix: { values: { size }, total: 2 } });
    try {
      const legs = await Promise.all([leg('pass', '7b'), leg('regression', '70b')]);
      expect(legs.map(({ outputs }) => outputs.verdict)).toEqual(['pass', 'regression']);
      expect(github.comments).toHaveLength(1);
      const body = github.comments[0]?.body ?? '';
      expect(body.split('\n')[1]).toMatch(/^\*\*REGRESSION ❌\*\* <code>size&#61;70b<\/code>: /);
      expect(body).toContain('Of 2 jobs: 1 regression, 1 pass.');
      expect(github.artifactNames().filter((name) => /-report-1(\.html)?$/.test(name))).toHaveLength(4);
    } finally {
      await github.stop();
    }
  });

  test('as many calls of the API as the docs say', async () => {
    const docs = await readFile('docs/reference/platform-coverage.md', 'utf8');
    const table = [...docs.matchAll(/^\| ([^|]+) \| (\d+) \|$/gm)];
    const documented = Object.fromEntries(table.map(([, layout = '', calls]) => [layout, Number(calls)]));
    const github = await new FakeGitHub().start();
    const measure = async (rest: Partial<Simulation> = {}) => {
      const before = github.requests.length;
      await run('pass', { github, fill: checkedOut, ...rest });
      const calls = github.requests.slice(before).filter(({ path }) => /^\/(repos|graphql)/.test(path));
      return calls.length;
    };
    const leg = (size: string, inputs = {}, rest: Partial<Simulation> = {}) =>
      measure({ matrix: { values: { size }, total: 3 }, inputs, ...rest });
    const check = { check: 'on' };
    const key = (name: string) => ({ inputs: { 'comment-key': name } });
    const without = { inputs: { comment: 'never' } };
    const base = (files: Record<string, string>) => ({
      base: { 'weighbridge.yml': config('pass'), ...files },
    });
    const waiver = { gate: 'facts/acc', reason: 'known', by: 'a', expires: '2099-01-01' };
    const waivers = JSON.stringify({ version: 1, waivers: [waiver] });
    const waivable = { 'weighbridge.yml': config('regression'), 'weighbridge-waivers.yml': waivers };
    try {
      const matrix = [await leg('1b'), await leg('7b'), await leg('70b')];
      // The next run of the matrix, where the comment remembers what was drawn.
      const ofBranch = { head_branch: 'feature', head_repository: { id: 1 }, head_sha: 'e'.repeat(40) };
      github.since = [
        ['e'.repeat(40), 1],
        [HEAD, 1],
      ];
      github.runs.set(42, { ...ofBranch, conclusion: 'success' });
      for (const id of [43, 44, 47, 48, 49]) github.runs.set(id, ofBranch);
      const later = { runId: 43 };
      await leg('1b', {}, later);
      const again = await leg('7b', {}, later);
      github.runs.set(42, { ...ofBranch, conclusion: 'success', head_sha: 'f'.repeat(40) });
      await leg('1b', {}, { runId: 49 });
      const rebased = await leg('7b', {}, { runId: 49 });
      github.runs.set(42, { ...ofBranch, conclusion: 'success' });
      github.comments.splice(0);
      const anew = { runId: 46 };
      const checks = [
        await leg('1b', check, anew),
        await leg('7b', check, anew),
        await leg('70b', check, anew),
      ];
      github.comments.splice(0);
      github.checks.splice(0);
      github.permissions.set('alice', ['maintain', 'write']);
      github.push = { after: HEAD, timestamp: '2026-01-01T00:00:00Z' };
      github.labels = [{ name: 'weighbridge:waive facts/acc', actor: 'alice', at: '2026-01-02T00:00:00Z' }];
      github.addComment('weighbridge:waive facts/acc known', 'alice');
      await leg('1b', check, { runId: 45 });
      const waived = await leg('7b', check, { runId: 45, files: waivable });
      const lastWaived = await leg('70b', check, { runId: 45, files: waivable });
      github.runs.set(45, { ...ofBranch, conclusion: 'success' });
      for (const id of [50, 51]) github.runs.set(id, ofBranch);
      const onNext = { runId: 50, files: waivable };
      github.checks.splice(0);
      await leg('1b', check, { runId: 50 });
      await leg('7b', check, onNext);
      const nextWaived = await leg('70b', check, onNext);
      // The same commit once more: what the jobs said of it is taken back, although it was no failure.
      const onSame = { runId: 51, files: waivable };
      await leg('1b', check, { runId: 51 });
      await leg('7b', check, onSame);
      const againWaived = await leg('70b', check, onSame);
      github.labels = [];
      const single = { inputs: { 'comment-key': 'other', ...check } };
      expect({
        'a job of a matrix that begins first': matrix[0],
        'a job of a matrix between': matrix[1],
        'the job of a matrix that ends last': matrix[2],
        'a job of a matrix between, in the next run': again,
        'a job of a matrix between, in the next run, after a rebase': rebased,
        'a job of a matrix that begins first, with a check': checks[0],
        'a job of a matrix between, with a check': checks[1],
        'the job of a matrix that ends last, with a check': checks[2],
        'a job of a matrix between, with a check and a label that waives the gate that blocks': waived,
        'the job of a matrix that ends last, with a check and such a label': lastWaived,
        'the same, in the next run': nextWaived,
        'the same, in the next run, of a commit that had a check': againWaived,
        'one job, its first comment': await measure(key('other')),
        'one job, with a comment of an earlier run': await measure({ ...key('other'), runId: 44 }),
        'one job, with a comment of an earlier run and a check': await measure({ ...single, runId: 47 }),
        'the same, of a commit that had a check': await measure({ ...single, runId: 48 }),
        'one job without a comment': await measure(without),
        'one job without a comment, with `fetch-depth: 0`': await withHistory(github, (rest) =>
          measure({ ...without, ...rest }),
        ),
        'one job without a comment, where the pull request changes the config': await measure({
          ...without,
          ...base({ 'weighbridge.yml': `${config('pass')}# other\n` }),
        }),
        'one job without a comment, where the base branch went on': await measure({
          ...without,
          prepare: (fake) => {
            fake.mergeBase = 'd'.repeat(40);
            fake.commits.set(fake.mergeBase, { 'weighbridge.yml': config('pass') });
          },
        }),
      }).toEqual(documented);
    } finally {
      await github.stop();
    }
  }, 900_000);

  // red-team 10: a service that hangs
  test('a service of artifacts that never answers does not keep the job', async () => {
    const started = performance.now();
    const { outcome, outputs } = await run('pass', {
      prepare: (github) => {
        github.fault = ({ path }) => (path.startsWith('/twirp') ? 'hang' : undefined);
      },
    });
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({
      verdict: 'pass',
      'report-url': 'https://github.com/o/r/actions/runs/42',
    });
    // As docs/reference/faults.md has it: a GitHub that does not work costs a run less than two minutes.
    expect(performance.now() - started).toBeLessThan(120_000);
  });
});
