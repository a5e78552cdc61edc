import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadConfig } from './config/load.ts';
import { requireSide } from './config/models.ts';
import type { Overrides } from './config/resolve.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import type { VerdictFile } from './domain/decision.ts';
import { describeModel, mapPaths } from './domain/model.ts';
import type { Side } from './domain/run.ts';
import { ENGINES } from './engines/registry.ts';
import { judgeRuns, readSides, sideFolder, writeVerdict } from './judge.ts';
import { makePlan } from './plan/plan.ts';
import { evaluateSide, type Shard } from './runners/evaluate.ts';
import type { Progress } from './runners/progress.ts';
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
}

/** The sides that gates compare. */
export type GatedSide = 'baseline' | 'candidate' | 'anchor';

/** config: what file, flags and inputs come to. @throws IssueList with every fault, each at its line */
export async function checkConfig(options: Pick<PhaseOptions, 'configPath' | 'overrides'>): Promise<void> {
  await loadConfig(options.configPath, { overrides: options.overrides });
}

/**
 * config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
 * @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
 */
export async function evaluatePlan(options: EvaluateOptions): Promise<void> {
  const { log, out, signal } = options;
  const config = await loadConfig(options.configPath, { overrides: options.overrides });
  const sides = options.sides ?? gatedSides(config);
  const plan = await makePlan(config);
  for (const warning of plan.warnings) log.warn(warning);
  await mkdir(out, { recursive: true });
  for (const side of sides) {
    if (!signal.aborted) await evaluateModel(config, side, options);
  }
}

/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and `comment.md`. */
export async function judge(options: PhaseOptions): Promise<{ readonly verdict: VerdictFile }> {
  const config = await loadConfig(options.configPath, { overrides: options.overrides });
  const folderOf = (side: GatedSide) => sideFolder(config, side, options.out);
  const anchor = config.anchor === null ? undefined : folderOf('anchor');
  const runs = await readSides({ baseline: folderOf('baseline'), candidate: folderOf('candidate'), anchor });
  const verdict = judgeRuns(config, runs);
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
  const { engine: settings, directory, seed } = config;
  const tasks = tasksOf(config, side);
  const engine = await ENGINES[settings.type].load();
  const started = new Date();
  const outcomes = await evaluateSide({
    ...{ side, tasks, directory, out, seed, shard, signal },
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
  for (const { task, state, reason, superseded } of outcomes) {
    if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
    if (state === 'failed') log.warn(`${side}/${task} failed: ${reason}`);
  }
  const seconds = (Date.now() - started.getTime()) / 1000;
  await recordTiming(out, { side, started: started.toISOString(), seconds, tasks: outcomes });
}

function gatedSides({ anchor }: ResolvedConfig): readonly GatedSide[] {
  return anchor === null ? ['baseline', 'candidate'] : ['baseline', 'candidate', 'anchor'];
}

/** All tasks; of the anchor only those that a gate compares with it. */
function tasksOf({ tasks, gates }: ResolvedConfig, side: GatedSide): ResolvedConfig['tasks'] {
  if (side !== 'anchor') return tasks;
  return tasks.filter(({ name }) => gates.some(({ task, against }) => task === name && against === 'anchor'));
}
