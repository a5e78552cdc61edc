import { Buffer } from 'node:buffer';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';

/** Files of a repository as a commit has them, asked of GitHub where no clone can tell. */
export interface RemoteFiles {
  readonly client: GitHubClient;
  readonly repository: Repository;
}

/** What is said of a commit never changes, and a token has so many calls an hour: each is asked for once. */
const answers = new WeakMap<GitHubClient, Map<string, Promise<unknown>>>();

function once<T>(client: GitHubClient, question: string, ask: () => Promise<T>): Promise<T> {
  const known = answers.get(client) ?? new Map<string, Promise<unknown>>();
  answers.set(client, known);
  const answer = (known.get(question) as Promise<T> | undefined) ?? ask();
  known.set(question, answer);
  answer.catch(() => known.delete(question));
  return answer;
}

const apart = (base: string, head: string) => `${base}...${head}`;

/** What somebody has asked of GitHub by another way: that these commits left one line at `at`. */
export function knowMergeBase(
  client: GitHubClient,
  { base, at, heads }: { readonly base: string; readonly at: string; readonly heads: readonly string[] },
): void {
  for (const head of heads) void once(client, apart(base, head), async () => at);
}

/**
 * The commit from which two commits went apart, which may lie in a fork.
 * @throws what GitHub answered
 */
export function remoteMergeBase(
  { client, repository }: RemoteFiles,
  base: string,
  head: string,
): Promise<string> {
  const basehead = apart(base, head);
  return once(client, basehead, async () => {
    const { data } = await client.rest.repos.compareCommitsWithBasehead({
      ...{ owner: repository.owner, repo: repository.name, basehead, per_page: 100 },
    });
    const { commits, total_commits: total, merge_base_commit: at } = data;
    // Where none of the commits since is a merge they are one line, and each of them left the base at the same commit.
    const isLine = commits.length === total && commits.every(({ parents }) => parents.length === 1);
    const others = isLine ? commits.map(({ sha }) => sha).filter((sha) => sha !== head) : [];
    knowMergeBase(client, { base, at: at.sha, heads: others });
    return at.sha;
  });
}

/** The commit that a branch of the repository is at now. @throws what GitHub answered */
export async function branchTip({ client, repository }: RemoteFiles, branch: string): Promise<string> {
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.git.getRef({ ...place, ref: `heads/${branch}` });
  return data.object.sha;
}

interface RemoteEntry {
  /** As git has it, with six digits. */
  readonly mode: string;
  readonly id: string;
  readonly bytes: number | null;
}

interface RemoteListing {
  /** By path, folders too. */
  readonly entries: ReadonlyMap<string, RemoteEntry>;
  /** Whether there is more than GitHub lists. */
  readonly truncated: boolean;
}

/** @param id of a commit or a folder */
const listing = ({ client, repository }: RemoteFiles, id: string, recursive: boolean) =>
  once(client, `${id} ${recursive}`, async (): Promise<RemoteListing> => {
    const place = { owner: repository.owner, repo: repository.name, tree_sha: id };
    const { data } = await client.rest.git.getTree({ ...place, ...(recursive ? { recursive: 'true' } : {}) });
    const entries = data.tree.map(
      ({ path, mode, sha, size = null }) => [path, { mode, id: sha, bytes: size }] as const,
    );
    return { entries: new Map(entries), truncated: data.truncated };
  });

const FOLDER_MODE = '040000';

/**
 * What a commit has at a path, links not followed.
 * @returns null when the commit has nothing there
 * @throws what GitHub answered, also when the commit itself is not there: its absence must not look like that of the file
 */
export async function remoteEntry(
  remote: RemoteFiles,
  commit: string,
  path: string,
): Promise<RemoteEntry | null> {
  const whole = await listing(remote, commit, true);
  if (!whole.truncated) return whole.entries.get(path) ?? null;
  let entry: RemoteEntry = { mode: FOLDER_MODE, id: commit, bytes: null };
  for (const name of path.split('/')) {
    if (entry.mode !== FOLDER_MODE) return null;
    const folder = await listing(remote, entry.id, false);
    const next = folder.entries.get(name);
    if (next === undefined && folder.truncated) throw tooMany(commit);
    if (next === undefined) return null;
    entry = next;
  }
  return entry;
}

const tooMany = (commit: string) => new Error(`${commit} has more files than GitHub lists`);

/**
 * Everything in a commit but folders, by its path from the repository's root.
 * @throws what GitHub answered, and Error where it does not list all
 */
export async function remoteTree(
  remote: RemoteFiles,
  commit: string,
): Promise<ReadonlyMap<string, RemoteEntry>> {
  const { entries, truncated } = await listing(remote, commit, true);
  if (truncated) throw tooMany(commit);
  return new Map([...entries].filter(([, { mode }]) => mode !== FOLDER_MODE));
}

/** @throws what GitHub answered */
export async function remoteBlob({ client, repository }: RemoteFiles, id: string): Promise<Buffer> {
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.git.getBlob({ ...place, file_sha: id });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}
