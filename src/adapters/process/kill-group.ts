import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * Options of a child that is to be ended with everything it starts: a process group of its own. Windows has none, and would open
 * a window for it; there the tree below a process is ended.
 */
export const LEADS_GROUP = groupOptions(process.platform);

export function groupOptions(platform: NodeJS.Platform): {
  readonly detached: boolean;
  readonly windowsHide: true;
} {
  return { detached: platform !== 'win32', windowsHide: true };
}

/** What the system is asked; others in tests. */
interface System {
  readonly platform: NodeJS.Platform;
  readonly kill: (pid: number, signal: NodeJS.Signals) => void;
  /** Runs a program to its end, whatever comes of it. */
  readonly start: (file: string, args: readonly string[]) => void;
}

const THIS_SYSTEM: System = {
  platform: process.platform,
  kill: (pid, signal) => process.kill(pid, signal),
  start: (file, args) => spawnSync(file, args, { stdio: 'ignore', windowsHide: true }),
};

/**
 * Ends a process that leads a group, and the rest of the group; undefined is one that never started.
 * @param signal SIGTERM asks, where there is asking: Windows has no signals, and nothing is sent there
 */
export function killGroup(
  pid: number | undefined,
  signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL',
  { platform, kill, start }: System = THIS_SYSTEM,
): void {
  if (pid === undefined) return;
  if (platform === 'win32') {
    if (signal === 'SIGKILL') start('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    kill(-pid, signal);
  } catch (error) {
    // ESRCH: it ended on its own in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
