import { z } from 'zod';
import { WeighbridgeError } from '../domain/errors.ts';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';
import {
  type CommentMeta,
  type CommentState,
  hasMarker,
  isNewer,
  type Leg,
  markerLine,
  type Place,
  readMarker,
  textOf,
} from './marker.ts';
import type { Patience } from './patience.ts';
import { failureOf } from './trouble.ts';

export const COMMENT_MODES = ['always', 'on-failure', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export interface Rendered {
  readonly markdown: string;
  /** Of each leg, in the order given. */
  readonly places: readonly Place[];
}

export interface CommentRequest {
  readonly client: GitHubClient;
  readonly patience: Patience;
  readonly repository: Repository;
  /** Number of the pull request. */
  readonly issue: number;
  readonly key: string;
  readonly meta: CommentMeta;
  /** What this job has to say; null while there is no result yet: then what was said before stays. */
  readonly leg: Leg | null;
  /** The whole comment, within `bytes` of UTF-8. `current` is false for legs of an earlier run. */
  readonly render: (legs: readonly Leg[], current: boolean, bytes: number) => Rendered;
  readonly mode: CommentMode;
  /** Whether other jobs of this run write the same comment. */
  readonly shared: boolean;
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

export type CommentOutcome =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly comment: WrittenComment;
      /** Whether any leg blocks. */
      readonly blocked: boolean;
    }
  | { readonly kind: 'skipped'; readonly reason: string };

/** GitHub takes 65,536 characters; the rest is room for what it counts differently. */
const COMMENT_BYTES = 64_000;
/** What is shown keeps to this, and the marker of a large matrix takes from it what the rest leaves no room for. */
const TEXT_BYTES = 60_000;

const ROUNDS = 6;

/**
 * Keeps one comment a key on a pull request, up to date: finds ours on all pages, updates it in place, writes nothing
 * when nothing changed, and never overwrites what a newer run has written. After a write it looks again, so that runs
 * and legs of a matrix that write at the same time come to one comment with what all of them say.
 * @throws what GitHub answered; see `explainFailure`
 */
export async function upsertComment(request: CommentRequest): Promise<CommentOutcome> {
  if (request.mode === 'never') return { kind: 'skipped', reason: 'comments are turned off' };
  return request.patience.retry(() => converge(request));
}

async function converge(request: CommentRequest): Promise<CommentOutcome> {
  let first: 'created' | 'updated' | null = null;
  for (let round = 1; round <= ROUNDS; round++) {
    const outcome = await reconcile(request).catch((error: unknown) => {
      // Another run removed the comment between our look and our write.
      if (first !== null && failureOf(error).status === 404) return null;
      throw error;
    });
    if (outcome === null) continue;
    if (outcome.kind === 'skipped') return outcome;
    if (outcome.kind === 'unchanged') return { ...outcome, kind: first ?? 'unchanged' };
    first ??= outcome.kind;
    if (request.shared) await request.patience.settle();
  }
  throw new WeighbridgeError('platform', 'other jobs kept writing the comment at the same time');
}

/** One look, and at most one comment written. */
async function reconcile(request: CommentRequest): Promise<CommentOutcome> {
  const { client, key, meta, leg, mode } = request;
  const comments = await ourComments(request);
  const [kept, ...rest] = comments;
  const place = { owner: request.repository.owner, repo: request.repository.name };
  if (kept === undefined) {
    if (mode === 'on-failure' && leg?.blocked !== true) return { kind: 'skipped', reason: 'nothing failed' };
    const body = compose(request, []);
    const { data } = await client.rest.issues.createComment({ ...place, issue_number: request.issue, body });
    return { kind: 'created', comment: read(data), blocked: blocks(body, key) };
  }
  const states = comments.map(({ body }) => ({ body, state: readMarker(body, key) }));
  const newest = states.reduce((best, each) => (isLater(each.state, best.state) ? each : best));
  const stale = newest.state !== null && isNewer(newest.state.meta, meta);
  const body = stale
    ? newest.body
    : compose(
        request,
        states.map(({ state }) => state),
      );
  // Where two runs both found nothing and both created, the lowest id stays: every run comes to the same end.
  const changed = textOf(kept.body) !== textOf(body);
  const { data } = changed
    ? await client.rest.issues.updateComment({ ...place, comment_id: kept.id, body })
    : { data: null };
  for (const { id } of rest) await remove(request, id);
  if (stale) {
    return { kind: 'skipped', reason: `run ${newest.state?.meta.run} is newer and has written the comment` };
  }
  const comment = data === null ? kept : read(data);
  return {
    kind: changed || rest.length > 0 ? 'updated' : 'unchanged',
    comment,
    blocked: blocks(body, key),
  };
}

const blocks = (body: string, key: string): boolean =>
  readMarker(body, key)?.legs.some(({ blocked }) => blocked) ?? true;

function isLater(a: CommentState | null, b: CommentState | null): boolean {
  return a !== null && (b === null || isNewer(a.meta, b.meta));
}

/** The body with what this job says and what other legs of the same run have said. */
function compose(
  { key, meta, leg, render }: CommentRequest,
  states: readonly (CommentState | null)[],
): string {
  const known = states.filter((state) => state !== null);
  const ofThisRun = known.filter(({ of }) => of.run === meta.run);
  // A new run starts anew with its first result; until then the last one stands.
  const source = ofThisRun.length > 0 || leg !== null ? ofThisRun : known;
  const legs = new Map(source.flatMap((state) => state.legs.map((each) => [each.id, each] as const)));
  if (leg !== null) legs.set(leg.id, leg);
  const current = leg !== null || ofThisRun.length > 0;
  const state: CommentState = {
    meta,
    of: current ? meta : (source[0]?.of ?? meta),
    legs: [...legs.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  const widest = state.legs.map(() => ({ start: COMMENT_BYTES, length: COMMENT_BYTES }));
  const marker = markerLine(key, state, widest).length;
  const { markdown, places } = render(state.legs, current, Math.min(TEXT_BYTES, COMMENT_BYTES - marker));
  return `${markerLine(key, state, places)}\n${markdown}`;
}

async function remove({ client, repository }: CommentRequest, id: number): Promise<void> {
  const place = { owner: repository.owner, repo: repository.name, comment_id: id };
  await client.rest.issues.deleteComment(place).catch((error: unknown) => {
    // The other run was quicker.
    if (failureOf(error).status !== 404) throw error;
  });
}

const shown = z.object({
  id: z.number(),
  node_id: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string().optional() }).nullish(),
  minimized: z.object({ reason: z.string().nullish() }).nullish(),
});

const read = (comment: unknown): WrittenComment & Pick<z.infer<typeof shown>, 'user'> => {
  const { id, node_id, html_url, body, user, minimized } = shown.parse(comment);
  const hidden = minimized == null ? null : (minimized.reason ?? 'hidden').toLowerCase();
  return { id, nodeId: node_id, url: html_url, body: body ?? '', hidden, user };
};

/** Comments that start with our marker and were written by this very token's account, lowest id first. */
async function ourComments({
  client,
  repository,
  issue,
  key,
}: CommentRequest): Promise<readonly WrittenComment[]> {
  const place = { owner: repository.owner, repo: repository.name, issue_number: issue, per_page: 100 };
  const comments = await client.paginate(client.rest.issues.listComments, place);
  const marked = comments.map(read).filter(({ body }) => hasMarker(body, key));
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
