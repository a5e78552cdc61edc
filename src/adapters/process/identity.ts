import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from './run.ts';

/** One process for as long as the machine runs: its number alone is given to others later. Linux only. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In clock ticks since the machine was started. */
  readonly started: string;
}

const POLL_MS = 25;
const PROBE_MS = 5000;

/** @returns null where no such process runs, and on systems without /proc */
export async function processIdentity(pid: number): Promise<ProcessIdentity | null> {
  const found = await look(pid);
  return found === null ? null : { pid, started: found.started };
}

/** The nearest process of one of these names among this one's parents; null where none can be seen, as in a container. */
export async function findAncestor(names: readonly string[]): Promise<ProcessIdentity | null> {
  for (let pid = process.ppid; pid > 0; ) {
    const found = await look(pid);
    if (found === null) return null;
    if (names.includes(found.name)) return { pid, started: found.started };
    pid = found.parent;
  }
  return null;
}

async function look(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // The name in parentheses may hold anything; state and parent follow it, and 19 fields on the start (proc_pid_stat(5)).
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  const [state, parent, started] = [fields[0], fields[1], fields[19]];
  if (started === undefined || state === 'Z' || state === 'X') return null;
  return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(parent), started };
}

export const isRunning = async ({ pid, started }: ProcessIdentity): Promise<boolean> =>
  (await processIdentity(pid))?.started === started;

/**
 * Whether the kernel lets a process that is like any other we start read the memory of this one: what it may read, it may also trace
 * and dump (`PTRACE_MODE_ATTACH`, ptrace(2)).
 */
export async function isReadable(pid: number): Promise<boolean> {
  const probe = { file: 'sh', args: ['-c', 'exec 3<"$0"', `/proc/${pid}/mem`], cwd: '/', env: {} };
  const { code } = await run(probe, AbortSignal.timeout(PROBE_MS));
  return code === 0;
}

/**
 * Asks a process to end, and after a while no longer asks. No other process is ever signalled in its place.
 * @returns how it ended; `gone` where it had by itself
 */
export async function endProcess(
  identity: ProcessIdentity,
  patienceMs: number,
): Promise<'gone' | 'ended' | 'killed'> {
  if (!(await isRunning(identity))) return 'gone';
  send(identity, 'SIGTERM');
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    if (!(await isRunning(identity))) return 'ended';
    await delay(POLL_MS);
  }
  if (await isRunning(identity)) send(identity, 'SIGKILL');
  return 'killed';
}

function send({ pid }: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
