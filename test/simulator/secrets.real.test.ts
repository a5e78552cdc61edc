import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { judgeResults } from '../../src/app/judge.ts';
import { unpack } from '../../src/results/unpack.ts';
import { buildAction } from './build-action.ts';
import { FakeGitHub } from './fake-github.ts';
import { config, type Simulation, simulate } from './simulate.ts';

/** A model that has seen a secret and says it: what GitHub is sent, and anybody may read, is without it. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stored-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

const SECRET = 'hf_5c2f-91ab/xyz';
const CONFIG = `# candidate 50\n${config('x')}`;

async function run(github: FakeGitHub, inputs: Readonly<Record<string, string>>) {
  const shared: Simulation = { action, github, files: { 'weighbridge.yml': CONFIG } };
  return simulate({ ...shared, inputs, jobEnv: { HF_TOKEN: SECRET } });
}

/** Unpacks the artifact of a name, all of it. */
async function unpacked(github: FakeGitHub, name: RegExp): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-unpacked-'));
  const artifact = github.artifacts.find((each) => name.test(each.name));
  await writeFile(join(folder, 'zip'), artifact?.content ?? '');
  await unpack(join(folder, 'zip'), folder, (entry) => entry);
  return folder;
}

async function on<T>(use: (github: FakeGitHub) => Promise<T>): Promise<T> {
  const github = await new FakeGitHub().start();
  try {
    return await use(github);
  } finally {
    await github.stop();
  }
}

const samplesIn = (folder: string) => readFile(join(folder, 'run/candidate/facts/samples.jsonl'), 'utf8');
const posted = ({ artifacts, comments, checks }: FakeGitHub) =>
  [...artifacts.map(({ content }) => content.toString('latin1')), JSON.stringify([comments, checks])].join();

describe.concurrent('a secret that the model says', () => {
  test('is not in the artifact, and the artifact gives the same verdict again', () =>
    on(async (github) => {
      const { outputs } = await run(github, { 'env-allow': 'HF_TOKEN', check: 'on' });
      expect(outputs).toMatchObject({ verdict: 'regression' });
      const folder = await unpacked(github, /-report-1$/);
      const samples = await samplesIn(folder);
      expect(samples.match(/my key is \*\*\*, \d+/g)).toHaveLength(400);
      const verdict = JSON.parse(await readFile(join(folder, 'report/verdict.json'), 'utf8'));
      for (const text of [samples, JSON.stringify(verdict), posted(github)])
        expect(text).not.toContain(SECRET);

      await writeFile(join(folder, 'weighbridge.yml'), CONFIG);
      const again = await judgeResults({
        ...{ configPath: join(folder, 'weighbridge.yml'), overrides: {}, out: join(folder, 'again') },
        folders: { baseline: join(folder, 'run/baseline'), candidate: join(folder, 'run/candidate') },
      });
      expect(again).toMatchObject({ verdict: 'regression', gates: verdict.gates, tasks: verdict.tasks });
    }));

  test('is not in what one job hands to another, and the other says nothing of it', () =>
    on(async (github) => {
      await run(github, { phase: 'evaluate', 'env-allow': 'HF_TOKEN' });
      expect(await samplesIn(await unpacked(github, /-run-1$/))).toContain('my key is ***,');
      const { outputs, steps } = await run(github, { phase: 'report', check: 'on' });
      expect(outputs).toMatchObject({ verdict: 'regression' });
      expect(steps.report?.summary).toMatch(/my(?: |&#32;)key/);
      expect(steps.report?.summary).not.toContain(SECRET);
      expect(posted(github)).not.toContain(SECRET);
    }));
});
