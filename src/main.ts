import { mkdir } from 'node:fs/promises';
import {
  baselinesOf,
  chooseAfter,
  chooseBaseline,
  noBaseline,
  provenanceOf,
  withBaseline,
} from './baselines/choose.ts';
import { type FoundBaselines, mustFind } from './baselines/find.ts';
import { loadConfig } from './config/load.ts';
import type { Overrides } from './config/resolve.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import type { VerdictFile } from './domain/decision.ts';
import { messageOf, WeighbridgeError } from './domain/errors.ts';
import type { GatedSide } from './domain/run.ts';
import { bootstrap } from './evaluation/bootstrap.ts';
import { evaluateModel, type Log } from './evaluation/evaluate.ts';
import { writeVerdict } from './judgement/judge.ts';
import { judgeUnderPolicies, type Policies } from './judgement/policies.ts';
import { makePlan, sizeWarning } from './plan/plan.ts';
import { invalidateVerdict } from './report/build.ts';
import type { Shard, TaskOutcome } from './runners/evaluate.ts';
import { settleConfig } from './sides/declared.ts';
import { requireHarness, requireSources } from './sides/sources.ts';
import { readSides, readToJudge, sideFolder } from './sides/stored.ts';
import { onDisk } from './store/disk-faults.ts';

export interface PhaseOptions {
  readonly configPath: string;
  readonly overrides: Overrides;
  /** Run directory. */
  readonly out: string;
  readonly log: Log;
  /** What the sources of the config came to, where somebody has tried them already. */
  readonly baselines?: FoundBaselines | null;
}

export interface EvaluateOptions extends PhaseOptions {
  /** All that the config names, unless told otherwise. */
  readonly sides?: readonly GatedSide[];
  readonly shard?: Shard | null;
  readonly signal: AbortSignal;
  /** Told of every task as its side is done. */
  readonly taskEnded?: (outcome: TaskOutcome) => void;
  /** Whether every sample is asked of the model itself, whatever store the config names. */
  readonly anew?: boolean;
}

export interface JudgeOptions extends PhaseOptions {
  /** Why the evaluation did not come to its end: then the verdict is `invalid`, whatever it left. */
  readonly failure?: string | null;
  /** What decides besides config and samples; without it, the config at hand alone. */
  readonly policies?: Policies;
}

/**
 * config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
 * @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
 */
export async function evaluatePlan(options: EvaluateOptions): Promise<void> {
  const { log, out, signal } = options;
  const written = await loadConfig(options.configPath, { overrides: options.overrides });
  const sides = options.sides ?? gatedSides(written);
  const plan = await makePlan(written);
  const warning = sizeWarning(plan);
  if (warning !== null) log.warn(warning);
  const found = sides.includes('baseline') ? await baselinesOf(written, options) : null;
  for (const { source, reason } of found?.attempts ?? []) {
    log.info(reason === null ? `baseline: found by ${source}` : `baseline: not by ${source}: ${reason}`);
  }
  if (found?.bootstrap) return bootstrap(plan, options);
  if (found !== null && found.found.length === 0) throw noBaseline(found.attempts);

  const first = found === null ? null : await chooseBaseline(written, found, []);
  const config = first === null ? written : withBaseline(written, first);
  await requireSources(config, sides);
  await requireHarness(config, sides, options.shard ?? null);
  await onDisk(out, () => mkdir(out, { recursive: true }));
  const evaluate = async (by: ResolvedConfig, side: GatedSide) => {
    if (signal.aborted) return;
    // A gate on a metric that the baseline turned out not to have is no reason to pay for the candidate.
    const known =
      side === 'candidate' ? (await readToJudge(sideFolder(by, 'baseline', out), 'baseline')).runs : [];
    await evaluateModel({ ...plan, config: await settleConfig(by, known, options) }, side, options);
  };
  // Whether a declared change sets stored results aside is known from what the candidate was asked.
  const mayTurn = found !== null && config.acceptChange.length > 0 && config.baseline?.kind === 'results';
  if (mayTurn && sides.includes('candidate')) await evaluate(config, 'candidate');
  const chosen = found !== null && mayTurn ? await chooseAfter(config, found, out) : first;
  if (chosen !== null && chosen.baseline === null) throw noBaseline(chosen.attempts);
  const settled = chosen === null ? config : withBaseline(config, chosen);
  for (const side of sides) if (!(mayTurn && side === 'candidate')) await evaluate(settled, side);
}

/**
 * Tries the sources of the baseline, for those who need the answer before and after an evaluation.
 * @returns null where the config names the baseline by one path
 */
export async function findBaselines(options: PhaseOptions): Promise<FoundBaselines | null> {
  return baselinesOf(await loadConfig(options.configPath, { overrides: options.overrides }), options);
}

/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json`, `comment.md` and `report.html`. */
export async function judge(options: JudgeOptions): Promise<{ readonly verdict: VerdictFile }> {
  const { out, failure = null, baselines = null, policies = OWN_POLICY } = options;
  const written = await loadConfig(options.configPath, { overrides: options.overrides });
  const chosen = baselines === null ? null : await chooseAfter(written, baselines, out);
  const config = chosen === null ? written : withBaseline(written, chosen);
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
  const known = settled instanceof WeighbridgeError ? config : settled;
  const provenance = provenanceOf(config, chosen, runs.baseline.runs);
  const judged = judgeUnderPolicies(known, options.overrides, { ...runs, provenance }, policies);
  // Whatever lies in the folder of a baseline that no source gave was left there by somebody else.
  const isAbsent = chosen === null ? mustFind(written) : chosen.baseline === null;
  const faults = [
    failure,
    settled instanceof WeighbridgeError ? messageOf(settled) : null,
    isAbsent ? messageOf(noBaseline(chosen?.attempts ?? [])) : null,
  ].filter((fault) => fault !== null);
  const verdict = [...new Set(faults)].reduce(invalidateVerdict, judged);
  await writeVerdict(out, verdict);
  return { verdict };
}

/** Without anybody who knows of a base branch, the config at hand is the policy. */
const OWN_POLICY: Policies = { base: null, waivers: [], today: '', untrusted: null };

function gatedSides({ anchor }: ResolvedConfig): readonly GatedSide[] {
  return anchor === null ? ['baseline', 'candidate'] : ['baseline', 'candidate', 'anchor'];
}
