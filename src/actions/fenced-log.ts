import { progressLine } from '../cli/terminal.ts';
import { fenceLine } from '../report/log-fence.ts';
import type { Log } from './pipeline.ts';

/** A job's log is read afterwards: a line now and then is enough. */
const PROGRESS_INTERVAL_MS = 30_000;

/** A log whose lines may hold anything: none of them reaches the runner as a command. */
export function fencedLog(write: (text: string) => void, now: () => number = () => performance.now()): Log {
  let lastProgress = Number.NEGATIVE_INFINITY;
  const print = (message: string) => {
    for (const line of message.split(/\r\n|\r|\n/)) write(`${fenceLine(line)}\n`);
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
