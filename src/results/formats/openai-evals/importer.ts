import type { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Fingerprint, Side } from '../../../core/domain/run.ts';
import { checkAggregate } from '../aggregate.ts';
import { attempt } from '../attempt.ts';
import { foreignRun, unidentifiedModel } from '../foreign-run.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { brief } from '../lm-eval/digest.ts';
import { isRunLog, type RunLog, readRunLog, type Spec } from './record.ts';
import { metricsOf, samplesOf } from './samples.ts';

export const openaiEvals: Importer = {
  name: 'OpenAI evals',
  summary: 'the .jsonl that `oaieval --record_path` writes',
  detect: isRunLog,

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const run = await attempt(faults, async () => toRun(path, await readRunLog(path), side));
    return { runs: run === null ? [] : [run], faults };
  },
};

function toRun(file: string, log: RunLog, side: Side): ForeignRun {
  const { spec, report, reportAt } = log;
  const task = spec.eval_name;
  const metrics = metricsOf(log);
  const placed = samplesOf(log, metrics);
  const samples = placed.map(({ sample }) => sample);
  for (const { name: metric } of metrics) {
    const value = Object.hasOwn(report, metric) ? report[metric] : undefined;
    const own = { metric, value: value === null ? NaN : value };
    if (typeof own.value !== 'number') continue;
    checkAggregate({ task, metrics, samples }, { metric, value: own.value }, { ...reportAt, key: metric });
  }
  const [model = ''] = spec.completion_fns;
  const described = {
    ...{ side, task, metrics, planned: samples.length, fingerprint: fingerprintOf(spec) },
    model: unidentifiedModel(`${model}, by OpenAI evals`, { model, file: log.digest }),
    seed: spec.run_config?.seed ?? 0,
    ...(spec.created_at ? { started: spec.created_at } : {}),
  };
  return foreignRun(file, described, async function* () {
    yield* placed;
  });
}

/** The second completion function of a model-graded eval is its grader. */
function fingerprintOf({ eval_name, completion_fns, run_config }: Spec): Fingerprint {
  const { cls, args } = run_config?.eval_spec ?? {};
  return {
    harness: 'openai-evals',
    task_version: eval_name,
    scorers: brief({ cls, args, graders: completion_fns.slice(1) }),
    limit: run_config?.max_samples ?? null,
    seed: run_config?.seed ?? null,
  };
}
