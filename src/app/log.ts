import type { Side } from '../core/domain/run.ts';
import type { Progress } from '../tasks/runners/progress.ts';
import type { RunLeft } from './evaluate/run-meter.ts';

export interface ProgressEvent extends Progress {
  readonly side: Side;
  /** Of all sides and tasks; absent where it is not known. */
  readonly run?: RunLeft | null;
}

/** Where the phases tell what they are doing. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  progress?(event: ProgressEvent): void;
}

/** `candidate  facts  320/480  66 %  142 samples/s  about 1 s left  whole run: about 20 s left, at most 2 min 5 s` */
export function progressLine({
  side,
  task,
  done,
  planned,
  samplesPerSecond,
  secondsLeft,
  run = null,
}: ProgressEvent): string {
  const share = planned === 0 ? 100 : Math.floor((100 * done) / planned);
  const parts = [side.padEnd(9), task, `${done}/${planned}`, `${share} %`];
  if (samplesPerSecond !== null) parts.push(`${samplesPerSecond.toPrecision(3)} samples/s`);
  if (secondsLeft !== null && done < planned) parts.push(`about ${duration(secondsLeft)} left`);
  if (run !== null && run.mostSeconds > 0) parts.push(wholeRun(run));
  return parts.join('  ');
}

/** An expectation where the evaluation may end early, and in any case what it takes at most. */
function wholeRun({ expectedSeconds, mostSeconds }: RunLeft): string {
  const [expected, most] = [duration(expectedSeconds), duration(mostSeconds)];
  return `whole run: about ${expected} left${expected === most ? '' : `, at most ${most}`}`;
}

/** Seconds in the largest two units that matter. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
