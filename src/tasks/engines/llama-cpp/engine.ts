import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { describeModel, type ModelSource } from '../../../core/domain/model.ts';
import { checkAdapter } from '../../checkpoints/adapter.ts';
import { digestFiles } from '../../checkpoints/digest.ts';
import { checkpointFault } from '../../checkpoints/files.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import type { DescribedModel, Engine, EngineEvents, LoadedModel } from '../engine.ts';
import { findWeights } from './checkpoint-file.ts';
import { EngineProcess } from './connection.ts';
import { type EnginePackage, findEnginePackage } from './engine-package.ts';
import { isAdapterFile, readHeader } from './header.ts';
import { installEngine, installedRelease } from './install.ts';
import { contextSizeFor, type FromMetadata } from './metadata.ts';
import type { LlamaCppOptions } from './options.ts';
import type { ModelInfo } from './protocol.ts';
import { makeScratch, removeScratch } from './scratch.ts';
import { withoutGpu } from './without-gpu.ts';

/** llama.cpp through node-llama-cpp, in a process of its own that ends with the model. */
export const llamaCpp: Engine<LlamaCppOptions> = {
  async inspect(source, options) {
    if (options.gpu) throw withoutGpu();
    const { weights, adapter } = await findFiles(source);
    const [path] = weights;
    if (adapter !== null || path === undefined || !(await isAdapterFile(path))) return;
    throw checkpointFault(
      path,
      'is an adapter, which changes a base and answers nothing by itself',
      'name both: `{ base: base.gguf, adapter: adapter.gguf }`',
    );
  },

  async describe(source, options, signal) {
    const files = await findFiles(source);
    const engine = findEnginePackage();
    const release = await installedRelease(engine, process.env);
    const header = options.gpu || release === null ? null : await readHeader(files.weights);
    if (release === null || header === null) return null;
    const contextSize = contextSizeFor(options.context_size ?? null, header.trainedContextSize);
    const [digest, adapterDigest] = await digestsOf(files, signal);
    const identity = identityOf(files, digest, adapterDigest, header);
    return describedModel({ ...header, contextSize, gpu: false, release }, engine, identity, options);
  },

  async chatTemplate(source) {
    const { weights } = await findFiles(source);
    return (await readHeader(weights))?.chatTemplate ?? null;
  },

  async open(source, options, events, signal) {
    const files = await findFiles(source);
    const engine = findEnginePackage();
    if (!existsSync(engine.entry)) {
      throw new WeighbridgeError('engine', `${engine.entry} is not there`, {
        fix: 'build it: `npm run build`',
      });
    }
    const environment = process.env;
    const library = await installEngine(engine, { environment, status: events.status, signal });
    const assertUnchanged = await watchFiles([
      ...files.weights,
      ...(files.adapter === null ? [] : [files.adapter]),
    ]);
    const scratch = await makeScratch();
    const child = new EngineProcess(engine.entry, childEnvironment(environment, ['base']), signal);
    const cleared = child.ended.then(() => removeScratch(scratch));
    child.threadsChanged = tellThreads(events);
    const abandon = new AbortController();
    try {
      const stopReading = AbortSignal.any([signal, abandon.signal]);
      const [info, [digest, adapterDigest]] = await Promise.all([
        child.call('load', {
          library,
          model: files.weights[0],
          adapter: files.adapter,
          contextSize: options.context_size ?? null,
          batchSize: options.batch_size,
          threads: options.threads,
          gpu: options.gpu,
          scratch,
        }),
        digestsOf(files, stopReading),
      ]);
      // What was loaded and what was digested have to be the same bytes.
      await assertUnchanged();
      warn(info, events);
      if (info.threads.measured.length > 0) events.status(threadsLine(info.threads));
      const model = loadedModel(child, info, engine, identityOf(files, digest, adapterDigest, info), options);
      const close = async () => {
        await child.close();
        await cleared;
      };
      return { ...model, assertUnchanged, close };
    } catch (error) {
      abandon.abort();
      await child.close();
      signal.throwIfAborted();
      throw error;
    }
  },
};

const named = (path: string) => ({ name: basename(path), path });

