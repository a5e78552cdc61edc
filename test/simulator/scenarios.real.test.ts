import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { HOSTILE_OUTPUT } from '../report/examples.ts';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { FORBIDDEN } from './runner-files.ts';
import { config, HEAD, JOB_SECRET, pullRequest, type Simulation, simulate, TOKEN } from './simulate.ts';

/** The whole composite with a stand-in for models: what each step sees, says and does to the job. */

// Processes of a machine that is busy with others take their time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

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

describe.concurrent('a run that comes to its end', () => {
  test.each([
    ['pass', 'success', false, null],
    ['regression', 'failure', true, 1],
    ['inconclusive', 'failure', true, 2],
    ['invalid', 'failure', true, 3],
  ] as const)('%s: the job is a %s', async (scenario, outcome, blocked, exitCode) => {
    const { github, ...result } = await run(scenario, {
      inspect: async ({ temp }) => {
        const [folder = ''] = (await readdir(temp)).filter((name) => name.startsWith('weighbridge-'));
        const verdict = JSON.parse(await readFile(join(temp, folder, 'report/verdict.json'), 'utf8'));
        expect(verdict).toMatchObject({ verdict: scenario, blocked });
      },
    });
    expect(result.outcome).toBe(outcome);
    expect(result.outputs).toMatchObject({
      verdict: scenario,
      blocked: String(blocked),
      'report-url': 'https://github.com/o/r/actions/runs/42/artifacts/77',
      'comment-url': github.comments[0]?.html_url,
    });
    expect(result.outputs.summary?.toLowerCase()).toContain(`${scenario}: `);
    expect(result.outputs['verdict-path']).toMatch(/report\/verdict\.json$/);
    expect(result.steps.enforce?.exitCode).toBe(exitCode);

    const [comment] = github.comments;
    expect(github.comments).toHaveLength(1);
    const lines = comment?.body.split('\n') ?? [];
    expect(lines[0]).toMatch(/^<!-- weighbridge:v1:[0-9a-f]{12} \S+ -->$/);
    expect(lines[1]).toContain(`**${scenario.toUpperCase()} `);
    expect(comment?.body).toContain('(https://github.com/o/r/actions/runs/42/artifacts/77)');
    expect(result.steps.report?.summary).toContain(`**${scenario.toUpperCase()} `);

    const [bundle] = github.artifacts.values();
    for (const file of ['report/verdict.json', 'report/comment.md', 'run/samples.jsonl']) {
      expect(bundle?.includes(file), file).toBe(true);
    }
    expect(bundle?.includes('plan.json')).toBe(false);
  });

  test('the one error says the verdict', async () => {
    const { steps } = await run('regression');
    const errors = Object.values(steps).flatMap(({ commands }) => said(commands, 'error'));
    expect(errors).toEqual([expect.stringContaining('Regression: facts/acc fell by 31.2 pp')]);
  });

  test('a second run updates the comment, an older one does not', async () => {
    const github = await new FakeGitHub().start();
    try {
      await run('regression', { github, runId: 43 });
      await run('pass', { github, runId: 42 });
      expect(github.comments.map(({ body }) => body.includes('REGRESSION'))).toEqual([true]);
      await run('pass', { github, runId: 44 });
      expect(github.comments.map(({ body }) => body.includes('**PASS ✅**'))).toEqual([true]);
    } finally {
      await github.stop();
    }
  });

  test('a check is written when asked for', async () => {
    const { github } = await run('regression', { inputs: { check: 'on' } });
    expect(github.checks).toMatchObject([{ conclusion: 'failure', head_sha: 'a'.repeat(40) }]);
  });

  test('without comment and artifact the summary is still there', async () => {
    const { github, steps, outputs } = await run('pass', { inputs: { comment: 'never', artifact: 'off' } });
    expect(github.writes()).toEqual([]);
    expect(outputs['report-url']).toBe('https://github.com/o/r/actions/runs/42');
    expect(steps.report?.summary).toContain('**PASS ✅**');
  });

  test('a working directory inside the repository', async () => {
    const { outputs } = await simulate({
      action,
      files: { 'models/a b/gate.yml': config('pass') },
      inputs: { 'working-directory': 'models/a b', config: 'gate.yml' },
    });
    expect(outputs.verdict).toBe('pass');
  });
});

