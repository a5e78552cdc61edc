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
import { checkpoint, ROOT, verdictIn, weighbridge } from '../../e2e/support.ts';
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
  const run = trackedRun(REGRESSION, { started: '2026-11-29T00:00:00.000Z', files: [report], samples: [] });
  const seen = await TRACKERS.mlflow?.log(run, { to: url, experiment: 'tickets' }, {});
  expect(seen).toMatch(/\/#\/experiments\/\d+\/runs\/[0-9a-f]{32}$/);
  const read = JSON.parse(execFileSync(python(), ['-c', READ, url], { encoding: 'utf8' }));
  expect(read).toMatchObject({ metrics: run.metrics, params: run.params, tags: run.tags, status: 'FAILED' });
  expect(read.files).toEqual(['verdict.json']);
});

/** A run with both checkpoints of the fixtures, the first of them a registered version; and two runs with a table and numbers. */
const WRITE = `
import json, random, sys, mlflow
mlflow.set_tracking_uri(sys.argv[1])
mlflow.set_experiment('sources')
client = mlflow.MlflowClient()
with mlflow.start_run() as run:
    mlflow.log_artifact(sys.argv[2], 'base')
    mlflow.log_artifact(sys.argv[3], 'tuned')
client.create_registered_model('tickets')
client.create_model_version('tickets', f'runs:/{run.info.run_id}/base', run.info.run_id)
measured = []
for rate in (0.8, 0.6):
    drawn = random.Random(1)
    right = [int(drawn.random() < rate) for _ in range(400)]
    with mlflow.start_run() as one:
        mlflow.log_metrics({'facts/acc': sum(right) / 400, 'facts/acc/stderr': 0.02})
        mlflow.log_table({'inputs': [f'q{i}' for i in range(400)], 'exact_match/v1/score': right}, 'eval.json')
    measured.append(one.info.run_id)
print(json.dumps([run.info.run_id, *measured]))
`;

test('checkpoints, samples, tables and numbers of MLflow are judged as those of this machine', async (context) => {
  if (server === null) return context.skip();
  const args = ['-c', WRITE, url, checkpoint('base'), checkpoint('candidate-forgetful')];
  const said = execFileSync(python(), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [run, better, worse] = JSON.parse(said.trim().split('\n').at(-1) ?? '[]');
  const config = join(folder, 'weighbridge.yml');
  const facts = join(ROOT, 'fixtures/suite/facts.jsonl');
  await writeFile(
    config,
    `version: 1
tasks:
  facts: { role: general, type: multiple_choice, dataset: ${facts}, limit: 120, doc_to_text: "Question: {{question}}\\nAnswer:" }
gates: [{ metric: facts/acc, max_drop: 2pp }]
`,
  );
  const env = { MLFLOW_TRACKING_URI: url };
  const tuned = `runs:/${run}/tuned/candidate-forgetful.gguf`;
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const evaluate = (baseline: string, candidate: string, out: string) =>
    weighbridge(
      ['run', '--full', '--config', config, '--baseline', baseline, '--candidate', candidate, '--out', out],
      { env },
    );
  expect((await evaluate('models:/tickets/1', tuned, there)).exitCode).toBe(1);
  expect((await evaluate(checkpoint('base'), checkpoint('candidate-forgetful'), here)).exitCode).toBe(1);
  const [ofMlflow, ofFiles] = [verdictIn(there), verdictIn(here)];
  expect(ofMlflow.candidate?.source).toBe(tuned);
  expect(ofMlflow.candidate?.digest).toBe(ofFiles.candidate?.digest);
  expect(ofMlflow.gates.map(({ delta }) => delta)).toEqual(ofFiles.gates.map(({ delta }) => delta));

  const tracked = await weighbridge(['track', 'mlflow', '--samples', '--out', there], { env });
  const sent = /runs\/([0-9a-f]{32})$/.exec(tracked.stdout.trim() || tracked.stderr.trim())?.[1];
  const gate = (baseline: string, candidate: string, limit: string, more: readonly string[] = []) =>
    weighbridge(
      [
        'gate',
        '--baseline',
        baseline,
        '--candidate',
        candidate,
        '--max-drop',
        limit,
        '--out',
        join(folder, 'gate'),
        ...more,
      ],
      { env },
    );
  expect((await gate(join(here, 'baseline'), `runs:/${sent}`, 'facts/acc=2pp')).exitCode).toBe(1);
  expect(verdictIn(join(folder, 'gate')).gates[0]?.delta).toEqual(ofFiles.gates[0]?.delta);

  expect(
    (await gate(`runs:/${better}/eval.json`, `runs:/${worse}/eval.json`, 'eval/exact_match=2pp')).exitCode,
  ).toBe(1);
  expect(verdictIn(join(folder, 'gate')).gates[0]).toMatchObject({ verdict: 'regression', pairs: 400 });

  expect((await gate(`runs:/${better}`, `runs:/${worse}`, 'facts/acc=2pp')).exitCode).toBe(3);
  expect(verdictIn(join(folder, 'gate')).gates[0]).toMatchObject({ verdict: 'invalid', pairs: 0 });
}, 600_000);
