import { WeighbridgeError } from '../../core/domain/errors.ts';
import { failureOf } from './api-errors.ts';
import {
  type CommentMeta,
  type CommentState,
  type DrawRecord,
  isNewer,
  type JobResult,
  markerLine,
  readMarker,
  type TextSpan,
  textOf,
} from './marker.ts';
import {
  type CommentThread,
  type Companion,
  editedByOthers,
  type FoundComments,
  findComments,
  type ReadComment,
  readComment,
  readConversation,
  rememberAuthor,
  tellApart,
  type WrittenComment,
} from './our-comments.ts';

export const COMMENT_MODES = ['always', 'on-failure', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export interface RenderedComment {
  readonly markdown: string;
  /** Of each job, in the order given. */
  readonly places: readonly TextSpan[];
}

/** What one job has come to. */
export interface JobReported {
  /** It takes the place of the one that the comment has under the same id. */
  readonly result: JobResult;
  /** Whether no base branch's policy has a say: such a result never takes the place of one that it had. */
  readonly ownPolicy: boolean;
  /** What the job drew, to be remembered; null where it drew nothing, or not anew. */
  readonly draw: DrawRecord | null;
}

export interface CommentRequest extends CommentThread {
  readonly meta: CommentMeta;
  /** The job that writes. */
  readonly job: { readonly id: string; readonly ownPolicy: boolean };
  /** Of this job, or of several of its matrix; none while there is no result yet: then what was said before stays. */
  readonly reported: readonly JobReported[];
  /** What a job of those says where the pull request has another head by now. */
  readonly ofOlderCommit?: (result: JobResult, head: string) => JobResult;
  /**
   * The whole comment, within `bytes` of UTF-8. `current` is false for results of an earlier run; `head` is that of the pull
   * request, null where GitHub did not say.
   */
  readonly render: (
    results: readonly JobResult[],
    current: boolean,
    bytes: number,
    head: string | null,
  ) => RenderedComment;
  readonly mode: CommentMode;
  /** Whether somebody comes back later to see what a race has left behind: then what is written is not looked at again. */
  readonly comesBack?: boolean;
  /** What the thread had a moment ago, so that it is not listed twice. */
  readonly found?: FoundComments | null;
  /** What is asked and written with it. */
  readonly companion?: Companion | null;
}

export type CommentOutcome =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly comment: WrittenComment;
      /** Whether any job blocks. */
      readonly blocked: boolean;
      /** Of another account with our marker, which a reader would take for ours. */
      readonly others: readonly WrittenComment[];
    }
  /** `newer` is a run that has written it since. */
  | { readonly kind: 'skipped'; readonly reason: string; readonly newer?: CommentMeta };

/** GitHub takes 65,536 characters; the rest is room for what it counts differently. */
const COMMENT_BYTES = 64_000;
/** What is shown keeps to this, and the marker of a large matrix takes from it what the rest leaves no room for. */
const TEXT_BYTES = 60_000;

const ROUNDS = 6;

/**
 * Keeps one comment a key on a pull request, up to date: finds ours on all pages, updates it in place, writes nothing
 * when nothing changed, and never overwrites what a newer run has written. After a write it looks again, so that runs
 * and jobs of a matrix that write at the same time come to one comment with what all of them say.
 * @throws what GitHub answered; see `explainFailure`
 */
export async function upsertComment(request: CommentRequest): Promise<CommentOutcome> {
  if (request.mode === 'never') return { kind: 'skipped', reason: 'comments are turned off' };
  const seen: Seen = {
    ...{ created: null, uncertain: false, known: new Set<number>(), since: null, isShort: true },
    found: request.found ?? null,
    head: null,
    others: new Map<number, WrittenComment>(),
  };
  return request.budget.retry(() => converge(request, seen));
}

/** What earlier looks found: GitHub may show late what was written, and a list of thousands is not read twice. */
interface Seen {
  /** What was created is never created again, also where neither list nor look shows it yet. */
  created: Extract<CommentOutcome, { readonly kind: 'created' | 'updated' | 'unchanged' }> | null;
  /** Whether something may have been created of which no answer told. */
  uncertain: boolean;
  readonly known: Set<number>;
  /** Where the first whole list was asked for, less what clocks of GitHub may be apart. */
  since: string | null;
  /** Whether one page tells all. */
  isShort: boolean;
  /** For the first look. */
  found: FoundComments | null;
  /** Of the pull request, at the first look. */
  head: string | null;
  readonly others: Map<number, WrittenComment>;
}