describe.concurrent('whatever goes wrong, nothing turns green', () => {
  test.each([
    ['evaluate-fails', 'the evaluation did not come to its end: its outcome is failure'],
    ['evaluate-crashes', 'the evaluation did not come to its end: its outcome is failure'],
    ['evaluate-never-settles', 'the evaluation did not come to its end: its outcome is failure'],
    ['evaluate-links', 'is a link or a device, so nothing of this run is read'],
    ['evaluate-changes-config', 'was changed while the evaluation ran'],
    ['judge-fails', 'the samples could not be judged: run.json is not JSON'],
  ])('%s is invalid', async (scenario, summary) => {
    const { outcome, outputs, github } = await run(scenario, { inputs: { artifact: 'off' } });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(outputs.summary).toContain(summary);
    expect(github.comments[0]?.body).toContain('**INVALID ⛔**');
  });

  test.each(['report-crashes', 'evaluate-changes-plan'])(
    '%s: enforce finds nothing said, and fails',
    async (scenario) => {
      const { outcome, outputs, steps } = await run(scenario);
      expect(outcome).toBe('failure');
      expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
      expect(steps.report?.outcome).toBe('failure');
      expect(steps.enforce).toMatchObject({ outcome: 'failure', exitCode: 5 });
      expect(said(steps.enforce?.commands ?? [], 'error')).toEqual([
        'Nothing was proven: the report step said nothing.',
      ]);
    },
  );

  test.each([
    [{ phase: 'evalute' }, 'the input phase is "evalute"\n  fix: use one of all, evaluate, report'],
    [{ check: 'true' }, 'the input check is "true"\n  fix: use one of on, off'],
    [{ config: 'missing.yml' }, 'the config missing.yml cannot be read'],
    [{ 'working-directory': '../..' }, 'lies outside of the workspace'],
    [{ 'env-allow': 'ACTIONS_RUNTIME_TOKEN' }, 'belongs to the runner'],
  ])('the inputs %j stop everything before a model runs', async (inputs, message) => {
    const { outcome, outputs, steps } = await run('pass', { inputs });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(said(steps.prep?.commands ?? [], 'error')[0]).toContain(message);
    expect(steps.evaluate?.outcome).toBe('skipped');
  });

  test('a fault of the config is shown at its line', async () => {
    const { steps } = await run('pass', {
      files: { 'weighbridge.yml': config('pass').replace('gates:', 'gaits:') },
    });
    expect(steps.prep?.log).toContain('::error title=Weighbridge,file=weighbridge.yml,line=5,col=1::');
    expect(steps.evaluate?.outcome).toBe('skipped');
  });

  test.each(['pull_request_target', 'workflow_run'])('%s is not evaluated on', async (name) => {
    const payload = { ...pullRequest().payload, workflow_run: { head_sha: HEAD } };
    const { steps } = await run('pass', { event: { name, payload } });
    expect(said(steps.prep?.commands ?? [], 'error')[0]).toContain(`does not evaluate on ${name}`);
    expect(steps.evaluate?.outcome).toBe('skipped');
  });
});

