import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { config, HEAD, pullRequest, type Simulation, simulate } from './simulate.ts';

/** The whole composite with a stand-in for models: what each step sees, says and does to the job. */

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
      'report-url': 'https://github.com/o/r/actions/runs/42/artifacts/78',
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
    for (const id of [77, 78])
      expect(comment?.body).toContain(`(https://github.com/o/r/actions/runs/42/artifacts/${id})`);
    expect(result.steps.report?.summary).toContain(`**${scenario.toUpperCase()} `);

    const [bundle, page] = github.artifacts;
    for (const file of ['report/verdict.json', 'report/comment.md', 'run/samples.jsonl']) {
      expect(bundle?.content.includes(file), file).toBe(true);
    }
    expect(bundle?.content.includes('plan.json')).toBe(false);
    expect(page?.mimeType).toBe('text/html');
    expect(page?.content.toString()).toContain(scenario.toUpperCase());
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

  // red-team 8: a report that says nothing
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
    const { github, outputs } = await run('pass', {
      event: { name: 'push', payload: { ref: 'refs/heads/main', repository: { default_branch: 'main' } } },
    });
    expect(github.writes()).toEqual([]);
    expect(outputs.verdict).toBe('pass');
  });
});
