import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadConfig } from './config/load.ts';
import { requireSide } from './config/models.ts';
import type { Overrides } from './config/resolve.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import type { VerdictFile } from './domain/decision.ts';
import { describeModel, mapPaths } from './domain/model.ts';
import type { GatedSide, Side, StopReason } from './domain/run.ts';
import { ENGINES } from './engines/registry.ts';
import { judgeRuns, readBoth, writeVerdict } from './judge.ts';
import { makePlan, sizeWarning } from './plan/plan.ts';
import { invalidateVerdict } from './report/build.ts';
import { evaluateSide, type Shard, type TaskOutcome } from './runners/evaluate.ts';
import type { Monitor } from './runners/monitor.ts';
import type { Progress } from './runners/progress.ts';
import { requireSources } from './sources.ts';
import { stopWhenDecided } from './stopping.ts';
import { onDisk } from './store/disk-faults.ts';
import { salvageSide } from './store/results.ts';
import { recordTiming } from './store/timing.ts';

export interface ProgressEvent extends Progress {
  readonly side: Side;
}

/** Where the phases tell what they are doing. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  progress?(event: ProgressEvent): void;
}

export interface PhaseOptions {
  readonly configPath: string;
  readonly overrides: Overrides;
  /** Run directory. */
  readonly out: string;
  readonly log: Log;
}

export interface EvaluateOptions extends PhaseOptions {
  readonly sides?: readonly GatedSide[];
  readonly shard?: Shard | null;
  readonly signal: AbortSignal;
  /** Told of every task as its side is done. */
  readonly taskEnded?: (outcome: TaskOutcome) => void;
}

export interface JudgeOptions extends PhaseOptions {
  /** Why the evaluation did not come to its end: then the verdict is `invalid`, whatever it left. */
  readonly failure?: string | null;
}

const STOPPED: Record<StopReason, string> = {
  decided: 'stopped early, every gate on it is decided',
  regression: 'stopped, since a regression is proven',
};
const BOTH: readonly GatedSide[] = ['baseline', 'candidate'];

/** config: what file, flags and inputs come to. @throws IssueList with every fault, each at its line */
export async function checkConfig(options: Pick<PhaseOptions, 'configPath' | 'overrides'>): Promise<void> {
  await loadConfig(options.configPath, { overrides: options.overrides });
}

/**
 * config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
 * @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
 */
export async function evaluatePlan(options: EvaluateOptions): Promise<void> {
  const { log, out, signal, sides = BOTH } = options;
  const config = await loadConfig(options.configPath, { overrides: options.overrides });
  const plan = await makePlan(config);
  const warning = sizeWarning(plan);
  if (warning !== null) log.warn(warning);
  await requireSources(config, sides);
  await onDisk(out, () => mkdir(out, { recursive: true }));
  for (const side of sides) {
    if (!signal.aborted) await evaluateModel(config, side, options);
  }
}

/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and `comment.md`. */
export async function judge(options: JudgeOptions): Promise<{ readonly verdict: VerdictFile }> {
  const config = await loadConfig(options.configPath, { overrides: options.overrides });
  const runs = await readBoth({
    baseline: folderOf(config, 'baseline', options.out),
    candidate: folderOf(config, 'candidate', options.out),
  });
  const { failure = null } = options;
  const judged = judgeRuns(config, runs);
  const verdict = failure === null ? judged : invalidateVerdict(judged, failure);
  await writeVerdict(options.out, verdict);
  return { verdict };
}

async function evaluateModel(
  config: ResolvedConfig,
  side: GatedSide,
  options: EvaluateOptions,
): Promise<void> {
  const { log, out, signal, shard = null } = options;
  const source = requireSide(config, side);
  if (source.kind === 'results') {
    log.info(`${side}: results of an earlier run, ${source.path}`);
    return;
  }
  const { engine: settings, directory, seed, tasks } = config;
  const engine = await ENGINES[settings.type].load();
  const started = new Date();
  const outcomes = await evaluateSide({
    ...{ side, tasks, directory, out, seed, shard, signal },
    monitor: await monitorOf(config, side, options),
    open: async (aborted) => {
      const events = { status: (line: string) => log.info(line) };
      const model = await engine.open(
        mapPaths(source, (path) => resolve(directory, path)),
        settings,
        events,
        aborted,
      );
      // A verdict must not depend on where the checkout lies.
      return { ...model, identity: { ...model.identity, source: describeModel(source) } };
    },
    progress: (progress) => log.progress?.({ ...progress, side }),
  });
  for (const outcome of outcomes) {
    const { task, state, reason, stopped, superseded } = outcome;
    options.taskEnded?.(outcome);
    if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
    if (stopped !== null) log.info(`${side}/${task}: ${STOPPED[stopped]}`);
    if (state === 'failed') log.warn(`${side}/${task} failed: ${reason}`);
  }
  const seconds = (Date.now() - started.getTime()) / 1000;
  await recordTiming(out, { side, started: started.toISOString(), seconds, tasks: outcomes });
}

/** What ends the candidate's evaluation early; null when every sample is to be evaluated, or has to be. */
async function monitorOf(
  config: ResolvedConfig,
  side: GatedSide,
  { log, out, shard = null }: EvaluateOptions,
): Promise<Monitor | null> {
  if (config.evaluation.value === 'full' || side !== 'candidate') return null;
  const monitor =
    shard === null
      ? stopWhenDecided(config, await salvageSide(folderOf(config, 'baseline', out), 'baseline'))
      : { obstacle: 'a shard sees only its own part' };
  if (!('obstacle' in monitor)) return monitor;
  log.info(`${side}: every sample is evaluated, since ${monitor.obstacle}`);
  return null;
}

function folderOf(config: ResolvedConfig, side: GatedSide, out: string): string {
  const source = config[side];
  return source?.kind === 'results' ? resolve(config.directory, source.path) : join(out, side);
}