const CLOCKS_MS = 60_000;

async function look(request: CommentRequest, seen: Seen): Promise<readonly ReadComment[]> {
  if (seen.uncertain) await request.budget.settle();
  const { companion = null } = request;
  const ask = () =>
    seen.since === null || (companion !== null && seen.isShort)
      ? readConversation(request, { companion, known: seen.known })
      : findComments(request, seen.known, seen.since);
  const found = seen.found ?? (await ask());
  seen.isShort &&= found.pages === 1;
  seen.found = null;
  seen.head ??= found.head;
  const { asked } = found;
  const { ours, others } = tellApart(request.client, found);
  const time = Date.parse(asked ?? '') - CLOCKS_MS;
  if (Number.isFinite(time)) seen.since ??= new Date(time).toISOString();
  for (const { id } of ours) seen.known.add(id);
  for (const other of others) seen.others.set(other.id, other);
  return ours;
}

async function converge(request: CommentRequest, seen: Seen): Promise<CommentOutcome> {
  let first: 'created' | 'updated' | null = seen.created === null ? null : 'created';
  for (let round = 1; round <= ROUNDS; round++) {
    const outcome = await reconcile(request, seen).catch((error: unknown) => {
      // Another run may have removed the comment between our look and our write.
      if (failureOf(error).status === 404 && (first !== null || round === 1)) return null;
      throw error;
    });
    if (outcome === null) continue;
    if (outcome.kind === 'skipped') return outcome;
    if (outcome.kind === 'unchanged') return { ...outcome, kind: first ?? 'unchanged' };
    if (request.comesBack === true) return outcome;
    first ??= outcome.kind;
    await request.companion?.write();
    // What an older run sent before our write may land after it, and other jobs of this run write as well.
    await request.budget.settle();
  }
  throw new WeighbridgeError('platform', 'other jobs kept writing the comment at the same time', {
    fix: 'give gates that run at the same time keys of their own: comment-key',
  });
}

/** One look, and at most one comment written. */
async function reconcile(request: CommentRequest, seen: Seen): Promise<CommentOutcome> {
  const { client, key, meta, mode } = request;
  const comments = await look(request, seen);
  const [kept, ...rest] = comments;
  const place = { owner: request.repository.owner, repo: request.repository.name };
  const others = [...seen.others.values()];
  if (kept === undefined) {
    if (seen.created !== null) return { ...seen.created, kind: 'unchanged' };
    if (mode === 'on-failure' && !request.reported.some(({ result }) => result.blocked))
      return { kind: 'skipped', reason: 'nothing failed' };
    const body = compose(request, told(request, seen), [], seen.head);
    seen.uncertain = true;
    const { data } = await client.rest.issues.createComment({ ...place, issue_number: request.issue, body });
    const comment = readComment(data);
    rememberAuthor(client, comment);
    seen.uncertain = false;
    seen.known.add(comment.id);
    seen.created = { kind: 'created', comment, blocked: blocks(body, key), others };
    return seen.created;
  }
  const states = comments.map((comment) => ({ comment, state: readMarker(comment.body, key) }));
  const counts = (ownPolicy: boolean, id: string) =>
    !ownPolicy || !states.some(({ state }) => hasBasePolicy(state, id));
  const reported = told(request, seen).filter(({ ownPolicy, result }) => counts(ownPolicy, result.id));
  const isSilent = request.reported.length > 0 && reported.length === 0;
  if (isSilent || (request.reported.length === 0 && !counts(request.job.ownPolicy, request.job.id)))
    return { kind: 'skipped', reason: "what it says was judged by a base branch's policy, and this was not" };
  const latest = () => states.reduce((best, each) => (isLater(each.state, best.state) ? each : best));
  let newest = latest();
  const isStale = () => newest.state !== null && isNewer(newest.state.meta, meta);
  let edited = false;
  // Whoever may edit a comment could say there that it is of a run that never comes.
  while (isStale() && (await editedByOthers(client, newest.comment))) {
    edited = true;
    newest.state = null;
    newest = latest();
  }
  const stale = isStale();
  const body = stale
    ? newest.comment.body
    : compose(
        request,
        reported,
        states.map(({ state }) => state),
        seen.head,
      );
  // Where two runs both found nothing and both created, the lowest id stays: every run comes to the same end.
  const drawsOf = (text: string) => JSON.stringify(readMarker(text, key)?.draws ?? []);
  const changed = edited || textOf(kept.body) !== textOf(body) || drawsOf(kept.body) !== drawsOf(body);
  const { data } = changed
    ? await client.rest.issues.updateComment({ ...place, comment_id: kept.id, body })
    : { data: null };
  for (const { id } of rest) await remove(request, id);
  for (const { id } of rest) seen.known.delete(id);
  if (stale) {
    const newer = newest.state?.meta ?? meta;
    return { kind: 'skipped', reason: `run ${newer.run} is newer and has written the comment`, newer };
  }
  const comment = data === null ? kept : readComment(data);
  return {
    kind: changed || rest.length > 0 ? 'updated' : 'unchanged',
    ...{ comment, blocked: blocks(body, key), others },
  };
}

