import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { uploadArtifact } from '../../../src/adapters/github/artifact.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { sha256 } from '../../simulator/github/state.ts';
import { runtimeToken } from '../../simulator/runtime-token.ts';
import { addGreenRun, GREEN_RUN, PREFIX } from '../../support/green-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** The whole way with the official client: what it uploads is what it downloads, and the digest counts. */

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

/** A zip as the official client uploads it. */
async function uploaded(): Promise<Buffer> {
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken(GREEN_RUN));
  vi.stubEnv('ACTIONS_RESULTS_URL', github.url);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  const root = temporaryFolder({ 'run/candidate/facts/run.json': '{"a":1}' });
  const files = [join(root, 'run/candidate/facts/run.json')];
  await uploadArtifact({ name: `${PREFIX}1`, files, root, runUrl: 'https://x', timeoutMs: 10_000 });
  vi.unstubAllEnvs();
  const [artifact] = github.artifacts.splice(0);
  if (artifact === undefined) throw new Error('nothing was uploaded');
  return artifact.content;
}

interface Outcome {
  readonly found?: object;
  readonly error?: string;
}

async function download(into: string): Promise<Outcome> {
  const script = resolve(import.meta.dirname, '../../support/download-baseline.ts');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, GITHUB_API_URL: github.url, INTO: into };
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

// red-team 6: an artifact of a baseline with another content
test('a report comes back with its commit, date and author; with another digest it is refused', async () => {
  const zip = await uploaded();
  addGreenRun(github, zip);
  const into = temporaryFolder();
  expect(await download(into)).toEqual({
    found: { commit: 'c'.repeat(40), date: '2026-11-01T10:00:00.000Z', by: 'somebody' },
  });
  expect(readFileSync(join(into, 'run/candidate/facts/run.json'), 'utf8')).toBe('{"a":1}');

  github.artifacts = [];
  addGreenRun(github, zip, { digest: sha256(Buffer.from('another')) });
  expect((await download(temporaryFolder())).error).toContain('another digest');
});
