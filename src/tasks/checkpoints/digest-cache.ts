import type { BigIntStats } from 'node:fs';

/** Times have a grain: a file that was touched just now may be touched again without its times moving. */
const SETTLED_NS = 2_000_000_000n;

const stateOf = ({ size, mtimeNs, ctimeNs, ino, dev }: BigIntStats): string =>
  [size, mtimeNs, ctimeNs, ino, dev].join(' ');

/** Whether two looks at a file saw the same content: the time of change (ctime) cannot be set back by whoever writes it. */
export const isUnchanged = (before: BigIntStats, after: BigIntStats): boolean =>
  stateOf(before) === stateOf(after);

/**
 * Digests of files that this process has read. They are kept nowhere else: whoever could write them down for a later run could
 * give a changed checkpoint the digest of another, and reading a gigabyte takes about a second.
 */
const digests = new Map<string, string>();

const keyOf = (file: string, stats: BigIntStats): string => `${file}\n${stateOf(stats)}`;

export const knownDigest = (file: string, stats: BigIntStats): string | null =>
  digests.get(keyOf(file, stats)) ?? null;

export function rememberDigest(file: string, stats: BigIntStats, digest: string): void {
  const touched = stats.mtimeNs > stats.ctimeNs ? stats.mtimeNs : stats.ctimeNs;
  if (BigInt(Date.now()) * 1_000_000n - touched >= SETTLED_NS) digests.set(keyOf(file, stats), digest);
}
