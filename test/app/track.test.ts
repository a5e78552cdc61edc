import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TRACKERS } from '../../src/adapters/trackers/registry.ts';
import { trackedRun } from '../../src/app/track.ts';
import { INVALID, PASS, REGRESSION } from '../report/examples.ts';

const GIVEN = { started: '2026-11-29T00:00:00.000Z', files: [], samples: [] };

test('a tracker gets every value with its change, its limits, and whether it merges', () => {
  const run = trackedRun(REGRESSION, GIVEN);
  expect(run.metrics['facts/acc']).toBeTypeOf('number');
  expect(run.metrics['facts/acc/delta_low']).toBeLessThan(run.metrics['facts/acc/delta'] ?? NaN);
  expect(run.succeeded).toBe(false);
  expect(run.tags['weighbridge.verdict']).toBe('regression');
  expect(trackedRun(PASS, GIVEN).succeeded).toBe(true);
});

test('what is not known is no number', () => {
  const { metrics, succeeded } = trackedRun(INVALID, GIVEN);
  for (const value of Object.values(metrics)) expect(Number.isFinite(value)).toBe(true);
  expect(succeeded).toBe(false);
});

test('a tracker that does not answer says so, and what to look at', async () => {
  const target = { to: 'http://127.0.0.1:9', experiment: 'x' };
  await expect(TRACKERS.mlflow?.log(trackedRun(PASS, GIVEN), target, {})).rejects.toMatchObject({
    kind: 'platform',
    message: expect.stringContaining('MLflow at http://127.0.0.1:9 could not be reached'),
  });
});

test('a tracker of Python says what is not installed, and for which Python', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-track-'));
  const python = join(folder, 'python3');
  await writeFile(python, '#!/bin/sh\necho "ModuleNotFoundError: No module named \'wandb\'" >&2\nexit 1\n', {
    mode: 0o755,
  });
  const target = { to: join(folder, 'runs'), experiment: 'x' };
  for (const [environment, why] of [
    [
      { WEIGHBRIDGE_PYTHON: python },
      "wandb did not take the run: ModuleNotFoundError: No module named 'wandb'",
    ],
    [
      { WEIGHBRIDGE_PYTHON: '/nowhere/python3' },
      'wandb did not take the run: WEIGHBRIDGE_PYTHON is /nowhere/python3',
    ],
    [{ PATH: '' }, 'wandb did not take the run: there is no python3 on the PATH'],
    [{ WEIGHBRIDGE_PYTHON: folder }, 'wandb did not take the run: spawn'],
  ] as const) {
    await expect(TRACKERS.wandb?.log(trackedRun(PASS, GIVEN), target, environment)).rejects.toMatchObject({
      kind: 'platform',
      message: expect.stringContaining(why),
    });
  }
});

test("a tracker's program sees its own variables, and no other token", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-track-'));
  const python = join(folder, 'python3');
  await writeFile(python, `#!/bin/sh\nenv > ${folder}/seen\n`, { mode: 0o755 });
  const environment = {
    PATH: '/usr/bin:/bin',
    WEIGHBRIDGE_PYTHON: python,
    WANDB_API_KEY: 'w',
    GITHUB_TOKEN: 'g',
    HF_TOKEN: 'h',
  };
  await TRACKERS.wandb?.log(trackedRun(PASS, GIVEN), { to: folder, experiment: 'x' }, environment);
  const seen = await readFile(join(folder, 'seen'), 'utf8');
  expect(seen).toContain('WANDB_API_KEY=w');
  expect(seen).not.toMatch(/GITHUB_TOKEN|HF_TOKEN/);
});
