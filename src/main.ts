import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { loadConfig } from './config/load.ts';
import type { Overrides } from './config/resolve.ts';
import { isHarness, type ResolvedConfig } from './config/resolved.ts';
import { settleConfig } from './declared.ts';
import type { VerdictFile } from './domain/decision.ts';
import { messageOf, WeighbridgeError } from './domain/errors.ts';
import type { GatedSide } from './domain/run.ts';
import { evaluateModel, type Log } from './evaluate.ts';
import { judgeRuns, readResults, readSides, sideFolder, writeVerdict } from './judge.ts';
import { makePlan, sizeWarning } from './plan/plan.ts';
import { judgeUnderPolicies, type Policies } from './policies.ts';
import { invalidateVerdict } from './report/build.ts';
import type { Shard, TaskOutcome } from './runners/evaluate.ts';
import { RUNNERS } from './runners/registry.ts';
import { requireSources, tasksOfSide } from './sources.ts';
import { onDisk } from './store/disk-faults.ts';

export interface PhaseOptions {
  readonly configPath: string;
  readonly overrides: Overrides;
  /** Run directory. */
  readonly out: string;
  readonly log: Log;
}

export interface EvaluateOptions extends PhaseOptions {
  /** All that the config names, unless told otherwise. */
  readonly sides?: readonly GatedSide[];
  readonly shard?: Shard | null;
  readonly signal: AbortSignal;
  /** Told of every task as its side is done. */
  readonly taskEnded?: (outcome: TaskOutcome) => void;
}

export interface JudgeOptions extends PhaseOptions {
  /** Why the evaluation did not come to its end: then the verdict is `invalid`, whatever it left. */
  readonly failure?: string | null;
  /** Left out, the config at hand is the policy and nothing is waived. */
  readonly policies?: Policies;
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
  const warning = sizeWarning(plan);
  if (warning !== null) log.warn(warning);
  await requireSources(config, sides);
  await requireHarness(config, sides, options.shard ?? null);
  await onDisk(out, () => mkdir(out, { recursive: true }));
  for (const side of sides) {
    if (signal.aborted) break;
    // A gate on a metric that the baseline turned out not to have is no reason to pay for the candidate.
    const known =
      side === 'candidate' ? (await readResults(sideFolder(config, 'baseline', out), 'baseline')).runs : [];
    await evaluateModel({ ...plan, config: await settleConfig(config, known, options) }, side, options);
  }
}

/** @throws WeighbridgeError when the program of a harness is not there, or must not run what the tasks would run */
async function requireHarness(
  config: ResolvedConfig,
  sides: readonly GatedSide[],
  shard: Shard | null,
): Promise<void> {
  const evaluated = sides.filter((side) => config[side]?.kind !== 'results');
  const tasks = evaluated.flatMap((side) => tasksOfSide(config, side)).filter(isHarness);
  if (tasks.length === 0) return;
  if (shard !== null) {
    throw new WeighbridgeError('usage', `the task ${tasks[0]?.name} of lm-eval cannot be cut into shards`, {
      fix: 'leave --shard out, or keep lm-eval tasks in a config of their own',
    });
  }
  await (await RUNNERS['lm-eval'].load()).check([...new Set(tasks)], config, process.env);
}

/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json`, `comment.md` and `report.html`. */
export async function judge(options: JudgeOptions): Promise<{ readonly verdict: VerdictFile }> {
  const { out, failure = null } = options;
  const config = await loadConfig(options.configPath, { overrides: options.overrides });
  const runs = await readSides({
    baseline: sideFolder(config, 'baseline', out),
    candidate: sideFolder(config, 'candidate', out),
    anchor: config.anchor === null ? undefined : sideFolder(config, 'anchor', out),
  });
  const all = [...runs.baseline.runs, ...runs.candidate.runs];
  const settled = await settleConfig(config, all, options).catch((error: unknown) => {
    if (error instanceof WeighbridgeError) return error;
    throw error;
  });
  const faults = [failure, settled instanceof WeighbridgeError ? messageOf(settled) : null];
  const known = settled instanceof WeighbridgeError ? config : settled;
  const judged =
    options.policies === undefined
      ? judgeRuns(known, runs)
      : judgeUnderPolicies(known, options.overrides, runs, options.policies);
  const verdict = faults.filter((fault) => fault !== null).reduce(invalidateVerdict, judged);
  await writeVerdict(out, verdict);
  return { verdict };
}

function gatedSides({ anchor }: ResolvedConfig): readonly GatedSide[] {
  return anchor === null ? ['baseline', 'candidate'] : ['baseline', 'candidate', 'anchor'];
}
