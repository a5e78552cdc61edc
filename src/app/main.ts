import { loadConfig } from '../config/load.ts';
import type { Overrides } from '../config/overrides.ts';
import { makePlan, sizeWarning } from '../config/plan/plan.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import type { GatedSide } from '../core/domain/run.ts';
import { invalidateVerdict } from '../report/build.ts';
import { chooseBaselines } from './baselines/choose.ts';
import type { FoundBaselines } from './baselines/find.ts';
import { evaluateBootstrap } from './evaluate/bootstrap.ts';
import type { EvaluationOptions, Log } from './evaluate/model-evaluation.ts';
import { evaluateSides } from './evaluate/sides.ts';
import { gather } from './judge/gather.ts';
import { writeVerdict } from './judge/judge.ts';
import { judgeUnderPolicies, type Policies } from './judge/policies.ts';

export interface PhaseOptions {
  readonly configPath: string;
  readonly overrides: Overrides;
  /** Run directory. */
  readonly out: string;
  readonly log: Log;
  /** What the sources of the config came to, where somebody has tried them already. */
  readonly baselines?: FoundBaselines | null;
}

export interface EvaluateOptions extends PhaseOptions, EvaluationOptions {
  /** All that the config names, unless told otherwise. */
  readonly sides?: readonly GatedSide[];
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
  const { log } = options;
  const config = await loadConfig(options.configPath, { overrides: options.overrides });
  const sides = options.sides ?? gatedSides(config);
  const plan = await makePlan(config);
  const warning = sizeWarning(plan);
  if (warning !== null) log.warn(warning);
  const found = sides.includes('baseline') ? await chooseBaselines(config, options) : null;
  for (const { source, reason } of found?.attempts ?? []) {
    log.info(reason === null ? `baseline: found by ${source}` : `baseline: not by ${source}: ${reason}`);
  }
  if (found?.bootstrap) await evaluateBootstrap(plan, options);
  else await evaluateSides(plan, sides, found, options);
}

/**
 * Tries the sources of the baseline, for those who need the answer before and after an evaluation.
 * @returns null where the config names the baseline by one path
 */
export async function findBaselines(options: PhaseOptions): Promise<FoundBaselines | null> {
  return chooseBaselines(await loadConfig(options.configPath, { overrides: options.overrides }), options);
}

/** Decides, and writes `verdict.json`, `comment.md` and `report.html`. */
export async function judgePlan(options: JudgeOptions): Promise<{ readonly verdict: VerdictFile }> {
  const verdict = await decidePlan(options);
  await writeVerdict(options.out, verdict);
  return { verdict };
}

/** compare → decide: a function of what is stored and of the config. Writes nothing. */
export async function decidePlan(options: JudgeOptions): Promise<VerdictFile> {
  const { overrides, failure = null, policies = OWN_POLICY } = options;
  const { config, sides, faults } = await gather(options);
  const judged = judgeUnderPolicies(config, overrides, sides, policies);
  const all = new Set(failure === null ? faults : [failure, ...faults]);
  return [...all].reduce(invalidateVerdict, judged);
}

/** Without anybody who knows of a base branch, the config at hand is the policy. */
const OWN_POLICY: Policies = { base: null, waivers: [], today: '', untrusted: null };

function gatedSides({ anchor }: ResolvedConfig): readonly GatedSide[] {
  return anchor === null ? ['baseline', 'candidate'] : ['baseline', 'candidate', 'anchor'];
}
