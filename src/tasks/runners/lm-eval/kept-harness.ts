import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { killGroup, LEADS_GROUP } from '../../../adapters/process/kill-group.ts';
import { killWithParent } from '../../../adapters/process/kill-with-parent.ts';
import type { Command, CommandResult } from '../../../adapters/process/run.ts';
import { Tail } from '../../../adapters/process/tail.ts';
import type { Call } from './command.ts';
import { KEPT_DRIVER } from './kept-driver.ts';
import type { LmEvalInstallation } from './program.ts';

/** With these the answers were seen to be those of the command, to the last bit (`lm-eval-kept.real.test.ts`). */
const TESTED = ['0.4.13'];
const OUTPUT_LIMIT = 16_384;
/** How long the last output of a call that failed is waited for. */
const LAST_WORDS_MS = 2000;
/** An answer is a few characters. */
const LINE_LIMIT = 4096;

const answer = z.strictObject({ ready: z.string().optional(), done: z.int().optional() });
/** Nothing but null of what is no answer. */
type Answer = z.infer<typeof answer>;

/** Whether one process can answer this call and the next: where it is known to answer as the command does. */
export const canBeKept = ({ version }: LmEvalInstallation, { model, options }: Call): boolean =>
  TESTED.includes(version) && model.type === 'hf' && !String(options.batch_size ?? '').startsWith('auto');

/** How one call is told of what comes. */
interface Listener {
  readonly printed: (piece: string) => void;
  readonly settle: (said: Answer | null) => void;
}

/** One process of lm_eval for several calls: the next one finds the model loaded. */
export class KeptHarness {
  readonly #program: LmEvalInstallation;
  #child: ChildProcess | null = null;
  #isUnusable = false;
  #listener: Listener | null = null;
  #tail = new Tail(OUTPUT_LIMIT);

  constructor(program: LmEvalInstallation) {
    this.#program = program;
  }

  /**
   * Runs one call to its end. An abort ends the process with everything it started.
   * @param command of lm_eval; its arguments are passed on
   * @returns null where the process cannot be had, and nothing was run: then the command has to
   * @throws the signal's reason when it was aborted
   */
  async call(
    command: Command,
    signal: AbortSignal,
    printed: (piece: string) => void,
  ): Promise<CommandResult | null> {
    signal.throwIfAborted();
    if (this.#isUnusable) return null;
    const end = () => this.close();
    signal.addEventListener('abort', end);
    try {
      const child = this.#child ?? (await this.#start(command, printed));
      signal.throwIfAborted();
      if (child === null) return null;
      this.#tail = new Tail(OUTPUT_LIMIT);
      const result = await this.#ask(child, command.args, printed);
      signal.throwIfAborted();
      return result;
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  /** Ends the process and what it started. */
  close(): void {
    killGroup(this.#child?.pid);
    this.#child = null;
  }

  async #start(command: Command, printed: (piece: string) => void): Promise<ChildProcess | null> {
    const { file, python } = this.#program;
    const { args, ...started } = await killWithParent({
      ...command,
      ...{ file: python, args: ['-c', KEPT_DRIVER, dirname(file), file] },
    });
    const child = spawn(started.file, args, {
      ...{ cwd: started.cwd, env: started.env, stdio: ['pipe', 'pipe', 'pipe'], ...LEADS_GROUP },
    });
    this.#child = child;
    this.#listen(child);
    const said = await this.#next(child, printed);
    if (said?.ready === this.#program.version) return child;
    this.#isUnusable = true;
    this.close();
    printed('lm_eval is started anew for each look: one process for all of them cannot be had here\n');
    return null;
  }

  async #ask(
    child: ChildProcess,
    args: readonly string[],
    printed: (piece: string) => void,
  ): Promise<CommandResult> {
    const said = this.#next(child, printed);
    (child.stdin as Writable).write(`${JSON.stringify({ arguments: args })}\n`);
    const done = await said;
    const code = done?.done ?? null;
    if (code === 0) return { code, signal: null, output: this.#tail.text() };
    // After a failure nobody knows what of it is left in the process. Why it failed may be on its way still.
    if (code !== null)
      await Promise.race([hasClosed(child), sleep(LAST_WORDS_MS, undefined, { ref: false })]);
    this.close();
    const signal = child.signalCode ?? (code === null && child.exitCode === null ? 'SIGKILL' : null);
    return { code: signal === null ? (code ?? child.exitCode) : null, signal, output: this.#tail.text() };
  }

  /** What the process says next; null when it is gone, or says anything else. */
  #next(child: ChildProcess, printed: Listener['printed']): Promise<Answer | null> {
    return new Promise((resolve) => {
      const settle = (said: Answer | null) => {
        for (const event of ['error', 'close']) child.off(event, gone);
        resolve(said);
      };
      const gone = () => settle(null);
      this.#listener = { printed, settle };
      for (const event of ['error', 'close']) child.once(event, gone);
    });
  }

  #listen(child: ChildProcess): void {
    const decoder = new TextDecoder();
    (child.stderr as Readable).on('data', (chunk: Buffer) => {
      this.#tail.push(chunk);
      this.#listener?.printed(decoder.decode(chunk, { stream: true }));
    });
    // Where it is gone, `close` says so.
    (child.stdin as Writable).on('error', () => undefined);
    let rest = '';
    (child.stdout as Readable).setEncoding('utf8').on('data', (piece: string) => {
      const lines = (rest + piece).split('\n');
      rest = (lines.pop() ?? '').slice(0, LINE_LIMIT);
      for (const line of lines) this.#listener?.settle(read(line));
    });
    child.once('close', () => {
      if (this.#child === child) this.#child = null;
    });
  }
}

const hasClosed = (child: ChildProcess): Promise<unknown> =>
  child.stderr?.closed === true ? Promise.resolve() : once(child, 'close').catch(() => undefined);

function read(line: string): Answer | null {
  try {
    return answer.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
