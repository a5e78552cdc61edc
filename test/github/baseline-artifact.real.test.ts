import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { uploadArtifact } from '../../src/github/artifact.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { runtimeToken } from '../simulator/runtime-token.ts';
import { ARTIFACT, answerAsGitHub, GREEN } from '../support/green-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The whole way with the official client: what it uploads is what it downloads, and the digest counts. */

let zip: Buffer;
let artifacts: readonly object[] = [];
const server = createServer((request, response) =>
  answerAsGitHub({ runs: [GREEN], artifacts, zip }, request, response),
);
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));

/** A zip as the official client uploads it. */
async function uploaded(): Promise<Buffer> {
  const github = await new FakeGitHub().start();
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken());
  vi.stubEnv('ACTIONS_RESULTS_URL', github.url);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  const root = temporaryFolder({ 'run/candidate/facts/run.json': '{"a":1}' });
  const files = [join(root, 'run/candidate/facts/run.json')];
  await uploadArtifact({ name: ARTIFACT.name, files, root, runUrl: 'https://x', patienceMs: 10_000 });
  vi.unstubAllEnvs();
  await github.stop();
  const content = github.artifacts.get(ARTIFACT.name);
  if (content === undefined) throw new Error('nothing was uploaded');
  return content;
}

interface Outcome {
  readonly found?: object;
  readonly error?: string;
}

async function download(into: string): Promise<Outcome> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const script = resolve(import.meta.dirname, '../support/download-baseline.ts');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, GITHUB_API_URL: url, INTO: into };
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise((done) => child.once('close', done));
  return JSON.parse(/^outcome (.*)$/m.exec(said)?.[1] ?? 'null') as Outcome;
}

test('a report comes back with its commit, date and author; with another digest it is refused', async () => {
  zip = await uploaded();
  const digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`;
  artifacts = [{ ...ARTIFACT, digest }];
  const into = temporaryFolder();
  expect(await download(into)).toEqual({
    found: { commit: 'c'.repeat(40), date: '2026-11-01T10:00:00.000Z', by: 'somebody' },
  });
  expect(readFileSync(join(into, 'run/candidate/facts/run.json'), 'utf8')).toBe('{"a":1}');

  artifacts = [ARTIFACT];
  expect((await download(temporaryFolder())).error).toContain('another digest');
});
