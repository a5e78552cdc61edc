import { resolve } from 'node:path';
import { z } from 'zod';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { EngineDied } from '../engines/engine.ts';
import { askOfEach, byPlace, NotAnAnswer, openService } from './service.ts';

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
  /** @throws WeighbridgeError `engine` for a service that does not tell texts apart: to it all answers would be right */
  readonly ready: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Texts with nothing in common. */
const UNLIKE = ['The parcel will arrive on Monday.', 'Photosynthesis turns light into sugar'];

const embeddings = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.unknown().optional() })),
});

interface EmbeddingChoice extends Omit<Parameters<typeof openService>[0], 'kind' | 'url'> {
  readonly checkpoint?: string | undefined;
  readonly url?: string | undefined;
  readonly model?: string | undefined;
}

/** What the options of a scorer name. */
export async function embeddingSource(
  { checkpoint, url = '', model = '', ...settings }: EmbeddingChoice,
  directory: string,
): Promise<EmbeddingSource> {
  return checkpoint === undefined
    ? embeddingService(model, { ...settings, url })
    : embeddingCheckpoint(checkpoint, directory);
}

/** An OpenAI-compatible `POST /v1/embeddings`. */
function embeddingService(
  model: string,
  settings: Omit<Parameters<typeof openService>[0], 'kind'>,
): EmbeddingSource {
  const send = openService({ kind: 'embedding', ...settings });
  const ask = (input: readonly string[], signal: AbortSignal) =>
    send({ model, input, encoding_format: 'float' }, (said) => vectorsOf(said, input.length), signal);
  return {
    inputs: [],
    async ready(signal) {
      // One that cannot be asked now leaves answers unscored.
      const outcome = await ask(UNLIKE, signal);
      if ('failure' in outcome || new Set(outcome.value.map(String)).size === UNLIKE.length) return;
      throw new WeighbridgeError('engine', 'the embedding service gives unlike texts the same vector', {
        fix: `check what ${settings.url} serves as ${JSON.stringify(model)}`,
      });
    },
    async embed(texts, signal) {
      const outcomes = await askOfEach(texts, (input) => ask(input, signal));
      const pairs = outcomes.map((outcome, index): [string, Vector | string] => [
        texts[index] ?? '',
        'failure' in outcome ? outcome.failure : outcome.value,
      ]);
      return { value: new Map(pairs) };
    },
    close: async () => undefined,
  };
}

const vector = z.array(z.number()).min(1);

/** Of a text of which it gave none, why not: that is no fault of those beside it. */
function vectorsOf(said: unknown, count: number): readonly (Vector | string)[] {
  const { data } = embeddings.parse(said);
  const ordered = byPlace(data, count);
  if (ordered === null) throw new NotAnAnswer(`the service answered ${data.length} of ${count} texts`);
  return ordered.map(
    ({ embedding }) => vector.safeParse(embedding).data ?? 'the service gave no vector of finite numbers',
  );
}

/**
 * A GGUF file in the embedded engine.
 * @throws WeighbridgeError `checkpoint`
 */
async function embeddingCheckpoint(checkpoint: string, directory: string): Promise<EmbeddingSource> {
  // Large, and only needed here.
  const { findEmbedder } = await import('../engines/llama-cpp/embedder.ts');
  const embedder = await findEmbedder(resolve(directory, checkpoint));
  const { contextSize } = embedder;
  return {
    inputs: embedder.inputs,
    ready: async () => undefined,
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
