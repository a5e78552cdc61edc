import { mkdir } from 'node:fs/promises';
import { loadConfig } from './config/load.ts';
import type { Overrides } from './config/resolve.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import type { VerdictFile } from './domain/decision.ts';
import type { GatedSide } from './domain/run.ts';
import { evaluateModel, type Log } from './evaluate.ts';
import { judgeRuns, readSides, sideFolder, writeVerdict } from './judge.ts';
import { makePlan, sizeWarning } from './plan/plan.ts';
import { judgeUnderPolicies, type Policies } from './policies.ts';
import { invalidateVerdict } from './report/build.ts';
import type { Shard, TaskOutcome } from './runners/evaluate.ts';
import { requireSources } from './sources.ts';
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
  await onDisk(out, () => mkdir(out, { recursive: true }));
  for (const side of sides) {
    if (!signal.aborted) await evaluateModel(plan, side, options);
  }
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
  const judged =
    options.policies === undefined
      ? judgeRuns(config, runs)
      : judgeUnderPolicies(config, options.overrides, runs, options.policies);
  const verdict = failure === null ? judged : invalidateVerdict(judged, failure);
  await writeVerdict(out, verdict);
  return { verdict };
}

function gatedSides({ anchor }: ResolvedConfig): readonly GatedSide[] {
  return anchor === null ? ['baseline', 'candidate'] : ['baseline', 'candidate', 'anchor'];
}
