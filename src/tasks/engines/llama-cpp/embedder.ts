import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { digestFiles } from '../../checkpoints/digest.ts';
import { checkpointFault } from '../../checkpoints/files.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import { findWeights } from './checkpoint-file.ts';
import { EngineProcess } from './connection.ts';
import { findEnginePackage } from './engine-package.ts';
import { installEngine } from './install.ts';
import type { Embedding } from './protocol.ts';

/** How a model makes one vector of those of its tokens: `pooling_type` of GGUF files. */
const POOLING: readonly (string | null)[] = [null, 'mean', 'cls', 'last', null];
/** Longer texts are rare, and memory grows with the square. */
const LONGEST = 2048;

/** A GGUF file that embeds texts in a process of its own. */
export interface Embedder {
  /** Everything that its vectors depend on: weights, pooling, context and engine. */
  readonly inputs: readonly string[];
  /** Tokens that it reads. */
  readonly contextSize: number;
  /**
   * Starts the engine where it does not run. One answer a text, in order.
   * @throws WeighbridgeError `checkpoint`, `engine`; EngineDied
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Embedding[]>;
  close(): Promise<void>;
}

/**
 * Looks at an embedding model without loading it.
 * @throws WeighbridgeError `checkpoint` for what is no GGUF file, or does not say how it pools
 */
export async function findEmbedder(path: string): Promise<Embedder> {
  const files = await findWeights(path);
  const assertUnchanged = await watchFiles(files);
  const { pooling, contextSize } = await readPooling(path, files[0] ?? path);
  const named = files.map((file) => ({ name: basename(file), path: file }));
  const digest = await digestFiles(named, {});
  const engine = findEnginePackage();
  let running: Promise<EngineProcess> | null = null;
  const start = async (signal: AbortSignal): Promise<EngineProcess> => {
    if (!existsSync(engine.entry)) {
      throw new WeighbridgeError('engine', `${engine.entry} is not there`, {
        fix: 'build it: `npm run build`',
      });
    }
    const status = () => undefined;
    const library = await installEngine(engine, { environment: process.env, status, signal });
    const child = new EngineProcess(engine.entry, childEnvironment(process.env, ['base']), signal);
    try {
      await child.call('loadEmbedder', { library, model: files[0] ?? path, contextSize });
      // What is loaded and what was digested have to be the same bytes.
      await assertUnchanged();
      return child;
    } catch (error) {
      await child.close();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    const before = running;
    running = null;
    await (await before?.catch(() => null))?.close();
  };
  return {
    inputs: [digest, `pooling ${pooling}, context ${contextSize}`, `node-llama-cpp ${engine.version}`],
    contextSize,
    async embed(texts, signal) {
      running ??= start(signal);
      try {
        return await (await running).call('embed', texts);
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}

async function readPooling(path: string, first: string) {
  // Large for its tables of quantisations, and only needed here.
  const { gguf } = await import('@huggingface/gguf');
  const read = await gguf(first, { allowLocalFile: true }).catch(() => null);
  const all: Readonly<Record<string, unknown>> = { ...read?.metadata };
  const architecture = all['general.architecture'];
  if (typeof architecture !== 'string') {
    throw checkpointFault(path, 'has a header that cannot be read', 'check that the file is complete');
  }
  const pooling = POOLING[Number(all[`${architecture}.pooling_type`] ?? 0)] ?? null;
  if (pooling === null) {
    throw checkpointFault(
      path,
      'is no embedding model: it does not say how the vectors of tokens become one (`pooling_type`)',
      'name the GGUF file of an embedding model, such as all-MiniLM-L6-v2 or bge-small-en-v1.5, converted from a folder with `1_Pooling`',
    );
  }
  const trained = all[`${architecture}.context_length`];
  return { pooling, contextSize: typeof trained === 'number' ? Math.min(trained, LONGEST) : LONGEST };
}
