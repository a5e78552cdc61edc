import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { DrawRecord } from '../adapters/github/marker.ts';
import type { FoundBaselines } from '../app/baselines/find.ts';
import type { Draw } from '../app/evaluate/model.ts';
import { type BasePolicy, tipOf } from '../app/policy.ts';
import type { BaseSuite } from '../app/suite/base-suite.ts';
import type { Overrides } from '../config/overrides.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { SuiteReview, Waiver, WaiverPermission } from '../core/domain/policy.ts';
import type { ActionInputs } from './inputs.ts';
import type { WorkflowRun } from './workflow-run.ts';

/**
 * What `prep` decided and the later steps hold to. It is JSON and carries no token. Who reads it knows by its digest that it is what
 * this very program wrote, so that nothing of it is validated again.
 */
export interface PlanFile {
  /** Absolute; paths in the config and inputs are relative to it. */
  readonly directory: string;
  readonly config: { readonly path: string; readonly sha256: string };
  readonly inputs: Omit<ActionInputs, 'github-token'>;
  readonly run: WorkflowRun;
  readonly overrides: Overrides;
  /** What trying the sources of the baseline came to; null where the config names it by one path. */
  readonly baselines: FoundBaselines | null;
  /** What the base branch says, read before anything foreign ran. */
  readonly policy: PlannedPolicy;
  readonly draw: PlannedDraw;
  /** Number of the check that waits for the verdict; null where there is none. */
  readonly check?: number | null;
  /** Where the base branch's tasks are asked in place of those of the config. */
  readonly suite?: BaseSuite | null;
  /** The run directory. */
  readonly out: string;
  /** ISO 8601. */
  readonly started: string;
}

export interface PlannedPolicy {
  readonly base: BasePolicy | null;
  readonly waivers: readonly Waiver[];
  readonly waiverPermission: WaiverPermission;
  /** How what is asked differs from what the base branch has. */
  readonly suite?: SuiteReview | null;
}

/** Whether what is judged is judged by its own config alone: no verdict of that kind may stand in for one of a base branch's policy. */
export const isOwnPolicy = ({ base }: Pick<PlannedPolicy, 'base'>): boolean =>
  base === null || (base.config === null && tipOf(base).config === null);

/** What chance decides, drawn where the author of a pull request can neither choose nor foresee it. */
export interface PlannedDraw extends Draw {
  readonly job: string;
  /** Stands for the policy that judges: another one is another draw. */
  readonly policy: string;
  readonly run: number;
  /** The commit that is drawn from beside the run; null where the event has no base. */
  readonly base: string | null;
  /** Evaluations of this pull request that the policy promises its error for. */
  readonly tries: number;
  /** What this job drew before on this pull request, oldest first. */
  readonly draws: readonly DrawRecord[];
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

export const fileDigest = async (path: string): Promise<string> => sha256(await readFile(path));

/** Writes the plan for its owner only. @returns its digest, which travels as a step output that no child can change */
export async function writePlan(path: string, plan: PlanFile): Promise<string> {
  const text = JSON.stringify(plan);
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
  return sha256(text);
}

/**
 * Reads the plan back.
 * @throws WeighbridgeError `data` when it is not the plan that `prep` wrote: something of the evaluation changed it
 */
export async function readPlan(path: string, digest: string): Promise<PlanFile> {
  const bytes = await readFile(path);
  if (sha256(bytes) !== digest) {
    throw new WeighbridgeError('data', 'the plan was changed after it was made', {
      fix: 'look for what of the evaluation writes to RUNNER_TEMP: its results cannot be trusted',
    });
  }
  return JSON.parse(bytes.toString('utf8')) as PlanFile;
}

/**
 * The same for the config: the limits that judge must be those that were checked.
 * @throws WeighbridgeError `data`
 */
export async function assertSameConfig({ config }: PlanFile): Promise<void> {
  if ((await fileDigest(config.path)) === config.sha256) return;
  throw new WeighbridgeError('data', `${config.path} was changed while the evaluation ran`, {
    fix: 'look for what of the evaluation writes to it: its results cannot be trusted',
  });
}