const digestsOf = ({ weights, adapter }: Files, signal: AbortSignal) =>
  Promise.all([
    digestFiles(weights.map(named), { signal }),
    adapter === null ? null : digestFiles([named(adapter)], { signal }),
  ]);

interface Files {
  /** As the config says it. */
  readonly name: string;
  /** Absolute; the engine opens the first, which names the others. */
  readonly weights: readonly [string, ...string[]];
  readonly adapter: string | null;
}

async function findFiles(source: ModelSource): Promise<Files> {
  switch (source.kind) {
    case 'file':
      return { name: source.path, weights: await weightsOf(source.path), adapter: null };
    case 'adapter': {
      const weights = await weightsOf(source.base);
      const [adapter] = await weightsOf(source.adapter);
      await checkAdapter(source.adapter, [named(adapter)], weights.map(named));
      return { name: `${source.base} + ${source.adapter}`, weights, adapter };
    }
    case 'folder':
      return { name: source.path, weights: await weightsOf(source.path), adapter: null };
    case 'hub':
    case 'endpoint':
    case 'results':
      throw new WeighbridgeError('usage', `${describeModel(source)} is not a model that this engine runs`, {
        fix: 'name a GGUF file',
      });
  }
}

async function weightsOf(path: string): Promise<readonly [string, ...string[]]> {
  const absolute = resolve(path);
  const [first = absolute, ...others] = await findWeights(absolute);
  return [first, ...others];
}

function warn(info: ModelInfo, events: EngineEvents): void {
  if (info.contextSize > info.trainedContextSize) {
    events.status(
      `warning: a context of ${info.contextSize} tokens is more than the ${info.trainedContextSize} the model was trained for`,
    );
  }
}

function threadsLine({ count, processors, measured }: ModelInfo['threads']): string {
  const speeds = measured.map(
    ({ threads, tokensPerSecond }) => `${tokensPerSecond.toFixed(0)} with ${threads}`,
  );
  return `computes with ${count} of ${processors} threads (tokens a second: ${speeds.join(', ')})`;
}

/** Between two lines about threads, ms: on a machine that many share they come and go. */
const THREADS_PAUSE = 60_000;

function tellThreads({ status }: EngineEvents): EngineProcess['threadsChanged'] {
  let told = Number.NEGATIVE_INFINITY;
  return ({ from, to, why }) => {
    if (performance.now() - told < THREADS_PAUSE) return;
    told = performance.now();
    const because =
      why === 'slow' ? 'other programs want the processors, and threads wait for each other' : 'it is faster';
    status(`computes with ${to} threads in place of ${from}: ${because}`);
  };
}

function identityOf(
  { name }: Files,
  digest: string,
  adapterDigest: string | null,
  { architecture, parameterCount, quantization }: FromMetadata,
): LoadedModel['identity'] {
  return {
    source: name,
    digest,
    adapter_digest: adapterDigest,
    architecture,
    parameter_count: parameterCount,
    quantization,
  };
}

type Described = FromMetadata & Pick<ModelInfo, 'contextSize' | 'gpu' | 'release'>;

function describedModel(
  info: Described,
  engine: EnginePackage,
  identity: LoadedModel['identity'],
  options: LlamaCppOptions,
): DescribedModel {
  return {
    identity,
    fingerprint: {
      engine: 'llama.cpp',
      engine_version: `node-llama-cpp ${engine.version}, llama.cpp ${info.release}`,
      // Threads are left out: they change no result (tested), and machines differ in them.
      engine_settings: `context ${info.contextSize}, batch ${options.batch_size}, kv F16, gpu ${info.gpu === false ? 'off' : info.gpu}`,
      tokenizer: info.tokenizerDigest,
      dtype: info.quantization,
    },
    contextSize: info.contextSize,
    chatTemplate: info.chatTemplate,
  };
}

function loadedModel(
  child: EngineProcess,
  info: ModelInfo,
  engine: EnginePackage,
  identity: LoadedModel['identity'],
  options: LlamaCppOptions,
): Omit<LoadedModel, 'close'> {
  return {
    ...describedModel(info, engine, identity, options),
    scoreChoices: (request) => child.call('scoreChoices', request),
    rollingLogLikelihood: (text) => child.call('rollingLogLikelihood', text),
    generate: (request) => child.call('generate', request),
  };
}
