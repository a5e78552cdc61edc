import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { plainText } from '../../../adapters/process/tail.ts';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Tokenizer } from '../tokens.ts';
import type { Vocabulary } from './generate.ts';
import type { Context, Library, Llama, Model, RawSequence, Token } from './library.ts';
import { contextSizeFor, describeMetadata, metadataOf } from './metadata.ts';
import { SavedPrefixes } from './prefixes.ts';
import type { CountRequest, LoadRequest, ModelInfo } from './protocol.ts';
import { Sequence } from './sequence.ts';
import { type ThreadChange, ThreadControl, threadLevels } from './threads.ts';
import { withoutGpu } from './without-gpu.ts';

/** How long llama.cpp's reason for a failure is waited for, and how often looked for, ms. */
const LOG_DEADLINE = 1000;
const LOG_PAUSE = 50;

/** A model ready to answer, inside the child. */
export interface Loaded {
  readonly info: ModelInfo;
  readonly sequence: Sequence;
  readonly tokenizer: Tokenizer;
  readonly vocabulary: Vocabulary;
}

/**
 * Loads a model with settings that make results repeat bit for bit: no flash attention, a fixed batch size, one sequence.
 * @throws WeighbridgeError `checkpoint` with llama.cpp's own reason, `engine` when the library cannot start
 */
export async function load(request: LoadRequest, changed: (change: ThreadChange) => void): Promise<Loaded> {
  const library = await importLibrary(request.library);
  const log = new EngineLog();
  const llama = await start(library, request.gpu, log);
  const model = await llama
    .loadModel({ modelPath: request.model })
    .catch((error: unknown) => log.fail(error, `llama.cpp cannot load ${request.model}`));
  const contextSize = contextSizeFor(request.contextSize, model.trainContextSize);
  const metadata = metadataOf(model, library);
  const described = describeMetadata(metadata);
  const pieces = Array.isArray(metadata.tokenizer.tokens) ? metadata.tokenizer.tokens : [];
  const processors = Math.max(1, Math.min(availableParallelism(), llama.cpuMathCores));
  const batchSize = Math.min(request.batchSize, contextSize);
  const levels = levelsOf(request.threads, processors, llama, described);
  const context = await createContext(model, log, {
    ...{ ...request, contextSize, batchSize, threads: Math.max(...levels) },
  });
  const { bos, eos, shouldPrependBosToken } = model.tokens;
  const raw = context.getSequence();
  const trial = await tryThreads(llama, raw, levels, bos ?? eos ?? 0);
  const control = new ThreadControl(
    levels,
    trial.map(({ seconds }) => seconds),
  );
  llama.maxThreads = control.threads;
  const prefixes = request.scratch === null ? null : new SavedPrefixes(request.scratch, raw);
  return {
    info: {
      ...described,
      contextSize,
      trainedContextSize: model.trainContextSize,
      threads: {
        ...{ count: control.threads, processors },
        measured: trial.map(({ threads, seconds }) => ({ threads, tokensPerSecond: TRIAL_TOKENS / seconds })),
      },
      gpu: llama.gpu,
      release: llama.llamaCppRelease.release,
    },
    sequence: new Sequence(raw, batchSize, prefixes, (tokens, seconds) => {
      const change = control.add(tokens, seconds);
      llama.maxThreads = control.threads;
      if (change !== null) changed(change);
    }),
    tokenizer: {
      tokenize: (text, specialTokens) => model.tokenize(text, specialTokens),
      prepended: shouldPrependBosToken ? bos : null,
      prefix: bos ?? eos,
      pieceOf: (token) => String(pieces[token] ?? ''),
    },
    vocabulary: model,
  };
}

/** How many tokens texts become, by the vocabulary alone. @throws WeighbridgeError as `load` */
export async function countTokens({ library: url, model: path, texts }: CountRequest): Promise<number[]> {
  const log = new EngineLog();
  const llama = await start(await importLibrary(url), false, log);
  const model = await llama
    .loadModel({ modelPath: path, vocabOnly: true })
    .catch((error: unknown) => log.fail(error, `llama.cpp cannot read the vocabulary of ${path}`));
  return texts.map(({ text, specialTokens }) => model.tokenize(text, specialTokens).length);
}

