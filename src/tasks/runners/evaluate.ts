import type { Origin } from '../../core/domain/baseline.ts';
import { messageOf } from '../../core/domain/errors.ts';
import type { Design, Side, TaskRole } from '../../core/domain/run.ts';
import { type IncludeSamples, type SampleRecord, storedSample } from '../../core/domain/sample.ts';
import { doublingRounds } from '../../core/stats/sequential/drawing.ts';
import { AnswerLog } from '../../results/store/answer-log.ts';
import type { RunPlan } from '../../results/store/resume.ts';
import { openRun, type RunWriter } from '../../results/store/writer.ts';
import { type DescribedModel, EngineDied, type LoadedModel, Unconfirmed } from '../engines/engine.ts';
import { Blocks, type DesignedOrder } from './blocks.ts';
import { LazyModel } from './lazy-model.ts';
import { EarlyStopping, type Monitor } from './monitor.ts';
import { drawnSeed, type OrderDraw, sampleOrder, sequentialOrder } from './order.ts';
import { type Progress, progressMeter } from './progress.ts';
import type { PlannedSample, PreparedTask, UnscoredAnswers } from './runner.ts';
import { partOf, type Shard } from './shards.ts';
import type { TaskOutcome } from './task-outcome.ts';

/** A task that has been prepared: its dataset is read, its templates are known to render. Both sides may share it. */
export interface PlannedEvaluation {
  readonly config: { readonly name: string; readonly role: TaskRole; readonly primaryMetric: string };
  readonly prepared: PreparedTask;
  /** About how many tokens one of its samples takes; without it as many as one of any other task. */
  readonly tokensEach?: number;
}

export interface SideEvaluation {
  readonly side: Side;
  readonly tasks: readonly PlannedEvaluation[];
  /** Run directory; the side gets a folder in it. */
  readonly out: string;
  readonly seed: number;
  /** Draws the order of runs that may end early; without it the seed does. */
  readonly order?: OrderDraw;
  /** Only this part of every task; null for the whole. */
  readonly shard?: Shard | null;
  /** What `open` would say of the model, without loading it; null where only loading tells. */
  readonly describe?: (signal: AbortSignal) => Promise<DescribedModel | null>;
  /** Loads the side's model; called again after the engine died. */
  readonly open: (signal: AbortSignal) => Promise<LoadedModel>;
  /** Aborted on Ctrl-C and on timeout: what is stored stays, and the next evaluation goes on from it. */
  readonly signal: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Samples of an earlier evaluation of exactly this run; null where there are none. Only for runs in full. */
  readonly lookUp?: (run: RunPlan) => Promise<CachedSamples | null>;
  /** With one, runs are designed as sequential and end when it says so. */
  readonly monitor?: Monitor | null;
  /** Without a monitor: every sample is evaluated, in one round, unless this says otherwise. */
  readonly design?: Design;
  readonly includeSamples?: IncludeSamples;
}

/** What a store has of a run. */
export interface CachedSamples {
  readonly samples: readonly SampleRecord[];
  readonly origin: Origin;
}

/**
 * Evaluates all tasks of one side. A task that fails leaves its samples and its reason, and the next one goes on; after a
 * death of the engine, with a new engine.
 *
 * @throws WeighbridgeError for a model that cannot be loaded, or a run directory that cannot be written
 */
export async function evaluateSide(evaluation: SideEvaluation): Promise<readonly TaskOutcome[]> {
  const open = () => evaluation.open(evaluation.signal);
  for (const { prepared } of evaluation.tasks) await prepared.ready?.(evaluation.signal);
  const cached = await fullyCachedModel(evaluation);
  const lazy = cached === null ? await LazyModel.load(open) : LazyModel.of(cached, open);
  try {
    const outcomes: TaskOutcome[] = [];
    for (const task of cheapestFirst(evaluation, lazy.described))
      outcomes.push(await evaluateTask(evaluation, task, lazy));
    return outcomes;
  } finally {
    await lazy.close();
  }
}

/** By what a decision costs at least, where one may end the side: a regression that any task shows is found for the fewest tokens. */
function cheapestFirst(evaluation: SideEvaluation, model: DescribedModel): readonly PlannedEvaluation[] {
  const { tasks, monitor = null } = evaluation;
  if (monitor === null) return tasks;
  const priced = tasks.map((task) => {
    const { run } = planTask(evaluation, task, model);
    const samples = monitor.earliestStop(run) ?? run.planned;
    return { task, tokens: samples * (task.tokensEach ?? 1) };
  });
  return priced.sort((a, b) => a.tokens - b.tokens).map(({ task }) => task);
}

