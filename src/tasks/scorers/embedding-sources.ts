import { resolve } from 'node:path';
import { z } from 'zod';
import { EngineDied } from '../engines/engine.ts';
import { NotAnAnswer, openService } from './service.ts';

export type Vector = readonly number[];

/** What embeds texts. */
export interface EmbeddingSource {
  /** What enters the version of the scorer beside its options. */
  readonly inputs: readonly string[];
  /** By text its vector, or why it has none; or why none has. */
  readonly embed: (
    texts: readonly string[],
    signal: AbortSignal,
  ) => Promise<{ readonly value: ReadonlyMap<string, Vector | string> } | { readonly failure: string }>;
  readonly close: () => Promise<void>;
}

const embeddings = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/** An OpenAI-compatible `POST /v1/embeddings`. */
export function embeddingService(
  model: string,
  settings: Omit<Parameters<typeof openService>[0], 'kind'>,
): EmbeddingSource {
  const ask = openService({ kind: 'embedding', ...settings });
  return {
    inputs: [],
    embed: (input, signal) =>
      ask({ model, input, encoding_format: 'float' }, (said) => vectorsOf(said, input), signal),
    close: async () => undefined,
  };
}

function vectorsOf(said: unknown, input: readonly string[]): Map<string, Vector> {
  const { data } = embeddings.parse(said);
  const vectors = new Map<string, Vector>();
  for (const { index, embedding } of data) {
    const text = input[index];
    if (text !== undefined) vectors.set(text, embedding);
  }
  if (vectors.size === input.length && data.length === input.length) return vectors;
  throw new NotAnAnswer(`the service answered ${vectors.size} of ${input.length} texts`);
}

/**
 * A GGUF file in the embedded engine.
 * @throws WeighbridgeError `checkpoint`
 */
export async function embeddingCheckpoint(checkpoint: string, directory: string): Promise<EmbeddingSource> {
  // Large, and only needed here.
  const { findEmbedder } = await import('../engines/llama-cpp/embedder.ts');
  const embedder = await findEmbedder(resolve(directory, checkpoint));
  const { contextSize } = embedder;
  return {
    inputs: embedder.inputs,
    async embed(texts, signal) {
      const answers = await embedder.embed(texts, signal).catch((error: unknown) => {
        if (!(error instanceof EngineDied)) throw error;
        return error.message;
      });
      if (typeof answers === 'string') return { failure: answers };
      const pairs = texts.map((text, index): [string, Vector | string] => {
        const answer = answers[index];
        if (answer === undefined) return [text, 'the engine gave no vector'];
        return [
          text,
          'vector' in answer
            ? answer.vector
            : `a text is ${answer.tokens} tokens long, and the embedding model reads fewer than ${contextSize}`,
        ];
      });
      return { value: new Map(pairs) };
    },
    close: () => embedder.close(),
  };
}
