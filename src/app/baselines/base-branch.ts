import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, posix, resolve, sep } from 'node:path';
import {
  askGit,
  entryAt,
  folderInRepository,
  readAtRevision,
  readObject,
  writeBlob,
} from '../../adapters/process/git.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { ModelSource } from '../../core/domain/model.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import { digestCheckpoint } from '../../tasks/checkpoints/digest.ts';
import { cachedSnapshot, checkCachedModel } from '../../tasks/checkpoints/hub-cache.ts';
import { LFS_POINTER_BYTES, lfsContent, lfsPointer } from '../suite/commit-files.ts';
import { type Pointer, parsePointer } from './pointer.ts';

export interface PointedAt {
  readonly source: ModelSource;
  /** The commit whose pointer was read. */
  readonly commit: string;
}

interface Place {
  /** Folder that the pointer's path is relative to. */
  readonly directory: string;
  readonly pointer: string;
  readonly commit: string;
  /** Where files are put that git alone has. */
  readonly scratch: string;
}

/**
 * The model that the pointer file of a commit names. Neither the pointer nor the file is ever taken from the working tree
 * where git knows it: the change under judgement could have brought its own.
 * @throws WeighbridgeError `data` or `checkpoint` saying why there is none
 */
export async function modelAt(place: Place): Promise<PointedAt> {
  const { directory, pointer, commit } = place;
  const inside = await folderInRepository(directory);
  const file = inside === null ? null : posix.join(inside, pointer.replaceAll('\\', '/'));
  const text = file === null ? null : await readAtRevision(directory, commit, file);
  if (text === null) {
    throw unusable(
      `${pointer} is not there at ${commit.slice(0, 12)}`,
      'merge the pointer file into the base branch first, and check out with `fetch-depth: 0`',
    );
  }
  const named = parsePointer(text.toString('utf8'), `${pointer} at ${commit.slice(0, 12)}`);
  const source = 'path' in named ? await fileAt(named.path, place) : await inHub(named);
  if (named.digest !== undefined) {
    const { identity } = await digestCheckpoint(source);
    if (identity.digest !== named.digest) {
      throw unusable(
        `it has the digest ${identity.digest}, and the pointer says ${named.digest}`,
        'fetch the model that the pointer means',
      );
    }
  }
  return { source, commit };
}

async function fileAt(path: string, place: Place): Promise<ModelSource> {
  const { directory, pointer, commit, scratch } = place;
  const folder = dirname(resolve(directory, pointer));
  const label = `${path} at ${commit.slice(0, 12)}`;
  const absolute = resolve(folder, path);
  const inside = await folderInRepository(folder);
  const entry = inside === null ? null : await entryAt(folder, commit, posix.join(inside, path));
  if (entry === null) {
    if ((await askGit(folder, ['ls-files', '--', path])) !== null) {
      throw unusable(
        `${path} is not in git at ${commit.slice(0, 12)}, but the change adds it`,
        'keep the baseline where the change cannot bring its own',
      );
    }
    if (!existsSync(absolute)) throw unusable(`${path} is not there`, 'fetch the model in a step before');
    return { kind: 'file', path: absolute };
  }
  const { id: blob, isFile } = entry;
  if (!isFile) throw unusable(`${path} is no file in git`, 'let the pointer name one file');
  const lfs = await lfsObject(folder, blob, absolute);
  if (lfs !== null) return { kind: 'file', path: lfs, label };
  await makeDirectory(scratch);
  const file = join(scratch, `${basename(path, extname(path))}-${blob.slice(0, 12)}${extname(path)}`);
  await writeBlob(folder, blob, file);
  return { kind: 'file', path: file, label };
}

/** Where the content of a Git LFS pointer lies, by its digest; null for a blob that is none. */
async function lfsObject(folder: string, blob: string, worktree: string): Promise<string | null> {
  if (Number(await askGit(folder, ['cat-file', '-s', blob])) > LFS_POINTER_BYTES) return null;
  const pointer = lfsPointer((await readObject(folder, 'blob', blob)).toString('utf8'));
  if (pointer === null) return null;
  const content = await lfsContent(folder, pointer.oid, worktree);
  if (content !== null) return content;
  throw unusable(
    'the model is in Git LFS and was not fetched for that commit',
    'fetch it: `git lfs fetch origin <base branch>`',
  );
}

/** A snapshot in the local cache of the Hugging Face client: nothing is downloaded. */
async function inHub({
  repo,
  revision,
  file,
  digest,
}: Extract<Pointer, { repo: string }>): Promise<ModelSource> {
  const model = { name: repo, revision };
  const snapshot = cachedSnapshot(model);
  const path = file === undefined ? snapshot : resolve(snapshot, file);
  if (path !== snapshot && !path.startsWith(`${snapshot}${sep}`))
    throw unusable(`${file} leads out of ${repo}`, 'name a file of the repository');
  if (!existsSync(path)) {
    throw unusable(
      `${repo} at ${revision.slice(0, 12)} is not in the cache of Hugging Face`,
      `fetch it in a step before: hf download ${repo} --revision ${revision}`,
    );
  }
  if (digest === undefined && !(await checkCachedModel(model))) {
    throw unusable(
      `${repo} lies in the cache of this machine, and HF_HUB_OFFLINE forbids to ask which files its commit has`,
      'write `digest: sha256:…` beside its revision, or let this step ask the hub',
    );
  }
  return {
    kind: 'file',
    path,
    label: `${repo}@${revision.slice(0, 12)}${file === undefined ? '' : `/${file}`}`,
  };
}

const unusable = (what: string, fix: string) => new WeighbridgeError('data', what, { fix });