/** The model where a store has every sample that it would be asked, so that it need not be loaded; else null. */
async function fullyCachedModel(evaluation: SideEvaluation): Promise<DescribedModel | null> {
  const { describe, lookUp, tasks, signal } = evaluation;
  const described = lookUp === undefined ? null : ((await describe?.(signal)) ?? null);
  if (described === null) return null;
  for (const task of tasks) {
    const { run, planned } = planTask(evaluation, task, described);
    const ids = new Set((await lookUp?.(run))?.samples.map(({ id }) => id));
    if (!partOf(planned, evaluation.shard ?? null, run.design).every(({ id }) => ids.has(id))) return null;
  }
  return described;
}

/** What the run of a task will be, and its samples in the order of a full one. */
function planTask(
  evaluation: SideEvaluation,
  { config: task, prepared: content }: PlannedEvaluation,
  model: DescribedModel,
): { readonly run: RunPlan; readonly planned: readonly PlannedSample[] } {
  const { seed, order: draw, side, monitor = null } = evaluation;
  const design = monitor === null ? (evaluation.design ?? 'full') : 'sequential';
  const order = sampleOrder(content.samples, seed, content.datasetDigest);
  const planned = content.limit === null ? order : order.slice(0, content.limit);
  const run: RunPlan = {
    side,
    task: task.name,
    task_role: task.role,
    metrics: content.metrics,
    primary_metric: task.primaryMetric,
    fingerprint: { ...content.fingerprint(model), seed },
    model: model.identity,
    seed,
    ...(design === 'full' || draw === undefined ? {} : { order_seed: drawnSeed(draw, model.identity) }),
    planned: planned.length,
    ...(planned.length < order.length ? { population: order.length } : {}),
    design,
  };
  return { run, planned };
}

async function evaluateTask(
  evaluation: SideEvaluation,
  task: PlannedEvaluation,
  lazy: LazyModel,
): Promise<TaskOutcome> {
  const { out, monitor = null } = evaluation;
  const { run, planned } = planTask(evaluation, task, lazy.described);
  const draw = monitor?.weighing?.draw(run, doublingRounds(planned.length)) ?? null;
  const plan = draw === null ? run : { ...run, draw };
  const { writer, found, superseded } = await openRun(out, plan, { meanwhile: task.prepared.code ?? null });
  const isSequential = writer.design === 'sequential';
  const { order_seed: _, ...asked } = run;
  const begun: RunPlan = { ...asked, ...writer.drawn };
  const ordered = isSequential ? sequentialOrder(planned, begun) : planned;
  const mine = partOf(ordered, evaluation.shard ?? null, writer.design);
  await reuseCached(evaluation, run, mine, writer);
  const pending = mine.filter((sample) => !writer.has(sample));
  const reused = mine.length - pending.length;
  const order = begun.draw === undefined ? null : (monitor?.weighing?.order(begun) ?? null);
  // A run that was designed in full stays so; one that was not goes on to its end where nobody watches, or knows its order.
  const isWatched = isSequential && (begun.draw === undefined || order !== null);
  const log = await AnswerLog.open(writer.folder, (id) => !writer.has({ id }));
  const looks = isWatched && monitor !== null ? { monitor, run: begun } : null;
  const blocks = new Blocks(task.prepared, order ?? asPlanned(mine), looks, pending, found);
  const ending = await runPending(
    evaluation,
    task.prepared,
    lazy,
    writer,
    log,
    blocks,
    {
      asked: progressMeter(run.task, mine.length, reused),
      scored: progressMeter(`${run.task}, scores`, mine.length, reused),
    },
    looks === null ? null : new EarlyStopping(looks.monitor, begun, blocks.leading(), !blocks.isTorn),
  ).finally(() => log.close());
  if (ending.state === 'complete') await log.remove();
  return { task: run.task, planned: planned.length, reused, superseded, ...ending };
}

const asPlanned = (planned: readonly PlannedSample[]): DesignedOrder => ({
  ids: planned.map(({ id }) => id),
  extend: () => undefined,
});