/** Numbers of threads to choose from. A GPU computes by itself. */
function levelsOf(
  asked: LoadRequest['threads'],
  processors: number,
  { gpu }: Llama,
  described: Pick<ModelInfo, 'parameterCount'>,
): readonly number[] {
  if (asked !== 'auto') return [asked];
  if (isSmall(described)) return [1];
  return gpu === false ? threadLevels(processors) : [processors];
}

const TRIAL_TOKENS = 16;
const TRIALS = 3;
/** A batch that takes longer is timed once, seconds. */
const LONG_TRIAL = 1;
/** So many times the best that nothing is to be gained by still more threads. */
const HOPELESS = 3;

/** The best of a few batches with each number of threads; none where there is nothing to choose. */
async function tryThreads(llama: Llama, raw: RawSequence, levels: readonly number[], token: Token) {
  const batch = async (threads: number): Promise<number> => {
    llama.maxThreads = threads;
    const start = performance.now();
    await raw.controlledEvaluate(new Array<Token>(TRIAL_TOKENS).fill(token));
    await raw.clearHistory();
    return (performance.now() - start) / 1000;
  };
  const trial: { readonly threads: number; readonly seconds: number }[] = [];
  if (levels.length < 2) return trial;
  // The first batch of all reads the weights from the disk.
  await batch(1);
  for (const threads of levels) {
    let seconds = await batch(threads);
    for (let times = 1; times < TRIALS && seconds < LONG_TRIAL; times += 1)
      seconds = Math.min(seconds, await batch(threads));
    trial.push({ threads, seconds });
    // They wait for each other already: more would wait longer, many times the whole trial.
    if (seconds > HOPELESS * Math.min(...trial.map((each) => each.seconds))) break;
  }
  return trial;
}

/**
 * Threads of llama.cpp wait for each other by spinning, after every operation. A small model has too little to do between
 * two waits: a second thread gains nothing on a quiet machine and, measured on a busy one, costs a factor of 100.
 */
const SMALL_MODEL_PARAMETERS = 50_000_000;

const isSmall = ({ parameterCount }: Pick<ModelInfo, 'parameterCount'>): boolean =>
  parameterCount !== null && parameterCount < SMALL_MODEL_PARAMETERS;

async function importLibrary(url: string): Promise<Library> {
  return (await import(url).catch((error: unknown) => {
    throw new WeighbridgeError('engine', `the installed engine is damaged: ${messageOf(error)}`, {
      fix: `remove its folder in the cache, and it is installed again (${url})`,
      cause: error,
    });
  })) as Library;
}

async function start(library: Library, gpu: boolean, log: EngineLog): Promise<Llama> {
  const llama = await library
    .getLlama({
      gpu: gpu ? 'auto' : false,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      maxThreads: 0,
      logger: (level, message) => log.write(level, message),
    })
    .catch((error: unknown) => {
      throw new WeighbridgeError('engine', `llama.cpp cannot start: ${messageOf(error)}`, {
        fix: 'use Linux on x64 or arm64 with glibc 2.34 or later',
        cause: error,
      });
    });
  if (gpu && llama.gpu === false) throw withoutGpu();
  return llama;
}

async function createContext(
  model: Model,
  log: EngineLog,
  options: { contextSize: number; batchSize: number; threads: number; adapter: string | null },
): Promise<Context> {
  const { contextSize, batchSize, threads, adapter } = options;
  return await model
    .createContext({
      contextSize,
      batchSize,
      threads: { ideal: threads, min: 1 },
      sequences: 1,
      flashAttention: false,
      // Sliding-window models keep every cell, so that a shared prefix can be used again.
      swaFullCache: true,
      // A smaller context than asked for would change what overflows.
      failedCreationRemedy: false,
      ...(adapter === null ? {} : { lora: adapter }),
    })
    .catch((error: unknown) =>
      log.fail(
        error,
        adapter === null
          ? `llama.cpp cannot make a context of ${contextSize} tokens`
          : `the adapter ${adapter} does not fit its base`,
      ),
    );
}

/** Errors of the library are generic; the reason is what llama.cpp logged before. */
class EngineLog {
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
