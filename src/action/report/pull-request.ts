import { readWaiverLabels } from '../../adapters/github/waiver-labels.ts';
import { messageOf } from '../../core/domain/errors.ts';
import type { Waiver, WaiverPermission } from '../../core/domain/policy.ts';
import type { JudgedCommit } from '../../report/section.ts';
import { connect, type GitHubAccess } from '../github-access.ts';
import type { WorkflowRun } from '../workflow-run.ts';

const TITLE = { title: 'Weighbridge' };

/** The commit that was judged, and whether the pull request has another head by now. */
export function judgedCommit(
  { event: { headSha: sha } }: Pick<WorkflowRun, 'event'>,
  head: string | null = null,
): JudgedCommit | null {
  return sha === null ? null : { sha, newerHead: head === sha ? null : head };
}

/** Gates that labels of the pull request waive. Labels that cannot be read waive nothing. */
export async function labelWaivers(
  access: GitHubAccess,
  permission: WaiverPermission,
): Promise<readonly Waiver[]> {
  const { runtime, run, token, budget } = access;
  const { pullRequest } = run.event;
  if (pullRequest === null || token === null) return [];
  const waiting = budget();
  const request = {
    client: connect(access, waiting),
    ...{ repository: run.repository, pullRequest, permission },
  };
  try {
    return await waiting.retry(() => readWaiverLabels(request));
  } catch (error) {
    runtime.core.notice(`Labels that waive a gate were not looked at: ${messageOf(error)}`, TITLE);
    return [];
  }
}
