import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { artifactName, newestSamples, uploadArtifact } from '../../../src/adapters/github/artifact.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { runtimeToken } from '../../simulator/runtime-token.ts';

const RUN = 'https://github.com/o/r/actions/runs/42';
let github: FakeGitHub;
let folder: string;
let root: string;

beforeEach(async () => {
  github = await new FakeGitHub().start();
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-artifact-'));
  root = join(folder, 'out');
  await mkdir(root);
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken());
  vi.stubEnv('ACTIONS_RESULTS_URL', github.url);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await github.stop();
  await rm(folder, { recursive: true });
});

describe('which artifacts hold the samples of a run', () => {
  const named = (...names: string[]) => names.map((name) => ({ name: `weighbridge-${name}` }));
  const names = (artifacts: ReturnType<typeof named>, key?: string) =>
    newestSamples(artifacts, key).map(({ name }) => name.replace('weighbridge-', ''));

  test.each<[string, string[], string | undefined, string[]]>([
    ['none', [], undefined, []],
    [
      'of each shard the newest attempt: those that failed are run again alone',
      ['a-run-1-of-2-1', 'a-run-2-of-2-1', 'a-run-2-of-2-2'],
      undefined,
      ['a-run-1-of-2-1', 'a-run-2-of-2-2'],
    ],
    [
      'of each round of a shard its own',
      ['a-run-1-of-2-round-1-of-3-1', 'a-run-1-of-2-round-2-of-3-1', 'a-run-1-of-2-round-2-of-3-2'],
      'a',
      ['a-run-1-of-2-round-1-of-3-1', 'a-run-1-of-2-round-2-of-3-2'],
    ],
    ['attempts count as numbers', ['a-run-9', 'a-run-10'], undefined, ['a-run-10']],
    ['only of the gate that is asked for', ['a-run-1', 'b-run-1'], 'b', ['b-run-1']],
    ['pages and artifacts of others are none', ['a-report-1.html', 'coverage'], undefined, []],
  ])('%s', (_, all, key, expected) => {
    expect(names(named(...all), key)).toEqual(expected);
  });

  test('of several gates, somebody has to say which', () => {
    expect(() => newestSamples(named('a-run-1', 'b-run-1'), undefined)).toThrow(/several gates/);
  });
});

describe('the artifact', () => {
  test('is one zip of the files given, with the official client', async () => {
    const file = join(root, 'verdict.json');
    await writeFile(file, '{}');
    const url = await uploadArtifact({
      name: 'weighbridge-facts',
      files: [file],
      root,
      runUrl: RUN,
      timeoutMs: 20_000,
    });
    expect(url).toBe(`${RUN}/artifacts/77`);
    const zip = github.artifact('weighbridge-facts')?.content;
    expect(zip?.subarray(0, 2).toString()).toBe('PK');
    expect(zip?.includes('verdict.json')).toBe(true);
  });

  test('unzipped it is the file itself, and carries its name and kind', async () => {
    const file = join(root, 'weighbridge-facts.html');
    await writeFile(file, '<!doctype html>');
    const place = { name: 'weighbridge-facts.html', files: [file], root, runUrl: RUN };
    const url = await uploadArtifact({ ...place, unzipped: true, timeoutMs: 20_000 });
    expect(url).toBe(`${RUN}/artifacts/77`);
    expect(github.artifacts).toMatchObject([
      { name: 'weighbridge-facts.html', mimeType: 'text/html', content: Buffer.from('<!doctype html>') },
    ]);
  });

  test.each([
    ['a symbolic link', (secret: string, file: string) => symlink(secret, file)],
    ['a hard link', (secret: string, file: string) => link(secret, file)],
  ])('never follows %s to a file elsewhere', async (_, make) => {
    const secret = join(folder, 'secret');
    const file = join(root, 'samples.jsonl');
    await writeFile(secret, 'token');
    await make(secret, file);
    await expect(
      uploadArtifact({ name: 'x', files: [file], root, runUrl: RUN, timeoutMs: 20_000 }),
    ).rejects.toThrow('not a plain file inside');
    expect(github.requests).toEqual([]);
  });

  test('never takes a file outside its root', async () => {
    const file = join(folder, 'elsewhere');
    await writeFile(file, 'x');
    await expect(
      uploadArtifact({ name: 'x', files: [file], root, runUrl: RUN, timeoutMs: 20_000 }),
    ).rejects.toThrow('not a plain file inside');
  });

  test.each(['hang', 503] as const)('%s: an end is put to it', async (fault) => {
    github.fault = () => fault;
    const file = join(root, 'verdict.json');
    await writeFile(file, '{}');
    const upload = uploadArtifact({ name: 'x', files: [file], root, runUrl: RUN, timeoutMs: 200 });
    await expect(upload).rejects.toThrow('the artifact service took longer than 1 s');
  });

  test('its name holds only what every file system takes', () => {
    expect(artifactName('my job / "x"', 3)).toBe('weighbridge-my-job-x-3');
    expect(artifactName('y'.repeat(200))).toHaveLength(100);
  });
});
