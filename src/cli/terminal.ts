import { clearLine, cursorTo } from 'node:readline';
import type { Log, ProgressEvent } from '../app/log.ts';
import { progressLine } from '../app/log.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { visible } from '../report/escape.ts';
import { verdictJson } from '../report/json.ts';
import { withoutCommands } from '../report/log-fence.ts';
import { renderTerminal } from '../report/terminal.ts';

/** Prints a verdict, as the file or as the table a person reads. */
export function showVerdict(terminal: Terminal, verdict: VerdictFile, json = false): void {
  terminal.print(json ? verdictJson(verdict) : renderTerminal(verdict, { color: terminal.colour }));
}

/** At most one line in this many milliseconds where lines cannot be rewritten. */
const PLAIN_INTERVAL = 10_000;

/**
 * Where people read along. Results go to stdout, everything else to stderr, so that `--json` can be piped.
 * On a terminal the progress is one line that is rewritten; elsewhere (CI) it is a plain line now and then.
 */
export class Terminal implements Log {
  private readonly output: NodeJS.WriteStream;
  private readonly errors: NodeJS.WriteStream;
  private readonly live: boolean;
  private lastPlain = Number.NEGATIVE_INFINITY;
  private lineIsOpen = false;

  constructor(output: NodeJS.WriteStream = process.stdout, errors: NodeJS.WriteStream = process.stderr) {
    this.output = output;
    this.errors = errors;
    this.live = errors.isTTY === true;
  }

  get colour(): boolean {
    return this.output.isTTY === true && (process.env.NO_COLOR ?? '') === '';
  }

  print(text: string): void {
    this.closeLine();
    this.output.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Servers, files and models speak through messages too: none of them steers the terminal. */
  info(line: string): void {
    this.closeLine();
    this.errors.write(`${withoutCommands(line)}\n`);
  }

  warn(line: string): void {
    this.info(`warning: ${line}`);
  }

  progress(event: ProgressEvent): void {
    const ended = event.done === event.planned;
    if (this.live) {
      cursorTo(this.errors, 0);
      clearLine(this.errors, 0);
      this.errors.write(visible(progressLine(event)));
      this.lineIsOpen = true;
      if (ended) this.closeLine();
      return;
    }
    const now = performance.now();
    if (!ended && now - this.lastPlain < PLAIN_INTERVAL) return;
    this.lastPlain = now;
    this.errors.write(`${visible(progressLine(event))}\n`);
  }

  private closeLine(): void {
    if (this.lineIsOpen) this.errors.write('\n');
    this.lineIsOpen = false;
  }
}
