import { resolve } from 'node:path';
import process from 'node:process';
import { requireSide } from './config/models.ts';
import { type HarnessTaskConfig, isHarness, type ResolvedConfig } from './config/resolved.ts';
import { describeModel, type ModelSource, mapPaths } from './domain/model.ts';
import type { GatedSide, StopReason } from './domain/run.ts';
import type { LoadedModel } from './engines/engine.ts';
import { ENGINES } from './engines/registry.ts';
import { readResults, sideFolder } from './judge.ts';
import type { Plan } from './plan/plan.ts';
import { createLogFence } from './report/log-fence.ts';
import { evaluateSide, type Shard, type TaskOutcome } from './runners/evaluate.ts';
import { folderDigest } from './runners/lm-eval/identity.ts';
import type { Monitor } from './runners/monitor.ts';
import type { Progress } from './runners/progress.ts';
import { RUNNERS } from './runners/registry.ts';
import { forEngine, tasksOfSide } from './sources.ts';
import { tenths } from './stats/sequential/looks.ts';
import { stopWhenDecided } from './stopping.ts';
import { recordTiming } from './store/timing.ts';

export interface ProgressEvent extends Progress {
  readonly side: GatedSide;
}

/** Where the phases tell what they are doing. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  progress?(event: ProgressEvent): void;
}

export interface ModelEvaluation {
  /** Run directory. */
  readonly out: string;
  readonly log: Log;
  readonly shard?: Shard | null;
  readonly signal: AbortSignal;
  readonly taskEnded?: (outcome: TaskOutcome) => void;
}

const STOPPED: Record<StopReason, string> = {
  decided: 'stopped early, every gate on it is decided',
  regression: 'stopped, since a regression is proven',
};

/** Evaluates the model of one side on all its tasks, or says that the config names results instead. */
export async function evaluateModel(
  { config, tasks }: Plan,
  side: GatedSide,
  evaluation: ModelEvaluation,
): Promise<void> {
  const { log, out, signal, shard = null } = evaluation;
  const source = requireSide(config, side);
  if (source.kind === 'results') {
    log.info(`${side}: results of an earlier run, ${source.path}`);
    return;
  }
  const started = new Date();
  const mine = new Set(tasksOfSide(config, side).map(({ name }) => name));
  const asked = tasks.filter((task) => mine.has(task.config.name));
  const harnessed = config.tasks.filter(isHarness).filter(({ name }) => mine.has(name));
  const monitor = await monitorOf(config, side, evaluation);
  const outcomes: TaskOutcome[] = [];
  if (asked.length > 0) {
    const native = await evaluateSide({
      ...{ side, tasks: asked, out, seed: config.seed, shard, signal, monitor },
      open: (aborted) => openModel(config, source, log, aborted),
      progress: (progress) => log.progress?.({ ...progress, side }),
    });
    outcomes.push(...native);
  }
  if (harnessed.length > 0 && !signal.aborted) {
    outcomes.push(...(await evaluateHarnessed(config, side, harnessed, source, monitor, evaluation)));
  }
  for (const outcome of outcomes) {
    const { task, state, reason, stopped, superseded } = outcome;
    evaluation.taskEnded?.(outcome);
    if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
    if (stopped !== null) log.info(`${side}/${task}: ${STOPPED[stopped]}`);
    if (state === 'failed') log.warn(`${side}/${task} failed: ${reason}`);
  }
  const seconds = (Date.now() - started.getTime()) / 1000;
  await recordTiming(out, { side, started: started.toISOString(), seconds, tasks: outcomes });
}

async function openModel(
  { engine: settings, directory, tasks }: ResolvedConfig,
  source: ModelSource,
  log: Log,
  aborted: AbortSignal,
): Promise<LoadedModel> {
  const engine = await ENGINES[settings.type].load();
  const events = { status: (line: string) => log.info(line) };
  const files = mapPaths(source, (path) => resolve(directory, path));
  const model = await engine.open(await forEngine(files), settings, events, aborted);
  // What a harness evaluates of the same folder is the same checkpoint.
  const isShared = files.kind === 'folder' && tasks.some(isHarness);
  const digest = isShared ? await folderDigest(files.path, aborted) : model.identity.digest;
  // A verdict must not depend on where the checkout lies.
  return { ...model, identity: { ...model.identity, digest, source: describeModel(source) } };
}

/** Runs the tasks of a harness, whose output reaches the log behind a fence. */
async function evaluateHarnessed(
  config: ResolvedConfig,
  side: GatedSide,
  tasks: readonly HarnessTaskConfig[],
  source: ModelSource,
  monitor: Monitor | null,
  { log, out, signal }: ModelEvaluation,
): Promise<readonly TaskOutcome[]> {
  const { directory, seed, allow } = config;
  const harness = await RUNNERS['lm-eval'].load();
  const fence = createLogFence();
  const print = (lines: readonly string[]) => {
    for (const line of lines) log.info(line);
  };
  const baseline =
    side === 'candidate' ? await readResults(sideFolder(config, 'baseline', out), 'baseline') : null;
  const outcomes = await harness.evaluate({
    ...{ side, tasks, out, seed, directory, allow, monitor, signal, looks: tenths },
    source: mapPaths(source, (path) => resolve(directory, path)),
    described: describeModel(source),
    environment: process.env,
    baseline: baseline?.runs ?? [],
    progress: (progress) => log.progress?.({ ...progress, side }),
    say: (line) => log.info(line),
    output: (piece) => print(fence.push(piece)),
  });
  print(fence.end());
  return outcomes;
}

/** What ends the candidate's evaluation early; null when every sample is to be evaluated, or has to be. */
async function monitorOf(
  config: ResolvedConfig,
  side: GatedSide,
  { log, out, shard = null }: ModelEvaluation,
): Promise<Monitor | null> {
  if (config.evaluation.value === 'full' || side !== 'candidate') return null;
  const monitor = await monitorFor(config, out, shard);
  if (!('obstacle' in monitor)) return monitor;
  log.info(`${side}: every sample is evaluated, since ${monitor.obstacle}`);
  return null;
}

async function monitorFor(
  config: ResolvedConfig,
  out: string,
  shard: Shard | null,
): Promise<Monitor | { readonly obstacle: string }> {
  if (shard !== null) return { obstacle: 'a shard sees only its own part' };
  if (config.anchor !== null) return { obstacle: 'the anchor is compared with all of them' };
  return stopWhenDecided(config, await readResults(sideFolder(config, 'baseline', out), 'baseline'));
}
