import { existsSync, readdirSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { nearest } from '../../core/domain/suggest.ts';

const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'writing is not permitted',
  EPERM: 'writing is not permitted',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk failed',
  ESTALE: 'the network folder is not what it was',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EEXIST: 'a file stands where a folder must be',
  ENOTDIR: 'a file stands where a folder must be',
  EISDIR: 'a folder stands where a file must be',
};

/** What the machine has to say, in words; null where the error is another. */
export function diskFault(cause: unknown): string | null {
  return DISK_FAULTS[(cause as NodeJS.ErrnoException | undefined)?.code ?? ''] ?? null;
}

/**
 * Names what the machine has to say in one clear error; anything else passes through.
 *
 * @throws WeighbridgeError `engine`
 */
export async function onDisk<T>(folder: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw namedFault(cause, folder) ?? cause;
  }
}

/** Calls on a file that is open already, of which the system names no path. */
const ON_OPEN_FILES: ReadonlySet<string> = new Set([
  'read',
  'write',
  'fsync',
  'fdatasync',
  'ftruncate',
  'fstat',
  'close',
]);

/**
 * What the machine has to say of a file, as a clear error; null where the error is another.
 * @param file the one that the system names, unless told otherwise
 */
export function namedFault(cause: unknown, file?: string): WeighbridgeError | null {
  const { path, syscall } = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  const fault = syscall?.startsWith('spawn') === true ? null : diskFault(cause);
  const place = file ?? path;
  if (fault === null || (place === undefined && !ON_OPEN_FILES.has(syscall ?? ''))) return null;
  return new WeighbridgeError('engine', `${fault}; stored samples are kept`, {
    ...(place === undefined ? {} : { at: { file: place } }),
    fix: 'make room there or let it be written to, or choose another folder, and run again: it goes on where it stopped',
    cause,
  });
}

const stemOf = (name: string): string => name.split('.')[0] ?? '';

/**
 * To be put before what to do about a path where nothing is: what beside it was probably meant, by its name before all endings.
 * @param hub how a name of the Hub is written here, which looks like a path
 */
export function pathMeant(path: string, hub?: string): string {
  const folder = dirname(path);
  if (!existsSync(folder))
    return hub === undefined || /\.[a-z]+$/i.test(path) ? '' : `a name of the Hub is written ${hub}; `;
  try {
    const names = readdirSync(folder);
    const written = basename(path);
    const stem = nearest(stemOf(written), names.map(stemOf));
    const alike = names.filter((name) => stemOf(name) === stem).sort();
    const meant = nearest(written, alike) ?? alike[0];
    return meant === undefined || meant === written ? '' : `did you mean ${join(folder, meant)}? `;
  } catch {
    // What is no folder has nothing that could be meant.
    return '';
  }
}

/**
 * Makes a folder and those that it needs. Node's own recursive way never ends where the system has no folder and can make none,
 * as in `/proc`.
 * @throws WeighbridgeError `engine` when the disk refuses
 */
export async function makeDirectory(path: string): Promise<void> {
  await onDisk(path, () => makeFolder(path));
}

async function makeFolder(path: string): Promise<void> {
  const parent = dirname(path);
  if (parent !== path && !existsSync(parent)) await makeFolder(parent);
  try {
    await mkdir(path);
  } catch (cause) {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() === true) return;
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new WeighbridgeError('engine', 'the system can make no folder there', {
      at: { file: path },
      fix: 'choose another output folder; for a cache, set WEIGHBRIDGE_CACHE or HOME',
      cause,
    });
  }
}
