import { failureOf } from './api-errors.ts';
import type { GitHubClient } from './client.ts';
import type { RemoteFiles } from './contents.ts';
import { type DrawRecord, readMarker } from './marker.ts';
import { editedByOthers, type FoundComments, tellApart } from './our-comments.ts';

/** What our comment on a pull request says of earlier draws. */
export interface RememberedDraws {
  /** Oldest first; to be counted. */
  readonly draws: readonly DrawRecord[];
  /** Whether it says what we said: what somebody else has edited is not believed. */
  readonly ours: boolean;
}

/** @throws what GitHub answered of comments that remember any */
export async function rememberedDraws(
  client: GitHubClient,
  key: string,
  { marked }: FoundComments,
): Promise<RememberedDraws> {
  const drawsIn = (body: string) => readMarker(body, key)?.draws ?? [];
  const { ours } = tellApart(client, { marked });
  const edited = await Promise.all(ours.map((comment) => editedByOthers(client, comment)));
  return { draws: ours.flatMap(({ body }) => drawsIn(body)), ours: !edited.includes(true) };
}

/** How a run ends that has judged something: one that was cancelled may have drawn for nobody to see. */
const JUDGED = new Set(['success', 'failure']);

/**
 * The head commit of each earlier run that GitHub itself knows as a run of the workflow of `runId` on the same branch of the
 * same repository. What a comment says of others is nothing.
 * @param branch where they are looked for first: one list tells most of what would be asked of each run by itself
 * @throws what GitHub answered of the run that asks
 */
export async function headsOfRuns(
  { client, repository }: RemoteFiles,
  { runId, branch }: { readonly runId: number; readonly branch: string | null },
  earlier: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const place = { owner: repository.owner, repo: repository.name };
  const newest = { ...place, per_page: 100 };
  const listed =
    branch === null
      ? []
      : (await client.rest.actions.listWorkflowRunsForRepo({ ...newest, branch })).data.workflow_runs;
  const lookUp = async (run_id: number) =>
    listed.find(({ id }) => id === run_id) ??
    (await client.rest.actions.getWorkflowRun({ ...place, run_id })).data;
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
