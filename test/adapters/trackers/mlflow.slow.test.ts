import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TRACKERS } from '../../../src/adapters/trackers/registry.ts';
import { trackedRun } from '../../../src/app/track.ts';
import { REGRESSION } from '../../report/examples.ts';

let folder: string;
let server: ChildProcess | null = null;
let url = '';
const python = () => join(folder, 'venv/bin/python');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-mlflow-'));
  try {
    execFileSync('python3', ['-m', 'venv', join(folder, 'venv')], { stdio: 'pipe' });
    execFileSync(python(), ['-m', 'pip', 'install', '--quiet', 'mlflow==3.17.2'], { stdio: 'pipe' });
  } catch {
    console.log('skipped: the Python registry has no mlflow for this machine');
    return;
  }
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const store = [
    '--backend-store-uri',
    `sqlite:///${folder}/db`,
    '--artifacts-destination',
    join(folder, 'art'),
  ];
  const args = [
    '-m',
    'mlflow',
    'server',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--workers',
    '1',
    ...store,
  ];
  const log = openSync(join(folder, 'server.log'), 'w');
  server = spawn(python(), args, { cwd: folder, stdio: ['ignore', log, log], detached: true });
  for (let waited = 0; waited < 120; waited++) {
    if (
      await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await delay(1000);
  }
  throw new Error(
    `the MLflow server did not come up: ${readFileSync(join(folder, 'server.log'), 'utf8').slice(-2000)}`,
  );
}, 600_000);
afterAll(async () => {
  if (server?.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const READ = `
import json, sys, mlflow
mlflow.set_tracking_uri(sys.argv[1])
client = mlflow.MlflowClient()
experiment = client.get_experiment_by_name('tickets')
run = client.search_runs([experiment.experiment_id])[0]
print(json.dumps({'metrics': run.data.metrics, 'params': run.data.params, 'tags': run.data.tags, 'status': run.info.status,
  'files': [each.path for each in client.list_artifacts(run.info.run_id)]}))
`;

test('what MLflow keeps is what the verdict says, read by its own client', async (context) => {
  if (server === null) return context.skip();
  const report = join(folder, 'verdict.json');
  await writeFile(report, '{}');
  const run = trackedRun(REGRESSION, { started: '2026-11-29T00:00:00.000Z', files: [report] });
  const seen = await TRACKERS.mlflow?.log(run, { to: url, experiment: 'tickets' }, {});
  expect(seen).toMatch(/\/#\/experiments\/\d+\/runs\/[0-9a-f]{32}$/);
  const read = JSON.parse(execFileSync(python(), ['-c', READ, url], { encoding: 'utf8' }));
  expect(read).toMatchObject({ metrics: run.metrics, params: run.params, tags: run.tags, status: 'FAILED' });
  expect(read.files).toEqual(['verdict.json']);
});
