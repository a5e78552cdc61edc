import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { thisMachine } from '../../../adapters/process/machine.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import type { DescribedModel, Engine, EngineEvents, LoadedModel } from '../engine.ts';
import { BaseProcess } from './base-process.ts';
import { EngineProcess } from './connection.ts';
import { convertedBefore, convertFolder } from './convert.ts';
import { type EnginePackage, findEnginePackage } from './engine-package.ts';
import {
  adapterAlone,
  conversionsAhead,
  convertedFiles,
  digestsOf,
  engineFiles,
  findFiles,
  type NamedFiles,
} from './files.ts';
import { chooseGpu } from './gpu.ts';
import { isAdapterFile, readHeader } from './header.ts';
import { chatTemplateOfFolder } from './hf-folder.ts';
import { installationAhead, installEngine, installedRelease } from './install.ts';
import { contextSizeFor, type FromMetadata } from './metadata.ts';
import type { LlamaCppOptions } from './options.ts';
import type { LoadRequest, ModelInfo } from './protocol.ts';
import { makeScratch, removeScratch } from './scratch.ts';

/** llama.cpp through node-llama-cpp, in a process of its own that ends with the model. */
export const llamaCpp: Engine<LlamaCppOptions> = {
  async inspect(source, options) {
    chooseGpu(options.gpu);
    const named = await findFiles(source);
    await conversionsAhead(named, options);
    const [file] = named.base.files;
    const isGguf = named.base.folder === null && file !== undefined;
    if (named.adapter === null && isGguf && (await isAdapterFile(file.path))) throw adapterAlone(file.path);
  },

  async preparations(source, options) {
    const { platform, says } = chooseGpu(options.gpu);
    const installation = await installationAhead(findEnginePackage(platform), process.env);
    const conversions = await conversionsAhead(await findFiles(source), options);
    return [
      ...(says === null ? [] : [says]),
      ...(installation === null ? [] : [installation]),
      ...conversions,
    ];
  },

  async describe(source, options, signal) {
    const named = await findFiles(source);
    const files = await engineFiles(named, options, (conversion) => convertedBefore(conversion, signal));
    if (files === null) return null;
    const { platform, backend } = chooseGpu(options.gpu);
    const engine = findEnginePackage(platform);
    const release = await installedRelease(engine, process.env);
    // The name of a GPU is told by its driver alone.
    const isKnown = platform.backend === null && backend === null && release !== null;
    const header = isKnown ? await readHeader(files.weights) : null;
    if (release === null || header === null) return null;
    const contextSize = contextSizeFor(options.context_size ?? null, header.trainedContextSize);
    const digests = await digestsOf(named, signal);
    const identity = identityOf(named, digests, header);
    const described = { ...header, contextSize, device: 'cpu', release } as const;
    return describedModel(described, engine, identity, options, files.conversion);
  },

  async chatTemplate(source) {
    const { base } = await findFiles(source);
    if (base.folder !== null) return chatTemplateOfFolder(base.folder.path);
    const [first = '', ...others] = base.files.map(({ path }) => path);
    return (await readHeader([first, ...others]))?.chatTemplate ?? null;
  },

  async countTokens(source, options, texts, signal) {
    const files = await engineFiles(await findFiles(source), options, (conversion) =>
      convertedBefore(conversion, signal),
    );
    const engine = findEnginePackage();
    const isHere = existsSync(engine.entry) && (await installedRelease(engine, process.env)) !== null;
    const [model] = files?.weights ?? [];
    if (!isHere || model === undefined) return null;
    const library = await installEngine(engine, {
      environment: process.env,
      status: () => undefined,
      signal,
    });
    const child = new EngineProcess(engine.entry, childEnvironment(process.env, ['base']), signal);
    try {
      return await child.call('countTokens', { library, model, texts });
    } finally {
      await child.close();
    }
  },

  async open(source, options, events, signal) {
    const named = await findFiles(source);
    const { platform, backend, says } = chooseGpu(options.gpu);
    const engine = findEnginePackage(platform);
    if (!existsSync(engine.entry)) {
      throw new WeighbridgeError('engine', `${engine.entry} is not there`, {
        fix: 'build it: `npm run build`',
      });
    }
    const environment = process.env;
    if (says !== null) events.status(says);
    const library = await installEngine(engine, { environment, status: events.status, signal });
    const watched = [...named.base.files, ...(named.adapter?.files ?? [])].map(({ path }) => path);
    const assertGiven = await watchFiles(watched);
    const making = { status: events.status, signal };
    const files = await engineFiles(named, options, (conversion) => convertFolder(conversion, making));
    if (files === null) throw new Error('a conversion that was made is not there');
    const assertConverted = await watchFiles(convertedFiles(named, files));
    const gpu: LoadRequest['gpu'] = platform.backend ?? false;
    const computing = {
      ...{ library, adapter: files.adapter, threads: options.threads, gpu, onGpu: backend !== null },
    };
    const { handover } = events;
    const { base, isLoaded } = await BaseProcess.of(
      handover,
      { ...computing, weights: files.weights, signal },
      () => new EngineProcess(engine.entry, childEnvironment(environment, ['base', 'gpu']), signal),
    );
    const { child } = base;
    if (isLoaded) events.status('the base is loaded already, and stays');
    const scratch = await makeScratch();
    const cleared = child.ended.then(() => removeScratch(scratch));
    child.threadsChanged = tellThreads(events);
    const abandon = new AbortController();
    try {
      const stopReading = AbortSignal.any([signal, abandon.signal]);
      const [info, digests] = await Promise.all([
        child.call('load', {
          ...computing,
          version: engine.version,
          model: files.weights[0],
          contextSize: options.context_size ?? null,
          batchSize: options.batch_size,
          parallel: options.parallel,
          scratch,
        }),
        digestsOf(named, stopReading),
      ]);
      // What was loaded and what was digested have to be the same bytes, and so have those that were converted of them.
      const assertUnchanged = async () => {
        await assertGiven();
        await assertConverted();
      };
      await assertUnchanged();
      warn(info, options, events);
      if (!isLoaded && info.threads.measured.length > 0) events.status(threadsLine(info.threads));
      const described = describedModel(
        info,
        engine,
        identityOf(named, digests, info),
        options,
        files.conversion,
      );
      const { parallel } = options;
      const model = { ...loadedModel(child, described), ...(parallel === 1 ? {} : { parallel }) };
      const close = async () => {
        if (handover === undefined || !child.isIdle) {
          await child.close();
          await cleared;
        } else {
          await handover.leave(base);
          await removeScratch(scratch);
        }
      };
      const machine = [
        thisMachine(),
        ...(info.device === 'cpu' ? [] : [info.device]),
        ...(parallel === 1 ? [] : [`${parallel} answers at once`]),
      ].join(', ');
      return { ...model, machine, holdsMemory: true, assertUnchanged, close };
    } catch (error) {
      abandon.abort();
      await child.close();
      signal.throwIfAborted();
      throw error;
    }
  },
};

