import type { Log } from '../app/log.ts';
import { progressLine } from '../app/log.ts';
import { fenceLine } from '../report/log-fence.ts';

/** A job's log is read afterwards: a line now and then is enough. */
const PROGRESS_INTERVAL_MS = 30_000;

type Write = (text: string) => void;
const clock = () => performance.now();

/** A log whose lines may hold anything: none of them reaches the runner as a command. */
export const fencedLog = (write: Write, now = clock): Log => lineLog(write, fenceLine, now);

/** For a process whose every line is fenced by the one that started it. */
export const plainLog = (write: Write): Log => lineLog(write, (line) => line, clock);

function lineLog(write: Write, shown: (line: string) => string, now: () => number): Log {
  let lastProgress = Number.NEGATIVE_INFINITY;
  const print = (message: string) => {
    for (const line of message.split(/\r\n|\r|\n/)) write(`${shown(line)}\n`);
  };
  return {
    info: print,
    warn: (message) => print(`warning: ${message}`),
    progress: (event) => {
      if (event.done < event.planned && now() - lastProgress < PROGRESS_INTERVAL_MS) return;
      lastProgress = now();
      print(progressLine(event));
    },
  };
}
