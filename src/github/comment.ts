import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';
import { type CommentMeta, hasMarker, isNewer, markerLine, readMarker, textOf } from './marker.ts';

export const COMMENT_MODES = ['always', 'on-failure', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export interface CommentRequest {
  readonly client: GitHubClient;
  readonly repository: Repository;
  /** Number of the pull request. */
  readonly issue: number;
  readonly key: string;
  readonly meta: CommentMeta;
  /** Markdown without the marker. */
  readonly text: string;
  readonly mode: CommentMode;
  /** Whether the verdict blocks: with `on-failure` a first comment is written only then. */
  readonly failed: boolean;
}

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | { readonly kind: 'skipped'; readonly reason: string };

interface Comment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

/**
 * Keeps one comment a key on a pull request, up to date: finds ours on all pages, updates it in place, writes nothing
 * when nothing changed, and never overwrites what a newer run has written.
 * @throws what GitHub answered; see `explainFailure`
 */
export async function upsertComment(request: CommentRequest): Promise<CommentOutcome> {
  const { mode, failed, meta, key } = request;
  if (mode === 'never') return { kind: 'skipped', reason: 'comments are turned off' };
  const body = `${markerLine(key, meta)}\n${request.text}`;

  const [existing] = await ourComments(request);
  if (existing !== undefined) return updateComment(request, existing, body);
  // Where an earlier run failed there is a comment, and it must not go on saying so: that case is above.
  if (mode === 'on-failure' && !failed) return { kind: 'skipped', reason: 'nothing failed' };

  const { client, repository, issue } = request;
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.issues.createComment({ ...place, issue_number: issue, body });
  return settleRace(request, { id: data.id, url: data.html_url, body }, body);
}

async function updateComment(
  request: CommentRequest,
  existing: Comment,
  body: string,
): Promise<CommentOutcome> {
  const { client, repository, key, meta, text } = request;
  const written = readMarker(existing.body, key);
  if (written !== null && isNewer(written, meta)) {
    return { kind: 'skipped', reason: `run ${written.run} is newer and has written the comment` };
  }
  if (textOf(existing.body) === text.trimEnd()) return { kind: 'unchanged', url: existing.url };
  const place = { owner: repository.owner, repo: repository.name, comment_id: existing.id };
  await client.rest.issues.updateComment({ ...place, body });
  return { kind: 'updated', url: existing.url };
}

/**
 * Two runs may both have found nothing and both have written. The lowest id stays, with the text of the newest run;
 * whoever comes here, and in whatever order, comes to the same end.
 */
async function settleRace(request: CommentRequest, created: Comment, body: string): Promise<CommentOutcome> {
  const [first, ...rest] = await ourComments(request);
  if (first === undefined) return { kind: 'created', url: created.url };
  const { client, repository, key } = request;
  const place = { owner: repository.owner, repo: repository.name };
  let outcome: CommentOutcome = { kind: 'created', url: first.url };
  if (first.id === created.id) {
    const newest = [first, ...rest].reduce((best, comment) =>
      newerBody(comment, best, key) ? comment : best,
    );
    if (newest !== first) {
      await client.rest.issues.updateComment({ ...place, comment_id: first.id, body: newest.body });
    }
  } else {
    outcome = await updateComment(request, first, body);
  }
  for (const { id } of rest) {
    await client.rest.issues.deleteComment({ ...place, comment_id: id }).catch((error: unknown) => {
      // The other run was quicker.
      if (!(error instanceof Error && 'status' in error && error.status === 404)) throw error;
    });
  }
  return outcome;
}

function newerBody(a: Comment, b: Comment, key: string): boolean {
  const [left, right] = [readMarker(a.body, key), readMarker(b.body, key)];
  return left !== null && (right === null || isNewer(left, right));
}

/** Comments that start with our marker and were written by this very token's account, lowest id first. */
async function ourComments({ client, repository, issue, key }: CommentRequest): Promise<readonly Comment[]> {
  const place = { owner: repository.owner, repo: repository.name, issue_number: issue, per_page: 100 };
  const comments = await client.paginate(client.rest.issues.listComments, place);
  const marked = comments.filter(({ body }) => hasMarker(body ?? '', key));
  if (marked.length === 0) return [];
  const author = await viewer(client);
  return marked
    .filter(({ user }) => user !== null && author.owns(user))
    .map(({ id, html_url, body }) => ({ id, url: html_url, body: body ?? '' }))
    .sort((a, b) => a.id - b.id);
}

interface Account {
  readonly login: string;
  readonly type?: string;
}

const BOT = /\[bot\]$/;

/**
 * Who we are. Installation tokens get 403 on `GET /user`; GraphQL's `viewer` works for them and for personal tokens.
 * REST and GraphQL disagree on whether a bot's login ends in `[bot]`.
 */
async function viewer(client: GitHubClient): Promise<{ owns: (account: Account) => boolean }> {
  const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
  const isBot = BOT.test(viewer.login);
  const login = viewer.login.replace(BOT, '');
  return {
    owns: (account) => account.login.replace(BOT, '') === login && (!isBot || account.type === 'Bot'),
  };
}
