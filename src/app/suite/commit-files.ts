import { readFile, rm, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { askGit, LINK_MODE, type ListedEntry, SUBMODULE_MODE } from '../../adapters/process/git.ts';
import { hashFile } from '../../tasks/checkpoints/hash.ts';

/** What a commit holds, as a clone or GitHub tells it. */
export interface CommitFiles {
  /** By path from the root of the repository. */
  readonly entries: ReadonlyMap<string, ListedEntry>;
  /** Writes what lies under an id into a new file. */
  readonly write: (id: string, file: string) => Promise<void>;
}

/** What a path of a commit comes to, links followed. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly entry: ListedEntry }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'absent' }
  /** Out of the repository, or into another one; `at` says where. */
  | { readonly kind: 'outside'; readonly at: string };

const MOST_LINKS = 40;

/**
 * Follows a path from the root of the repository through the links of the commit.
 * @param scratch a file name that nobody uses
 */
export async function follow(files: CommitFiles, path: string, scratch: string): Promise<Found> {
  let waiting = posix.normalize(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const inside = posix.relative('.', waiting);
    if (posix.isAbsolute(waiting) || inside === '..' || inside.startsWith('../'))
      return { kind: 'outside', at: waiting };
    const parts = inside === '' ? [] : inside.split('/');
    const steps = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const step = steps.find((each) => files.entries.has(each));
    const entry = step === undefined ? undefined : files.entries.get(step);
    if (step === undefined || entry === undefined) return folderAt(files, inside);
    if (entry.mode === SUBMODULE_MODE)
      return { kind: 'outside', at: `${inside} of the submodule ${entry.id}` };
    if (entry.mode !== LINK_MODE) {
      return step === inside ? { kind: 'file', path: inside, entry } : { kind: 'absent' };
    }
    const target = await linkTarget(files, entry.id, scratch);
    waiting = posix.join(
      posix.isAbsolute(target) ? target : posix.join(posix.dirname(step), target),
      inside.slice(step.length),
    );
  }
  return { kind: 'absent' };
}

function folderAt({ entries }: CommitFiles, path: string): Found {
  const prefix = path === '' ? '' : `${path}/`;
  for (const each of entries.keys()) if (each.startsWith(prefix)) return { kind: 'folder', path };
  return { kind: 'absent' };
}

async function linkTarget(files: CommitFiles, id: string, scratch: string): Promise<string> {
  await files.write(id, scratch);
  const target = await readFile(scratch, 'utf8');
  await rm(scratch);
  return target;
}

/** The paths below a folder of a commit, relative to it. */
export function below({ entries }: CommitFiles, folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return [...entries.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
}

/** Larger files are no pointers (git-lfs, spec.md). */
export const LFS_POINTER_BYTES = 1024;

/** What a pointer of Git LFS stands for: its `oid` is the SHA-256 of the content. */
export function lfsPointer(text: string): { readonly oid: string; readonly bytes: number } | null {
  if (!text.startsWith('version https://git-lfs')) return null;
  const oid = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d+)$/m.exec(text)?.[1];
  return oid === undefined || size === undefined ? null : { oid, bytes: Number(size) };
}

/**
 * Where the content of a Git LFS object lies: in the clone's own store, or in a file of the working tree that has just that content.
 * @param folder in the clone
 */
export async function lfsContent(folder: string, oid: string, worktree: string): Promise<string | null> {
  const git = await askGit(folder, ['rev-parse', '--path-format=absolute', '--git-common-dir']);
  const stored = git === null ? [] : [join(git, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid)];
  for (const path of [...stored, worktree]) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true && (await hashFile(path, found.size)) === oid) return path;
  }
  return null;
}
