import { loadConfig } from '../config/load.ts';
import { messageOf } from '../domain/errors.ts';
import { type CommentOutcome, upsertComment } from '../github/comment.ts';
import { Patience, type PatienceOptions } from '../github/patience.ts';
import { renderLegs } from '../report/legs.ts';
import type { Environment } from './host.ts';
import { type ActionInputs, overridesOf } from './inputs.ts';
import type { Log } from './pipeline.ts';
import { connect } from './publishers.ts';
import { readRunFacts } from './run-facts.ts';

/** Little: the evaluation waits for it. */
export const ANNOUNCING: PatienceOptions = {
  ...{ totalMs: 8000, requestMs: 5000, waitMs: 500, settleMs: 0, uploadMs: 0 },
};

/**
 * Says in the comment that an evaluation has begun, before it begins: while it runs nothing that holds a token may run
 * beside it (docs/adr/0006-running-state.md). Only where the comment is always wanted, and never worth a warning: what
 * the token may not do, the step `report` says.
 */
export async function announce(
  env: Environment,
  inputs: ActionInputs,
  log: Pick<Log, 'info'>,
  waiting: PatienceOptions = ANNOUNCING,
): Promise<void> {
  if (inputs.comment !== 'always' || inputs.phase !== 'all' || inputs['github-token'] === undefined) return;
  try {
    const outcome = await write(env, inputs, waiting);
    if (outcome?.kind === 'skipped') log.info(`the comment does not say that this runs: ${outcome.reason}`);
  } catch (error) {
    log.info(`the comment does not say that this runs: ${messageOf(error)}`);
  }
}

async function write(
  env: Environment,
  inputs: ActionInputs,
  waiting: PatienceOptions,
): Promise<CommentOutcome | null> {
  const run = await readRunFacts(env, inputs);
  const { pullRequest } = run.event;
  if (pullRequest === null || pullRequest.fork) return null;
  const { tasks } = await loadConfig(inputs.config, { overrides: overridesOf(inputs) });
  const patience = new Patience(waiting);
  const running = { sha: pullRequest.headSha, tasks: tasks.length };
  return upsertComment({
    ...{ client: connect({ inputs, run }, patience), patience, repository: run.repository },
    ...{ issue: pullRequest.number, key: run.key, mode: inputs.comment, shared: false, leg: null },
    meta: { sha: pullRequest.headSha, run: run.runId, attempt: run.attempt },
    render: (legs, current, bytes) =>
      renderLegs(legs, { current, expected: run.leg.expected, running, runUrl: run.runUrl }, bytes),
  });
}
