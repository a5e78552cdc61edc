import type { LoadedModel, Overflow } from '../engine.ts';
import { readHeader } from './header.ts';
import { contextSizeFor } from './metadata.ts';
import { llamaCppOptions } from './options.ts';
import type { CompleteRequest, Completion } from './protocol.ts';
import { makeScratch } from './scratch.ts';
import { findSideProcess } from './side-process.ts';

/** A GGUF file that is asked about the answers of another model: a judge or a guard. */
export interface Assistant {
  /** Everything that its replies depend on beside what it is asked: weights, engine and settings. */
  readonly inputs: readonly string[];
  /** Null where it carries none, or its files do not tell. */
  readonly chatTemplate: LoadedModel['chatTemplate'];
  /**
   * Starts the engine where it does not run.
   * @throws WeighbridgeError `checkpoint`, `engine`; EngineDied
   */
  complete(request: CompleteRequest, signal: AbortSignal): Promise<Completion | Overflow>;
  /** Lets go of its memory; the next request loads it again. */
  close(): Promise<void>;
}

/**
 * Looks at the model without loading it.
 * @throws WeighbridgeError `checkpoint` for what is no GGUF file
 */
export async function findAssistant(path: string): Promise<Assistant> {
  const { batch_size: batchSize, threads, parallel } = llamaCppOptions.parse({});
  let contextSize: number | null = null;
  const engine = await findSideProcess(path, async (child, { url: library, version }, model) =>
    child.call('load', {
      ...{ library, version, model, adapter: null, contextSize, batchSize, threads, parallel },
      ...{ gpu: false, onGpu: false, scratch: await makeScratch() },
    }),
  );
  const header = await readHeader(engine.weights);
  contextSize = header === null ? null : contextSizeFor(null, header.trainedContextSize);
  return {
    inputs: [...engine.inputs, `context ${contextSize ?? 'of its own'}, batch ${batchSize}, kv F16`],
    chatTemplate: header?.chatTemplate ?? null,
    complete: (request, signal) => engine.call('complete', request, signal),
    close: () => engine.close(),
  };
}
