import type { Progress } from '../progress.ts';

/** A bar of tqdm over requests; its other bars (downloads, prompts) say nothing of how far the model is. */
const BAR = /^Running (\w+) requests:\s+\d+%\|.*\|\s*(\d+)\/(\d+) \[[^\]]*?(?:, +([\d.]+)(it\/s|s\/it))?\]?$/;
/** Any bar of tqdm. */
const ANY_BAR = /\d+%\|.*\|\s*[\d.]+\w?\/[\d.]+\w? \[|: \d+ examples \[|\b\d+it \[\d/;

const KEPT_LINES = 60;

/** Takes what the harness prints: progress becomes events, the rest is passed on and its end is kept. */
export class HarnessOutput {
  readonly #task: string;
  readonly #output: (piece: string) => void;
  readonly #progress: ((progress: Progress) => void) | undefined;
  #rest = '';
  #lines: string[] = [];

  constructor(task: string, output: (piece: string) => void, progress?: (progress: Progress) => void) {
    this.#task = task;
    this.#output = output;
    this.#progress = progress;
  }

  /** The end of what was printed, without progress. */
  get lines(): readonly string[] {
    return this.#rest === '' ? this.#lines : [...this.#lines, this.#rest];
  }

  push(piece: string): void {
    const lines = (this.#rest + piece).split(/\r\n|\r|\n/);
    // A model that prints without end must not fill the memory.
    this.#rest = (lines.pop() ?? '').slice(-10_000);
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    const bar = progressOf(this.#task, line);
    if (bar !== null) this.#progress?.(bar);
    if (bar !== null || line.trim() === '' || ANY_BAR.test(line)) return;
    this.#output(`${line}\n`);
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES * 2) this.#lines = this.#lines.slice(-KEPT_LINES);
  }
}

/** A bar over requests as progress; null for any other line. Requests are no samples: a question with four choices is four. */
export function progressOf(task: string, line: string): Progress | null {
  const [, kind, done, planned, speed, unit] = BAR.exec(line.trim()) ?? [];
  if (kind === undefined) return null;
  const rate = speed === undefined ? null : unit === 's/it' ? 1 / Number(speed) : Number(speed);
  const left = Number(planned) - Number(done);
  return {
    task: `${task} (${kind} requests)`,
    done: Number(done),
    planned: Number(planned),
    samplesPerSecond: rate,
    secondsLeft: rate === null || rate === 0 ? null : left / rate,
  };
}
