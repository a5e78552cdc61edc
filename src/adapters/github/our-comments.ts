import { z } from 'zod';
import { failureOf } from './api-errors.ts';
import { askAtOnce, type RepositoryQuestion } from './at-once.ts';
import { type GitHubClient, lastAnswer } from './client.ts';
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

interface Account {
  readonly login: string;
  readonly type?: string | undefined;
}

/** Who wrote it, and where it is known who changed it last; null where nobody did. */
export interface ReadComment extends WrittenComment {
  readonly user: Account | null;
  readonly editor?: Account | null;
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
export function readComment(comment: unknown): ReadComment {
  const { id, node_id, html_url, body, user = null, minimized } = shown.parse(comment);
  const hidden = minimized == null ? null : (minimized.reason ?? 'hidden').toLowerCase();
  return { id, nodeId: node_id, url: html_url, body: body ?? '', hidden, user };
}

const account = z
  .object({ __typename: z.string(), login: z.string() })
  .nullable()
  .transform((actor) => actor && { login: actor.login, type: actor.__typename });

/**
 * The number by which REST knows a comment. GraphQL has it as `fullDatabaseId`, which GitHub Enterprise Server knows from 3.9 on and
 * before that refuses with the whole query, and as `databaseId`, which ends at 2³¹; the address has it everywhere.
 */
const commentAddress = z.string().transform((url, context) => {
  const number = /#issuecomment-(\d+)$/.exec(url)?.[1];
  if (number !== undefined) return { url, id: Number(number) };
  context.addIssue({ code: 'custom', message: 'the address of a comment does not end in its number' });
  return z.NEVER;
});

const pageSchema = z.object({
  pullRequest: z.object({
    headRefOid: z.string(),
    comments: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      nodes: z.array(
        z.object({
          ...{ id: z.string(), url: commentAddress },
          ...{ body: z.string(), isMinimized: z.boolean(), minimizedReason: z.string().nullable() },
          ...{ author: account, editor: account },
        }),
      ),
    }),
  }),
});

/** A hundred comments of a pull request, and who changed each last. */
export interface CommentsPage {
  readonly comments: readonly ReadComment[];
  /** Where the next begins; null where this is the last. */
  readonly after: string | null;
  /** Head of the pull request. */
  readonly head: string;
}

export const commentsOf = (issue: number, after: string | null = null): RepositoryQuestion<CommentsPage> => ({
  fields: `pullRequest(number: $number) {
    headRefOid
    comments(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id url body isMinimized minimizedReason
        author { __typename login }
        editor { __typename login }
      }
    }
  }`,
  variables: { number: ['Int!', issue], after: ['String', after] },
  read: (repository) => {
    const { headRefOid: head, comments } = pageSchema.parse(repository).pullRequest;
    const { hasNextPage, endCursor } = comments.pageInfo;
    return {
      ...{ head, after: hasNextPage ? endCursor : null },
      comments: comments.nodes.map((node) => ({
        ...{ ...node.url, nodeId: node.id, body: node.body },
        ...{ user: node.author, editor: node.editor },
        hidden: node.isMinimized ? (node.minimizedReason ?? 'hidden').toLowerCase() : null,
      })),
    };
  },
});

/** Comments that start with our marker, whoever wrote them. */
export interface FoundComments {
  /** Lowest id first. */
  readonly marked: readonly ReadComment[];
  /** When GitHub was asked, as it writes times; null where it does not say. */
  readonly asked: string | null;
  /** Head of the pull request then; null where it was not asked for. */
  readonly head: string | null;
  /** How many they came in. */
  readonly pages: number;
}

export interface MarkedComments {
  /** Written by this very token's account, lowest id first. */
  readonly ours: readonly ReadComment[];
  /** Written by somebody else: by us with another token, or by whoever copied our marker. */
  readonly others: readonly WrittenComment[];
}

/** A first page of comments that was asked for with other things, and by whom. */
export interface BegunConversation {
  readonly page: CommentsPage;
  readonly viewer: string;
  readonly asked: string | null;
}

/** Something of the same repository that is asked with the comments, and written with ours: together they take fewer calls. */
export interface Companion {
  readonly question: RepositoryQuestion<unknown>;
  readonly told: (answer: unknown) => void;
  /** Never throws. */
  readonly write: () => Promise<void>;
}

/** The first page, and the answer to what is asked with it; where both together are refused, the page alone. */
async function firstPage({ client, repository, issue }: CommentThread, companion: Companion | null) {
  const alone = { page: commentsOf(issue) };
  if (companion === null) return askAtOnce(client, repository, alone);
  const both = { ...alone, beside: companion.question };
  const asked = await askAtOnce(client, repository, both).catch(() => null);
  if (asked === null) return askAtOnce(client, repository, alone);
  companion.told(asked.answers.beside);
  return asked;
}

/**
 * The whole conversation, as it is asked for first: who we are, and who edited what, is told with it.
 * @param known id of one that is there although GitHub may not show it yet
 */
