import { checkpointFault } from '../../checkpoints/files.ts';
import type { Embedding } from './protocol.ts';
import { findSideProcess } from './side-process.ts';

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
  let contextSize = LONGEST;
  const engine = await findSideProcess(path, (child, { url: library }, model) =>
    child.call('loadEmbedder', { library, model, contextSize }),
  );
  const found = await readPooling(path, engine.weights[0]);
  contextSize = found.contextSize;
  const [digest = '', ...others] = engine.inputs;
  return {
    inputs: [digest, `pooling ${found.pooling}, context ${contextSize}`, ...others],
    contextSize,
    embed: (texts, signal) => engine.call('embed', texts, signal),
    close: () => engine.close(),
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
