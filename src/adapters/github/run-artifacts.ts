import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { openResponse } from '../http/client.ts';
import { artifactName, differs, readSamplesName, TRY_AGAIN } from './artifact.ts';
import type { RemoteFiles } from './contents.ts';

export interface RemoteArtifact {
  readonly id: number;
  readonly name: string;
  /** Zipped, as GitHub counts it. */
  readonly bytes: number;
  /** `sha256:<hex>` of the zip, as GitHub has it; of artifacts of an old client there is none. */
  readonly digest: string | null;
}

/** The artifacts of one run that can still be fetched. @throws what GitHub answered */
export async function artifactsOfRun(
  { client, repository }: RemoteFiles,
  runId: number,
): Promise<readonly RemoteArtifact[]> {
  const found = await client.paginate(client.rest.actions.listWorkflowRunArtifacts, {
    ...{ owner: repository.owner, repo: repository.name },
    ...{ run_id: runId, per_page: 100 },
  });
  return found.filter(({ expired }) => !expired).map(remoteArtifact);
}

/** Runs of a workflow that are started again leave an artifact of their own each time. */
const ATTEMPTS_LOOKED_AT = 10;

/**
 * Names under which an artifact may lie: a report of ours has the attempt at its end, which a name may give or leave out, and any
 * other stands as it is.
 */
function namesOf(name: string): readonly string[] {
  const ours = [name, `${name}-1`].map(readSamplesName).find((read) => read?.label === 'report');
  if (ours == null) return [name];
  return attemptsOf((attempt) => artifactName(ours.key, ours.label, attempt));
}

/**
 * The newest artifact of a name that a run of this repository's own branch has left; null without one. A fork may have a branch
 * and an artifact of the same names, so that the repository of the run's head decides.
 */
export async function newestOfBranch(
  { client, repository }: RemoteFiles,
  name: string,
  repositoryId: number,
  branch: string,
): Promise<RemoteArtifact | null> {
  const [newest] = await artifactsOfBranch({ client, repository }, namesOf(name), branch, repositoryId);
  return newest ?? null;
}

/** As many attempts of a run as are looked at, each with its number. */
export const attemptsOf = (nameOf: (attempt: number) => string): readonly string[] =>
  Array.from({ length: ATTEMPTS_LOOKED_AT }, (_, index) => nameOf(index + 1));

/**
 * All of these names that runs of this repository's own branch have left, newest first.
 * @param repositoryId that of the repository itself, as GitHub says of each, where nobody knows it
 */
export async function artifactsOfBranch(
  { client, repository }: RemoteFiles,
  names: readonly string[],
  branch: string,
  repositoryId?: number,
): Promise<readonly RemoteArtifact[]> {
  const place = { owner: repository.owner, repo: repository.name, per_page: 100 };
  const lists = names.map((each) =>
    client.paginate(client.rest.actions.listArtifactsForRepo, { ...place, name: each }),
  );
  const found = (await Promise.all(lists)).flat();
  const ours = found.filter(
    ({ expired, workflow_run: run, name: of }) =>
      names.includes(of) &&
      !expired &&
      run?.head_repository_id !== undefined &&
      run.head_repository_id === (repositoryId ?? run.repository_id) &&
      run.head_branch === branch,
  );
  return ours
    .sort((a, b) => Date.parse(b.created_at ?? '') - Date.parse(a.created_at ?? '') || b.id - a.id)
    .map(remoteArtifact);
}

const remoteArtifact = (answer: {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly digest?: string | null | undefined;
}): RemoteArtifact => ({
  ...{ id: answer.id, name: answer.name, bytes: answer.size_in_bytes },
  digest: answer.digest ?? null,
});

const TIMEOUT_MS = 10 * 60_000;

/**
 * Downloads the zip of an artifact to a new file, never more of it than allowed.
 * @throws WeighbridgeError `data` when it is larger than allowed or another than GitHub has, or what GitHub answered
 */
export async function downloadArtifact(
  { client, repository }: RemoteFiles,
  artifact: RemoteArtifact,
  file: string,
  maxBytes: number,
): Promise<void> {
  const tooLarge = () =>
    new WeighbridgeError('data', `the artifact ${artifact.name} is larger than ${maxBytes} bytes`, {
      fix: 'upload run directories only',
    });
  if (artifact.bytes > maxBytes) throw tooLarge();
  const answer = await client.request(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    {
      ...{ owner: repository.owner, repo: repository.name, artifact_id: artifact.id, archive_format: 'zip' },
      request: { redirect: 'manual' },
    },
  );
  const { location } = answer.headers;
  if (location === undefined)
    throw new WeighbridgeError('platform', 'GitHub did not say where the artifact lies', {
      fix: TRY_AGAIN,
    });
  // The address is signed by itself, and belongs to another host: it must not see our token.
  const response = await openResponse(location, {}, { totalMs: TIMEOUT_MS });
  if (!response.ok || response.body === null) {
    throw new WeighbridgeError(
      'platform',
      `the artifact ${artifact.name} could not be fetched (HTTP ${response.status})`,
      { fix: TRY_AGAIN },
    );
  }
  let bytes = 0;
  const hash = createHash('sha256');
  const counted = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > maxBytes) throw tooLarge();
      hash.update(piece);
      yield piece;
    }
  };
  await pipeline(
    Readable.from(counted(response.body as unknown as AsyncIterable<Uint8Array>)),
    createWriteStream(file, { flags: 'wx' }),
  );
  if (artifact.digest === `sha256:${hash.digest('hex')}`) return;
  throw new WeighbridgeError('data', differs(artifact.name, artifact.digest), {
    fix: 'run the job again that uploads it',
  });
}
