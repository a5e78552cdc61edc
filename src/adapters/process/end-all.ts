import { readdir, readFile } from 'node:fs/promises';
import process from 'node:process';
import { killGroup } from './kill-group.ts';

/** By this variable everything that an evaluation has started can be found again, in whatever group it hides. */
export const TRACKING_VARIABLE = 'WEIGHBRIDGE_TRACKING_ID';

const ROUNDS = 5;

/**
 * Ends a process group, and on Linux every process whose environment carries the tracking id: commands run in groups of their
 * own. What clears its environment and leaves the group is found by the runner alone, when the job ends.
 * @param group id of the group's leader; undefined where it never started
 */
export async function endAll(group: number | undefined, trackingId: string): Promise<void> {
  killGroup(group);
  // What is ended may have started another in the meantime.
  for (let round = 0; round < ROUNDS; round++) {
    const left = await tracked(trackingId);
    if (left.length === 0) return;
    for (const pid of left) kill(pid);
  }
}

async function tracked(trackingId: string): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const mark = `${TRACKING_VARIABLE}=${trackingId}\0`;
  const found = await Promise.all(
    pids.map(async (pid) => {
      // A process of somebody else, or one that is gone by now.
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return pid !== process.pid && environment.includes(mark);
    }),
  );
  return pids.filter((_, index) => found[index]);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: it ended on its own in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
