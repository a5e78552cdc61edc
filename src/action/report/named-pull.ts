import { createClient } from '../../adapters/github/client.ts';
import { messageOf } from '../../core/domain/errors.ts';
import type { ActionInputs } from '../inputs.ts';
import type { Core } from '../runtime.ts';
import type { WorkflowRun } from '../workflow-run.ts';

const TIMEOUT_MS = 30_000;

/**
 * The run with the pull request that whoever dispatched it has named, where its head is the commit that was evaluated: on any
 * other, the comment would speak of another checkpoint.
 */
export async function withNamedPull(
  run: WorkflowRun,
  inputs: Pick<ActionInputs, 'github-token'>,
  core: Pick<Core, 'notice'>,
): Promise<WorkflowRun> {
  const { namedPull, headSha } = run.event;
  const token = inputs['github-token'];
  if (namedPull === undefined || token === undefined) return run;
  const leave = (why: string) => {
    core.notice(`Nothing is written on #${namedPull}: ${why}.`, { title: 'Weighbridge' });
    return run;
  };
  try {
    const client = createClient({ token, apiUrl: run.apiUrl, timeoutMs: TIMEOUT_MS });
    const place = { owner: run.repository.owner, repo: run.repository.name };
    const { data: pull } = await client.rest.pulls.get({ ...place, pull_number: namedPull });
    if (pull.head.sha !== headSha) return leave('its head is not the commit that was evaluated');
    const pullRequest = { number: namedPull, headSha: pull.head.sha, baseSha: pull.base.sha, fork: false };
    return { ...run, event: { ...run.event, pullRequest } };
  } catch (error) {
    return leave(messageOf(error));
  }
}
