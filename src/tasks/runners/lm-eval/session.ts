import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { ModelIdentity } from '../../../core/domain/model.ts';
import type { StoredRun } from '../../../results/store/reader.ts';
import type { RunPlan } from '../../../results/store/resume.ts';
import type { HarnessTask } from '../runner.ts';
import type { CallContext } from './call.ts';
import type { Call } from './command.ts';
import type { LmEvalTask } from './options.ts';

/** A task ready to be run on one side. */
export interface ReadyTask {
  readonly task: HarnessTask<LmEvalTask>;
  /** What lm_eval calls it in its results. */
  readonly name: string;
  readonly call: Call;
  /** Digest of everything that can change its results but the checkpoint's own files, which `model` identifies. */
  readonly request: string;
}

export interface Session extends CallContext {
  readonly model: ModelIdentity;
  /** Folder of the tokenizer that tasks with a chat template are asked through; null for the checkpoint's own. */
  readonly tokenizer: string | null;
}

/**
 * What a run of ours says of what lm_eval did: the record of the results under the task's own name, with the model that we
 * know and they do not.
 * @throws WeighbridgeError `config` for a primary metric that the results do not have, `data` for a task that has no number
 */
export function planOf(
  { evaluation, model }: Session,
  { task, name }: ReadyTask,
  runs: readonly StoredRun[],
): { readonly plan: RunPlan; readonly imported: StoredRun } {
  const imported = runs.find(({ record }) => record.task === name);
  if (imported === undefined) {
    const found = runs.map(({ record }) => record.task).join(', ');
    throw new WeighbridgeError('data', `lm_eval left no results of ${name} as one task, but of: ${found}`, {
      fix: 'a group without a number of its own is several tasks: write one task of the config for each',
    });
  }
  const { metrics, fingerprint, planned, primary_metric } = imported.record;
  const primary = task.primaryMetric ?? primary_metric;
  if (!metrics.some((metric) => metric.name === primary)) {
    const known = metrics.map((metric) => metric.name).join(', ');
    throw new WeighbridgeError('config', `task ${task.name} has no metric ${JSON.stringify(primary)}`, {
      fix: `correct primary_metric; metrics: ${known}`,
    });
  }
  return {
    imported,
    plan: {
      side: evaluation.side,
      task: task.name,
      task_role: task.role,
      metrics,
      primary_metric: primary,
      fingerprint,
      model: { ...model, parameter_count: imported.record.model.parameter_count },
      seed: evaluation.seed,
      planned,
      design: 'full',
    },
  };
}

/** Of a task that never came to results: nothing is known but why. */
export function failedPlan({ evaluation, model }: Session, { task }: ReadyTask): RunPlan {
  return {
    ...{ side: evaluation.side, task: task.name, task_role: task.role, metrics: [], primary_metric: '' },
    ...{ fingerprint: { harness: 'lm-evaluation-harness' }, model, seed: evaluation.seed, planned: 0 },
  };
}
