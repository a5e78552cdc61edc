import { readWaiverLabels } from '../../adapters/github/waiver-labels.ts';
import { messageOf } from '../../core/domain/errors.ts';
import type { Waiver, WaiverPermission } from '../../core/domain/policy.ts';
import type { JudgedCommit } from '../../report/section.ts';
import { connect, type GitHubAccess } from '../github-access.ts';

/** What is asked of the pull request. Where GitHub does not answer, a notice says what is not known, and the report goes on. */

const TITLE = { title: 'Weighbridge' };

/** The commit that was judged, and whether somebody has pushed another since. */
export async function judgedCommit(access: GitHubAccess): Promise<JudgedCommit | null> {
  const { headSha: sha, pullRequest } = access.run.event;
  if (sha === null) return null;
  const alone = { sha, newerHead: null };
  if (pullRequest === null || access.token === null) return alone;
  try {
    const { head } = await getPull(access, pullRequest.number);
    return head.sha === sha ? alone : { sha, newerHead: head.sha };
  } catch (error) {
    const what = 'Whether the pull request has a newer commit is not known';
    access.runtime.core.notice(`${what}: ${messageOf(error)}`, TITLE);
    return alone;
  }
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

async function getPull(access: GitHubAccess, number: number) {
  const { owner, name } = access.run.repository;
  const budget = access.budget();
  const client = connect(access, budget);
  return (await budget.retry(() => client.rest.pulls.get({ owner, repo: name, pull_number: number }))).data;
}
