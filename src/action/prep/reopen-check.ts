import { explainFailure } from '../../adapters/github/api-errors.ts';
import { reopenCheck } from '../../adapters/github/check.ts';
import { RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import { connect } from '../github-access.ts';
import type { ActionInputs } from '../inputs.ts';
import type { Core } from '../runtime.ts';
import type { WorkflowRun } from '../workflow-run.ts';

/** Little: the evaluation waits for it. */
const LIMITS: RetryLimits = {
  ...{ totalMs: 8000, requestMs: 5000, waitMs: 500, settleMs: 0, uploadMs: 0 },
};

/**
 * A commit that is judged again, after its pull request was retargeted for instance, has no verdict until the new one is there:
 * before anything is read that could be at fault, since a run that fails then writes no check.
 */
export async function withdrawCheck(
  { inputs, run }: { readonly inputs: ActionInputs; readonly run: WorkflowRun },
  core: Pick<Core, 'warning'>,
): Promise<void> {
  const { repository, event, key, job, runUrl } = run;
  const { headSha, baseSha, pullRequest } = event;
  const token = inputs['github-token'];
  if (!inputs.check || inputs.phase === 'evaluate' || token === undefined) return;
  if (headSha === null || baseSha === null || pullRequest?.fork === true) return;
  const budget = new RetryBudget(LIMITS);
  const request = {
    client: connect({ run, token }, budget),
    ...{ repository, headSha, key, job: job.expected > 1 ? job : null, detailsUrl: runUrl },
  };
  try {
    await budget.retry(() => reopenCheck(request));
  } catch (error) {
    core.warning(`An earlier check of this commit still stands. ${explainFailure(error, 'check', false)}`, {
      title: 'Weighbridge',
    });
  }
}
