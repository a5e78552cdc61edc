import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { storedSample } from '../../../core/domain/sample.ts';
import type { StoredRun } from '../../../results/store/reader.ts';
import type { TaskOutcome } from '../task-outcome.ts';
import { callHarness } from './call.ts';
import { openRunFor } from './request.ts';
import { failedPlan, planOf, type ReadyTask, type Session } from './session.ts';

type Ended = Pick<TaskOutcome, 'state' | 'reason'>;

export const outcomeOf = ({ task }: ReadyTask, ended: Ended & Partial<TaskOutcome>): TaskOutcome => ({
  ...{ task: task.name, planned: 0, reused: 0, evaluated: 0, stopped: null, superseded: null },
  ...ended,
});

/** Runs tasks with equal settings in one call, so that the model is loaded once, and stores a run of each. */
export async function evaluateInFull(
  session: Session,
  tasks: readonly [ReadyTask, ...ReadyTask[]],
): Promise<TaskOutcome[]> {
  const { evaluation } = session;
  const names = [...new Set(tasks.flatMap(({ call }) => call.tasks))];
  let runs: readonly StoredRun[];
  try {
    runs = await callHarness(session, { ...tasks[0].call, tasks: names }, null);
  } catch (error) {
    if (evaluation.signal.aborted)
      return tasks.map((task) => outcomeOf(task, { state: 'interrupted', reason: null }));
    return sequentially(tasks, (task) => storeFailure(session, task, error));
  }
  return sequentially(tasks, (task) => storeRun(session, task, runs));
}

async function storeRun(session: Session, task: ReadyTask, runs: readonly StoredRun[]): Promise<TaskOutcome> {
  const { out, includeSamples } = session.evaluation;
  let found: ReturnType<typeof planOf>;
  try {
    found = planOf(session, task, runs);
    requireAll(task, found.imported);
  } catch (error) {
    return storeFailure(session, task, error);
  }
  const { plan, imported } = found;
  const { writer, superseded } = await openRunFor(task.request, out, plan, null);
  for (const sample of imported.samples) await writer.write(storedSample(sample, includeSamples));
  await writer.complete();
  const { planned } = plan;
  return outcomeOf(task, { state: 'complete', reason: null, planned, evaluated: planned, superseded });
}

/** The harness says how many documents a task has: without a limit all of them must be there. */
function requireAll({ task }: ReadyTask, { record }: StoredRun): void {
  const { limit = null } = record.fingerprint;
  if (limit === null || task.options.limit !== undefined) return;
  throw new WeighbridgeError(
    'data',
    `lm_eval evaluated only a part of ${task.name} (${limit}), and no limit was set`,
    { fix: 'look in the log why it left documents out, or set `limit` on the task' },
  );
}

/** A failure is stored where the run would be, so that the verdict can say why there is none. */
export async function storeFailure(session: Session, task: ReadyTask, error: unknown): Promise<TaskOutcome> {
  const reason = messageOf(error);
  const { writer, superseded } = await openRunFor(
    task.request,
    session.evaluation.out,
    failedPlan(session, task),
    null,
  );
  await writer.fail(reason);
  return outcomeOf(task, { state: 'failed', reason, superseded });
}

async function sequentially<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