export async function readConversation(
  thread: CommentThread,
  {
    begun = null,
    companion = null,
    known = new Set(),
  }: {
    readonly begun?: BegunConversation | null;
    readonly companion?: Companion | null;
    readonly known?: ReadonlySet<number>;
  } = {},
): Promise<FoundComments> {
  const { client, repository, issue, key, budget } = thread;
  const pages = begun === null ? [] : [begun.page];
  let asked = begun?.asked ?? null;
  if (begun !== null) rememberViewer(client, begun.viewer);
  for (let after = begun === null ? null : begun.page.after; pages.length === 0 || after !== null; ) {
    const before = performance.now();
    const { answers, viewer } =
      pages.length === 0
        ? await firstPage(thread, companion)
        : await askAtOnce(client, repository, { page: commentsOf(issue, after) });
    budget.extend(performance.now() - before);
    asked ??= lastAnswer(client);
    rememberViewer(client, viewer);
    pages.push(answers.page);
    after = answers.page.after;
  }
  const comments = await withKnown(
    thread,
    pages.flatMap((page) => page.comments),
    known,
  );
  return { marked: markedOf(comments, key), asked, head: pages[0]?.head ?? null, pages: pages.length };
}

/** Those, and what is known to be there beside. */
async function withKnown(
  { client, repository }: CommentThread,
  comments: readonly ReadComment[],
  known: ReadonlySet<number>,
): Promise<readonly ReadComment[]> {
  const place = { owner: repository.owner, repo: repository.name };
  const found = [...comments];
  const shown = new Set(comments.map(({ id }) => id));
  for (const id of [...known].filter((each) => !shown.has(each))) {
    const comment = await client.rest.issues
      .getComment({ ...place, comment_id: id })
      .then(({ data }) => readComment(data))
      .catch((error: unknown) => {
        if (failureOf(error).status === 404) return null;
        throw error;
      });
    if (comment !== null) found.push(comment);
  }
  return found;
}

const markedOf = (comments: readonly ReadComment[], key: string): readonly ReadComment[] =>
  comments.filter(({ body }) => hasMarker(body, key)).sort((a, b) => a.id - b.id);

/**
 * What was changed since.
 * @param known id of one that is there although the list may not show it yet
 * @param since as GitHub writes times: leaves out what was not changed later
 */
export async function findComments(
  thread: CommentThread,
  known: ReadonlySet<number>,
  since: string,
): Promise<FoundComments> {
  const { client, repository, issue, key, budget } = thread;
  const repo = { owner: repository.owner, repo: repository.name };
  const place = { ...repo, issue_number: issue, per_page: 100, since };
  const found = new Map<number, ReadComment>();
  let before = performance.now();
  for await (const { data } of client.paginate.iterator(client.rest.issues.listComments, place)) {
    const now = performance.now();
    budget.extend(now - before);
    before = now;
    for (const comment of data.map(readComment)) found.set(comment.id, comment);
  }
  const all = await withKnown(thread, [...found.values()], known);
  return { marked: markedOf(all, key), asked: null, head: null, pages: 1 };
}

/** Whose they are, told by whoever wrote or asked with this client before. */
export function tellApart(client: GitHubClient, { marked }: Pick<FoundComments, 'marked'>): MarkedComments {
  const isOurs = ({ user }: ReadComment) => user !== null && isOwner(client, user);
  return { ours: marked.filter(isOurs), others: marked.filter((each) => !isOurs(each)) };
}

const BOT = /\[bot\]$/;

/**
 * A token has one account. Installation tokens get 403 on `GET /user`; GraphQL's `viewer` works for them and for personal tokens,
 * and disagrees with REST on whether a bot's login ends in `[bot]`.
 */
const accounts = new WeakMap<GitHubClient, Account>();

/** What a token has just written is of its account. */
export function rememberAuthor(client: GitHubClient, { user }: Pick<ReadComment, 'user'>): void {
  if (user !== null && !accounts.has(client)) accounts.set(client, user);
}

function rememberViewer(client: GitHubClient, login: string): void {
  if (!accounts.has(client)) accounts.set(client, { login, ...(BOT.test(login) ? { type: 'Bot' } : {}) });
}

function isOwner(client: GitHubClient, { login, type }: Account): boolean {
  const own = accounts.get(client);
  if (own === undefined) return false;
  return login.replace(BOT, '') === own.login.replace(BOT, '') && (own.type !== 'Bot' || type === 'Bot');
}

const EDITOR = 'query ($id: ID!) { node(id: $id) { ... on IssueComment { editor { __typename login } } } }';

/** Whether somebody else changed a comment of ours last: then nothing in it is what we said. */
export async function editedByOthers(client: GitHubClient, comment: ReadComment): Promise<boolean> {
  const ask = async () => {
    const { node } = await client.graphql<{ readonly node: { readonly editor?: unknown } | null }>(EDITOR, {
      id: comment.nodeId,
    });
    return account.parse(node?.editor ?? null);
  };
  const editor = comment.editor === undefined ? await ask() : comment.editor;
  return editor !== null && !isOwner(client, editor);
}
