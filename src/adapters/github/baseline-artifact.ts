import { WeighbridgeError } from '../../core/domain/errors.ts';
import { artifactClient, differs } from './artifact.ts';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';

export interface ArtifactSearch {
  readonly client: GitHubClient;
  readonly token: string;
  readonly repository: Repository;
  /** The run that asks: the baseline comes from an earlier run of its workflow. */
  readonly runId: number;
  /** The branch to merge into. */
  readonly branch: string;
  /** What the artifact's name begins with; the attempt follows. */
  readonly prefix: string;
}

export interface FoundArtifact {
  /** Commit that the run judged. */
  readonly commit: string;
  /** ISO 8601. */
  readonly date: string;
  readonly by: string | null;
}

/** Events that run code of the base branch: a fork's pull request may come from a branch of the same name. */
const TRUSTED_EVENTS = new Set(['push', 'schedule', 'workflow_dispatch', 'merge_group']);
const RUNS_LOOKED_AT = 20;
const LARGEST_BYTES = 2 * 1024 ** 3;

/**
 * Downloads the report of the last green run of this workflow on the base branch, and checks its digest.
 * @throws WeighbridgeError `platform` saying why there is none
 */
export async function downloadBaseline(search: ArtifactSearch, into: string): Promise<FoundArtifact> {
  const { client, token, repository, runId, branch, prefix } = search;
  const place = { owner: repository.owner, repo: repository.name };
  const { data: current } = await client.rest.actions.getWorkflowRun({ ...place, run_id: runId });
  const { data } = await client.rest.actions.listWorkflowRuns({
    ...place,
    ...{ workflow_id: current.workflow_id, branch, status: 'success', per_page: RUNS_LOOKED_AT },
  });
  const runs = data.workflow_runs.filter(
    (run) =>
      run.id !== runId &&
      run.conclusion === 'success' &&
      TRUSTED_EVENTS.has(run.event) &&
      run.head_branch === branch &&
      run.head_repository?.id === run.repository.id,
  );
  for (const run of runs) {
    const listed = await client.rest.actions.listWorkflowRunArtifacts({
      ...place,
      run_id: run.id,
      per_page: 100,
    });
    const [artifact] = listed.data.artifacts
      // The page of the same report begins with the same, and holds no samples.
      .filter(
        ({ name, expired }) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)) && !expired,
      )
      .sort((left, right) => right.id - left.id);
    if (artifact === undefined) continue;
    const { id, name, digest, size_in_bytes: bytes } = artifact;
    if (typeof digest !== 'string') throw absent(differs(name, digest));
    if (bytes > LARGEST_BYTES) throw absent(`the artifact ${name} is larger than ${LARGEST_BYTES} bytes`);
    const artifacts = await artifactClient();
    const { digestMismatch } = await artifacts.downloadArtifact(id, {
      path: into,
      expectedHash: digest,
      findBy: { token, workflowRunId: run.id, repositoryOwner: place.owner, repositoryName: place.repo },
    });
    if (digestMismatch !== false) throw absent(differs(name, digest));
    return {
      commit: run.head_sha,
      date: new Date(run.created_at).toISOString(),
      by: run.actor?.login ?? null,
    };
  }
  throw absent(
    runs.length === 0
      ? `no green run of this workflow on ${branch}`
      : `no artifact of a green run on ${branch} is left`,
  );
}

const absent = (what: string) =>
  new WeighbridgeError('platform', what, {
    fix: 'run this workflow on the base branch as well (`on: push`), with `actions: read`, and keep its artifact long enough',
  });
