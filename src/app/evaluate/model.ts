import { ofSide, requireSide } from '../../config/models.ts';
import { tokensEach } from '../../config/plan/cost.ts';
import type { EvaluationPlan } from '../../config/plan/plan.ts';
import { isHarness, type ResolvedConfig } from '../../config/resolved.ts';
import type { RunRecord, Side, StopReason } from '../../core/domain/run.ts';
import type { Samples } from '../../core/domain/sample.ts';
import { setAsideOrphanedRuns } from '../../results/store/orphaned-runs.ts';
import { recordTiming } from '../../results/store/timing.ts';
import type { Handover } from '../../tasks/engines/handover.ts';
import { evaluateSide } from '../../tasks/runners/evaluate.ts';
import type { Monitor } from '../../tasks/runners/monitor.ts';
import type { OrderDraw } from '../../tasks/runners/order.ts';
import type { Shard } from '../../tasks/runners/shards.ts';
import type { TaskOutcome } from '../../tasks/runners/task-outcome.ts';
import { storeOf } from '../baselines/find.ts';
import type { Log } from '../log.ts';
import { tasksOfSide } from '../sides/sources.ts';
import { readSideResults, readToJudge, sideFolder } from '../sides/stored.ts';
import { rememberSpeeds, type TimedTask } from '../speed.ts';
import { cacheRuns, lookUpCachedRuns } from './cache.ts';
import { earlierAnswers } from './earlier-answers.ts';
import { evaluateWithHarness } from './external-harness.ts';
import { comparableModel, contextOf, declaredTemplate } from './open-model.ts';
import type { RunMeter } from './run-meter.ts';
import { stopWhenDecided } from './stopping.ts';

const STOPPED: Record<StopReason, string> = {
  decided: 'every gate on it is decided',
  regression: 'a regression is proven',
};

export interface EvaluationOptions {
  /** Run directory. */
  readonly out: string;
  readonly log: Log;
  readonly shard?: Shard | null;
  readonly signal: AbortSignal;
  /** What others than the author of the config have decided of chance; without it, the config's seed is all there is. */
  readonly draw?: Draw | undefined;
  readonly taskEnded?: (outcome: TaskOutcome) => void;
  /** Whether every sample is asked of the model itself, whatever store the config names. */
  readonly noCache?: boolean;
  /** Of the whole run, where there is more than this side. */
  readonly meter?: RunMeter;
  /** What the sides leave each other. */
  readonly handover?: Handover | undefined;
}

export interface Draw {
  /** In place of the config's, for all but the order of sequential runs. */
  readonly seed: number;
  readonly order: OrderDraw;
}

