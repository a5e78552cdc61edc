import { z } from 'zod';
import { failureOf } from './api-errors.ts';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';
import { hasMarker } from './marker.ts';
import type { RetryBudget } from './retry-budget.ts';

export interface CommentThread {
  readonly client: GitHubClient;
  readonly repository: Repository;
  /** Number of the pull request. */
  readonly issue: number;
  /** Tells the comments of several gates apart. */
  readonly key: string;
  readonly budget: RetryBudget;
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

/** Comments that start with our marker, whoever wrote them. */
export interface FoundComments {
  /** Lowest id first. */
  readonly marked: readonly ReturnType<typeof readComment>[];
  /** When GitHub was asked, as it writes times; null where it does not say. */
  readonly asked: string | null;
}

export interface MarkedComments {
  /** Written by this very token's account, lowest id first. */
  readonly ours: readonly WrittenComment[];
  /** Written by somebody else: by us with another token, or by whoever copied our marker. */
  readonly others: readonly WrittenComment[];
}

/**
 * @param known id of one that is there although the list may not show it yet
 * @param since as GitHub writes times: leaves out what was not changed later
 */
export async function findComments(
  thread: CommentThread,
  known: ReadonlySet<number>,
  since: string | null,
): Promise<FoundComments> {
  const { client, repository, issue, key, budget } = thread;
  const repo = { owner: repository.owner, repo: repository.name };
  const place = { ...repo, issue_number: issue, per_page: 100, ...(since === null ? {} : { since }) };
  const found = new Map<number, ReturnType<typeof readComment>>();
  let asked: string | null = null;
  let before = performance.now();
  for await (const { data, headers } of client.paginate.iterator(client.rest.issues.listComments, place)) {
    const now = performance.now();
    budget.extend(now - before);
    before = now;
    asked ??= headers.date ?? null;
    for (const comment of data.map(readComment)) found.set(comment.id, comment);
  }
  for (const id of known) {
    if (found.has(id)) continue;
    const comment = await client.rest.issues
      .getComment({ ...repo, comment_id: id })
      .then(({ data }) => readComment(data))
      .catch((error: unknown) => {
        if (failureOf(error).status === 404) return null;
        throw error;
      });
    if (comment !== null) found.set(id, comment);
  }
  const marked = [...found.values()].filter(({ body }) => hasMarker(body, key)).sort((a, b) => a.id - b.id);
  return { marked, asked };
}

/** Whose they are. */
export async function tellApart(
  client: GitHubClient,
  { marked }: Pick<FoundComments, 'marked'>,
): Promise<MarkedComments> {
  if (marked.length === 0) return { ours: [], others: [] };
  const owns = await ownershipOf(client);
  const isOurs = ({ user }: (typeof marked)[number]) => user != null && owns(user);
  return { ours: marked.filter(isOurs), others: marked.filter((each) => !isOurs(each)) };
}

interface Account {
  readonly login: string;
  readonly type?: string | undefined;
}

const BOT = /\[bot\]$/;

/** A token has one account. */
const ownerships = new WeakMap<GitHubClient, Promise<(account: Account) => boolean>>();

/** What a token has just written is of its account, which needs no asking then. */
export function rememberAuthor(client: GitHubClient, { user }: Pick<z.infer<typeof shown>, 'user'>): void {
  if (user != null && !ownerships.has(client))
    ownerships.set(client, Promise.resolve(ownerOf(user.login, user.type === 'Bot')));
}

function ownershipOf(client: GitHubClient): Promise<(account: Account) => boolean> {
  const asked = ownerships.get(client) ?? ownership(client);
  ownerships.set(client, asked);
  asked.catch(() => ownerships.delete(client));
  return asked;
}

/**
 * Who we are. Installation tokens get 403 on `GET /user`; GraphQL's `viewer` works for them and for personal tokens.
 * REST and GraphQL disagree on whether a bot's login ends in `[bot]`.
 */
async function ownership(client: GitHubClient): Promise<(account: Account) => boolean> {
  const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
  return ownerOf(viewer.login, BOT.test(viewer.login));
}

function ownerOf(name: string, isBot: boolean): (account: Account) => boolean {
  const login = name.replace(BOT, '');
  return (account) => account.login.replace(BOT, '') === login && (!isBot || account.type === 'Bot');
}

const EDITOR =
  'query ($id: ID!) { node(id: $id) { ... on IssueComment { editor { login } } } viewer { login } }';

/** Whether somebody else changed a comment of ours last: then nothing in it is what we said. */
export async function editedByOthers(client: GitHubClient, { nodeId }: WrittenComment): Promise<boolean> {
  const { node, viewer } = await client.graphql<{
    readonly node: { readonly editor?: { readonly login: string } | null } | null;
    readonly viewer: { readonly login: string };
  }>(EDITOR, { id: nodeId });
  // Who asks is told as well, and need not ask again.
  if (!ownerships.has(client))
    ownerships.set(client, Promise.resolve(ownerOf(viewer.login, BOT.test(viewer.login))));
  const editor = node?.editor?.login;
  return editor !== undefined && editor.replace(BOT, '') !== viewer.login.replace(BOT, '');
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
