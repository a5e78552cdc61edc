import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import {
  type RemoteFiles,
  remoteBlob,
  remoteEntry,
  remoteMergeBase,
  remoteTree,
} from '../../adapters/github/contents.ts';
import {
  askGit,
  FILE_MODES,
  folderInRepository,
  mergeBase,
  readAtRevision,
  readObject,
  treeAtRevision,
  writeBlob,
} from '../../adapters/process/git.ts';
import type { Overrides } from '../../config/overrides.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import type { Waiver } from '../../core/domain/policy.ts';
import { type BasePolicy, resolveBase, tipOf } from '../policy.ts';
import type { CommitFiles } from '../suite/commit-files.ts';
import { newCode } from './changes.ts';
import { readWaivers, WAIVER_FILE } from './waiver-file.ts';

/** Where to look for what the base branch says. */
export interface PolicySource {
  /** Folder of the checkout that the config's path is relative to; null where nothing is checked out. */
  readonly checkout: string | null;
  /** The same folder inside the repository, should the checkout not tell: `''` or `models/a/`. */
  readonly prefix: string;
  /** As given by the input `config`. */
  readonly configPath: string;
  /** Null without a token. */
  readonly remote: RemoteFiles | null;
}

export interface BranchPolicy extends BasePolicy {
  readonly waivers: readonly Waiver[];
}

/**
 * What the base branch says: for a pull request the config at the merge base and at the tip, and the waivers of the tip; for a
 * merge group all of it at the commit that it is built on. A clone is asked first, and GitHub where it is too shallow to know.
 * @throws WeighbridgeError `platform` when neither can tell: then nothing says what the limits are; `usage` where the config is
 * in no part of the repository that has a base branch; `config` when the waivers of the base branch are at fault
 */
export async function readBasePolicy(
  { name, baseSha, headSha }: { readonly name: string; readonly baseSha: string; readonly headSha: string },
  place: PolicySource,
): Promise<BranchPolicy> {
  await refuseSubmodule(place);
  const revision = name === 'merge_group' ? baseSha : await forkPoint(place, baseSha, headSha);
  const configAt = (commit: string) => textAt(place, commit, place.configPath);
  const config = await configAt(revision);
  const tip = revision === baseSha ? {} : { tip: { revision: baseSha, config: await configAt(baseSha) } };
  const waiverPath = posix.join(posix.dirname(place.configPath.replaceAll('\\', '/')), WAIVER_FILE);
  const waivers = await textAt(place, baseSha, waiverPath);
  return { revision, config, ...tip, waivers: waivers === null ? [] : readWaivers(waivers, WAIVER_FILE) };
}

/** What the base branch says at its two commits, resolved; null where it has no config there. */
export function resolveBases(base: BasePolicy, head: ResolvedConfig, overrides: Overrides) {
  const resolved = ({ config }: Pick<BasePolicy, 'config'>) =>
    config === null ? null : resolveBase(config, head, overrides).config;
  return { fork: resolved(base), tip: resolved(tipOf(base)) };
}

/**
 * Nothing runs by the word of the change that brings it.
 * @throws WeighbridgeError `config` where `head` lets code run that the base branch does not
 */
export function refuseNewCode(base: BasePolicy, head: ResolvedConfig, overrides: Overrides): void {
  const { fork, tip } = resolveBases(base, head, overrides);
  // What the merge base allows was perhaps never a state of the branch; the report judges under it all the same.
  const known = tip ?? fork;
  const codes = known === null ? [] : newCode(known, head);
  if (codes.length === 0) return;
  throw new WeighbridgeError(
    'config',
    `this pull request lets code run that the base branch does not: policy.allow adds ${codes.join(', ')}`,
    { fix: 'merge that change on its own first, so that somebody reviews it before it runs' },
  );
}

/** A pull request could turn the config's folder into a submodule, whose history the base branch is no part of. */
async function refuseSubmodule({ checkout, configPath }: PolicySource): Promise<void> {
  if (checkout === null) return;
  const folder = join(checkout, dirname(configPath));
  if ((await askGit(folder, ['rev-parse', '--show-superproject-working-tree'])) === null) return;
  throw new WeighbridgeError('usage', `the config ${configPath} lies in a submodule`, {
    fix: 'put it into the repository itself: its limits are read from the base branch',
  });
}

