import { WeighbridgeError } from '../../core/domain/errors.ts';
import { failureOf } from './api-errors.ts';
import {
  type CommentMeta,
  type CommentState,
  isNewer,
  type JobResult,
  markerLine,
  readMarker,
  type TextSpan,
  textOf,
} from './marker.ts';
import { type CommentThread, ourComments, readComment, type WrittenComment } from './our-comments.ts';
import type { RetryBudget } from './retry-budget.ts';

export const COMMENT_MODES = ['always', 'on-failure', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export interface RenderedComment {
  readonly markdown: string;
  /** Of each leg, in the order given. */
  readonly places: readonly TextSpan[];
}

export interface CommentRequest extends CommentThread {
  readonly patience: RetryBudget;
  readonly meta: CommentMeta;
  /** Of this job: its result takes the place of the one that it had under the same id. */
  readonly id: string;
  /** What this job has to say; null while there is no result yet: then what was said before stays. */
  readonly leg: JobResult | null;
  /** The whole comment, within `bytes` of UTF-8. `current` is false for legs of an earlier run. */
  readonly render: (legs: readonly JobResult[], current: boolean, bytes: number) => RenderedComment;
  readonly mode: CommentMode;
  /** Whether other jobs of this run write the same comment. */
  readonly shared: boolean;
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
      // Another run may have removed the comment between our look and our write.
      if (failureOf(error).status === 404 && (first !== null || round === 1)) return null;
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
    return { kind: 'created', comment: readComment(data), blocked: blocks(body, key) };
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
  const comment = data === null ? kept : readComment(data);
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
  { key, meta, id, leg, render }: CommentRequest,
  states: readonly (CommentState | null)[],
): string {
  const known = states.filter((state) => state !== null);
  const ofThisRun = known.filter(({ of }) => of.run === meta.run);
  // A new run starts anew with its first result; until then the last one stands.
  const source = ofThisRun.length > 0 || leg !== null ? ofThisRun : known;
  const legs = new Map(source.flatMap((state) => state.legs.map((each) => [each.id, each] as const)));
  if (leg !== null) legs.set(leg.id, leg);
  // All that is there may be what this very job said at an earlier attempt.
  const isAgain = legs.size === 1 && legs.has(id);
  const current = leg !== null || (ofThisRun.length > 0 && !isAgain);
  const state: CommentState = {
    meta,
    of: current ? meta : (source[0]?.of ?? meta),
    legs: [...legs.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  const widest = state.legs.map(() => ({ start: COMMENT_BYTES, length: COMMENT_BYTES }));
  const marker = markerLine(key, state, widest).length;
  const bytes = Math.min(TEXT_BYTES, COMMENT_BYTES - marker);
  const { markdown, places } = render(state.legs, current, bytes);
  return `${markerLine(key, state, places)}\n${markdown}`;
}

async function remove({ client, repository }: CommentRequest, id: number): Promise<void> {
  const place = { owner: repository.owner, repo: repository.name, comment_id: id };
  await client.rest.issues.deleteComment(place).catch((error: unknown) => {
    // The other run was quicker.
    if (failureOf(error).status !== 404) throw error;
  });
}
