import { join } from 'node:path';
import { z } from 'zod';
import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Members } from '../../../core/domain/json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Fingerprint } from '../../../core/domain/run.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { NOT_RECORDED, type SampleRecord } from '../../../core/domain/sample.ts';
import type { ExpectedAggregate } from '../aggregate.ts';
import { brief, digest, inputDigest } from '../digest.ts';
import { byTask, defineFormat, idFrom, type Placed, type TaskResults, unidentifiedModel } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { commonDirection, commonMetric } from '../metrics.ts';
import { type Directions, sayDirection } from '../selection.ts';
import { settingsOf } from '../settings.ts';
import { type HelmInstance, type HelmRun, readHelmRun, runsUnder } from './files.ts';

export const helm = defineFormat<HelmRun>({
  name: 'HELM',
  summary: 'a run folder of helm-run, or a folder of runs of one model',
  locate: (path, roots) => runsUnder(path, roots),
  readsAll: true,
  modelOf: ({ model }) => model,
  directions: commonDirection,
  read: readHelmRun,

  async toRuns(runs, { directions, each }) {
    const digests = runs.map(({ digest: own }) => own).sort();
    const model = unidentifiedModel(`${runs[0].model}, by runs of HELM`, digests.join());
    return (await each(runs, (run) => taskOf(run, model, directions))).sort(byTask);
  },
});

/** Instances as they were: perturbed ones answer another question, and HELM sums them up apart. */
const plain = ({ perturbation }: { readonly perturbation?: unknown }): boolean => !perturbation;

/**
 * @param model stands for all runs of one model
 * @throws WeighbridgeError `data` also for a metric that nobody knows
 */
function taskOf(run: HelmRun, model: TaskResults['model'], directions: Directions): TaskResults {
  const { folder, spec, task } = run;
  const file = join(folder, 'per_instance_stats.json');
  const instances = run.instances.filter(plain);
  const metrics = metricsOf(run, instances, directions);
  const states = statesByKey(run.states);
  const trials = new Set(instances.map((instance) => instance.train_trial_index)).size;
  const samples = instances.map((instance, index): Placed => {
    const own = states.get(keyOf(instance.instance_id, instance.train_trial_index)) ?? [];
    const [state] = own;
    const output = own.length === 1 ? state?.result?.completions?.[0]?.text : undefined;
    const sample = {
      id: idOf(instance),
      index,
      input_digest: inputDigest(own.map(({ request }) => promptOf(request))),
      target_digest: state === undefined ? NOT_RECORDED : digest(state.instance.references),
      scores: Object.fromEntries(metrics.map(({ name }) => [name, scoreOf(instance, name)])),
      ...(trials > 1 ? { cluster: instance.instance_id } : {}),
      ...(output === undefined || output === null ? {} : { output }),
      ...askedIn(state),
    };
    return { sample };
  });
  checkCount(run, samples.length, trials, file);
  const expected = metrics.flatMap(({ name }) => sumsOf(run, instances, name, file));
  return { file, task, metrics, model, samples, expected, fingerprint: fingerprintOf(spec) };
}

/** Of a request with messages HELM sends these, and no prompt. */
const promptOf = ({ messages, prompt }: Members): unknown => messages ?? prompt;

const referenceSchema = z.object({
  output: z.object({ text: z.string() }),
  tags: z.array(z.string()).default([]),
});

/** References are the choices, the right ones with a tag; in a task of free answers all of them are right. */
function askedIn(state: NonNullable<HelmRun['states']>[number] | undefined): Pick<SampleRecord, 'asked'> {
  const references = z.array(referenceSchema).safeParse(state?.instance.references).data ?? [];
  const texts = references.map(({ output }) => output.text);
  const right = references.filter(({ tags }) => tags.includes('correct')).map(({ output }) => output.text);
  const isChoice = right.length > 0 && right.length < texts.length;
  return askedOf(
    promptOf(state?.request ?? {}),
    isChoice ? texts : undefined,
    right.length > 0 ? right : undefined,
  );
}

const keyOf = (id: string, trial: number): string => (trial === 0 ? id : `${id}#trial${trial}`);

