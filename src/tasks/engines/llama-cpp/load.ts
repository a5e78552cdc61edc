import { availableParallelism } from 'node:os';
import { plainText } from '../../../adapters/process/tail.ts';
import type { Tokenizer } from '../tokens.ts';
import type { Vocabulary } from './generate.ts';
import { withoutGpu } from './gpu.ts';
import type { Context, GrammarState, Llama, Model, RawSequence, Token } from './library.ts';
import { contextSizeFor, describeMetadata, metadataOf } from './metadata.ts';
import { SavedPrefixes } from './prefixes.ts';
import type { CountRequest, LoadRequest, ModelInfo } from './protocol.ts';
import { readoutOf } from './readout.ts';
import { Sequence } from './sequence.ts';
import { EngineLog, importLibrary, isSmall, startLlama } from './start.ts';
import { type ThreadChange, ThreadControl, threadLevels } from './threads.ts';

/** A model ready to answer, inside the child. */
export interface Loaded {
  readonly info: ModelInfo;
  readonly sequences: readonly Sequence[];
  readonly tokenizer: Tokenizer;
  readonly vocabulary: Vocabulary;
  /** What binds a text to a JSON schema. */
  readonly grammarOf: (schema: object) => Promise<GrammarState>;
  /** Frees all but the base. */
  close(): Promise<void>;
}

/** Weights, which serve one adapter after another. */
export interface Base {
  /** Their file. */
  readonly path: string;
  /**
   * Makes a model of them, with the request's adapter or without one.
   * @throws WeighbridgeError `checkpoint` for an adapter that does not fit
   */
  load(request: LoadRequest, changed: (change: ThreadChange) => void): Promise<Loaded>;
}

/**
 * Loads weights.
 * @throws WeighbridgeError `checkpoint` with llama.cpp's own reason, `engine` when the library cannot start
 */
export async function loadBase(request: LoadRequest): Promise<Base> {
  const library = await importLibrary(request.library);
  const log = new EngineLog();
  const llama = await startLlama(library, request.gpu, log);
  const device = await deviceOf(llama, request);
  const gpuLayers = request.onGpu ? 'max' : 0;
  const model = await llama
    .loadModel({ modelPath: request.model, ...(request.gpu === false ? {} : { gpuLayers }) })
    .catch((error: unknown) => log.fail(error, `llama.cpp cannot load ${request.model}`));
  const metadata = metadataOf(model, library);
  const described = describeMetadata(metadata);
  const tokenizer = tokenizerOf(model, metadata);
  const processors = Math.max(1, Math.min(availableParallelism(), llama.cpuMathCores));
  const levels = levelsOf(request, processors, described);
  let measured: MeasuredThreads | null = null;
  return {
    path: request.model,
    async load({ adapter, scratch, batchSize: asked, version, parallel, ...settings }, changed) {
      const contextSize = contextSizeFor(settings.contextSize, model.trainContextSize);
      const batchSize = Math.min(asked, contextSize);
      const context = await createContext(model, log, {
        ...{ adapter, contextSize, batchSize, parallel, threads: Math.max(...levels) },
      });
      const first = context.getSequence();
      const others = Array.from({ length: parallel - 1 }, () => context.getSequence());
      measured ??= await measureThreads(llama, first, levels, tokenizer.prefix ?? 0);
      const { control, trial } = measured;
      llama.maxThreads = control.threads;
      const readout = readoutOf(version);
      // One sequence, a fixed batch size and no flash attention: so results repeat bit for bit.
      const alone = () => {
        const prefixes = scratch === null ? null : new SavedPrefixes(scratch, first);
        return new Sequence(first, batchSize, readout, prefixes, (tokens, seconds) => {
          const change = control.add(tokens, seconds);
          llama.maxThreads = control.threads;
          if (change !== null) changed(change);
        });
      };
      // How long a batch took says nothing of the threads where it waited for those of others.
      const together = () => [first, ...others].map((raw) => new Sequence(raw, batchSize, readout));
      return {
        info: {
          ...{ ...described, contextSize, device },
          trainedContextSize: model.trainContextSize,
          threads: {
            ...{ count: control.threads, processors },
            measured: trial.map(({ threads, seconds }) => ({
              threads,
              tokensPerSecond: TRIAL_TOKENS / seconds,
            })),
          },
          release: llama.llamaCppRelease.release,
        },
        sequences: parallel === 1 ? [alone()] : together(),
        ...{ tokenizer, vocabulary: model },
        grammarOf: async (schema) =>
          new library.LlamaGrammarEvaluationState({
            model,
            grammar: await llama.createGrammarForJsonSchema(schema),
          }),
        close: () => context.dispose(),
      };
    },
  };
}

