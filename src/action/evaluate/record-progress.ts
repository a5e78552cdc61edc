import { TimeEstimate } from '../../app/evaluate/time-estimate.ts';
import type { Log } from '../../app/log.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { writeProgress } from '../progress-file.ts';

const INTERVAL_MS = 1000;

/** The same log, which also keeps a file that says how far the evaluation is. A file that cannot be written costs a line. */
export function recordProgress(log: Log, file: string, now = () => performance.now()): Log {
  const outlook = new TimeEstimate();
  let last = { at: Number.NEGATIVE_INFINITY, of: '' };
  let isBroken = false;
  return {
    info: (line) => log.info(line),
    warn: (line) => log.warn(line),
    expect: (runs) => outlook.expect(runs),
    progress: (event) => {
      log.progress?.(event);
      const progress = outlook.at(event);
      const of = `${event.side}/${event.task}`;
      if (isBroken || (of === last.of && now() - last.at < INTERVAL_MS)) return;
      last = { at: now(), of };
      try {
        writeProgress(file, progress);
      } catch (error) {
        isBroken = true;
        log.info(`the progress is not shown: ${messageOf(error)}`);
      }
    },
  };
}
