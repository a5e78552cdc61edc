import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { StopReason } from '../../../core/domain/run.ts';
import { type SampleRecord, storedSample } from '../../../core/domain/sample.ts';
import type { StoredRun } from '../../../results/store/reader.ts';
import { drawnIn, type RunPlan, runDifferences } from '../../../results/store/resume.ts';
import type { OpenedRun } from '../../../results/store/writer.ts';
import { drawnSeed, sequentialOrder, type WeightedOrder } from '../order.ts';
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
  const { out, seed, signal, monitor } = session.evaluation;
  const plan = earlier?.record ?? drawn(session, presumed(session, task, baseline));
  const { fingerprint } = plan;
  const uniform = sequentialOrder(documents, { seed, ...drawnIn(plan), fingerprint, model: session.model });
  const weighted = plan.draw === undefined ? null : (monitor?.weighing?.order(planIn(plan)) ?? null);
  const order = { all: uniform, weighted };
  const batches = new Batches(session, task, order, planIn(plan), earlier?.samples ?? []);
  const reused = batches.samples.length;
  let opened: OpenedRun | null = null;
  const writer = async () => {
    opened ??= await openRunFor(task.request, out, batches.plan, earlier);
    return opened.writer;
  };
  const ended = (end: Pick<TaskOutcome, 'state' | 'reason' | 'stopped'>) =>
    outcomeOf(task, {
      ...{ ...end, planned: uniform.length, reused, evaluated: batches.samples.length - reused },
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
      for (const answer of answers)
        await (await writer()).write(storedSample(answer, session.evaluation.includeSamples));
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

/** With weights that are set anew before each call, where the samples may be drawn by any. */
function drawn({ evaluation: { monitor, looks } }: Session, plan: RunPlan): RunPlan {
  const earliest = monitor?.earliestStop(plan) ?? plan.planned;
  const rounds = looks(plan.planned).filter((look) => look >= earliest && look < plan.planned);
  const draw = monitor?.weighing?.draw(plan, rounds) ?? null;
  return draw === null ? plan : { ...plan, draw };
}

interface DocumentOrder {
  /** Every document. */
  readonly all: readonly PlannedDocument[];
  /** Where they are drawn by weight: the order as far as it is known. */
  readonly weighted: WeightedOrder | null;
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
  readonly #order: DocumentOrder;
  /** Whether the plan is that of results, and no longer a presumption. */
  #isSettled: boolean;

  constructor(
    session: Session,
    task: ReadyTask,
    order: DocumentOrder,
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
    return this.samples.length >= this.#order.all.length;
  }

  stopReason(): StopReason | null {
    // What nobody knows the order of is evaluated to its end.
    if (this.plan.draw !== undefined && this.#order.weighted === null) return null;
    return this.#session.evaluation.monitor?.stopReason(this.plan, this.samples) ?? null;
  }

  /** Evaluates up to the next look. */
  async next(): Promise<readonly SampleRecord[]> {
    const { evaluation } = this.#session;
    const { monitor, looks, say } = evaluation;
    const [done, planned] = [this.samples.length, this.#order.all.length];
    const earliest = monitor?.earliestStop(this.plan) ?? planned;
    const end = looks(planned).find((look) => look > done && look >= earliest) ?? planned;
    const has = new Set(this.samples.map(({ id }) => id));
    const batch = this.#known()
      .filter(({ id }) => !has.has(id))
      .slice(0, end - done);
    say(
      `${evaluation.side}/${this.#task.task.name}: documents ${done + 1} to ${done + batch.length} of ${planned}`,
    );
    const runs = await callHarness(this.#session, this.#task.call, samplesArgument(batch, this.#order.all), {
      before: done,
      here: batch.length,
      planned,
    });
    this.#settle(runs);
    const answers = answersTo(batch, runs, this.#task.name);
    this.samples.push(...answers);
    return answers;
  }

  #known(): readonly PlannedDocument[] {
    const { all, weighted } = this.#order;
    if (weighted === null) return all;
    weighted.extend(this.samples);
    const documents = new Map(all.map((document) => [document.id, document]));
    return weighted.ids.flatMap((id) => documents.get(id) ?? []);
  }

  /** A batch is a part of the task by design, which is no limit. */
  #settle(runs: readonly StoredRun[]): void {
    const { plan } = planOf(this.#session, this.#task, runs);
    const fingerprint = { ...plan.fingerprint, limit: null };
    const settled: RunPlan = {
      ...{ ...plan, ...drawnIn(this.plan), fingerprint, planned: this.#order.all.length },
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
