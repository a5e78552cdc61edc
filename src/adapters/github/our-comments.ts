import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';
import { hasMarker } from './marker.ts';

export interface CommentThread {
  readonly client: GitHubClient;
  readonly repository: Repository;
  /** Number of the pull request. */
  readonly issue: number;
  /** Tells the comments of several gates apart. */
  readonly key: string;
}

/** The comment as GitHub shows it. */
export interface WrittenComment {
  readonly id: number;
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
  /** Why it is hidden, such as `outdated`; null where it is not. */
  readonly hidden: string | null;
}

const shown = z.object({
  id: z.number(),
  node_id: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string().optional() }).nullish(),
  minimized: z.object({ reason: z.string().nullish() }).nullish(),
});

/** @throws ZodError for what is no comment */
export const readComment = (comment: unknown): WrittenComment & Pick<z.infer<typeof shown>, 'user'> => {
  const { id, node_id, html_url, body, user, minimized } = shown.parse(comment);
  const hidden = minimized == null ? null : (minimized.reason ?? 'hidden').toLowerCase();
  return { id, nodeId: node_id, url: html_url, body: body ?? '', hidden, user };
};

/** Comments that start with our marker and were written by this very token's account, lowest id first. */
export async function ourComments({
  client,
  repository,
  issue,
  key,
}: CommentThread): Promise<readonly WrittenComment[]> {
  const place = { owner: repository.owner, repo: repository.name, issue_number: issue, per_page: 100 };
  const comments = await client.paginate(client.rest.issues.listComments, place);
  const marked = comments.map(readComment).filter(({ body }) => hasMarker(body, key));
  if (marked.length === 0) return [];
  const owns = await ownership(client);
  return marked.filter(({ user }) => user != null && owns(user)).sort((a, b) => a.id - b.id);
}

interface Account {
  readonly login: string;
  readonly type?: string | undefined;
}

const BOT = /\[bot\]$/;

/**
 * Who we are. Installation tokens get 403 on `GET /user`; GraphQL's `viewer` works for them and for personal tokens.
 * REST and GraphQL disagree on whether a bot's login ends in `[bot]`.
 */
async function ownership(client: GitHubClient): Promise<(account: Account) => boolean> {
  const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
  const isBot = BOT.test(viewer.login);
  const login = viewer.login.replace(BOT, '');
  return (account) => account.login.replace(BOT, '') === login && (!isBot || account.type === 'Bot');
}

const HIDE =
  'mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId } }';
const SHOW = 'mutation ($id: ID!) { unminimizeComment(input: { subjectId: $id }) { clientMutationId } }';

/**
 * Folds a comment of ours away as outdated, or shows it again. One that somebody hid for another reason stays hidden.
 * @throws what GitHub answered; see `explainFailure`
 */
export async function setHidden(
  client: GitHubClient,
  comment: WrittenComment,
  hidden: boolean,
): Promise<void> {
  if (hidden && comment.hidden === null) await client.graphql(HIDE, { id: comment.nodeId });
  if (!hidden && comment.hidden === 'outdated') await client.graphql(SHOW, { id: comment.nodeId });
}
