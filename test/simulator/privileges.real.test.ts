import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { HOSTILE_OUTPUT } from '../report/examples.ts';
import { buildAction } from './build-action.ts';
import { FORBIDDEN } from './runner-files.ts';
import { config, JOB_SECRET, type Simulation, simulate, TOKEN } from './simulate.ts';

/** What the evaluation may see, say and do to the job that it runs in, and what it may not. */

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

const said = (commands: readonly { readonly name: string; readonly data: string }[], name: string) =>
  commands.filter((command) => command.name === name).map(({ data }) => data);

describe.concurrent('what the evaluation sees and says', () => {
  test('no token and no secret, in its environment or in that of an ancestor', async () => {
    const seen: Record<string, string>[] = [];
    const parents: string[] = [];
    const { outcome } = await run('pass', {
      inputs: { 'env-allow': 'HF_TOKEN' },
      // A longer one would be taken out of what the evaluation has left.
      jobEnv: { HF_TOKEN: 'hf-tok' },
      inspect: async ({ temp }) => {
        const [folder = ''] = (await readdir(temp)).filter((name) => name.startsWith('weighbridge-'));
        seen.push(JSON.parse(await readFile(join(temp, folder, 'run/environment.json'), 'utf8')));
        parents.push(await readFile(join(temp, folder, 'run/parent.txt'), 'utf8'));
      },
    });
    expect(outcome).toBe('success');
    const [environment = {}] = seen;
    expect(environment).toMatchObject({ HF_TOKEN: 'hf-tok', CUDA_VISIBLE_DEVICES: '0' });
    expect(Object.keys(environment).filter((name) => /^(?:GITHUB|ACTIONS|INPUT)_/.test(name))).toEqual([]);
    for (const secret of [JOB_SECRET, TOKEN]) expect(JSON.stringify(environment)).not.toContain(secret);
    // Without execve (Node 20) the parent overwrites what it was started with, which only Linux has to be shown.
    if ('execve' in process || process.platform === 'linux') {
      for (const secret of [JOB_SECRET, 'hf-tok']) expect(parents[0]).not.toContain(secret);
    }
  });

  test.each([
    ['a token in every step', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runtime-token' }, 'id-token: write'],
    ['Windows', { RUNNER_OS: 'Windows' }, 'Windows runners are not supported'],
  ])('prep warns of %s', async (_, jobEnv, words) => {
    const { steps } = await run('pass', { jobEnv });
    expect(said(steps.prep?.commands ?? [], 'warning')).toEqual([expect.stringContaining(words)]);
    const quiet = await run('pass');
    expect(said(quiet.steps.prep?.commands ?? [], 'warning')).toEqual([]);
  });

  test('what it was let see is named in the report, and no name without a value, which may be a secret', async () => {
    const { github, steps } = await run('pass', {
      inputs: { 'env-allow': 'HF_TOKEN, MY_KEY, hf_secret' },
      jobEnv: { MY_KEY: '' },
    });
    expect(said(steps.prep?.commands ?? [], 'warning')).toEqual([
      expect.stringContaining('env-allow names hf_secret, which this job does not have'),
    ]);
    expect(github.comments[0]?.body).not.toContain('secret');
    for (const text of [github.comments[0]?.body, steps.report?.summary]) {
      expect(text).toContain(
        'By <code>env&#45;allow</code> the evaluation could read: <code>HF&#95;TOKEN</code>, <code>MY&#95;KEY</code>.',
      );
    }
  });

  test('commands that it writes for the runner are undone, and the run is invalid', async () => {
    const seen: string[] = [];
    const { outcome, outputs, steps, github } = await run('evaluate-tampers', {
      inspect: async ({ temp }) => {
        seen.push(...(await readdir(join(temp, '_runner_file_commands'))));
      },
    });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(outputs.summary).toContain('wrote to files by which the runner takes commands');
    expect(steps.evaluate).toMatchObject({
      outcome: 'failure',
      outputs: { ending: 'tampered' },
      summary: '',
    });
    expect(steps.evaluate?.log).toContain(
      'the evaluation changed files of the runner, which were restored: ',
    );
    expect(seen.filter((name) => name.includes('of-mine'))).toEqual([]);
    // Had a command come through, the report would have been started with it.
    expect(steps.report?.log).not.toContain('LD_PRELOAD');
    expect(github.comments[0]?.body).toContain('**INVALID ⛔**');
  });

  test('what it leaves running ends with it', async () => {
    const { outcome } = await run('evaluate-leaves-children', {
      inspect: async ({ temp }) => {
        await delay(3_000);
        const [folder = ''] = (await readdir(temp)).filter((name) => name.startsWith('weighbridge-'));
        expect(await readdir(join(temp, folder, 'run'))).not.toContain('late.txt');
      },
    });
    expect(outcome).toBe('success');
  });

  test('its own time limit comes first: what was finished is reported, as invalid', {
    timeout: 300_000,
  }, async () => {
    const { outputs, steps, github } = await run('evaluate-takes-long', {
      inputs: { 'timeout-minutes': '1' },
    });
    expect(steps.evaluate?.outputs).toEqual({ ending: 'timed-out' });
    expect(steps.evaluate?.log).toContain('stopped after 1 minutes, the limit of timeout-minutes');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(outputs.summary).toContain('it was stopped after 1 minutes, the limit of timeout-minutes');
    expect(github.comments[0]?.body).toContain('<code>facts');
  });

  test('its output reaches the runner as text', async () => {
    const { steps } = await run('judge-fails');
    expect(HOSTILE_OUTPUT).toContain('##[add-path]');
    expect(steps.evaluate?.log).toContain('  | ##\\[add-path]/tmp');
    for (const id of ['evaluate', 'report']) {
      const step = steps[id];
      expect(step?.log).not.toContain('##[add-path]');
      expect(step?.commands.filter(({ name }) => FORBIDDEN.has(name) || name === 'set-output')).toEqual([]);
    }
  });

  test('one phase at a time: evaluate hands over and judges nothing', async () => {
    const { outcome, outputs, github, steps } = await run('regression', {
      inputs: { phase: 'evaluate', shard: '1/2' },
    });
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(github.artifactNames()).toEqual([
      expect.stringMatching(/^weighbridge-[0-9a-f]{12}-run-1-of-2-1$/),
    ]);
    expect(github.comments).toEqual([]);
    expect(steps.report?.summary).toContain('waits to be judged');
  });

  test('an evaluation that fails is not uploaded as complete', async () => {
    const { outcome } = await run('evaluate-fails', { inputs: { phase: 'evaluate' } });
    expect(outcome).toBe('failure');
  });
});
