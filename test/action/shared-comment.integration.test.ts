import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';
import { canShare, isFirstToStart } from '../../src/action/shared-comment.ts';
import { readWorkflowRun } from '../../src/action/workflow-run.ts';
import { leftResults } from '../../src/adapters/github/job-results.ts';
import { readMarker, textOf } from '../../src/adapters/github/marker.ts';
import { RetryBudget } from '../../src/adapters/github/retry-budget.ts';
import { PASS, REGRESSION } from '../report/examples.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { runtimeToken } from '../simulator/runtime-token.ts';
import { pullRequest } from '../simulator/simulate.ts';
import { QUICK, report } from './published.ts';

let github: FakeGitHub;
let folder: string;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  github.pulls.push(pullRequest().payload.pull_request);
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-shared-'));
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken());
  vi.stubEnv('ACTIONS_RESULTS_URL', github.url);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await github.stop();
  await rm(folder, { recursive: true });
});

const KEY = 'models';
const envOf = (leg: number, total: number, attempt = 1) => ({
  ...{ WEIGHBRIDGE_MATRIX: JSON.stringify({ leg }), WEIGHBRIDGE_JOB_TOTAL: String(total) },
  ...{ ACTIONS_RUNTIME_TOKEN: 'given', RUNNER_TEMP: folder, GITHUB_RUN_ATTEMPT: String(attempt) },
});

