import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { type MlflowServer, mlflowServer } from './mlflow-server.ts';
import type { Tracker } from './tracker.ts';

/** MLflow by its REST API 2.0: an experiment, a run, its numbers, settings, tags, datasets and files. */
export const mlflow: Tracker = {
  summary:
    'MLflow: a run of an experiment on a tracking server (MLFLOW_TRACKING_TOKEN, or _USERNAME and _PASSWORD)',
  target: { variable: 'MLFLOW_TRACKING_URI' },

  async log(run, target, environment) {
    const server = mlflowServer(target.to, environment);
    const ask: MlflowServer['ask'] = (method, call, ...rest) => server.ask(method, `mlflow/${call}`, ...rest);
    const experiment = await experimentId(ask, target.experiment);
    const start = Date.parse(run.started);
    const created = await ask('POST', 'runs/create', createdRun, {
      ...{ experiment_id: experiment, run_name: run.name, start_time: start },
      tags: pairs(run.tags),
    });
    const { run_id, artifact_uri } = created.run.info;
    const stamped = Object.entries(run.metrics).map(([key, value]) => ({
      ...{ key: nameOf(key), value, timestamp: start, step: 0 },
    }));
    for (const metrics of chunks(stamped, MOST_METRICS))
      await ask('POST', 'runs/log-batch', z.unknown(), { run_id, metrics });
    for (const params of chunks(pairs(run.params), MOST_PARAMS))
      await ask('POST', 'runs/log-batch', z.unknown(), { run_id, params });
    const datasets = run.datasets.map(({ name, digest }) => ({
      tags: [{ key: 'mlflow.data.context', value: 'evaluation' }],
      dataset: { name, digest: digest.slice(0, 36), source_type: 'local', source: '{}' },
    }));
    if (datasets.length > 0) await ask('POST', 'runs/log-inputs', z.unknown(), { run_id, datasets });
    const [, folder] = /^mlflow-artifacts:\/*(.*)$/.exec(artifact_uri) ?? [];
    if (folder !== undefined)
      for (const { name, path } of [
        ...run.files.map((path) => ({ name: basename(path), path })),
        ...run.samples,
      ])
        await server.putArtifact(`${folder}/${name}`, await readFile(path));
    await ask('POST', 'runs/update', z.unknown(), {
      ...{ run_id, status: run.succeeded ? 'FINISHED' : 'FAILED', end_time: Date.now() },
    });
    return `${server.url}/#/experiments/${experiment}/runs/${run_id}`;
  },
};

/** What one call may hold. */
const MOST_METRICS = 1000;
const MOST_PARAMS = 100;
const MOST_LENGTH = 6000;

const createdRun = z.object({
  run: z.object({ info: z.object({ run_id: z.string(), artifact_uri: z.string() }) }),
});

/** Names may hold letters, digits, `_`, `-`, `.`, space, `:` and `/`. */
const nameOf = (name: string): string => name.replace(/[^\w\-. :/]/g, '_').slice(0, 250);
const pairs = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([key, value]) => ({ key: nameOf(key), value: value.slice(0, MOST_LENGTH) }));

function* chunks<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** That of the name; made where there is none. */
async function experimentId(ask: MlflowServer['ask'], name: string): Promise<string> {
  const found = z.object({ experiment: z.object({ experiment_id: z.string() }) });
  try {
    const { experiment } = await ask('GET', 'experiments/get-by-name', found, { experiment_name: name });
    return experiment.experiment_id;
  } catch (error) {
    if (!(error instanceof WeighbridgeError) || !/RESOURCE_DOES_NOT_EXIST|HTTP 404/.test(error.message))
      throw error;
    const made = z.object({ experiment_id: z.string() });
    return (await ask('POST', 'experiments/create', made, { name })).experiment_id;
  }
}
