import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { declareMetric, METRICS, type MetricName } from '../../../core/metrics/registry.ts';
import { withCounts } from '../count-behind.ts';
import { digest } from '../digest.ts';
import { headOf } from '../files.ts';
import { type TaskResults, UnfinishedRun } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { readJsonAs } from '../json.ts';
import { commonMetric, liesIn } from '../metrics.ts';
import { type Directions, noDirection } from '../selection.ts';

/** Numbers that are not finite are texts in the JSON of protocol buffers. Any other text is none: of an empty one JavaScript would make 0. */
const NOT_FINITE = z.enum(['NaN', 'Infinity', '-Infinity']);

/** Of the answer to `runs/get` only what is read here. */
const runSchema = z.object({
  run: z.object({
    info: z.object({
      run_id: z.string().min(1),
      run_name: z.string().nullish(),
      status: z.string().nullish(),
      start_time: z.coerce.number().nullish(),
    }),
    data: z
      .object({
        metrics: z.array(z.object({ key: z.string(), value: z.union([z.number(), NOT_FINITE]) })).default([]),
        tags: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
      })
      .default({ metrics: [], tags: [] }),
    inputs: z
      .object({
        dataset_inputs: z
          .array(z.object({ dataset: z.object({ name: z.string(), digest: z.string() }) }))
          .default([]),
      })
      .nullish(),
  }),
});
export type LoggedRun = z.output<typeof runSchema>['run'];

/** Null for what is no answer about a run. */
export async function readLoggedRun(file: string): Promise<LoggedRun | null> {
  if (!/^\s*\{\s*"run"/.test((await headOf(file)) ?? '')) return null;
  return (await readJsonAs(file, runSchema, 'a run of MLflow')).value.run;
}

/** Of metrics without a task in their name. */
const NO_TASK = 'mlflow';
/** What `weighbridge track` says beside each value. */
const BESIDE = /\/(baseline|delta|delta_low|delta_high)$/;
const STDERR = '/stderr';

/**
 * Every metric whose direction is known, by `task/metric`; what training logs besides, such as a learning rate, is left out.
 * @throws WeighbridgeError `data` for a run that goes on or failed, and where no metric is known
 */
export function tasksOfRun(
  run: LoggedRun,
  file: string,
  directions: Directions,
): Omit<TaskResults, 'model'>[] {
  const { info, data, inputs } = run;
  checkEnded(run, file);
  const written = new Map(data.metrics.map(({ key, value }) => [key, Number(value)]));
  const isOurs = data.tags.some(({ key }) => key === 'weighbridge.verdict');
  const keys = [...written.keys()].filter(
    (key) =>
      !(isOurs && BESIDE.test(key)) && !(key.endsWith(STDERR) && written.has(key.slice(0, -STDERR.length))),
  );
  const measured = keys.flatMap((key) => {
    const { task, name } = partsOf(key);
    const metric = declared(name, directions);
    return metric === null ? [] : [{ task, metric, ...measuredValue(written, key, metric, { file, key }) }];
  });
  if (measured.length === 0 && keys[0] !== undefined)
    throw noDirection({ file, key: keys[0] }, partsOf(keys[0]).name);
  const datasets = inputs?.dataset_inputs.map(({ dataset }) => [dataset.name, dataset.digest]).sort() ?? [];
  const started = new Date(info.start_time ?? NaN);
  return [...groupBy(measured, ({ task }) => task)]
    .map(([task, of]) => ({
      ...{ file, task, metrics: of.map(({ metric }) => metric) },
      aggregates: withCounts(
        task,
        of.map(({ metric: { name: metric }, value, stderr }) => ({ metric, value, stderr, n: null })),
        of.map(({ metric }) => metric),
        measured,
      ),
      fingerprint: { harness: 'mlflow', ...(datasets.length === 0 ? {} : { dataset: digest(datasets) }) },
      ...(Number.isNaN(started.getTime()) ? {} : { started: started.toISOString() }),
    }))
    .sort((a, b) => (a.task < b.task ? -1 : 1));
}

/** A run that `weighbridge track` wrote of a blocked checkpoint has failed, and is whole. */
function checkEnded({ info, data }: LoggedRun, file: string): void {
  const { status, run_name, run_id, start_time } = info;
  const isOurs = data.tags.some(({ key }) => key === 'weighbridge.verdict');
  if (status === 'FINISHED' || (isOurs && status === 'FAILED')) return;
  const of = {
    task: NO_TASK,
    model: run_name || run_id,
    started: start_time ? new Date(start_time).toISOString() : null,
  };
  throw new UnfinishedRun(of, `the run is ${status ?? 'of unknown state'}, not FINISHED`, {
    at: { file, key: 'run.info.status' },
    fix: 'name a run that ended well',
  });
}

function partsOf(key: string): { readonly task: string; readonly name: string } {
  const slash = key.lastIndexOf('/');
  return slash <= 0
    ? { task: NO_TASK, name: key }
    : { task: key.slice(0, slash), name: key.slice(slash + 1) };
}

const declared = (name: string, directions: Directions): MetricDeclaration | null =>
  Object.hasOwn(METRICS, name) ? declareMetric(name as MetricName) : commonMetric(name, directions);

/** @throws WeighbridgeError `data` for what is no number of this metric */
function measuredValue(
  written: ReadonlyMap<string, number>,
  key: string,
  { range }: MetricDeclaration,
  at: Location,
) {
  const value = written.get(key) ?? NaN;
  const stderr = written.get(`${key}${STDERR}`);
  if (!Number.isFinite(value) || !liesIn(range, value)) {
    throw new WeighbridgeError('data', `${key} is ${value}, which is no value of this metric`, {
      at,
      fix: 'log a rate as 0 to 1, and only what could be measured',
    });
  }
  return { value, stderr: stderr === undefined || !(stderr >= 0 && Number.isFinite(stderr)) ? null : stderr };
}