/** Takes over what a store has of this part, so that only the rest is asked. */
async function reuseCached(
  { lookUp }: SideEvaluation,
  run: RunPlan,
  mine: readonly PlannedSample[],
  writer: RunWriter,
): Promise<void> {
  if (lookUp === undefined || writer.design !== 'full' || mine.every((sample) => writer.has(sample))) return;
  const cached = await lookUp(run);
  if (cached === null) return;
  const ids = new Set(mine.map(({ id }) => id));
  await writer.reuse(
    cached.samples.filter(({ id }) => ids.has(id)),
    cached.origin,
  );
}

type Ending = Pick<TaskOutcome, 'state' | 'reason' | 'evaluated' | 'stopped'>;

const tooLate = (seconds: number) => new Error(`the task took longer than ${seconds} s`);

async function runPending(
  { seed, signal: interrupt, progress, includeSamples }: SideEvaluation,
  content: PreparedTask,
  lazy: LazyModel,
  writer: RunWriter,
  log: AnswerLog,
  blocks: Blocks,
  meters: Readonly<Record<'asked' | 'scored', (evaluated: number) => Progress>>,
  stopping: EarlyStopping | null,
): Promise<Ending> {
  const signal = stopping === null ? interrupt : AbortSignal.any([interrupt, stopping.signal]);
  let evaluated = 0;
  let told = 0;
  const tell = (count: number) => {
    if (count <= told) return;
    told = count;
    progress?.(meters.asked(told));
  };
  let isReleased = false;
  const write = async (sample: SampleRecord) => {
    await writer.write(storedSample(sample, includeSamples));
    evaluated += 1;
    blocks.add(sample);
    if (isReleased) progress?.(meters.scored(evaluated));
    else tell(evaluated);
  };
  // An answer is told when it is given, and not again when it has its scores.
  const answers: UnscoredAnswers = {
    kept: log.kept,
    async keep(id, given) {
      await log.keep(id, given);
      tell(told + 1);
    },
  };
  const alike = (id: string) => blocks.alike(id);
  const failed = async (reason: string): Promise<Ending> => {
    await writer.fail(reason);
    return { state: 'failed', reason, evaluated, stopped: null };
  };
  let model: LoadedModel | null = null;
  const release = async () => {
    isReleased = true;
    if (model?.holdsMemory !== true) return;
    await model.assertUnchanged?.();
    model = null;
    await lazy.close();
  };
  let fault: string | null = null;
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  try {
    while (!signal.aborted) {
      const pending = blocks.next();
      if (pending.length === 0) break;
      const asked = evaluated + pending.length;
      isReleased = false;
      model = await lazy.model();
      const { taskSeconds: seconds } = model;
      if (seconds !== undefined) timer ??= setTimeout(() => deadline.abort(tooLate(seconds)), seconds * 1000);
      const until = AbortSignal.any([signal, deadline.signal]);
      await content.run({ pending, alike, model, seed, write, answers, release, signal: until });
      if (evaluated < asked) deadline.signal.throwIfAborted();
      if (evaluated < asked) break;
      for (const sample of blocks.leading()) stopping?.add(sample);
    }
  } catch (error) {
    // The run directory itself cannot be written: no other task can do better.
    if (writer.broken) throw error;
    if (error instanceof EngineDied) await lazy.close();
    if (!signal.aborted) fault = messageOf(error);
  } finally {
    clearTimeout(timer);
  }
  // However it ended: answers of another file must not stand under the name of this one.
  const doubt: unknown =
    (await model?.assertUnchanged?.().then(
      () => null,
      (error: unknown) => error,
    )) ?? null;
  if (doubt !== null && !(doubt instanceof Unconfirmed)) {
    const changed = messageOf(doubt);
    await log.remove();
    await writer.retract(changed);
    return { state: 'failed', reason: changed, evaluated: 0, stopped: null };
  }
  if (fault !== null) return failed(fault);
  if (doubt !== null && !interrupt.aborted) return failed(messageOf(doubt));
  const stopped = stopping?.reason ?? null;
  if (doubt === null && evaluated === blocks.count) {
    await writer.complete();
    return { state: 'complete', reason: null, evaluated, stopped: null };
  }
  if (doubt === null && stopped !== null) {
    await writer.stop(stopped);
    return { state: 'complete', reason: null, evaluated, stopped };
  }
  if (interrupt.aborted) {
    await writer.interrupt();
    return { state: 'interrupted', reason: null, evaluated, stopped };
  }
  return failed(`the runner left out ${blocks.count - evaluated} samples`);
}
