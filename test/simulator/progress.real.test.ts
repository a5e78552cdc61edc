import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isRunning, type ProcessIdentity } from '../../src/adapters/process/identity.ts';
import { announceOn, assignmentFor } from '../action/following.ts';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { config, type Simulation, simulate, TOKEN } from './simulate.ts';

/** What the comment says while an evaluation goes on, by the process that really does it. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const ROOT = resolve(import.meta.dirname, '../..');

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await chmod(action, 0o755);
  await buildAction(action, join(import.meta.dirname, 'stand-in-main.ts'));
  // To root everything is open: what matters is that the runner is as well.
  process.title = 'Runner.Worker';
});
afterAll(() => rm(action, { recursive: true }));

/** With the first line of every text that the comment had. */
async function run(scenario: string, rest: Partial<Simulation> = {}) {
  const lines: string[] = [];
  const simulated = await simulate({
    ...{ action, files: { 'weighbridge.yml': config(scenario) } },
    ...rest,
    prepare: (fake) => {
      fake.fault = ({ call, body }) => {
        const { body: text } = (body ?? {}) as { body?: string };
        if (call.startsWith('issues/') && text !== undefined) lines.push(text.split('\n')[1] ?? '');
        return undefined;
      };
    },
  });
  const { writer } = simulated.steps.prep?.outputs ?? {};
  const identity = writer === undefined ? null : (JSON.parse(writer) as ProcessIdentity);
  return { ...simulated, lines, writer: identity };
}

const SHARE =
  /^\*\*EVALUATING ⏳\*\* \d\d % of <code>facts<\/code> on the candidate, at most about 1 min left\./;

describe.concurrent('while an evaluation goes on', () => {
  test('the comment says how far it is, then the result; nothing is left running', async () => {
    const { lines, writer, steps, outcome } = await run('evaluate-shows-progress');
    expect(outcome).toBe('success');
    expect(lines).toEqual([
      expect.stringMatching(/^\*\*EVALUATING ⏳\*\* 1 task/),
      expect.stringMatching(SHARE),
      expect.stringMatching(/^\*\*PASS/),
    ]);
    expect(steps.report?.log).toContain('the progress in the comment was brought up to date 1 times, until ');
    expect(writer === null || (await isRunning(writer))).toBe(false);
  });

  test('an evaluation that dies: the result is what it is without, and nothing is left running', async () => {
    const { lines, writer, outputs } = await run('evaluate-dies-half-way');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(lines.slice(1)).toEqual([expect.stringMatching(SHARE), expect.stringMatching(/^\*\*INVALID/)]);
    expect(writer === null || (await isRunning(writer))).toBe(false);
  });

  test('GitHub that refuses it changes nothing', async () => {
    const { outputs, steps, github } = await simulate({
      ...{ action, files: { 'weighbridge.yml': config('evaluate-shows-progress') } },
      prepare: (fake) => {
        fake.fault = ({ call }) => (call === 'issues/get-comment' ? 403 : undefined);
      },
    });
    expect(outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
    expect(steps.report?.log).toContain('brought up to date 0 times, until GitHub refused it');
    expect(github.comments[0]?.body.split('\n')[1]).toMatch(/^\*\*PASS/);
  });

  test.each([{ 'live-progress': 'off' }, { phase: 'evaluate' }, { comment: 'on-failure' }])(
    'nothing runs beside the evaluation with %j',
    async (inputs) => {
      const { writer, steps } = await run('pass', { inputs });
      expect(steps.prep?.outcome).toBe('success');
      expect(writer).toBeNull();
    },
  );
});

describe('the process itself', () => {
  test('ends by itself where no report comes, as in a job that was cancelled', async () => {
    await using github = await started();
    const scratch = await mkdtemp(join(tmpdir(), 'weighbridge-writer-'));
    const { runner: _, ...assignment } = assignmentFor(github, scratch);
    const { stdout, stderr } = start([], assignment, scratch);
    expect(stderr).toBe('');
    const writer = JSON.parse(stdout) as ProcessIdentity;
    await writeFile(assignment.files.progress, '{}');
    expect(await readdir(scratch)).toEqual(['progress.json']);
    await delay(3000);
    expect(await isRunning(writer)).toBe(true);
    await rm(assignment.files.progress);
    await vi.waitFor(async () => expect(await isRunning(writer)).toBe(false), { timeout: 30_000 });
    expect(JSON.parse(await readFile(assignment.files.outcome, 'utf8'))).toEqual({
      ...{ updates: 0, ending: 'evaluated' },
    });
    await rm(scratch, { recursive: true });
  });

  // As in a container: the runner is outside, and what runs inside belongs to root, who may read everything.
  test.runIf(process.getuid?.() === 0)(
    'is not started where it would be the only one to hold the token',
    () => {
      const alone = ['unshare', '--pid', '--fork', '--mount-proc'];
      const { stdout, stderr } = start(alone, { token: TOKEN }, tmpdir());
      expect(stdout).toBe('');
      expect(stderr).toContain('the evaluation could read the token of a process beside it');
    },
  );
});

/** Starts the writer as `prep` does, from a process of its own. */
function start(within: readonly string[], assignment: unknown, scratch: string) {
  const script = `
    const { startWriter } = await import('${ROOT}/src/action/start-writer.ts');
    const [, program, assignment, scratch] = process.argv;
    console.log(JSON.stringify(await startWriter(program, JSON.parse(assignment), scratch, {})));`;
  const given = [join(action, 'dist/progress-writer.js'), JSON.stringify(assignment), scratch];
  const [file = '', ...args] = [...within, process.execPath, '--import', 'tsx', '--input-type=module'];
  return spawnSync(file, [...args, '-e', script, ...given], { cwd: ROOT, encoding: 'utf8' });
}

async function started() {
  const github = await new FakeGitHub().start();
  await announceOn(github);
  return Object.assign(github, { [Symbol.asyncDispose]: () => github.stop() });
}