function warn(info: ModelInfo, { threads }: LlamaCppOptions, events: EngineEvents): void {
  const processors = availableParallelism();
  if (threads !== 'auto' && threads > processors)
    events.status(
      `warning: ${threads} threads are more than the ${processors} processors here, and are taken as so many`,
    );
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
  { name }: NamedFiles,
  [digest, adapterDigest]: readonly [string, string | null],
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

type Described = FromMetadata & Pick<ModelInfo, 'contextSize' | 'device' | 'release'>;

function describedModel(
  info: Described,
  engine: EnginePackage,
  identity: LoadedModel['identity'],
  options: LlamaCppOptions,
  conversion: string | null,
): DescribedModel {
  return {
    identity,
    fingerprint: {
      engine: 'llama.cpp',
      engine_version: `node-llama-cpp ${engine.version}, llama.cpp ${info.release}`,
      // Threads are left out: they change no result (tested), and machines differ in them.
      engine_settings: [
        ...[`context ${info.contextSize}`, `batch ${options.batch_size}`, 'kv F16'],
        ...(options.parallel === 1 ? [] : [`parallel ${options.parallel}`]),
        ...(conversion === null ? [] : [conversion]),
      ].join(', '),
      device: info.device,
      tokenizer: info.tokenizerDigest,
      dtype: info.quantization,
    },
    contextSize: info.contextSize,
    chatTemplate: info.chatTemplate,
  };
}

function loadedModel(child: EngineProcess, described: DescribedModel): Omit<LoadedModel, 'close'> {
  return {
    ...described,
    scoreChoices: (request) => child.call('scoreChoices', request),
    rollingLogLikelihood: (text) => child.call('rollingLogLikelihood', text),
    generate: (request) => child.call('generate', request),
  };
}
