import { availableParallelism } from 'node:os';
import { describeMetadata, metadataOf } from './metadata.ts';
import type { Embedding, Handlers, LoadEmbedderRequest } from './protocol.ts';
import { EngineLog, importLibrary, isSmall, startLlama } from './start.ts';

/**
 * Loads an embedding model, with settings that make results repeat bit for bit: no flash attention, every text in a batch of its own.
 * @returns what embeds texts
 * @throws WeighbridgeError `checkpoint` with llama.cpp's own reason, `engine` when the library cannot start
 */
export async function loadEmbedder(request: LoadEmbedderRequest): Promise<Handlers['embed']> {
  const { contextSize } = request;
  const library = await importLibrary(request.library);
  const log = new EngineLog();
  const llama = await startLlama(library, false, log);
  const model = await llama
    .loadModel({ modelPath: request.model, defaultContextFlashAttention: false })
    .catch((error: unknown) => log.fail(error, `llama.cpp cannot load ${request.model}`));
  const threads = isSmall(describeMetadata(metadataOf(model, library)))
    ? 1
    : Math.max(1, Math.min(availableParallelism(), llama.cpuMathCores));
  // A model that looks both ways has to see a text at once: the batch is as long as the context.
  const context = await model
    .createEmbeddingContext({ contextSize, batchSize: contextSize, threads })
    .catch((error: unknown) => log.fail(error, `llama.cpp cannot embed with ${request.model}`));
  return async (texts) => {
    const answers: Embedding[] = [];
    for (const text of texts) {
      const tokens = context.calculateInputLength(text);
      // The library keeps the last place free.
      if (tokens >= contextSize) answers.push({ tokens });
      else answers.push({ vector: (await context.getEmbeddingFor(text)).vector });
    }
    return answers;
  };
}
