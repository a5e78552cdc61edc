import { failureOf } from './api-errors.ts';
import type { RemoteFiles } from './contents.ts';
import { type DrawRecord, readMarker } from './marker.ts';
import { type CommentThread, editedByOthers, markedComments } from './our-comments.ts';

/** What our comment on a pull request says of earlier draws. */
export interface RememberedDraws {
  /** Oldest first; to be counted. */
  readonly draws: readonly DrawRecord[];
  /** Whether it says what we said: what somebody else has edited is not believed. */
  readonly ours: boolean;
}

/** @throws what GitHub answered */
export async function rememberedDraws(thread: CommentThread): Promise<RememberedDraws> {
  const { ours: comments } = await markedComments(thread, new Set(), null);
  const draws = comments.flatMap(({ body }) => readMarker(body, thread.key)?.draws ?? []);
  if (draws.length === 0) return { draws, ours: true };
  const edited = await Promise.all(comments.map((comment) => editedByOthers(thread.client, comment)));
  return { draws, ours: !edited.includes(true) };
}

/** How a run ends that has judged something: one that was cancelled may have drawn for nobody to see. */
const JUDGED = new Set(['success', 'failure']);

/**
 * The head commit of each earlier run that GitHub itself knows as a run of the workflow of `runId` on the same branch of the
 * same repository. What a comment says of others is nothing.
 * @throws what GitHub answered of the run that asks
 */
export async function headsOfRuns(
  { client, repository }: RemoteFiles,
  runId: number,
  earlier: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const lookUp = async (run_id: number) =>
    (await client.rest.actions.getWorkflowRun({ owner: repository.owner, repo: repository.name, run_id }))
      .data;
  const current = await lookUp(runId);
  const heads = new Map<number, string>();
  for (const id of earlier) {
    const run = await lookUp(id).catch((error: unknown) => {
      // Runs can be deleted.
      if (failureOf(error).status === 404) return null;
      throw error;
    });
    const isSame =
      run !== null &&
      run.id === id &&
      run.workflow_id === current.workflow_id &&
      run.head_branch !== null &&
      run.head_branch === current.head_branch &&
      run.head_repository?.id !== undefined &&
      run.head_repository.id === current.head_repository?.id &&
      JUDGED.has(run.conclusion ?? '');
    if (isSame) heads.set(id, run.head_sha);
  }
  return heads;
}
