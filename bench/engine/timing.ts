import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** What a piece of work took. */
export interface Taken {
  readonly questions: number;
  /** Of wall time. */
  readonly seconds: number;
  /** Of this process and its children that live, threads together. */
  readonly cpuSeconds: number;
}

/** Clock ticks a second, in which Linux counts. */
const TICKS = 100;

/** @returns CPU seconds of the children that live; 0 where the system has no /proc */
function childrenSeconds(): number {
  let pids: readonly string[] = [];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  return pids.reduce((sum, pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return Number(fields[1]) === process.pid
        ? sum + (Number(fields[11]) + Number(fields[12])) / TICKS
        : sum;
    } catch {
      return sum;
    }
  }, 0);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childrenSeconds();
}

export async function timed(questions: number, work: () => Promise<unknown>): Promise<Taken> {
  const before = { wall: performance.now(), cpu: cpuSeconds() };
  await work();
  return {
    questions,
    seconds: (performance.now() - before.wall) / 1000,
    cpuSeconds: cpuSeconds() - before.cpu,
  };
}

export const rate = ({ questions, seconds }: Taken): number => questions / seconds;
export const cpuRate = ({ questions, cpuSeconds: seconds }: Taken): number => questions / seconds;
