import { join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Fingerprint, Side } from '../../../core/domain/run.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { estimate } from '../../../core/metrics/estimate.ts';
import { agree, disagreement } from '../aggregate.ts';
import { type Directions, sayDirection } from '../directions.ts';
import { foreignRun, idFrom, NOT_RECORDED, unidentifiedModel } from '../foreign-run.ts';
import type { ForeignRun } from '../importer.ts';
import { brief, digest } from '../lm-eval/digest.ts';
import { commonMetric } from '../own-metrics.ts';
import type { HelmRun, Instance, RequestState } from './read.ts';

/** Instances as they were: perturbed ones answer another question, and HELM sums them up apart. */
const plain = ({ perturbation }: { readonly perturbation?: unknown }): boolean => !perturbation;

/**
 * @param model stands for all runs of one model
 * @throws WeighbridgeError `data` also for a metric that does not follow from the instances
 */
export function toRun(run: HelmRun, side: Side, model: string, directions: Directions): ForeignRun {
  const { folder, spec, task } = run;
  const file = join(folder, 'per_instance_stats.json');
  const instances = run.instances.filter(plain);
  const metrics = metricsOf(run, instances, directions);
  const states = statesByKey(run.states);
  const trials = new Set(instances.map((instance) => instance.train_trial_index)).size;
  const samples = instances.map((instance, index): SampleRecord => {
    const own = states?.get(keyOf(instance.instance_id, instance.train_trial_index)) ?? [];
    const [state] = own;
    const output = own.length === 1 ? state?.result?.completions?.[0]?.text : undefined;
    return {
      id: idFrom(keyOf(instance.instance_id, instance.train_trial_index)),
      index,
      input_digest: own.length === 0 ? NOT_RECORDED : digest(own.map(({ request }) => request.prompt)),
      target_digest: state === undefined ? NOT_RECORDED : digest(state.instance.references),
      scores: Object.fromEntries(metrics.map(({ name }) => [name, scoreOf(instance, name)])),
      ...(trials > 1 ? { cluster: instance.instance_id } : {}),
      ...(output === undefined || output === null ? {} : { output }),
    };
  });
  checkCount(run, samples.length, trials, file);
  for (const metric of metrics) checkMetric(run, instances, metric, file);
  return foreignRun(
    file,
    {
      ...{ side, task, metrics, planned: samples.length, fingerprint: fingerprintOf(spec) },
      model: unidentifiedModel(`${run.model}, by runs of HELM`, model),
    },
    async function* () {
      for (const sample of samples) yield { sample, at: { file, key: sample.id } };
    },
  );
}

const keyOf = (id: string, trial: number): string => (trial === 0 ? id : `${id}#trial${trial}`);

/** A question whose choices are asked about one by one has a state a choice. */
function statesByKey(states: HelmRun['states']): ReadonlyMap<string, RequestState[]> | null {
  if (states === null) return null;
  const byKey = new Map<string, RequestState[]>();
  for (const state of states.filter(({ instance }) => plain(instance))) {
    const key = keyOf(state.instance.id ?? '', state.train_trial_index);
    byKey.set(key, [...(byKey.get(key) ?? []), state]);
  }
  return byKey;
}

/** Most statistics of HELM count tokens and seconds: those that nobody knows a direction of are no metrics. */
function metricsOf(
  { folder, task }: HelmRun,
  instances: readonly Instance[],
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

function scoreOf({ stats }: Instance, metric: string): Score {
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
function checkMetric(
  { stats, task }: HelmRun,
  instances: readonly Instance[],
  metric: MetricDeclaration,
  file: string,
): void {
  for (const { name, mean } of stats) {
    if (name.name !== metric.name || !plain(name) || name.sub_split || typeof mean !== 'number') continue;
    const own = instances.filter(({ stats: each }) =>
      each.some((other) => other.name.name === metric.name && other.name.split === name.split),
    );
    const scores = own.map((instance) => scoreOf(instance, metric.name));
    const aggregate = { metric: metric.name, value: mean };
    const ours = estimate(scores, metric)?.value ?? NaN;
    if (agree(aggregate, ours)) continue;
    throw disagreement(task, aggregate, ours, { file, key: `${metric.name} of ${name.split}` });
  }
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
  };
}
