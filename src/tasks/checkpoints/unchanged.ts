import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isUnchanged } from './digest-cache.ts';
import { checkpointFault } from './files.ts';

/**
 * Remembers files as they are, before they are read.
 * @returns what later tells whether they still are: it throws WeighbridgeError `checkpoint`, naming the file that is not
 */
export async function watchFiles(paths: readonly string[]): Promise<() => Promise<void>> {
  const before = new Map<string, BigIntStats>();
  for (const path of paths) before.set(path, await stat(path, { bigint: true }));
  return async () => {
    for (const [path, stats] of before) {
      const now = await stat(path, { bigint: true }).catch(() => null);
      if (now !== null && isUnchanged(stats, now)) continue;
      const fix = 'evaluate a file that nothing writes to';
      throw checkpointFault(path, 'changed while it was being evaluated', fix);
    }
  };
}