interface Leg {
  readonly verdict?: typeof PASS;
  readonly attempt?: number;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** The step `report` of one job of a matrix. */
const leg = (number: number, total: number, { verdict = PASS, attempt = 1, inputs = {} }: Leg = {}) =>
  report({
    ...{ folder, apiUrl: github.url, verdict, env: envOf(number, total, attempt) },
    // A machine that is busy takes its time to upload, which is no fault of the service.
    limits: { ...QUICK, totalMs: 60_000, requestMs: 30_000, uploadMs: 60_000 },
    inputs: { 'comment-key': KEY, ...inputs },
  });

const calls = () => github.requests.filter(({ path }) => /^\/(repos|graphql)/.test(path));
const comment = () => {
  expect(github.comments).toHaveLength(1);
  return github.comments[0]?.body ?? '';
};
const labels = () => readMarker(comment(), KEY)?.results.map(({ label }) => label) ?? [];

describe('of the jobs of a matrix', () => {
  test('one writes the comment of all, when the last has ended', async () => {
    for (const number of [1, 2]) {
      expect((await leg(number, 3)).outputs['comment-url']).toBe('');
      expect(github.comments).toEqual([]);
    }
    expect((await leg(3, 3)).outputs['comment-url']).toBe(github.comments[0]?.html_url);
    expect(textOf(comment())).toMatch(/^\*\*PASS ✅\*\* /);
    expect(labels().sort()).toEqual(['leg=1', 'leg=2', 'leg=3']);
  });

  test('one that blocks says so at once: the others may be cancelled for it', async () => {
    await leg(1, 3);
    await leg(2, 3, { verdict: REGRESSION });
    expect(textOf(comment())).toMatch(/^\*\*REGRESSION ❌\*\* <code>leg&#61;2<\/code>: /);
    expect(comment()).toContain('1 of 3 jobs has not reported.');
    await leg(3, 3, { verdict: REGRESSION });
    expect(comment()).toContain('Of 3 jobs: 2 regression, 1 pass.');
  });

  test('those that run again bring their new result', async () => {
    await leg(1, 2);
    await leg(2, 2, { verdict: REGRESSION });
    expect(textOf(comment())).toMatch(/^\*\*REGRESSION ❌\*\* /);
    await leg(2, 2, { attempt: 2 });
    expect(textOf(comment())).toMatch(/^\*\*PASS ✅\*\* /);
    expect(await leftResults(KEY)).toEqual([
      expect.objectContaining({ blocked: false }),
      expect.objectContaining({ blocked: false }),
    ]);
  });

  test('what a job said at an earlier attempt is told as that until it ends again', async () => {
    for (const number of [1, 2, 3]) await leg(number, 3);
    expect(comment()).not.toContain('attempt');
    await leg(2, 3, { attempt: 2, verdict: REGRESSION });
    expect(comment()).toContain(
      'Of 3 jobs: 1 regression, 2 pass. 2 of them are of an earlier attempt of the run and stand only where the job does not run again.',
    );
    expect(comment()).toMatch(/<code>leg&#61;1<\/code> \(attempt 1\) \|/);
    expect(comment()).toMatch(/<code>leg&#61;2<\/code> \|/);
    await leg(1, 3, { attempt: 2 });
    expect(comment()).toContain(' 1 of them is of an earlier attempt of the run and stands only where');
    await leg(3, 3, { attempt: 2 });
    expect(comment()).not.toContain('attempt');
    expect(readMarker(comment(), KEY)?.results.map(({ attempt }) => attempt)).toEqual([2, 2, 2]);
  });

  test('those that run again write by themselves where nothing of the others can be seen', async () => {
    await leg(1, 2);
    await leg(2, 2, { verdict: REGRESSION });
    github.artifacts.splice(0);
    await leg(2, 2, { attempt: 2 });
    expect(textOf(comment())).toMatch(/^\*\*PASS ✅\*\* /);
    expect(labels().sort()).toEqual(['leg=1', 'leg=2']);
  });

  test('forty at the same time: no result is lost, and none asks more than ten times of the API', async () => {
    const total = 40;
    const verdictOf = (number: number) => (number === 32 ? REGRESSION : PASS);
    const legs = Array.from({ length: total }, (_, index) => index + 1);
    await Promise.all(legs.map((number) => leg(number, total, { verdict: verdictOf(number) })));
    expect(labels()).toHaveLength(total);
    expect(textOf(comment())).toMatch(/^\*\*REGRESSION ❌\*\* <code>leg&#61;32<\/code>: /);
    expect(github.writes().length).toBeLessThanOrEqual(4);
    expect(calls().length / total).toBeLessThanOrEqual(10);
  });

  test.each([{ artifact: 'off' }, {}])('without artifacts each writes by itself: %j', async (inputs) => {
    if (inputs.artifact === undefined)
      github.fault = ({ call }) => (call === 'results/CreateArtifact' ? 403 : undefined);
    await leg(1, 2, { inputs });
    await leg(2, 2, { inputs });
    expect(labels()).toHaveLength(2);
  });

  test('on failures only, a matrix without one is silent, and one with one says how many passed', async () => {
    const inputs = { comment: 'on-failure' };
    await leg(1, 2, { inputs });
    await leg(2, 2, { inputs });
    expect(github.comments).toEqual([]);
    await leg(1, 2, { inputs, attempt: 2, verdict: REGRESSION });
    expect(comment()).toContain('Of 2 jobs: 1 regression, 1 pass.');
  });

  test('what is no result of a job of ours is not believed', async () => {
    await leg(1, 2);
    const [left] = await leftResults(KEY);
    const index = github.artifacts.findIndex(({ name }) => name === left?.artifact.name);
    const [planted] = github.artifacts.splice(index, 1);
    if (planted === undefined) expect.unreachable();
    const content = Buffer.from('{"result":{"id":"other"}}');
    github.artifacts.push({ ...planted, content, digest: null });
    const { annotations } = await leg(2, 2);
    expect(annotations).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('could not leave each other their results'),
      }),
    );
    expect(labels()).toEqual(['leg=2']);
  });
});

test('of those that begin, one says so', async () => {
  const access = (number: number, total: number) => {
    const env = {
      ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '42', GITHUB_EVENT_NAME: 'pull_request' },
      ...envOf(number, total),
    };
    const run = readWorkflowRun(env, readInputs('{"comment-key":"k"}'), pullRequest().payload);
    const core = { notice: () => {}, warning: () => {}, error: () => {}, setOutput: () => {} };
    return { runtime: { env, core }, run, token: 't', budget: () => new RetryBudget(QUICK) };
  };
  const asked = await Promise.all([1, 2, 3, 4].map((number) => isFirstToStart(access(number, 4))));
  expect(asked.filter((first) => first)).toHaveLength(1);
  expect(canShare(access(1, 1))).toBe(false);
});
