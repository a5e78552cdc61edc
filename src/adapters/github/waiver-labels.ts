import { z } from 'zod';
import { WAIVER_PERMISSIONS, type Waiver, type WaiverPermission } from '../../core/domain/policy.ts';
import { failureOf } from './api-errors.ts';
import { askAtOnce, type RepositoryQuestion } from './at-once.ts';
import type { RemoteFiles } from './contents.ts';
import type { PullRequest } from './event.ts';

const LABEL = /^weighbridge:waive\s+(\S.*)$/;

export interface LabelRequest extends RemoteFiles {
  readonly pullRequest: Pick<PullRequest, 'number' | 'headSha'>;
  /** What whoever set the label must have. */
  readonly permission: WaiverPermission;
}

const actor = z
  .object({ __typename: z.string(), login: z.string() })
  .nullable()
  // As REST calls it, which is asked what it may: an account of a person may have the name of an app.
  .transform((by) => by && (by.__typename === 'Bot' ? `${by.login}[bot]` : by.login));

const labelEvent = z.object({
  ...{ __typename: z.string(), createdAt: z.string(), actor, label: z.object({ name: z.string() }) },
});

const pullSchema = z.object({
  pullRequest: z.object({
    ...{ headRefOid: z.string(), headRefName: z.string() },
    headRepository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }).nullable(),
    labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable(),
    timelineItems: z.object({ nodes: z.array(labelEvent) }),
    comments: z.object({
      pageInfo: z.object({ hasPreviousPage: z.boolean() }),
      nodes: z.array(z.object({ body: z.string(), author: actor })),
    }),
  }),
});

type Pull = z.infer<typeof pullSchema>['pullRequest'];

const LABEL_EVENT = '{ createdAt actor { __typename login } label { name } }';

/** The labels, who set and took away any, and what was said last: all of one moment. */
const labelled = (number: number): RepositoryQuestion<Pull> => ({
  fields: `pullRequest(number: $number) {
    headRefOid headRefName headRepository { name owner { login } }
    labels(first: 100) { nodes { name } }
    timelineItems(last: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) {
      nodes { __typename ... on LabeledEvent ${LABEL_EVENT} ... on UnlabeledEvent ${LABEL_EVENT} }
    }
    comments(last: 100) { pageInfo { hasPreviousPage } nodes { body author { __typename login } } }
  }`,
  variables: { number: ['Int!', number] },
  read: (repository) => pullSchema.parse(repository).pullRequest,
});

/**
 * The gates that labels of a pull request waive. A label holds for the commit that its setter saw: it must have been set after
 * the last push, by GitHub's own clock, since dates in commits can be forged. The reason is the setter's newest comment that
 * begins with the label's text.
 * @returns every such label, those that do not count with the reason why
 * @throws what GitHub answered when not even the labels can be read
 */
export async function readWaiverLabels(request: LabelRequest): Promise<readonly Waiver[]> {
  const { client, repository, pullRequest } = request;
  const { answers } = await askAtOnce(client, repository, { pull: labelled(pullRequest.number) });
  const { pull } = answers;
  const labels = (pull.labels?.nodes ?? []).flatMap(({ name }) => {
    const gate = LABEL.exec(name)?.[1]?.trim();
    return gate === undefined ? [] : [{ name, gate }];
  });
  const asked = askedOnce(request, pull);
  const waivers: Waiver[] = [];
  for (const label of labels) {
    const waiver = { gate: label.gate, expires: `commit ${pullRequest.headSha}`, source: 'label' };
    const finding = await examine(request, label.name, pull, asked).catch(unreadable);
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

/** What several labels may ask for, once each. */
function askedOnce({ client, repository, pullRequest }: LabelRequest, pull: Pull) {
  const place = { owner: repository.owner, repo: repository.name };
  const once = <T>(ask: (of: string) => Promise<T>) => {
    const known = new Map<string, Promise<T>>();
    return (of: string): Promise<T> => {
      const answer = known.get(of) ?? ask(of);
      known.set(of, answer);
      return answer;
    };
  };
  return {
    pushed: once(() => lastPush(client, pull)),
    level: once(async (username) =>
      client.rest.repos.getCollaboratorPermissionLevel({ ...place, username }).then(({ data }) => data),
    ),
    /** What was said before the comments that are known. */
    earlier: once(async () => {
      if (!pull.comments.pageInfo.hasPreviousPage) return [];
      const all = { ...place, issue_number: pullRequest.number, per_page: 100 };
      const comments = await client.paginate(client.rest.issues.listComments, all);
      return comments.map(({ user, body = '' }) => ({ author: user?.login ?? null, body }));
    }),
  };
}

async function examine(
  { pullRequest, permission }: LabelRequest,
  label: string,
  { headRefOid, timelineItems, comments }: Pull,
  asked: ReturnType<typeof askedOnce>,
): Promise<Finding> {
  if (headRefOid !== pullRequest.headSha) return refused('the pull request has a newer commit');
  const set = timelineItems.nodes.findLast((event) => event.label.name === label);
  const by = set?.__typename === 'LabeledEvent' ? set.actor : null;
  if (set === undefined || by === null) return refused('nothing says who set the label');

  const pushed = await asked.pushed('');
  if (pushed === null) return refused('nothing says when the newest commit was pushed', by);
  if (Date.parse(set.createdAt) <= pushed) return refused('it was set before the newest commit', by);
  if (!suffices(await asked.level(by), permission))
    return refused(`it needs the permission ${permission}, which its setter does not have`, by);

  const isReason = (said: { readonly author: string | null; readonly body: string }) =>
    said.author === by && said.body.startsWith(label);
  const said = comments.nodes.findLast(isReason) ?? (await asked.earlier('')).findLast(isReason);
  const reason = said?.body
    .slice(label.length)
    .split('\n', 1)[0]
    ?.replace(/^[\s:,—-]+/, '')
    .trim();
  if (!reason) return refused(`it has no reason: its setter comments "${label}", followed by the reason`, by);
  return { by, reason, refused: null };
}

/** When the head branch was last pushed to, in milliseconds; null where GitHub does not say so of this very commit. */
async function lastPush(
  client: LabelRequest['client'],
  { headRefOid: sha, headRefName: ref, headRepository: repo }: Pull,
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
