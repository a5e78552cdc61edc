import type { Progress } from '../progress.ts';

/** A bar of tqdm over requests; its other bars (downloads, prompts) say nothing of how far the model is. */
const BAR = /^Running (\w+) requests:\s+\d+%\|.*\|\s*(\d+)\/(\d+) \[[^\]]*?(?:, +([\d.]+)(it\/s|s\/it))?\]?$/;
/** Any bar of tqdm. */
const ANY_BAR = /\d+%\|.*\|\s*[\d.]+\w?\/[\d.]+\w? \[|: \d+ examples \[|\b\d+it \[\d/;

/** A bar over the documents of the task that was named on the line before. */
const DOCUMENTS_BAR = /^\s*\d+%\|.*\|\s*\d+\/(\d+) \[/;
const BUILDING = /\bBuilding contexts for \S+ on rank 0\b/;

const KEPT_LINES = 60;

/** How far the task was before this call, and how many documents it has. */
export interface TaskProgress {
  readonly before: number;
  /** Documents of this call. */
  readonly here: number;
  readonly planned: number;
}

/** Takes what the harness prints: progress becomes events, the rest is passed on and its end is kept. */
export class HarnessOutput {
  readonly #task: string;
  readonly #output: (piece: string) => void;
  readonly #progress: ((progress: Progress) => void) | undefined;
  #rest = '';
  #lines: string[] = [];
  #documents: TaskProgress | null;
  /** Whether documents are counted as the harness names them. */
  readonly #counts: boolean;
  /** Whether the bar that comes next is of a task's documents. */
  #isBuilding = false;

  /** @param documents null where only the harness knows them */
  constructor(
    task: string,
    output: (piece: string) => void,
    progress?: (progress: Progress) => void,
    documents: TaskProgress | null = null,
  ) {
    this.#documents = documents;
    this.#counts = documents === null;
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

  /** A group has its documents task by task. */
  #count(line: string): void {
    if (BUILDING.test(line)) this.#isBuilding = true;
    const [, total] = this.#isBuilding ? (DOCUMENTS_BAR.exec(line) ?? []) : [];
    if (total === undefined) return;
    this.#isBuilding = false;
    const here = (this.#documents?.here ?? 0) + Number(total);
    this.#documents = { before: 0, here, planned: here };
  }

  #line(line: string): void {
    if (this.#counts) this.#count(line);
    const bar = progressOf(this.#task, line, this.#documents);
    if (bar !== null) this.#progress?.(bar);
    if (bar !== null || line.trim() === '' || ANY_BAR.test(line)) return;
    this.#output(`${line}\n`);
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES * 2) this.#lines = this.#lines.slice(-KEPT_LINES);
  }
}

/**
 * A bar over requests as progress; null for any other line. A question with four choices is four requests, so that documents are
 * told by their share of the requests, and requests only where nobody has said how many documents there are.
 */
export function progressOf(task: string, line: string, documents: TaskProgress | null): Progress | null {
  const [, kind, done, total, speed, unit] = BAR.exec(line.trim()) ?? [];
  if (kind === undefined) return null;
  const requests = Number(total);
  const rate = speed === undefined ? null : unit === 's/it' ? 1 / Number(speed) : Number(speed);
  if (documents === null || requests === 0) {
    const left = requests - Number(done);
    return progressAt(`${task} (${kind} requests)`, Number(done), requests, left, rate);
  }
  const { before, here, planned } = documents;
  const each = here / requests;
  const answered = Math.floor(Number(done) * each);
  const pace = rate === null ? null : rate * each;
  return progressAt(task, before + answered, planned, planned - before - answered, pace);
}

const progressAt = (
  task: string,
  done: number,
  planned: number,
  left: number,
  samplesPerSecond: number | null,
): Progress => ({
  ...{ task, done, planned, samplesPerSecond },
  secondsLeft: samplesPerSecond === null || samplesPerSecond === 0 ? null : left / samplesPerSecond,
});
