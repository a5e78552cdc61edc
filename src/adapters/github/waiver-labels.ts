import { WAIVER_PERMISSIONS, type Waiver, type WaiverPermission } from '../../core/domain/policy.ts';
import { failureOf } from './api-errors.ts';
import type { RemoteFiles } from './contents.ts';
import type { PullRequest } from './event.ts';

const LABEL = /^weighbridge:waive\s+(\S.*)$/;

export interface LabelRequest extends RemoteFiles {
  readonly pullRequest: Pick<PullRequest, 'number' | 'headSha'>;
  /** What whoever set the label must have. */
  readonly permission: WaiverPermission;
}

/**
 * The gates that labels of a pull request waive. A label holds for the commit that its setter saw: it must have been set after
 * the last push, by GitHub's own clock, since dates in commits can be forged. The reason is the setter's newest comment that
 * begins with the label's text.
 * @returns every such label, those that do not count with the reason why
 * @throws what GitHub answered when not even the labels can be read
 */
export async function readWaiverLabels(request: LabelRequest): Promise<readonly Waiver[]> {
  const { client, repository, pullRequest } = request;
  const place = { owner: repository.owner, repo: repository.name };
  const { data: pull } = await client.rest.pulls.get({ ...place, pull_number: pullRequest.number });
  const labels = pull.labels.flatMap(({ name }) => {
    const gate = LABEL.exec(name)?.[1]?.trim();
    return gate === undefined ? [] : [{ name, gate }];
  });
  const waivers: Waiver[] = [];
  for (const label of labels) {
    const waiver = { gate: label.gate, expires: `commit ${pullRequest.headSha}`, source: 'label' };
    const finding = await examine(request, label.name, pull).catch(unreadable);
    waivers.push({ ...waiver, ...finding });
  }
  return waivers;
}

type Finding = Pick<Waiver, 'by' | 'reason' | 'refused'>;
const refused = (why: string, by = 'nobody known', reason = 'none'): Finding => ({
  by,
  reason,
  refused: why,
});

const unreadable = (error: unknown): Finding =>
  refused(`who set the label, and when, could not be read (${answerIn(error)})`);

function answerIn(error: unknown): string {
  const { status } = failureOf(error);
  return status === null ? 'no answer' : `HTTP ${status}`;
}

interface Pull {
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: HeadRepository | null };
}
interface HeadRepository {
  readonly name: string;
  readonly owner: { readonly login: string };
}

async function examine(request: LabelRequest, label: string, { head }: Pull): Promise<Finding> {
  const { client, repository, pullRequest, permission } = request;
  const place = { owner: repository.owner, repo: repository.name };
  if (head.sha !== pullRequest.headSha) return refused('the pull request has a newer commit');
  const events = await client.paginate(client.rest.issues.listEvents, {
    ...{ ...place, issue_number: pullRequest.number, per_page: 100 },
  });
  const set = events.findLast((event) => 'label' in event && event.label?.name === label);
  const by = set?.event === 'labeled' ? set.actor?.login : undefined;
  if (set === undefined || by === undefined) return refused('nothing says who set the label');

  const pushed = await lastPush(client, head);
  if (pushed === null) return refused('nothing says when the newest commit was pushed', by);
  if (Date.parse(set.created_at) <= pushed) return refused('it was set before the newest commit', by);
  const level = await client.rest.repos.getCollaboratorPermissionLevel({ ...place, username: by });
  if (!suffices(level.data, permission))
    return refused(`it needs the permission ${permission}, which its setter does not have`, by);

  const comments = await client.paginate(client.rest.issues.listComments, {
    ...{ ...place, issue_number: pullRequest.number, per_page: 100 },
  });
  const said = comments.findLast(({ user, body }) => user?.login === by && body?.startsWith(label) === true);
  const reason = said?.body
    ?.slice(label.length)
    .split('\n', 1)[0]
    ?.replace(/^[\s:,—-]+/, '')
    .trim();
  if (!reason) return refused(`it has no reason: its setter comments "${label}", followed by the reason`, by);
  return { by, reason, refused: null };
}

/** When the head branch was last pushed to, in milliseconds; null where GitHub does not say so of this very commit. */
async function lastPush(
  client: LabelRequest['client'],
  { sha, ref, repo }: Pull['head'],
): Promise<number | null> {
  if (repo === null) return null;
  const { data } = await client.rest.repos.listActivities({
    ...{ owner: repo.owner.login, repo: repo.name },
    ref: `refs/heads/${ref}`,
    per_page: 1,
  });
  const [newest] = data;
  return newest?.after === sha ? Date.parse(newest.timestamp) : null;
}

/** `permission` knows no `maintain`, `role_name` may be one that an organisation has made up. */
function suffices(
  { permission, role_name: role }: { readonly permission: string; readonly role_name: string },
  needed: WaiverPermission,
): boolean {
  const known: readonly string[] = WAIVER_PERMISSIONS;
  const rank = (name: string) => known.indexOf(name);
  return Math.max(rank(permission), rank(role)) >= rank(needed);
}
