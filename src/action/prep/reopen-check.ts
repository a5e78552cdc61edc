import { explainFailure } from '../../adapters/github/api-errors.ts';
import { reopenCheck, type SeenCheck } from '../../adapters/github/check.ts';
import { RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import { connect } from '../github-access.ts';
import type { ActionInputs } from '../inputs.ts';
import type { Core } from '../runtime.ts';
import type { WorkflowRun } from '../workflow-run.ts';

/** Little: the evaluation waits for it. */
const LIMITS: RetryLimits = {
  ...{ totalMs: 8000, requestMs: 5000, waitMs: 500, settleMs: 0, uploadMs: 0 },
};

/** What the step `prep` knows of its job before it has read the config. */
export interface BegunJob {
  readonly inputs: ActionInputs;
  readonly run: WorkflowRun;
  /** Of the event, as the runner has stored it. */
  readonly payload: unknown;
}

/** The check that this job is going to write; null where it writes none, or not of this commit. */
export function plannedCheck({ inputs, run }: Omit<BegunJob, 'payload'>) {
  const { event, key, job } = run;
  const { headSha, baseSha, pullRequest } = event;
  if (!inputs.check || inputs.phase === 'evaluate' || inputs['github-token'] === undefined) return null;
  if (headSha === null || baseSha === null || pullRequest?.fork === true) return null;
  return { headSha, key, job: job.expected > 1 ? job : null };
}

/** Activities of a pull request by which it has another head: nobody else judges this commit now. */
const WITH_NEW_HEAD = new Set<unknown>(['opened', 'synchronize']);

/**
 * A commit that is judged again, after its pull request was retargeted for instance, has no verdict until the new one is there:
 * before anything is read that could be at fault, since a run that fails then writes no check.
 * @param known what is there of the check; null where that is to be asked
 * @returns number of the check that waits for the verdict; null where there is none
 */
export async function withdrawCheck(
  { inputs, run, payload }: BegunJob,
  core: Pick<Core, 'warning'>,
  known: readonly SeenCheck[] | null,
): Promise<number | null> {
  const planned = plannedCheck({ inputs, run });
  if (planned === null) return null;
  const { repository, runId, attempt, runUrl } = run;
  const place = { ...planned, repository, by: { run: runId, attempt }, detailsUrl: runUrl };
  const { action } = payload as { readonly action?: unknown };
  const isAlone = attempt === 1 && WITH_NEW_HEAD.has(action);
  const budget = new RetryBudget(LIMITS);
  const client = connect({ run, token: inputs['github-token'] ?? null }, budget);
  try {
    return await budget.retry(() => reopenCheck(client, place, known, isAlone));
  } catch (error) {
    core.warning(`An earlier check of this commit still stands. ${explainFailure(error, 'check', false)}`, {
      title: 'Weighbridge',
    });
    return null;
  }
}
