import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { downloadOwnSamples } from '../../../src/adapters/github/own-artifacts.ts';
import {
  artifactsOfRun,
  downloadArtifact,
  newestOfBranch,
} from '../../../src/adapters/github/run-artifacts.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { RUN_ID, sha256 } from '../../simulator/github/state.ts';
import { runtimeToken } from '../../simulator/runtime-token.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { connect } from './commenting.ts';

const NAME = 'weighbridge-gate-run-1';
const ZIP = Buffer.from('as it was uploaded');

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', runtimeToken(RUN_ID))
    .stubEnv('ACTIONS_RESULTS_URL', github.url)
    .stubEnv('GITHUB_SERVER_URL', 'https://github.com');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await github.stop();
});

describe.each([
  [
    'of this run',
    async (folder: string) => {
      const [zip = ''] = await downloadOwnSamples('gate', folder);
      return zip;
    },
  ],
  [
    'of another run',
    async (folder: string) => {
      const remote = { client: connect(github), repository: { owner: 'o', name: 'r' } };
      const [artifact] = await artifactsOfRun(remote, RUN_ID);
      if (artifact === undefined) throw new Error('none is listed');
      await downloadArtifact(remote, artifact, join(folder, 'zip'), 1000);
      return join(folder, 'zip');
    },
  ],
])('samples %s', (_, download) => {
  test('are those that were uploaded', async () => {
    github.addArtifact(NAME, ZIP);
    expect(readFileSync(await download(temporaryFolder()))).toEqual(ZIP);
  });

  test('with another digest than GitHub says are refused', async () => {
    github.addArtifact(NAME, ZIP, { digest: sha256(Buffer.from('another')) });
    const { kind, text } = await faultOf(() => download(temporaryFolder()));
    expect([kind, text]).toEqual(['data', expect.stringContaining(`${NAME} arrived with another digest`)]);
  });
});

test('of another run without a digest are refused: nothing tells whether they are whole', async () => {
  const remote = { client: connect(github), repository: { owner: 'o', name: 'r' } };
  github.addArtifact(NAME, ZIP, { digest: null });
  const [artifact] = await artifactsOfRun(remote, RUN_ID);
  if (artifact === undefined) throw new Error('none is listed');
  const { text } = await faultOf(() =>
    downloadArtifact(remote, artifact, join(temporaryFolder(), 'z'), 1000),
  );
  expect(text).toContain('has no digest to check it by');
});

describe('the newest artifact of a branch', () => {
  const newest = async (name: string) => {
    const remote = { client: connect(github), repository: { owner: 'o', name: 'r' } };
    return (await newestOfBranch(remote, name, 1, 'main'))?.name;
  };

  test.each(['weighbridge-baseline-report', 'weighbridge-baseline-report-1'])(
    '%s is found under the name that a run has which was started again',
    async (name) => {
      github.addArtifact('weighbridge-baseline-report-2', ZIP);
      expect(await newest(name)).toBe('weighbridge-baseline-report-2');
      github.addArtifact('weighbridge-baseline-report-1', ZIP);
      expect(await newest(name)).toBe('weighbridge-baseline-report-1');
    },
  );

  test.each(['nightly', 'weighbridge-baseline-run-1', 'nightly-1'])('%s is no other', async (name) => {
    for (const other of ['nightly-2', 'weighbridge-baseline-run-2', 'weighbridge-other-report-1'])
      github.addArtifact(other, ZIP);
    expect(await newest(name)).toBeUndefined();
    github.addArtifact(name, ZIP);
    expect(await newest(name)).toBe(name);
  });
});
