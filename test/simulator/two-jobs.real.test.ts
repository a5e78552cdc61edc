import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { zip } from '../support/zip.ts';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { config, type Simulation, simulate } from './simulate.ts';

/** The layout that is recommended: a job with the GPU that cannot write, and a small one that judges and reports. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stored-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

const text = (share: number) =>
  `# candidate ${share}\n${config('x').replace('max_drop: 2pp', 'max_drop: 10pp')}`;

async function jobs(
  share: number,
  between: (github: FakeGitHub) => void = () => {},
  evaluate: Partial<Simulation> = {},
) {
  const github = await new FakeGitHub().start();
  const shared = { action, github, files: { 'weighbridge.yml': text(share) } };
  try {
    // Without `pull-requests: write` every write would be refused.
    github.fault = ({ method, path }) => (method !== 'GET' && path.startsWith('/repos') ? 403 : undefined);
    const first = await simulate({ ...shared, job: 'evaluate', ...evaluate, inputs: { phase: 'evaluate' } });
    github.fault = () => undefined;
    between(github);
    const second = await simulate({ ...shared, job: 'report', inputs: { phase: 'report', check: 'on' } });
    return { first, second, github };
  } finally {
    await github.stop();
  }
}

describe.concurrent('evaluate in one job, report in another', () => {
  test.each([
    [75, 'pass', 'success'],
    [50, 'regression', 'failure'],
  ] as const)('%s %% right: %s', async (share, verdict, outcome) => {
    const { first, second, github } = await jobs(share);
    expect(first.outcome).toBe('success');
    expect(first.outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(first.steps.report?.commands.filter(({ name }) => name === 'warning')).toEqual([]);
    expect(second.outcome).toBe(outcome);
    expect(second.outputs.verdict).toBe(verdict);
    expect(second.steps.evaluate?.outcome).toBe('skipped');
    expect(github.comments).toHaveLength(1);
    expect(github.checks).toHaveLength(1);
    const names = github.artifactNames().map((name) => name.replace(/[0-9a-f]{12}/, 'key'));
    expect(names).toEqual([
      'weighbridge-key-run-1',
      'weighbridge-key-report-1',
      'weighbridge-key-report-1.html',
    ]);
  });

  test('a shard that failed and was run again counts as its second attempt has it', async () => {
    const github = await new FakeGitHub().start();
    const job = (inputs: Record<string, string>, more: Partial<Simulation> = {}) =>
      simulate({ ...{ action, github, files: { 'weighbridge.yml': text(75) }, inputs }, ...more });
    const shard = (index: number, { inputs = {}, ...more }: Partial<Simulation> = {}) =>
      job({ phase: 'evaluate', 'comment-key': 'k', shard: `${index}/2`, ...inputs }, more);
    const report = (attempt: number) => job({ phase: 'report', 'comment-key': 'k' }, { attempt });
    try {
      const failed = await shard(1, {
        jobEnv: { RUNS_OUT_OF_MEMORY: 'yes' },
        inputs: { 'env-allow': 'RUNS_OUT_OF_MEMORY' },
      });
      const whole = await shard(2);
      expect([failed.outcome, whole.outcome]).toEqual(['failure', 'success']);
      expect((await report(1)).outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });

      expect((await shard(1, { attempt: 2 })).outcome).toBe('success');
      const again = await report(2);
      expect(github.artifactNames().filter((name) => name.includes('-run-'))).toEqual([
        'weighbridge-k-run-1-of-2-1',
        'weighbridge-k-run-2-of-2-1',
        'weighbridge-k-run-1-of-2-2',
      ]);
      expect(again.outputs, github.comments[0]?.body).toMatchObject({ verdict: 'pass', blocked: 'false' });
    } finally {
      await github.stop();
    }
  });

  test('pages and reports of other legs and attempts are no samples', async () => {
    const wrong = zip([{ name: 'run/candidate/facts/run.json', content: '{}' }]);
    const { second } = await jobs(75, (github) => {
      const [name = ''] = github.artifactNames();
      const report = name.replace('-run-1', '-report');
      github.addArtifact(`${report}-1.html`, Buffer.from('<!doctype html>'), { mimeType: 'text/html' });
      github.addArtifact(`${report}-2.html`, Buffer.from('<!doctype html>'), { mimeType: 'text/html' });
      github.addArtifact(`${report}-7`, wrong);
      github.addArtifact(`${name.replace('-run-1', '-0123456789ab-report')}-1`, wrong);
    });
    expect(second.steps.prep?.commands.filter(({ name }) => name === 'warning')).toEqual([]);
    expect(second.outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
  });

  test.each<[string, (github: FakeGitHub) => void, string]>([
    [
      'nothing was uploaded',
      ({ artifacts }) => artifacts.splice(0),
      'no job of this run has uploaded samples',
    ],
    [
      'two gates uploaded',
      (github) => github.addArtifact('weighbridge-other-run-1', zip([])),
      'several gates of this run have uploaded samples',
    ],
    [
      'what was uploaded leads out of its folder',
      (github) => {
        const [name = ''] = github.artifactNames();
        github.artifacts.length = 0;
        github.addArtifact(name, zip([{ name: 'run/candidate/../../../evil', content: 'x' }]));
      },
      'the artifact is refused',
    ],
  ])('%s: invalid, and reported', async (_, between, message) => {
    const { second, github } = await jobs(75, between);
    expect(second.outcome).toBe('failure');
    expect(second.outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(second.steps.prep?.log).toContain(message);
    expect(github.comments[0]?.body).toContain('**INVALID ⛔**');
  });
});
