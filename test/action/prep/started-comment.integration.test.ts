import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/action/inputs.ts';
import { conversationOf } from '../../../src/action/prep/conversation.ts';
import { writeStartedComment } from '../../../src/action/prep/started-comment.ts';
import { readWorkflowRun } from '../../../src/action/workflow-run.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { REGRESSION } from '../../report/examples.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { config, pullRequest } from '../../simulator/simulate.ts';
import { QUICK, report } from '../published.ts';

let github: FakeGitHub;
let folder: string;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-announce-'));
  await writeFile(join(folder, 'weighbridge.yml'), config('pass'));
});
afterEach(async () => {
  await github.stop();
  await rm(folder, { recursive: true });
});

async function start(
  inputs: Readonly<Record<string, string>> = {},
  { fork = false, name = 'pull_request' } = {},
) {
  const said: string[] = [];
  const env = {
    ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '43', GITHUB_EVENT_NAME: name },
    ...{ GITHUB_API_URL: github.url, GITHUB_SHA: 'c'.repeat(40) },
  };
  const file = join(folder, 'weighbridge.yml');
  const given = readInputs(JSON.stringify({ 'github-token': 't', 'comment-key': 'k', ...inputs }));
  const payload = name === 'pull_request' ? pullRequest({ fork }).payload : {};
  const run = readWorkflowRun(env, given, payload);
  const log = { info: (text: string) => said.push(text) };
  const policy = { base: { revision: 'b', config: '' }, waivers: [], waiverPermission: 'maintain' } as const;
  const core = { notice: () => {}, warning: () => {}, error: () => {}, setOutput: () => {} };
  const context = { inputs: given, run, config: await loadConfig(file), policy };
  await writeStartedComment({ env, core }, context, log, conversationOf(context, QUICK));
  return said;
}

describe('before an evaluation', () => {
  test('the comment says that it has begun', async () => {
    expect(await start()).toEqual([]);
    expect(github.comments[0]?.body).toContain('**EVALUATING ⏳** 1 task at <code>aaaaaaa</code>.');
    expect(github.comments[0]?.body).toContain(
      '[How far it is: see the log](https://github.com/o/r/actions/runs/43)',
    );
  });

  test('it is written, and not looked at again: whoever says the result does', async () => {
    await start();
    expect(github.requests.map(({ call }) => call)).toEqual(['graphql/repository', 'issues/create-comment']);
  });

  test('what an earlier run found stays below', async () => {
    const inputs = { 'comment-key': 'k', artifact: 'off' };
    await report({ folder, apiUrl: github.url, verdict: REGRESSION, inputs });
    await start();
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(/\*\*EVALUATING ⏳\*\*[\s\S]*REGRESSION ❌[\s\S]*facts&#47;acc/);
  });

  test.each([
    [{ comment: 'never' }, {}],
    [{ comment: 'on-failure' }, {}],
    [{ phase: 'evaluate' }, {}],
    [{ phase: 'report' }, {}],
    [{ 'github-token': '' }, {}],
    [{}, { fork: true }],
    [{}, { name: 'push' }],
  ])('nothing is asked of GitHub with %j on %j', async (inputs, event) => {
    expect(await start(inputs, event)).toEqual([]);
    expect(github.requests).toEqual([]);
  });

  test.each([403, 502, 'html', 'reset'] as const)('%s: a line in the log, and no more', async (fault) => {
    github.fault = () => fault;
    expect(await start()).toEqual([expect.stringContaining('the comment does not say that this runs: ')]);
  });
});
