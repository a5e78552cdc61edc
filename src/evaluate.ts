import { resolve } from 'node:path';
import { storeOf } from './baseline.ts';
import { requireSide } from './config/models.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import { describeModel, type ModelSource, mapPaths } from './domain/model.ts';
import type { GatedSide, StopReason } from './domain/run.ts';
import type { LoadedModel } from './engines/engine.ts';
import { ENGINES } from './engines/registry.ts';
import { readResults, sideFolder } from './judge.ts';
import type { Plan } from './plan/plan.ts';
import { keepRuns, recallFrom } from './recall.ts';
import { evaluateSide, type Shard, type TaskOutcome } from './runners/evaluate.ts';
import type { Monitor } from './runners/monitor.ts';
import type { Progress } from './runners/progress.ts';
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
  const template = side === 'baseline' ? await candidateTemplate(config, tasks, evaluation) : undefined;
  // The candidate is always asked: what a store would answer for it is what this run is to find out.
  const store = side === 'candidate' ? null : storeOf(config);
  const outcomes = await evaluateSide({
    ...{ side, tasks: tasksOf(config, tasks, side), out, seed: config.seed, shard, signal },
    monitor: await monitorOf(config, side, evaluation),
    ...(store === null ? {} : { recall: recallFrom(store, side, log) }),
    open: (aborted) => openModel(config, source, log, aborted, template),
    progress: (progress) => log.progress?.({ ...progress, side }),
  });
  for (const outcome of outcomes) {
    const { task, state, reason, stopped, superseded } = outcome;
    evaluation.taskEnded?.(outcome);
    if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
    if (stopped !== null) log.info(`${side}/${task}: ${STOPPED[stopped]}`);
    if (state === 'failed') log.warn(`${side}/${task} failed: ${reason}`);
  }
  if (store !== null) await keepRuns(store, config, side, out, log);
  const seconds = (Date.now() - started.getTime()) / 1000;
  await recordTiming(out, { side, started: started.toISOString(), seconds, tasks: outcomes });
}

async function openModel(
  { engine: settings, directory }: ResolvedConfig,
  source: ModelSource,
  log: Log,
  aborted: AbortSignal,
  template?: LoadedModel['chatTemplate'],
): Promise<LoadedModel> {
  const engine = await ENGINES[settings.type].load();
  const events = { status: (line: string) => log.info(line) };
  const files = mapPaths(source, (path) => resolve(directory, path));
  const model = await engine.open(files, settings, events, aborted);
  // A verdict must not depend on where the checkout lies.
  const identity = { ...model.identity, source: describeModel(source) };
  return { ...model, identity, ...(template === undefined ? {} : { chatTemplate: template }) };
}

/**
 * The candidate's chat template where its change is declared: the baseline is asked with it as well. Undefined where the
 * baseline keeps its own.
 */
async function candidateTemplate(
  config: ResolvedConfig,
  tasks: Plan['tasks'],
  { log, signal }: ModelEvaluation,
): Promise<LoadedModel['chatTemplate'] | undefined> {
  const applies = tasks.some(
    ({ config: { options } }) => options.type !== 'perplexity' && options.apply_chat_template,
  );
  const { candidate } = config;
  if (!config.acceptChange.includes('chat_template') || !applies || candidate === null) return undefined;
  if (candidate.kind === 'results') return undefined;
  const model = await openModel(config, candidate, log, signal);
  await model.close();
  log.info("baseline: asked with the candidate's chat template, a declared change");
  return model.chatTemplate;
}

/** All tasks; of the anchor only those that a gate compares with it. */
function tasksOf({ gates }: ResolvedConfig, tasks: Plan['tasks'], side: GatedSide): Plan['tasks'] {
  if (side !== 'anchor') return tasks;
  const anchored = new Set(gates.filter(({ against }) => against === 'anchor').map(({ task }) => task));
  return tasks.filter(({ config }) => anchored.has(config.name));
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
