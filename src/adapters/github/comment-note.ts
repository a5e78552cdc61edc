import { type CommentRequest, compose } from './comment.ts';
import { hasMarker, isNewer, type Note, readMarker, sameRun, textOf } from './marker.ts';

export interface NoteRequest
  extends Pick<CommentRequest, 'client' | 'repository' | 'key' | 'meta' | 'render'> {
  readonly comment: number;
  readonly note: Note;
}

export interface NoteOutcome {
  /** `over`: there is a result, or a newer run, and nothing more is to be said. */
  readonly kind: 'written' | 'unchanged' | 'over';
  /** Calls that the token may still make within the hour; null where GitHub does not say. */
  readonly callsLeft: number | null;
}

/**
 * Puts what a job says while it evaluates in the place of what it said before, by one look and at most one write. Never over the
 * job's result, nor over a newer run.
 * @throws what GitHub answered
 */
export async function updateNote(request: NoteRequest): Promise<NoteOutcome> {
  const { client, repository, key, meta, note } = request;
  const place = { owner: repository.owner, repo: repository.name, comment_id: request.comment };
  const { data, headers } = await client.rest.issues.getComment(place);
  const left = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  const callsLeft = Number.isNaN(left) ? null : left;
  const body = data.body ?? '';
  const state = hasMarker(body, key) ? readMarker(body, key) : null;
  if (state === null || isNewer(state.meta, meta)) return { kind: 'over', callsLeft };
  const has = (those: readonly { readonly id: string }[]) => those.some(({ id }) => id === note.id);
  if (sameRun(state.of, meta) && has(state.legs) && !has(state.notes)) return { kind: 'over', callsLeft };
  const next = compose({ ...request, leg: null }, [state]);
  if (textOf(next) === textOf(body)) return { kind: 'unchanged', callsLeft };
  await client.rest.issues.updateComment({ ...place, body: next });
  return { kind: 'written', callsLeft };
}
