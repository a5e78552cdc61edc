import { fenceLine } from '../report/log-fence.ts';
import type { Log } from './pipeline.ts';

/** A log whose lines may hold anything: none of them reaches the runner as a command. */
export function fencedLog(write: (text: string) => void): Log {
  const print = (message: string) => {
    for (const line of message.split(/\r\n|\r|\n/)) write(`${fenceLine(line)}\n`);
  };
  return { info: print, warn: (message) => print(`warning: ${message}`) };
}