function tokenizerOf(model: Model, { tokenizer }: ReturnType<typeof metadataOf>): Tokenizer {
  const pieces = Array.isArray(tokenizer.tokens) ? tokenizer.tokens : [];
  const { bos, eos, shouldPrependBosToken } = model.tokens;
  return {
    tokenize: (text, specialTokens) => model.tokenize(text, specialTokens),
    prepended: shouldPrependBosToken ? bos : null,
    prefix: bos ?? eos,
    pieceOf: (token) => String(pieces[token] ?? ''),
  };
}

/** How many tokens texts become, by the vocabulary alone. @throws WeighbridgeError as `load` */
export async function countTokens({ library: url, model: path, texts }: CountRequest): Promise<number[]> {
  const log = new EngineLog();
  const llama = await startLlama(await importLibrary(url), false, log);
  const model = await llama
    .loadModel({ modelPath: path, vocabOnly: true })
    .catch((error: unknown) => log.fail(error, `llama.cpp cannot read the vocabulary of ${path}`));
  return texts.map(({ text, specialTokens }) => model.tokenize(text, specialTokens).length);
}

/** Numbers of threads to choose from. A GPU computes by itself. */
function levelsOf(
  { threads: asked, onGpu }: LoadRequest,
  processors: number,
  described: Pick<ModelInfo, 'parameterCount'>,
): readonly number[] {
  // More threads than processors only wait for each other.
  if (asked !== 'auto') return threadLevels(Math.min(asked, availableParallelism()));
  if (isSmall(described)) return [1];
  return onGpu ? [processors] : threadLevels(processors);
}

const TRIAL_TOKENS = 16;
const TRIALS = 3;
/** A batch that takes longer is timed once, seconds. */
const LONG_TRIAL = 1;
/** So many times the best that nothing is to be gained by still more threads. */
const HOPELESS = 3;

/** With how many threads a base is computed, and the batches that say so. */
interface MeasuredThreads {
  readonly control: ThreadControl;
  readonly trial: Awaited<ReturnType<typeof tryThreads>>;
}

async function measureThreads(...how: Parameters<typeof tryThreads>): Promise<MeasuredThreads> {
  const [, , levels] = how;
  const trial = await tryThreads(...how);
  const seconds = trial.map((each) => each.seconds);
  return { control: new ThreadControl(levels, seconds), trial };
}

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

/** @throws WeighbridgeError `engine` where a GPU is asked for and llama.cpp has none: it would compute on the CPU all the same */
async function deviceOf(llama: Llama, { gpu, onGpu }: LoadRequest): Promise<string> {
  if (gpu === false) return 'cpu';
  if (!onGpu) return `cpu, with the library of ${gpu}`;
  const names = await llama.getGpuDeviceNames();
  if (llama.gpu !== gpu || names.length === 0) throw withoutGpu(gpu);
  return `${gpu} (${names.map(plainText).join(', ')})`;
}

async function createContext(
  model: Model,
  log: EngineLog,
  options: {
    contextSize: number;
    batchSize: number;
    parallel: number;
    threads: number;
    adapter: string | null;
  },
): Promise<Context> {
  const { contextSize, batchSize, parallel, threads, adapter } = options;
  return await model
    .createContext({
      contextSize,
      batchSize,
      threads: { ideal: threads, min: 1 },
      sequences: parallel,
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
          ? `llama.cpp cannot make ${parallel === 1 ? 'a context' : `${parallel} contexts`} of ${contextSize} tokens`
          : `the adapter ${adapter} does not fit its base`,
      ),
    );
}
