import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FoundBaselines, findBaseline, mustFind, originHere, storeOf, wholeRuns } from './baseline.ts';
import {
  type ChosenBaseline,
  chooseBaseline,
  noBaseline,
  provenanceOf,
  withBaseline,
} from './chosen-baseline.ts';
import { loadConfig } from './config/load.ts';
import type { Overrides } from './config/resolve.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import type { VerdictFile } from './domain/decision.ts';
import { messageOf } from './domain/errors.ts';
import type { GatedSide } from './domain/run.ts';
import { evaluateModel, type Log } from './evaluate.ts';
import { judgeRuns, readResults, readSides, sideFolder, writeVerdict } from './judge.ts';
import { makePlan, type Plan, sizeWarning } from './plan/plan.ts';
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
}

export interface JudgeOptions extends PhaseOptions {
  /** Why the evaluation did not come to its end: then the verdict is `invalid`, whatever it left. */
  readonly failure?: string | null;
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
  await onDisk(out, () => mkdir(out, { recursive: true }));
  const evaluate = async (by: ResolvedConfig, side: GatedSide) => {
    if (!signal.aborted) await evaluateModel({ ...plan, config: by }, side, options);
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

/** Tries the sources of the config, unless there is nothing to find or somebody has. */
async function baselinesOf(
  config: ResolvedConfig,
  { baselines = null, out }: PhaseOptions,
): Promise<FoundBaselines | null> {
  if (baselines !== null || !mustFind(config)) return baselines;
  return findBaseline(config, { scratch: join(out, 'found-baseline') });
}

async function chooseAfter(
  config: ResolvedConfig,
  found: FoundBaselines,
  out: string,
): Promise<ChosenBaseline> {
  const { runs } = await readResults(sideFolder(config, 'candidate', out), 'candidate');
  return chooseBaseline(
    config,
    found,
    runs.map(({ record }) => record),
  );
}

/** The first baseline: the candidate is evaluated in full and kept, and nothing is compared. */
async function bootstrap(plan: Plan, options: EvaluateOptions): Promise<void> {
  const { log, out, signal } = options;
  const evaluation = { value: 'full', source: plan.config.evaluation.source } as const;
  const config = { ...plan.config, evaluation };
  await requireSources(config, ['candidate']);
  await onDisk(out, () => mkdir(out, { recursive: true }));
  await evaluateModel({ ...plan, config }, 'candidate', options);
  if (signal.aborted) return;
  const runs = await wholeRuns(sideFolder(config, 'candidate', out), 'candidate');
  const store = storeOf(config);
  if (store === null) return;
  const { id } = await store.bless(runs, await originHere(config.directory));
  log.info(`bootstrap: blessed ${id} in ${store.folder}`);
}

/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and `comment.md`. */
export async function judge(options: JudgeOptions): Promise<{ readonly verdict: VerdictFile }> {
  const { out, failure = null, baselines = null } = options;
  const written = await loadConfig(options.configPath, { overrides: options.overrides });
  const chosen = baselines === null ? null : await chooseAfter(written, baselines, out);
  const config = chosen === null ? written : withBaseline(written, chosen);
  const runs = await readSides({
    baseline: sideFolder(config, 'baseline', out),
    candidate: sideFolder(config, 'candidate', out),
    anchor: config.anchor === null ? undefined : sideFolder(config, 'anchor', out),
  });
  const judged = judgeRuns(config, runs, provenanceOf(config, chosen, runs.baseline.runs));
  // Whatever lies in the folder of a baseline that no source gave was left there by somebody else.
  const isAbsent = chosen === null ? mustFind(written) : chosen.baseline === null;
  const reasons = [failure, isAbsent ? messageOf(noBaseline(chosen?.attempts ?? [])) : null];
  const verdict = [...new Set(reasons)].reduce(
    (file: VerdictFile, reason) => (reason === null ? file : invalidateVerdict(file, reason)),
    judged,
  );
  await writeVerdict(out, verdict);
  return { verdict };
}

function gatedSides({ anchor }: ResolvedConfig): readonly GatedSide[] {
  return anchor === null ? ['baseline', 'candidate'] : ['baseline', 'candidate', 'anchor'];
}