/** Evaluates the model of one side on all its tasks, or says that the config names results instead. */
export async function evaluateModel(
  { config: whole, tasks, ofBaseline, cost }: EvaluationPlan,
  side: Side,
  evaluation: EvaluationOptions,
): Promise<void> {
  const config = ofSide(whole, side);
  const { log, out, signal, shard = null, noCache = false, draw, meter, handover } = evaluation;
  const chance = { seed: config.seed, ...draw };
  const source = requireSide(config, side);
  if (source.kind === 'results') {
    log.info(`${side}: results of an earlier run, ${source.label ?? source.path}`);
    return;
  }
  const started = new Date();
  const mine = new Set(tasksOfSide(config, side).map(({ name }) => name));
  for (const { from, to } of await setAsideOrphanedRuns(out, side, [...mine])) {
    log.info(`${from}: this config has no such task for the ${side}, and its run was set aside: ${to}`);
  }
  const tokens = new Map(cost.tasks.map((task) => [task.task, tokensEach(task)]));
  const own = (name: string) =>
    side === 'baseline' ? ofBaseline.find((task) => task.config.name === name) : undefined;
  const asked = tasks
    .map((task) => own(task.config.name) ?? task)
    .filter((task) => mine.has(task.config.name))
    .map((task) => ({ ...task, tokensEach: tokens.get(task.config.name) ?? 1 }));
  const external = config.tasks.filter(isHarness).filter(({ name }) => mine.has(name));
  const monitor = await monitorOf(config, side, evaluation);
  // The candidate is always asked: what a store would answer for it is what this run is to find out.
  // So is what somebody serves: the same name may be another model by now.
  const isAlwaysAsked = side === 'candidate' || source.kind === 'endpoint';
  const store = noCache || isAlwaysAsked ? null : storeOf(config);
  const outcomes: TaskOutcome[] = [];
  const rates = new Map<string, number | null>();
  if (asked.length > 0) {
    const template = await declaredTemplate(config, side, asked, log, signal);
    const limit = side === 'baseline' ? null : contextOf(config, await baselineRecords(config, out));
    const { describe, open } = comparableModel(config, source, log, limit, template, handover);
    const native = await evaluateSide({
      ...{ side, tasks: asked, out, ...chance, shard, signal, monitor },
      ...(shard?.round !== undefined && side === 'candidate' ? { design: 'sequential' } : {}),
      includeSamples: config.includeSamples,
      ...(store === null ? {} : { lookUp: lookUpCachedRuns(store, side, log) }),
      ...{ describe, open },
      progress: (progress) => {
        const run = meter?.add(side, progress) ?? null;
        rates.set(progress.task, progress.samplesPerSecond);
        log.progress?.({ ...progress, side, run });
      },
    });
    outcomes.push(...native);
    const timed = native.flatMap(({ task, evaluated }) => timedTask(task, evaluated, rates, tokens));
    await rememberSpeeds(config, source, timed);
  }
  if (external.length > 0 && !signal.aborted) {
    outcomes.push(
      ...(await evaluateWithHarness(config, side, external, source, monitor, { ...evaluation, chance })),
    );
  }
  for (const outcome of outcomes) {
    const { task, state, reason, stopped, superseded } = outcome;
    evaluation.taskEnded?.(outcome);
    if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
    if (stopped !== null) {
      const done = outcome.evaluated + outcome.reused;
      const what = done === 0 ? 'not evaluated' : `stopped after ${done} of ${outcome.planned} samples`;
      log.info(`${side}/${task}: ${what}, since ${STOPPED[stopped]}`);
    }
    if (state === 'failed') log.warn(`${side}/${task} failed: ${reason}`);
  }
  meter?.end(side);
  if (store !== null) await cacheRuns(store, config, side, out, log);
  const seconds = (Date.now() - started.getTime()) / 1000;
  await recordTiming(out, { side, started: started.toISOString(), seconds, tasks: outcomes });
}

function timedTask(
  task: string,
  samples: number,
  rates: ReadonlyMap<string, number | null>,
  tokens: ReadonlyMap<string, number>,
): TimedTask[] {
  const rate = rates.get(task) ?? null;
  const each = tokens.get(task) ?? 0;
  return rate === null || !(each > 0) ? [] : [{ task, samples, rate, tokensPerSecond: rate * each }];
}

async function baselineRecords(config: ResolvedConfig, out: string): Promise<RunRecord[]> {
  const { runs } = await readToJudge(sideFolder(config, 'baseline', out), 'baseline');
  return runs.map(({ record }) => record);
}

/** What ends the candidate's evaluation early; null when every sample is to be evaluated, or has to be. */
async function monitorOf(
  config: ResolvedConfig,
  side: Side,
  { log, out, shard = null }: EvaluationOptions,
): Promise<Monitor | null> {
  if (config.evaluation.value === 'full' || side !== 'candidate') return null;
  const monitor = await monitorFor(config, out, shard, log);
  if (!('obstacle' in monitor)) return monitor;
  log.info(`${side}: every sample is evaluated, since ${monitor.obstacle}`);
  return null;
}

async function monitorFor(
  config: ResolvedConfig,
  out: string,
  shard: Shard | null,
  log: Log,
): Promise<Monitor | { readonly obstacle: string }> {
  if (shard !== null) return { obstacle: 'a shard sees only its own part' };
  if (config.baselines.sources.some(({ from }) => from === 'artifact' || from === 'store')) {
    return { obstacle: 'a later run may compare with them' };
  }
  const read = (side: Side) => readSideResults(sideFolder(config, side, out), side);
  const baseline = await read('baseline');
  const anchor = config.anchor === null ? undefined : await read('anchor');
  const store = storeOf(config);
  const earlier = new Map<string, readonly Samples[]>();
  for (const run of baseline.runs) earlier.set(run.record.task, await earlierAnswers(store, run, log));
  return stopWhenDecided(config, { baseline, anchor }, earlier, (line) => log.info(`candidate/${line}`));
}
