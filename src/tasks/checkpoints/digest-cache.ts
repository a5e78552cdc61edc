import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../../results/store/atomic-file.ts';

/**
 * Digests of files that have not changed since they were hashed. A file counts as the same while path, size, both times and
 * inode are: the time of change (ctime) is the system's and cannot be set back by whoever writes the file.
 */
const cached = z.strictObject({
  file: z.string(),
  state: z.string(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Times have a grain: a file that was touched just now may be touched again without its times moving. */
const SETTLED_NS = 2_000_000_000n;

const stateOf = ({ size, mtimeNs, ctimeNs, ino, dev }: BigIntStats): string =>
  [size, mtimeNs, ctimeNs, ino, dev].join(' ');

/** Whether two looks at a file saw the same content. */
export const isUnchanged = (before: BigIntStats, after: BigIntStats): boolean =>
  stateOf(before) === stateOf(after);

const entryOf = (folder: string, file: string): string =>
  join(folder, `${createHash('sha256').update(file).digest('hex').slice(0, 32)}.json`);

/** Null for a file that was never hashed, or changed since; an entry that cannot be read is as good as none. */
export async function cachedDigest(folder: string, file: string, stats: BigIntStats): Promise<string | null> {
  const text = await readFile(entryOf(folder, file), 'utf8').catch(() => null);
  const entry = cached.safeParse(text === null ? null : parse(text)).data;
  return entry?.file === file && entry.state === stateOf(stats) ? entry.digest : null;
}

const CANNOT_KEEP = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST']);

/** Keeps a digest for the next time. A cache that cannot be written costs time and nothing else. */
export async function cacheDigest(
  folder: string,
  file: string,
  stats: BigIntStats,
  digest: string,
): Promise<void> {
  const touched = stats.mtimeNs > stats.ctimeNs ? stats.mtimeNs : stats.ctimeNs;
  if (BigInt(Date.now()) * 1_000_000n - touched < SETTLED_NS) return;
  try {
    await mkdir(folder, { recursive: true });
    await writeAtomically(entryOf(folder, file), JSON.stringify({ file, state: stateOf(stats), digest }));
  } catch (error) {
    if (!CANNOT_KEEP.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
