import { type ChildProcess, fork } from 'node:child_process';
import { Tail } from '../../../adapters/process/tail.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { EngineDied } from '../engine.ts';
import type { CallName, Calls, EngineFailure, ReplyMessage } from './protocol.ts';
import type { ThreadChange } from './threads.ts';

const OUTPUT_LIMIT = 4096;
/** How long to wait for the last output of a process that has ended, ms. */
const OUTPUT_DEADLINE = 500;

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The parent's end of the engine's process. However the process ends, every call that is waiting is rejected, and so is
 * every later one: with `EngineDied`, or with the signal's reason when it was aborted.
 */
export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #output = new Tail(OUTPUT_LIMIT);
  readonly #pending = new Map<number, Pending>();
  readonly #ended: Promise<void>;
  /** Told when the process goes on with another number of threads. */
  threadsChanged: (change: ThreadChange) => void = () => undefined;
  #nextId = 0;
  /** Why no call can succeed any more; null while the process serves. */
  #over: Error | null = null;

  /** @param closeDeadline how long the process may take to end once the channel to it is closed, ms */
  constructor(
    entry: string,
    environment: Readonly<Record<string, string>>,
    signal: AbortSignal,
    closeDeadline = 5000,
  ) {
    signal.throwIfAborted();
    this.#child = fork(entry, [], {
      serialization: 'advanced',
      env: environment,
      // Not the parent's: a TypeScript loader or an inspector port is not the child's business.
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#output.push(chunk));
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#output.push(chunk));
    this.#child.on('message', (message: ReplyMessage) => this.#settle(message));
    // Without the channel it can never answer again, whoever closed it: it should end, and is made to.
    let deadline: NodeJS.Timeout | undefined;
    this.#child.once('disconnect', () => {
      deadline = setTimeout(() => this.#child.kill('SIGKILL'), closeDeadline);
    });
    const abort = () => {
      this.#fail(asError(signal.reason));
      this.#child.kill('SIGKILL');
    };
    signal.addEventListener('abort', abort, { once: true });
    this.#ended = this.#whenEnded().then((reason) => {
      signal.removeEventListener('abort', abort);
      clearTimeout(deadline);
      this.#fail(reason);
    });
  }

  call<Name extends CallName>(call: Name, request: Calls[Name]['request']): Promise<Calls[Name]['answer']> {
    if (this.#over !== null) return Promise.reject(this.#over);
    const id = this.#nextId++;
    return new Promise<Calls[Name]['answer']>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      // A message that cannot be sent means the process is ending; its end rejects the call, and knows why.
      this.#child.send({ id, call, request }, () => {});
    });
  }

  /** Whether it serves, and nobody waits for an answer. */
  get isIdle(): boolean {
    return this.#over === null && this.#pending.size === 0;
  }

  /** Resolves when the process is gone, however it went. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** Ends the process and waits until it is gone. Calls still waiting are rejected. */
  async close(): Promise<void> {
    this.#fail(new EngineDied('the engine was closed'));
    if (this.#child.connected) this.#child.disconnect();
    await this.#ended;
  }

  #settle(message: ReplyMessage): void {
    if ('threads' in message) {
      this.threadsChanged(message.threads);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if ('answer' in message) pending?.resolve(message.answer);
    else pending?.reject(errorOf(message.failure));
  }

  #fail(reason: Error): void {
    this.#over ??= reason;
    for (const { reject } of this.#pending.values()) reject(this.#over);
    this.#pending.clear();
  }

  /** Waits for the end, then shortly for the last output, which may come later. */
  #whenEnded(): Promise<Error> {
    return new Promise((resolve) => {
      this.#child.on('error', (error) => {
        // One that did start ends with an exit, whatever else went wrong.
        if (this.#child.pid !== undefined) return;
        resolve(
          new WeighbridgeError('engine', `the engine's process cannot start: ${error.message}`, {
            cause: error,
            fix: 'look whether the machine has memory and processes left, and run it again',
          }),
        );
      });
      this.#child.once('exit', (code, signal) => {
        const done = () => resolve(new EngineDied(causeOfDeath(code, signal, this.#output.text())));
        const timer = setTimeout(done, OUTPUT_DEADLINE);
        this.#child.once('close', () => {
          clearTimeout(timer);
          done();
        });
      });
    });
  }
}

function causeOfDeath(code: number | null, signal: NodeJS.Signals | null, output: string): string {
  const how = signal === null ? `ended with exit code ${code}` : `was killed by ${signal}`;
  const hint =
    signal === 'SIGKILL' ? '; the usual cause is a lack of memory (check `dmesg` and the job limit)' : '';
  const printed = output.trim() === '' ? '' : `; it last printed: ${output.trim()}`;
  return `the engine's process ${how}${hint}${printed}`;
}

function errorOf({ kind, message, fix }: EngineFailure): Error {
  if (kind === null) return new Error(`inside the engine's process: ${message}`);
  return new WeighbridgeError(kind, message, fix === undefined ? {} : { fix });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