describe.concurrent('publishers never change the verdict', () => {
  test.each([
    ['pass', 'success'],
    ['regression', 'failure'],
  ] as const)('a 403 on the comment: %s stays', async (scenario, outcome) => {
    const result = await run(scenario, {
      prepare: (github) => {
        github.fault = ({ path }) => (path.endsWith('/comments') ? 403 : undefined);
      },
    });
    expect(result.outcome).toBe(outcome);
    expect(result.outputs).toMatchObject({ verdict: scenario, 'comment-url': '' });
    const [warning] = said(result.steps.report?.commands ?? [], 'warning');
    expect(warning).toContain('permissions:\n  contents: read\n  pull-requests: write');
  });

  test('an artifact service that refuses', async () => {
    const result = await run('pass', {
      prepare: (github) => {
        github.fault = ({ path }) => (path.startsWith('/twirp') ? 403 : undefined);
      },
    });
    expect(result.outcome).toBe('success');
    expect(result.outputs).toMatchObject({
      verdict: 'pass',
      'report-url': 'https://github.com/o/r/actions/runs/42',
    });
    expect(said(result.steps.report?.commands ?? [], 'warning')[0]).toContain(
      'The artifact was not uploaded',
    );
  });

  test('a fork: one notice, no write', async () => {
    const { github, steps, outputs } = await run('pass', { event: pullRequest({ fork: true }) });
    expect(github.writes()).toEqual([]);
    expect(outputs.verdict).toBe('pass');
    expect(said(steps.report?.commands ?? [], 'notice')).toEqual([
      expect.stringContaining('comes from a fork'),
    ]);
  });

  test('an event without a pull request', async () => {
    const { github, outputs } = await run('pass', { event: { name: 'push', payload: {} } });
    expect(github.writes()).toEqual([]);
    expect(outputs.verdict).toBe('pass');
  });
});

describe.concurrent('what the evaluation sees and says', () => {
  test('no token and no secret, in its environment or in that of an ancestor', async () => {
    const seen: Record<string, string>[] = [];
    const parents: string[] = [];
    const { outcome } = await run('pass', {
      inputs: { 'env-allow': 'HF_TOKEN' },
      inspect: async ({ temp }) => {
        const [folder = ''] = (await readdir(temp)).filter((name) => name.startsWith('weighbridge-'));
        seen.push(JSON.parse(await readFile(join(temp, folder, 'run/environment.json'), 'utf8')));
        parents.push(await readFile(join(temp, folder, 'run/parent.txt'), 'utf8'));
      },
    });
    expect(outcome).toBe('success');
    const [environment = {}] = seen;
    expect(environment).toMatchObject({ HF_TOKEN: 'hf-token', CUDA_VISIBLE_DEVICES: '0' });
    expect(Object.keys(environment).filter((name) => /^(?:GITHUB|ACTIONS|INPUT)_/.test(name))).toEqual([]);
    for (const secret of [JOB_SECRET, TOKEN]) expect(JSON.stringify(environment)).not.toContain(secret);
    // Without execve (Node 20) the parent still shows what it was started with; the runner's Node has it.
    if ('execve' in process) expect(parents[0]).not.toContain(JOB_SECRET);
  });

  test('what it was let see is named in the report', async () => {
    const { github, steps } = await run('pass', { inputs: { 'env-allow': 'HF_TOKEN, MY_KEY' } });
    for (const text of [github.comments[0]?.body, steps.report?.summary]) {
      expect(text).toContain(
        'By `env-allow` the evaluation could read: <code>HF&#95;TOKEN</code>, <code>MY&#95;KEY</code>.',
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

  test('its own time limit comes first: what was finished is reported, as invalid', async () => {
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
    const { steps } = await run('pass');
    expect(HOSTILE_OUTPUT).toContain('##[add-path]');
    for (const id of ['evaluate', 'report']) {
      const step = steps[id];
      expect(step?.log).toContain('  | ##\\[add-path]/tmp');
      expect(step?.commands.filter(({ name }) => FORBIDDEN.has(name) || name === 'set-output')).toEqual([]);
    }
  });

  test('one phase at a time: evaluate hands over and judges nothing', async () => {
    const { outcome, outputs, github, steps } = await run('regression', {
      inputs: { phase: 'evaluate', shard: '1/2' },
    });
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect([...github.artifacts.keys()]).toEqual([
      expect.stringMatching(/^weighbridge-[0-9a-f]{12}-run-1-of-2-1$/),
    ]);
    expect(github.comments).toEqual([]);
    expect(steps.report?.summary).toContain('waits to be judged');
  });

  test('an evaluation that fails is not handed over as complete', async () => {
    const { outcome } = await run('evaluate-fails', { inputs: { phase: 'evaluate' } });
    expect(outcome).toBe('failure');
  });
});