/** What is reported, each of the commit that it is of. */
function told({ reported, meta, ofOlderCommit }: CommentRequest, { head }: Seen): readonly JobReported[] {
  if (head === null || head === meta.sha || ofOlderCommit === undefined) return reported;
  return reported.map((each) => ({ ...each, result: ofOlderCommit(each.result, head) }));
}

const blocks = (body: string, key: string): boolean =>
  readMarker(body, key)?.results.some(({ blocked }) => blocked) ?? true;

const hasBasePolicy = (state: CommentState | null, job: string): boolean =>
  state?.results.some(({ id }) => id === job && state.own?.includes(id) !== true) ?? false;

function isLater(a: CommentState | null, b: CommentState | null): boolean {
  return a !== null && (b === null || isNewer(a.meta, b.meta));
}

/** The body with what is reported now and what other jobs of the same run have said. */
function compose(
  { key, meta, render }: CommentRequest,
  reported: readonly JobReported[],
  states: readonly (CommentState | null)[],
  head: string | null,
): string {
  const known = states.filter((state) => state !== null);
  const ofThisRun = known.filter(({ of }) => of.run === meta.run);
  // A new run starts anew with its first result; until then the last one stands.
  const source = ofThisRun.length > 0 || reported.length > 0 ? ofThisRun : known;
  const results = new Map(source.flatMap((state) => state.results.map((each) => [each.id, each] as const)));
  const own = new Set(source.flatMap((each) => each.own ?? []));
  for (const { result, ownPolicy } of reported) {
    results.set(result.id, result);
    if (ownPolicy) own.add(result.id);
    else own.delete(result.id);
  }
  // All that is there may have been said at an earlier attempt.
  const isOfAttempt = [...results.values()].some(({ attempt }) => attempt === meta.attempt);
  const current = reported.length > 0 || (ofThisRun.length > 0 && isOfAttempt);
  const state: CommentState = {
    meta,
    own: [...own],
    of: current ? meta : (source[0]?.of ?? meta),
    results: [...results.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    draws: joinDraws([
      ...known.flatMap(({ draws = [] }) => draws),
      ...reported.flatMap(({ draw }) => draw ?? []),
    ]),
  };
  const widest = state.results.map(() => ({ start: COMMENT_BYTES, length: COMMENT_BYTES }));
  const marker = markerLine(key, state, widest).length;
  const bytes = Math.min(TEXT_BYTES, COMMENT_BYTES - marker);
  const { markdown, places } = render(state.results, current, bytes, head);
  return `${markerLine(key, state, places)}\n${markdown}`;
}

/** A marker has to leave room for what is said. */
const MOST_DRAWS = 100;

const joinDraws = (draws: readonly DrawRecord[]): readonly DrawRecord[] =>
  [...new Map(draws.map((draw) => [JSON.stringify(draw), draw])).values()]
    .sort((a, b) => a.run - b.run)
    .slice(-MOST_DRAWS);

async function remove({ client, repository }: CommentRequest, id: number): Promise<void> {
  const place = { owner: repository.owner, repo: repository.name, comment_id: id };
  await client.rest.issues.deleteComment(place).catch((error: unknown) => {
    // The other run was quicker.
    if (failureOf(error).status !== 404) throw error;
  });
}
