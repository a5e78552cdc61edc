import { upsertComment } from '../../adapters/github/comment.ts';
import { RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import type { Log } from '../../app/evaluate/model-evaluation.ts';
import { loadConfig } from '../../config/load.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { renderJobs } from '../../report/jobs.ts';
import { type ActionInputs, overridesFromInputs } from '../inputs.ts';
import { connect } from '../report/publishers.ts';
import type { RunnerEnvironment } from '../runtime.ts';
import { readWorkflowRun } from '../workflow-run.ts';

/** Little: the evaluation waits for it. */
export const ANNOUNCING: RetryLimits = {
  ...{ totalMs: 8000, requestMs: 5000, waitMs: 500, settleMs: 0, uploadMs: 0 },
};

/**
 * Says in the comment that an evaluation has begun, before it begins. Only where the comment is always wanted, and never worth
 * a warning: what the token may not do, the step `report` says.
 */
export async function announce(
  env: RunnerEnvironment,
  inputs: ActionInputs,
  log: Pick<Log, 'info'>,
  waiting: RetryLimits = ANNOUNCING,
): Promise<void> {
  if (inputs.comment !== 'always' || inputs.phase !== 'all' || inputs['github-token'] === undefined) return;
  try {
    await write(env, inputs, log, waiting);
  } catch (error) {
    log.info(`the comment does not say that this runs: ${messageOf(error)}`);
  }
}

async function write(
  env: RunnerEnvironment,
  inputs: ActionInputs,
  log: Pick<Log, 'info'>,
  waiting: RetryLimits,
): Promise<void> {
  const run = await readWorkflowRun(env, inputs);
  const { pullRequest } = run.event;
  if (pullRequest === null || pullRequest.fork) return;
  const { tasks } = await loadConfig(inputs.config, { overrides: overridesFromInputs(inputs) });
  const patience = new RetryBudget(waiting);
  const running = { sha: pullRequest.headSha, tasks: tasks.length };
  const { repository, key, leg, runUrl } = run;
  const meta = { sha: pullRequest.headSha, run: run.runId, attempt: run.attempt };
  const outcome = await upsertComment({
    ...{ client: connect({ inputs, run }, patience), patience, repository, issue: pullRequest.number },
    ...{ key, mode: inputs.comment, shared: leg.expected > 1, meta },
    ...{ id: leg.id, leg: null },
    render: (legs, current, bytes) =>
      renderJobs(legs, { current, expected: leg.expected, running, runUrl }, bytes),
  });
  if (outcome.kind === 'skipped') log.info(`the comment does not say that this runs: ${outcome.reason}`);
}
