import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { shortLine } from '../../core/domain/short-line.ts';
import { request } from '../http/client.ts';
import type { Tracker, TrackerTarget } from './tracker.ts';

/**
 * MLflow by its REST API 2.0: an experiment, a run, its numbers, settings, tags, datasets and files. The token or the name and
 * password are MLflow's own variables.
 */
export const mlflow: Tracker = {
  summary:
    'MLflow: a run of an experiment on a tracking server (MLFLOW_TRACKING_TOKEN, or _USERNAME and _PASSWORD)',
  target: { variable: 'MLFLOW_TRACKING_URI' },

  async log(run, target, environment) {
    const ask = asker(target, headersOf(environment));
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
    for (const file of folder === undefined ? [] : run.files)
      await putFile(target, folder ?? '', file, environment);
    await ask('POST', 'runs/update', z.unknown(), {
      ...{ run_id, status: run.succeeded ? 'FINISHED' : 'FAILED', end_time: Date.now() },
    });
    return `${target.to.replace(/\/+$/, '')}/#/experiments/${experiment}/runs/${run_id}`;
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

function headersOf(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const { MLFLOW_TRACKING_TOKEN: token, MLFLOW_TRACKING_USERNAME: user } = environment;
  if (token) return { authorization: `Bearer ${token}` };
  if (!user) return {};
  const basic = Buffer.from(`${user}:${environment.MLFLOW_TRACKING_PASSWORD ?? ''}`).toString('base64');
  return { authorization: `Basic ${basic}` };
}

type Ask = <T>(method: 'GET' | 'POST', call: string, answer: z.ZodType<T>, fields: object) => Promise<T>;

function asker({ to: url }: TrackerTarget, headers: Record<string, string>): Ask {
  return async (method, call, answer, fields) => {
    const address = new URL(`${url.replace(/\/+$/, '')}/api/2.0/mlflow/${call}`);
    if (method === 'GET')
      for (const [key, value] of Object.entries(fields)) address.searchParams.set(key, String(value));
    const response = await told(url, () =>
      request(address, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: JSON.stringify(fields) }),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw refused(url, response.status, text);
    const parsed = answer.safeParse(text === '' ? {} : parsedJson(text));
    if (!parsed.success) throw refused(url, response.status, `an answer to ${call} that is none of MLflow's`);
    return parsed.data;
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** That of the name; made where there is none. */
async function experimentId(ask: Ask, name: string): Promise<string> {
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

async function putFile(
  { to: url }: TrackerTarget,
  folder: string,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const path = [...folder.split('/'), basename(file)].map(encodeURIComponent).join('/');
  const address = `${url.replace(/\/+$/, '')}/api/2.0/mlflow-artifacts/artifacts/${path}`;
  const body = await readFile(file);
  const response = await told(url, () =>
    request(address, { method: 'PUT', headers: headersOf(environment), body }),
  );
  if (!response.ok) throw refused(url, response.status, await response.text());
}

async function told<T>(url: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new WeighbridgeError('platform', `MLflow at ${url} could not be reached: ${messageOf(cause)}`, {
      cause,
      fix: 'check the address, and that the server runs: `mlflow server`',
    });
  }
}

const refused = (url: string, status: number, said: string): WeighbridgeError =>
  new WeighbridgeError('platform', `MLflow at ${url} says HTTP ${status}: ${shortLine(said, 300)}`, {
    fix: 'check MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, and what they may write',
  });