const idOf = ({ instance_id, train_trial_index }: HelmInstance): string =>
  idFrom(keyOf(instance_id, train_trial_index));

/** A question whose choices are asked about one by one has a state a choice. */
const statesByKey = (states: HelmRun['states']) =>
  groupBy(
    (states ?? []).filter(({ instance }) => plain(instance)),
    (state) => keyOf(state.instance.id ?? '', state.train_trial_index),
  );

/** Most statistics of HELM count tokens and seconds: those that nobody knows a direction of are no metrics. */
function metricsOf(
  { folder, task }: HelmRun,
  instances: readonly HelmInstance[],
  directions: Directions,
): MetricDeclaration[] {
  const names = new Set(instances.flatMap(({ stats }) => stats.map(({ name }) => name.name)));
  const metrics = [...names].sort().flatMap((name) => commonMetric(name, directions) ?? []);
  const exact = metrics.findIndex(({ name }) => name === 'exact_match');
  if (exact > 0) metrics.unshift(...metrics.splice(exact, 1));
  if (metrics.length > 0) return metrics;
  throw new WeighbridgeError('data', `no metric of ${task} that is known (${[...names].join(', ')})`, {
    at: { file: join(folder, 'per_instance_stats.json') },
    fix: sayDirection(folder, 'NAME'),
  });
}

function scoreOf({ stats }: HelmInstance, metric: string): Score {
  const own = stats.find(({ name }) => name.name === metric && !name.perturbation);
  if (own?.mean === undefined || own.mean === null || own.count === 0) {
    return { unscored: 'no such statistic: HELM leaves out what is not a number' };
  }
  return Number.isFinite(own.mean) ? own.mean : { unscored: String(own.mean) };
}

/** @throws WeighbridgeError `data` unless there are as many instances as HELM counts */
function checkCount({ stats }: HelmRun, lines: number, trials: number, file: string): void {
  const counts = stats.filter(({ name }) => name.name === 'num_instances' && plain(name) && !name.sub_split);
  const expected = counts.reduce((sum, { mean }) => sum + (mean ?? 0), 0) * trials;
  if (counts.length === 0 || expected === lines) return;
  throw new WeighbridgeError('data', `${lines} instances, and the run evaluated ${expected}`, {
    at: { file },
    fix: 'keep the whole run folder',
  });
}

/** HELM sums up each split by itself. */
function sumsOf({ stats }: HelmRun, instances: readonly HelmInstance[], metric: string, file: string) {
  return stats.flatMap(({ name, mean }): ExpectedAggregate[] => {
    if (name.name !== metric || !plain(name) || name.sub_split || typeof mean !== 'number') return [];
    const own = instances.filter(({ stats: each }) =>
      each.some((other) => other.name.name === metric && other.name.split === name.split),
    );
    const ids = new Set(own.map(idOf));
    const at = { file, key: `${metric} of ${name.split}` };
    return [{ metric, value: mean, at, of: ({ id }) => ids.has(id) }];
  });
}

const GENERATION = ['temperature', 'max_tokens', 'stop_sequences', 'num_outputs', 'random', 'num_trials'];
const NOT_PROMPT = [...GENERATION, 'model', 'model_deployment', 'max_train_instances', 'max_eval_instances'];

function fingerprintOf({ scenario_spec, adapter_spec, metric_specs, ...spec }: HelmRun['spec']): Fingerprint {
  const pick = (wanted: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(adapter_spec).filter(([key]) => wanted(key)));
  const { max_train_instances, max_eval_instances, model_deployment } = adapter_spec;
  return {
    // HELM draws the instances that it is limited to by a seed of their ids.
    dataset: digest({ scenario_spec, max_eval_instances }),
    prompt: digest({
      adapter: pick((key) => !NOT_PROMPT.includes(key)),
      augmenter: spec.data_augmenter_spec,
    }),
    few_shot: typeof max_train_instances === 'number' ? max_train_instances : null,
    generation: brief(pick((key) => GENERATION.includes(key))),
    scorers: brief(metric_specs),
    engine: typeof model_deployment === 'string' ? (model_deployment.split('/')[0] ?? null) : null,
    harness: 'helm',
    ...settingsOf('helm', { adapter: adapter_spec, run: spec }),
  };
}
