import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Side } from '../../core/domain/run.ts';
import { onDisk } from './disk-faults.ts';
import { RUN_FILE, taskFolder } from './layout.ts';
import { acquireLock } from './lock.ts';
import { setAside } from './resume.ts';

/**
 * Sets aside the runs of a side whose tasks are not among these: an earlier config named them, and nobody will judge them.
 * @returns where each was, and is now
 * @throws WeighbridgeError `usage` while another process writes one of them, `engine` when the disk refuses
 */
export async function setAsideOrphanedRuns(
  out: string,
  side: Side,
  tasks: readonly string[],
): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const parent = join(out, side);
  const own = new Set(tasks.map(taskFolder));
  if (!existsSync(parent)) return [];
  return onDisk(parent, async () => {
    const moved: { from: string; to: string }[] = [];
    for (const name of (await readdir(parent)).sort()) {
      const from = join(parent, name);
      if (own.has(name) || !existsSync(join(from, RUN_FILE))) continue;
      const lock = await acquireLock(from);
      const to = await setAside(out, side, from);
      await lock.release(to);
      moved.push({ from, to });
    }
    return moved;
  });
}
