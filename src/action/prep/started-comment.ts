import { upsertComment } from '../../adapters/github/comment.ts';
import type { Log } from '../../app/log.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { renderJobs } from '../../report/jobs.ts';
import { isOwnPolicy } from '../plan-file.ts';
import type { StepRuntime } from '../runtime.ts';
import { canShare, isFirstToStart } from '../shared-comment.ts';
import type { PrepContext } from './context.ts';
import { conversationOf } from './conversation.ts';

/**
 * Says in the comment that an evaluation has begun, before it begins. Only where the comment is always wanted, and never worth
 * a warning: what the token may not do, the step `report` says.
 */
export async function writeStartedComment(
  runtime: StepRuntime,
  { inputs, run, config: { tasks }, policy }: Pick<PrepContext, 'inputs' | 'run' | 'config' | 'policy'>,
  log: Pick<Log, 'info'>,
  conversation = conversationOf({ inputs, run }),
): Promise<void> {
  const { event, job, runUrl } = run;
  const token = inputs['github-token'];
  if (inputs.comment !== 'always' || inputs.phase !== 'all' || token === undefined) return;
  const { pullRequest } = event;
  if (conversation === null || pullRequest === null || pullRequest.fork) return;
  const running = { sha: pullRequest.headSha, tasks: tasks.length };
  const access = { runtime, run, token, budget: () => conversation.budget };
  try {
    if (inputs.artifact && canShare(access) && !(await isFirstToStart(access))) return;
    const found = await conversation.found();
    const outcome = await upsertComment({
      ...conversation,
      // What is there is looked at again before it is overwritten: a newer run may have written since.
      found: found.marked.length === 0 ? found : null,
      comesBack: true,
      ...{ mode: inputs.comment, job: { id: job.id, ownPolicy: isOwnPolicy(policy) }, reported: [] },
      meta: { sha: pullRequest.headSha, run: run.runId, attempt: run.attempt },
      render: (results, current, bytes) =>
        renderJobs(
          results,
          { current, attempt: run.attempt, expected: job.expected, running, runUrl },
          bytes,
        ),
    });
    if (outcome.kind === 'skipped') log.info(`the comment does not say that this runs: ${outcome.reason}`);
  } catch (error) {
    log.info(`the comment does not say that this runs: ${messageOf(error)}`);
  }
}