/** The commit at which `head` left the base branch. @throws WeighbridgeError `platform` */
export async function forkPoint(place: PolicySource, base: string, head: string): Promise<string> {
  const local = place.checkout === null ? null : await mergeBase(place.checkout, base, head);
  if (local !== null) return local;
  return ask(place, (remote) => remoteMergeBase(remote, base, head));
}

async function textAt(place: PolicySource, revision: string, path: string): Promise<string | null> {
  const { checkout } = place;
  const inside = checkout === null ? null : await folderInRepository(checkout);
  const full = posix.normalize(posix.join(inside ?? place.prefix, path.replaceAll('\\', '/')));
  if (full.startsWith('..') || posix.isAbsolute(full)) {
    throw new WeighbridgeError('usage', `the config ${path} lies outside of the repository`, {
      fix: 'name a file of the repository: its limits are read from the base branch',
    });
  }
  const bytes =
    (checkout === null || inside === null ? undefined : await localFile(checkout, revision, full)) ??
    (await ask(place, (remote) => remoteFile(remote, checkout, revision, full)));
  if (bytes === null || bytes === 'absent') return null;
  return decode(bytes, full);
}

/**
 * A file as a commit has it, by GitHub's word. Its content is often here, since a change leaves most files as they are.
 * @returns null when the commit has no such file
 * @throws what GitHub answered, and Error for what is no plain file
 */
export async function remoteFile(
  remote: RemoteFiles,
  checkout: string | null,
  commit: string,
  path: string,
): Promise<Buffer | null> {
  const entry = await remoteEntry(remote, commit, path);
  if (entry === null) return null;
  if (!FILE_MODES.has(entry.mode)) throw new Error(`${path} is not a plain file at ${commit}`);
  const here = checkout === null ? null : await readObject(checkout, 'blob', entry.id).catch(() => null);
  return here ?? remoteBlob(remote, entry.id);
}

/**
 * What a commit holds: a clone is asked first, and GitHub where it is too shallow to know.
 * @param here as the clone calls the commit, where that is another name
 * @throws WeighbridgeError `platform` when neither can tell
 */
export async function commitFiles(place: PolicySource, commit: string, here = commit): Promise<CommitFiles> {
  const { checkout } = place;
  const fromGitHub = async (id: string, file: string) =>
    writeFile(file, await ask(place, (remote) => remoteBlob(remote, id)), { flag: 'wx' });
  const local = checkout === null ? null : await treeAtRevision(checkout, here);
  const entries = local ?? (await ask(place, (remote) => remoteTree(remote, commit)));
  if (checkout === null) return { entries, write: fromGitHub };
  return {
    entries,
    write: (id, file) =>
      writeBlob(checkout, id, file).catch((error: unknown) => {
        // A clone without all blobs, or without the commit; what that shares with the one that is here, it has.
        if (error instanceof WeighbridgeError && place.remote !== null) return fromGitHub(id, file);
        throw error;
      }),
  };
}

/** Undefined where the clone does not have the commit. */
async function localFile(
  checkout: string,
  revision: string,
  path: string,
): Promise<Buffer | 'absent' | undefined> {
  try {
    return (await readAtRevision(checkout, revision, path)) ?? 'absent';
  } catch (error) {
    if (error instanceof WeighbridgeError) return undefined;
    throw error;
  }
}

async function ask<T>({ remote }: PolicySource, question: (remote: RemoteFiles) => Promise<T>): Promise<T> {
  const refuse = (why: string, cause?: unknown) =>
    new WeighbridgeError('platform', `the policy of the base branch cannot be read: ${why}`, {
      cause,
      fix: 'check out with `fetch-depth: 0`, or give the job `contents: read` and the input github-token',
    });
  if (remote === null)
    throw refuse('the checkout does not have the commit, and there is no token to ask GitHub');
  try {
    return await question(remote);
  } catch (error) {
    throw refuse(`the checkout does not have the commit, and GitHub says: ${messageOf(error)}`, error);
  }
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new WeighbridgeError('config', `${basename(path)} of the base branch is not UTF-8 text`, {
      cause,
      fix: 'save it as UTF-8 there',
    });
  }
}
