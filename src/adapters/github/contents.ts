import { Buffer } from 'node:buffer';
import { failureOf } from './api-errors.ts';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';

/** Files of a repository as a commit has them, asked of GitHub where no clone can tell. */
export interface RemoteFiles {
  readonly client: GitHubClient;
  readonly repository: Repository;
}

/**
 * The commit from which two commits went apart, which may lie in a fork.
 * @throws what GitHub answered
 */
export async function remoteMergeBase(
  { client, repository }: RemoteFiles,
  base: string,
  head: string,
): Promise<string> {
  const { data } = await client.rest.repos.compareCommitsWithBasehead({
    ...{ owner: repository.owner, repo: repository.name },
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return data.merge_base_commit.sha;
}

/** The commit that a branch of the repository is at now. @throws what GitHub answered */
export async function branchTip({ client, repository }: RemoteFiles, branch: string): Promise<string> {
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.git.getRef({ ...place, ref: `heads/${branch}` });
  return data.object.sha;
}

/**
 * @returns null when the commit has no such file
 * @throws what GitHub answered, also when the commit itself is not there: its absence must not look like that of the file
 */
export async function remoteFile(
  { client, repository }: RemoteFiles,
  commit: string,
  path: string,
): Promise<Buffer | null> {
  const place = { owner: repository.owner, repo: repository.name };
  const answer = await client.rest.repos
    .getContent({ ...place, path, ref: commit })
    .catch((error: unknown) => {
      if (failureOf(error).status === 404) return null;
      throw error;
    });
  if (answer === null) {
    await client.rest.git.getCommit({ ...place, commit_sha: commit });
    return null;
  }
  const { data } = answer;
  if (!Array.isArray(data) && data.type === 'file' && 'content' in data && data.encoding === 'base64') {
    return Buffer.from(data.content, 'base64');
  }
  throw new Error(`${path} is not a plain file at ${commit}, or too large`);
}

/**
 * Everything in a commit, by its path from the repository's root: mode and id as git has them.
 * @throws what GitHub answered, and Error where it does not list all
 */
export async function remoteTree(
  { client, repository }: RemoteFiles,
  commit: string,
): Promise<ReadonlyMap<string, { mode: string; id: string; bytes: number | null }>> {
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.git.getTree({ ...place, tree_sha: commit, recursive: 'true' });
  if (data.truncated) throw new Error(`${commit} has more files than GitHub lists`);
  return new Map(
    data.tree.flatMap(({ path, mode, type, sha, size = null }) =>
      type === 'tree' ? [] : [[path, { mode, id: sha, bytes: size }]],
    ),
  );
}

/** @throws what GitHub answered */
export async function remoteBlob({ client, repository }: RemoteFiles, id: string): Promise<Buffer> {
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.git.getBlob({ ...place, file_sha: id });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}
