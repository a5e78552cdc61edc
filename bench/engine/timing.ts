import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** What a piece of work took. */
export interface Taken {
  readonly questions: number;
  /** Of wall time. */
  readonly seconds: number;
  /** Of this process and all that it started, threads together. */
  readonly cpuSeconds: number;
  /** Share of wall time in which the processes that were started compute, which is 1 for one thread; null without any. */
  readonly engineShare: number | null;
}

/** Clock ticks a second, in which Linux counts. */
const TICKS = 100;

interface Process {
  readonly parent: number;
  /** With what it waited for. */
  readonly seconds: number;
}

function processes(): Map<number, Process> {
  const found = new Map<number, Process>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
      found.set(Number(pid), { parent: Number(fields[1]), seconds: ticks / TICKS });
    } catch {
      // It has ended.
    }
  }
  return found;
}

/** CPU seconds of everything that this process started and that lives. */
function startedSeconds(): number {
  const all = processes();
  const below = (pid: number): number =>
    [...all]
      .filter(([, { parent }]) => parent === pid)
      .reduce((sum, [child, { seconds }]) => sum + seconds + below(child), 0);
  return below(process.pid);
}

export async function timed(questions: number, work: () => Promise<unknown>): Promise<Taken> {
  const now = () => ({ wall: performance.now() / 1000, own: process.cpuUsage(), started: startedSeconds() });
  const before = now();
  await work();
  const after = now();
  const seconds = after.wall - before.wall;
  const started = after.started - before.started;
  const own = (after.own.user + after.own.system - before.own.user - before.own.system) / 1e6;
  return {
    ...{ questions, seconds, cpuSeconds: own + started },
    engineShare: started === 0 ? null : started / seconds,
  };
}

export const rate = ({ questions, seconds }: Taken): number => questions / seconds;
export const cpuRate = ({ questions, cpuSeconds: seconds }: Taken): number => questions / seconds;
