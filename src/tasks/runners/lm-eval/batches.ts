import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { StopReason } from '../../../core/domain/run.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import type { StoredRun } from '../../../results/store/reader.ts';
import { type RunPlan, runDifferences } from '../../../results/store/resume.ts';
import type { OpenedRun } from '../../../results/store/writer.ts';
import { drawnSeed, sequentialOrder } from '../order.ts';
import type { TaskOutcome } from '../task-outcome.ts';
import { callHarness } from './call.ts';
import { answersTo, type PlannedDocument, samplesArgument } from './documents.ts';
import { outcomeOf, storeFailure } from './full-run.ts';
import { openRunFor } from './request.ts';
import { planOf, type ReadyTask, type Session } from './session.ts';

/** Before lm_eval 0.4.12 a run with `--samples` records a wrong number of documents, and is refused. */
export const OLDEST_FOR_BATCHES = '0.4.12';

/**
 * Evaluates a task in the order of a sequential design, with a call of lm_eval from look to look, until the monitor says
 * that it may end. Goes on where an earlier evaluation stopped.
 */
export async function evaluateInBatches(
  session: Session,
  task: ReadyTask,
  documents: readonly PlannedDocument[],
  baseline: StoredRun,
  earlier: StoredRun | null,
): Promise<TaskOutcome> {
  const { out, seed, signal } = session.evaluation;
  const plan = earlier?.record ?? presumed(session, task, baseline);
  const { fingerprint } = plan;
  const order = sequentialOrder(documents, { seed, ...drawnIn(plan), fingerprint, model: session.model });
  const batches = new Batches(session, task, order, planIn(plan), earlier?.samples ?? []);
  const reused = batches.samples.length;
  let opened: OpenedRun | null = null;
  const writer = async () => {
    opened ??= await openRunFor(task.request, out, batches.plan, earlier);
    return opened.writer;
  };
  const ended = (end: Pick<TaskOutcome, 'state' | 'reason' | 'stopped'>) =>
    outcomeOf(task, {
      ...{ ...end, planned: order.length, reused, evaluated: batches.samples.length - reused },
      superseded: opened?.superseded ?? null,
    });
  try {
    for (;;) {
      const stopped = batches.stopReason();
      if (batches.isWhole) await (await writer()).complete();
      else if (stopped !== null) await (await writer()).stop(stopped);
      if (batches.isWhole) return ended({ state: 'complete', reason: null, stopped: null });
      if (stopped !== null) return ended({ state: 'complete', reason: null, stopped });
      const answers = await batches.next();
      for (const answer of answers) await (await writer()).write(answer);
    }
  } catch (error) {
    // Nothing was stored yet, so there is nothing to keep either.
    if (opened === null && earlier === null && !signal.aborted) return storeFailure(session, task, error);
    const stored = await writer();
    if (stored.broken) throw error;
    if (signal.aborted) {
      await stored.interrupt();
      return ended({ state: 'interrupted', reason: null, stopped: null });
    }
    await stored.fail(messageOf(error));
    return ended({ state: 'failed', reason: messageOf(error), stopped: null });
  }
}

/** What the run will be if the candidate is asked as the baseline was; the first batch shows whether it is. */
export function presumed(
  { evaluation, model }: Session,
  { task }: ReadyTask,
  { record }: StoredRun,
): RunPlan {
  return {
    ...{ side: evaluation.side, task: task.name, task_role: task.role, metrics: record.metrics },
    ...{
      primary_metric: task.primaryMetric ?? record.primary_metric,
      fingerprint: record.fingerprint,
      model,
    },
    ...{ seed: evaluation.seed, planned: record.planned, design: 'sequential' },
    ...(evaluation.order === undefined ? {} : { order_seed: drawnSeed(evaluation.order, model) }),
  };
}

function drawnIn({ order_seed }: Pick<RunPlan, 'order_seed'>): Pick<RunPlan, 'order_seed'> {
  return order_seed === undefined ? {} : { order_seed };
}

function planIn(record: RunPlan): RunPlan {
  const { side, task, task_role, metrics, primary_metric, fingerprint, model, seed, planned } = record;
  return {
    side,
    task,
    task_role,
    metrics,
    primary_metric,
    fingerprint,
    model,
    seed,
    ...drawnIn(record),
    planned,
    design: 'sequential',
  };
}

class Batches {
  plan: RunPlan;
  readonly samples: SampleRecord[];
  readonly #session: Session;
  readonly #task: ReadyTask;
  readonly #order: readonly PlannedDocument[];
  /** Whether the plan is that of results, and no longer a presumption. */
  #isSettled: boolean;

  constructor(
    session: Session,
    task: ReadyTask,
    order: readonly PlannedDocument[],
    plan: RunPlan,
    found: readonly SampleRecord[],
  ) {
    this.#session = session;
    this.#task = task;
    this.#order = order;
    this.plan = plan;
    this.samples = [...found];
    this.#isSettled = found.length > 0;
  }

  get isWhole(): boolean {
    return this.samples.length >= this.#order.length;
  }

  stopReason(): StopReason | null {
    return this.#session.evaluation.monitor?.stopReason(this.plan, this.samples) ?? null;
  }

  /** Evaluates up to the next look. */
  async next(): Promise<readonly SampleRecord[]> {
    const { evaluation } = this.#session;
    const { monitor, looks, say } = evaluation;
    const [done, planned] = [this.samples.length, this.#order.length];
    const earliest = monitor?.earliestStop(this.plan) ?? planned;
    const end = looks(planned).find((look) => look > done && look >= earliest) ?? planned;
    const has = new Set(this.samples.map(({ id }) => id));
    const batch = this.#order.filter(({ id }) => !has.has(id)).slice(0, end - done);
    say(`${evaluation.side}/${this.#task.task.name}: documents ${done + 1} to ${end} of ${planned}`);
    const runs = await callHarness(this.#session, this.#task.call, samplesArgument(batch, this.#order));
    this.#settle(runs);
    const answers = answersTo(batch, runs, this.#task.name);
    this.samples.push(...answers);
    return answers;
  }

  /** A batch is a part of the task by design, which is no limit. */
  #settle(runs: readonly StoredRun[]): void {
    const { plan } = planOf(this.#session, this.#task, runs);
    const fingerprint = { ...plan.fingerprint, limit: null };
    const settled: RunPlan = {
      ...{ ...plan, ...drawnIn(this.plan), fingerprint, planned: this.#order.length },
      design: 'sequential',
    };
    const differs = this.#isSettled ? runDifferences(this.plan, settled) : [];
    if (differs.length > 0) {
      throw new WeighbridgeError(
        'data',
        `${this.#task.name}: this batch differs from the one before in ${differs.join(', ')}`,
        {
          fix: 'change neither the environment nor the task while it is evaluated; evaluate again',
        },
      );
    }
    this.plan = settled;
    this.#isSettled = true;
  }
}
