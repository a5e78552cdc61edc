import { setTimeout } from 'node:timers/promises';
import { plainText } from '../../../adapters/process/tail.ts';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Library, Llama } from './library.ts';
import type { LoadRequest, ModelInfo } from './protocol.ts';

/** How long llama.cpp's reason for a failure is waited for, and how often looked for, ms. */
const LOG_DEADLINE = 1000;
const LOG_PAUSE = 50;

/**
 * Threads of llama.cpp wait for each other by spinning, after every operation. A small model has too little to do between
 * two waits: a second thread gains nothing on a quiet machine and, measured on a busy one, costs a factor of 100.
 */
const SMALL_MODEL_PARAMETERS = 50_000_000;

export const isSmall = ({ parameterCount }: Pick<ModelInfo, 'parameterCount'>): boolean =>
  parameterCount !== null && parameterCount < SMALL_MODEL_PARAMETERS;

export async function importLibrary(url: string): Promise<Library> {
  return (await import(url).catch((error: unknown) => {
    throw new WeighbridgeError('engine', `the installed engine is damaged: ${messageOf(error)}`, {
      fix: `remove its folder in the cache, and it is installed again (${url})`,
      cause: error,
    });
  })) as Library;
}

export async function startLlama(library: Library, gpu: LoadRequest['gpu'], log: EngineLog): Promise<Llama> {
  return library
    .getLlama({
      gpu,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      maxThreads: 0,
      logger: (level, message) => log.write(level, message),
    })
    .catch((error: unknown) => {
      throw new WeighbridgeError('engine', `llama.cpp cannot start: ${messageOf(error)}`, {
        fix:
          gpu === false || gpu === 'metal'
            ? 'use Linux with glibc 2.34 or later, or macOS or Windows as docs/how-to/checkpoints.md has it'
            : `install the driver of the GPU and the libraries of ${gpu} that node-llama-cpp needs, or write \`gpu: off\``,
        cause: error,
      });
    });
}

/** Errors of the library are generic; the reason is what llama.cpp logged before. */
export class EngineLog {
  #lines: string[] = [];

  write(level: string, message: string): void {
    if (level !== 'error' && level !== 'fatal') return;
    this.#lines = [...this.#lines, plainText(message).trim()].slice(-8);
  }

  /** Lines come from another thread and may arrive after the error they explain. */
  async #settle(): Promise<void> {
    for (let waited = 0; waited < LOG_DEADLINE && this.#lines.length === 0; waited += LOG_PAUSE) {
      await setTimeout(LOG_PAUSE);
    }
    await setTimeout(LOG_PAUSE);
  }

  /** @throws always: `engine` when memory ran out, else `checkpoint` */
  async fail(error: unknown, what: string): Promise<never> {
    await this.#settle();
    const reasons = [...new Set([...this.#lines, messageOf(error)])].join('; ');
    if (error instanceof Error && error.constructor.name === 'InsufficientMemoryError') {
      throw new WeighbridgeError('engine', `${what}: not enough memory (${reasons})`, {
        fix: 'use a machine with more memory, a smaller quantisation, or a smaller `context_size`',
        cause: error,
      });
    }
    throw new WeighbridgeError('checkpoint', `${what}: ${reasons}`, {
      fix: 'check that the file is complete and was made for this version of llama.cpp',
      cause: error,
    });
  }
}
