import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addGreenRun, GREEN } from '../support/green-run.ts';
import { writeRun } from '../support/run-folder.ts';
import { zip } from '../support/zip.ts';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { RUN_ID, sha256 } from './github/state.ts';
import { config, type Simulation, simulate } from './simulate.ts';

/** How the step that holds the token finds the baseline, before anything foreign runs. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stored-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

/** The candidate answers 75 % rightly, as does the baseline that an evaluation of both would give. */
const asking = (baseline: string, rest = '') => ({
  'weighbridge.yml': `# candidate 75\n${config('x').replace('max_drop: 2pp', 'max_drop: 10pp')}baseline: ${baseline}\n${rest}`,
});

/** The report of a run whose candidate answered 95 % rightly. */
function greenReport(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-green-'));
  try {
    const side = writeRun(folder, 'candidate', 400, (index) => index % 100 < 95);
    const files = ['run.json', 'samples.jsonl'].map((name) => ({
      name: `run/candidate/facts/${name}`,
      content: readFileSync(join(side, 'facts', name)),
    }));
    return zip([...files, { name: 'report/verdict.json', content: '{}' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (given: Omit<Simulation, 'action'>) =>
  simulate({ action, ...given, inputs: { 'comment-key': 'key', ...given.inputs } });

describe.concurrent('the report of the last green run', () => {
  test('is what the candidate is compared with, and the comment says whose it is', async () => {
    const { outputs, steps, github } = await run({
      files: asking('{ from: artifact }'),
      prepare: (fake) => addGreenRun(fake, greenReport()),
    });
    expect(outputs.verdict, steps.prep?.log).toBe('regression');
    expect(outputs.summary).toContain('20');
    expect(github.comments[0]?.body).toContain('cccccccccccc');
  });

  test('with another digest than GitHub says is none: invalid, with the reason', async () => {
    const { outcome, outputs, github } = await run({
      files: asking('{ from: artifact }'),
      prepare: (fake) => addGreenRun(fake, greenReport(), { digest: sha256(Buffer.from('another')) }),
    });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(github.comments[0]?.body).toContain('arrived with another digest than GitHub says');
  });

  test.each<[string, (github: FakeGitHub) => void, string]>([
    [
      'no green run',
      (github) => github.runs.set(RUN_ID, { workflow_id: 5 }),
      'no green run of this workflow on main',
    ],
    [
      'a token that may not look',
      (github) => {
        github.fault = ({ call }) => (call === 'actions/get-workflow-run' ? 403 : undefined);
      },
      'Resource not accessible by integration',
    ],
  ])('%s, and nothing blessed: invalid, with the reason of each source', async (_, prepare, reason) => {
    const { outcome, outputs, github } = await run({
      files: asking('[{ from: store }, { from: artifact }]', `store: kept\n`),
      prepare,
    });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    const body = (github.comments[0]?.body ?? '').replaceAll(/&#(\d+);/g, (_all, code: string) =>
      String.fromCodePoint(Number(code)),
    );
    for (const text of ['nothing was blessed', reason]) expect(body).toContain(text);
  });
});

describe.concurrent('the first baseline', () => {
  const files = asking('{ sources: { from: artifact }, bootstrap: true }');
  const event = (name: string) => ({
    name,
    payload: JSON.parse(readFileSync(join(import.meta.dirname, `../events/${name}.json`), 'utf8')),
  });

  test('is made on the default branch, judges nothing, and is what the next pull request is compared with', async () => {
    const github = await new FakeGitHub().start();
    try {
      github.runs.set(RUN_ID, { workflow_id: GREEN.workflow_id });
      const first = await run({
        ...{ files, github, event: event('push'), jobEnv: { GITHUB_REF: 'refs/heads/main' } },
      });
      expect(first.outcome, first.steps.report?.log).toBe('success');
      expect(first.outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
      expect(first.steps.report?.summary).toContain('bootstrap: there was no baseline');
      expect(github.artifactNames()).toEqual(['weighbridge-key-report-1']);
      expect(github.comments).toEqual([]);

      github.runs.set(RUN_ID, GREEN);
      github.runs.set(43, { workflow_id: GREEN.workflow_id });
      const second = await run({ files, github, runId: 43 });
      expect(second.outputs, second.steps.prep?.log).toMatchObject({ verdict: 'pass', blocked: 'false' });
      expect(github.comments[0]?.body).toContain('cccccccccccc');
    } finally {
      await github.stop();
    }
  });

  test('is never made by a pull request', async () => {
    const { outcome, outputs } = await run({
      files,
      prepare: (github) => github.runs.set(RUN_ID, { workflow_id: GREEN.workflow_id }),
    });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
  });
});
